//! Addresses: where an article lies in a commit.

use tantivy::DocAddress;

/// Where an article lies in the commit that an [`Index`](crate::Index) shows; in another one it may be another article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleAddress {
    segment: u32,
    doc: u32,
}

impl ArticleAddress {
    /// That of the document `doc` of the segment `segment`, both counted from 0.
    #[must_use]
    pub fn new(segment: u32, doc: u32) -> Self {
        Self { segment, doc }
    }

    /// The number of its segment.
    #[must_use]
    pub fn segment(self) -> u32 {
        self.segment
    }

    /// Its number in the segment.
    #[must_use]
    pub fn doc(self) -> u32 {
        self.doc
    }

    /// The same as the engine has it.
    pub(crate) fn in_engine(self) -> DocAddress {
        DocAddress::new(self.segment, self.doc)
    }
}

//! Copies: which articles of an index tell one story in nearly the same words.
//!
//! Derived from the sketches of a commit like the vocabulary, kept in a file beside it, and derived again
//! when that is missing or of another commit. Knows sketches and places of articles, not queries.

mod derive;
mod file;

use tantivy::{DocAddress, DocId};

/// The groups of copies of a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// Of each segment, in the order of the commit: articles with the number of their group, in order.
    segments: Vec<Vec<(DocId, u32)>>,
    /// How many groups there are.
    groups: u32,
}

impl Copies {
    /// The number of the group that an article is in, if it has copies; groups are counted from 0.
    #[must_use]
    pub fn group(&self, address: DocAddress) -> Option<u32> {
        let members = self.segments.get(address.segment_ord as usize)?;
        let at = members
            .binary_search_by_key(&address.doc_id, |(doc, _)| *doc)
            .ok()?;
        Some(members[at].1)
    }

    /// All groups with their articles, in the order of the commit.
    #[must_use]
    pub fn groups(&self) -> Vec<Vec<DocAddress>> {
        let mut groups = vec![Vec::new(); self.groups as usize];
        for (segment_ord, members) in (0..).zip(&self.segments) {
            for &(doc_id, group) in members {
                if let Some(group) = groups.get_mut(group as usize) {
                    group.push(DocAddress {
                        segment_ord,
                        doc_id,
                    });
                }
            }
        }
        groups
    }
}

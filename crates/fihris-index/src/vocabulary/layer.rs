//! A layer of a vocabulary: three maps over the same words.

use tantivy::directory::OwnedBytes;

use super::lists::TermLists;
use super::similar::SimilarWords;

/// The number of its parts.
pub(super) const PARTS: usize = 3;

/// Words by their folded forms, by their lexemes, and by runs of their letters.
pub(super) struct Layer {
    pub by_fold: TermLists,
    pub by_lexeme: TermLists,
    pub similar: SimilarWords,
}

impl Layer {
    /// Opens its [parts](Self::parts); `None` if they are something else.
    pub fn open([by_fold, by_lexeme, similar]: [OwnedBytes; PARTS]) -> Option<Self> {
        Some(Self {
            by_fold: TermLists::open(by_fold)?,
            by_lexeme: TermLists::open(by_lexeme)?,
            similar: SimilarWords::open(similar)?,
        })
    }

    /// The bytes of its parts.
    pub fn parts(&self) -> [&[u8]; PARTS] {
        [
            self.by_fold.bytes(),
            self.by_lexeme.bytes(),
            self.similar.bytes(),
        ]
    }
}

//! Matches: the articles that match, each read with its words and marks, on all cores.
//!
//! Knows how articles are read one behind the other; what is made of them is told by others.

use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;
use tantivy::DocAddress;

use crate::corpus::Article;
use crate::index::stored::{TokenPosition, token_positions};
use crate::index::{Index, IndexError};
use crate::search::Ranked;
use crate::search::highlight::{Mark, Marker};

/// Articles that one task reads.
const BLOCK: usize = 64;

/// An article with its words, and what matches in it.
pub(crate) struct Matched {
    pub article: Article,
    pub words: Vec<TokenPosition>,
    pub marks: Vec<Mark>,
}

impl Matched {
    /// Reads the article at `address` and looks for what matches in it.
    pub fn read(index: &Index, marker: &Marker, address: DocAddress) -> Result<Self, IndexError> {
        let article = index.article(address)?;
        let words: Vec<TokenPosition> = token_positions(&article).collect();
        let marks = marker.marks(&article, &words);
        Ok(Self {
            article,
            words,
            marks,
        })
    }

    /// The indexes of the words in a byte range of the text.
    pub fn words_in(&self, range: &Range<usize>) -> Range<usize> {
        let behind = |byte| self.words.partition_point(|word| word.range.start < byte);
        behind(range.start)..behind(range.end)
    }

    /// The day on which it was published, if somebody says so.
    pub fn published(&self) -> Option<Date> {
        let published = self.article.published.as_ref();
        published.map(|published| published.date)
    }
}

/// Reads the articles of `ranked` in any order and adds each one to a `T`; these are joined to one. The
/// result must not depend on the order.
pub(crate) fn fold<T: Default + Send>(
    index: &Index,
    marker: &Marker,
    ranked: &Ranked,
    add: impl Fn(&mut T, Matched) + Sync,
    join: impl Fn(T, T) -> T + Sync,
) -> Result<T, IndexError> {
    let mut addresses: Vec<_> = ranked.best.iter().map(|found| found.address).collect();
    addresses.sort_unstable(); // as they lie in the store
    addresses
        .par_chunks(BLOCK)
        .map(|block| {
            let mut sum = T::default();
            for address in block {
                add(&mut sum, Matched::read(index, marker, *address)?);
            }
            Ok(sum)
        })
        .try_reduce(T::default, |a, b| Ok(join(a, b)))
}

//! Matches: the articles that match, each read with its words and highlights, on all cores.
//!
//! Knows how articles are read one after the other; what is made of them is told by others.

use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;
use tantivy::DocAddress;

use crate::corpus::Article;
use crate::index::stored::{TokenPosition, token_positions};
use crate::index::{Index, IndexError};
use crate::search::SearchResults;
use crate::search::highlight::{Highlight, Highlighter};

/// Articles that one task reads.
const BLOCK: usize = 64;

/// An article with its words, and what matches in it.
pub(crate) struct MatchedArticle {
    pub article: Article,
    pub words: Vec<TokenPosition>,
    pub highlights: Vec<Highlight>,
}

impl MatchedArticle {
    /// Reads the article at `address` and looks for what matches in it.
    pub fn read(
        index: &Index,
        highlighter: &Highlighter,
        address: DocAddress,
    ) -> Result<Self, IndexError> {
        let article = index.article(address)?;
        let words: Vec<TokenPosition> = token_positions(&article).collect();
        let highlights = highlighter.highlights(&article, &words);
        Ok(Self {
            article,
            words,
            highlights,
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

/// Reads the articles of `results` in any order and adds each one to a `T`; these are joined to one. The
/// result must not depend on the order.
pub(crate) fn fold<T: Default + Send>(
    index: &Index,
    highlighter: &Highlighter,
    results: &SearchResults,
    add: impl Fn(&mut T, MatchedArticle) + Sync,
    join: impl Fn(T, T) -> T + Sync,
) -> Result<T, IndexError> {
    let mut addresses: Vec<_> = results.docs.iter().map(|doc| doc.address).collect();
    addresses.sort_unstable(); // as they lie in the store
    addresses
        .par_chunks(BLOCK)
        .map(|block| {
            let mut sum = T::default();
            for address in block {
                add(
                    &mut sum,
                    MatchedArticle::read(index, highlighter, *address)?,
                );
            }
            Ok(sum)
        })
        .try_reduce(T::default, |a, b| Ok(join(a, b)))
}

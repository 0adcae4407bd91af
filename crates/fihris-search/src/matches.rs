//! Matches: the articles that match, each read with its words and highlights, on all cores.

use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::highlight::{Highlight, Highlighter};
use fihris_corpus::Article;
use fihris_index::stored::{TokenPosition, token_positions};
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_query::expansion::Query;

/// Articles that one task reads.
const BLOCK: usize = 64;

/// An article with its words, and what matches in it.
pub struct MatchedArticle {
    /// The article.
    pub article: Article,
    /// The words of its text, in order.
    pub words: Vec<TokenPosition>,
    /// What matches in it, in order.
    pub highlights: Vec<Highlight>,
}

impl MatchedArticle {
    /// Reads the article at `address` and looks for what matches in it.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn read(
        index: &Index,
        highlighter: &Highlighter,
        address: ArticleAddress,
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
    #[must_use]
    pub fn words_in(&self, range: &Range<usize>) -> Range<usize> {
        let behind = |byte| self.words.partition_point(|word| word.range.start < byte);
        behind(range.start)..behind(range.end)
    }

    /// The day on which it was published, if it is known.
    #[must_use]
    pub fn published(&self) -> Option<Date> {
        let published = self.article.published.as_ref();
        published.map(|published| published.date)
    }
}

/// The articles that match a query: what analyses look at.
#[derive(Clone, Copy)]
pub struct Matches<'a> {
    /// The index that was searched.
    pub index: &'a Index,
    /// The query.
    pub query: &'a Query,
    /// The articles that it found. Analyses count in these only, so that all of them make one complete.
    pub articles: &'a [ArticleAddress],
}

impl<'a> Matches<'a> {
    /// These `articles`, which `query` found in `index`.
    #[must_use]
    pub fn new(index: &'a Index, query: &'a Query, articles: &'a [ArticleAddress]) -> Self {
        Self {
            index,
            query,
            articles,
        }
    }

    /// Reads the articles in any order and adds each one to a `T`; these are joined to one. The result must not
    /// depend on the order.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn fold<T: Default + Send>(
        self,
        add: impl Fn(&mut T, MatchedArticle) + Sync,
        join: impl Fn(T, T) -> T + Sync,
    ) -> Result<T, IndexError> {
        let highlighter = Highlighter::new(self.query);
        let mut addresses = self.articles.to_vec();
        addresses.sort_unstable(); // as they lie in the store
        addresses
            .par_chunks(BLOCK)
            .map(|block| {
                let mut sum = T::default();
                for address in block {
                    let article = MatchedArticle::read(self.index, &highlighter, *address)?;
                    add(&mut sum, article);
                }
                Ok(sum)
            })
            .try_reduce(T::default, |a, b| Ok(join(a, b)))
    }
}

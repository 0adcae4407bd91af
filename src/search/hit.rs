//! Hits: articles that match, with what to show of them.
//!
//! Knows articles and reasons, not how they are printed.

use rayon::prelude::*;

use crate::corpus::Article;
use crate::index::{Index, IndexError};
use crate::search::Found;
use crate::search::highlight::{Mark, Marker};
use crate::search::matches::Matched;
use crate::search::snippet::{Snippet, snippet};

/// So many hits are in memory at once.
const READ_AT_ONCE: usize = 64;

/// An article that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: Article,
    /// The higher the better; comparable within one query.
    pub score: f32,
    /// How many copies of it match as well.
    pub copies: usize,
    /// All marks in the article's text, in order.
    pub marks: Vec<Mark>,
    /// What to show of the text, besides the headline.
    pub snippet: Option<Snippet>,
}

impl Hit {
    /// Reads a found article and looks for what matches in it.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn read(index: &Index, marker: &Marker, found: &Found) -> Result<Self, IndexError> {
        let Matched {
            article,
            words,
            marks,
        } = Matched::read(index, marker, found.address)?;
        let snippet = snippet(&article, &words, &marks);
        Ok(Self {
            article,
            score: found.score,
            copies: found.copies.len(),
            marks,
            snippet,
        })
    }

    /// Reads the articles of `found`, on all cores, and calls `take` with each in their order.
    ///
    /// # Errors
    /// If the index cannot be read, and those of `take`; the rest is not read then.
    pub fn read_all<E: From<IndexError>>(
        index: &Index,
        marker: &Marker,
        found: &[Found],
        mut take: impl FnMut(&Found, Self) -> Result<(), E>,
    ) -> Result<(), E> {
        for found in found.chunks(READ_AT_ONCE) {
            let hits = found
                .par_iter()
                .map(|found| Self::read(index, marker, found));
            let hits: Vec<Self> = hits.collect::<Result<_, IndexError>>()?;
            for (found, hit) in found.iter().zip(hits) {
                take(found, hit)?;
            }
        }
        Ok(())
    }

    /// The marks inside a byte range of the text.
    pub fn marks_in(&self, range: &std::ops::Range<usize>) -> impl Iterator<Item = &Mark> {
        let range = range.clone();
        self.marks
            .iter()
            .filter(move |mark| mark.range.start >= range.start && mark.range.end <= range.end)
    }
}

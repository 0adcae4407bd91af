//! Marks: which words of an article a query matches, and why.
//!
//! Works on the article's own text, so that every mark is a byte range of what was written. Does not depend on
//! postings: what a search finds by those must be what is marked here.

mod clause;
mod word;

use std::ops::Range;

use crate::corpus::Article;
use crate::index::stored::TokenPosition;
use crate::query::ast::AskedPeriod;
use crate::query::expansion::{Query, Rule};

use clause::MarkedLeaf;
pub use word::{WordMatch, WordMatcher};

/// A word of the text, or a name of several, that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Byte range in the article's text.
    pub range: Range<usize>,
    /// The words of the query that it matches, as typed.
    pub asked: String,
    /// Why it matches.
    pub rule: Rule,
    /// The leaf of the query that it belongs to.
    pub leaf: usize,
    /// Which occurrence of the leaf in the article it belongs to: all words of a phrase have one number.
    pub occurrence: usize,
    /// What it counts in the weighted frequency of its leaf; words of a phrase share what that counts.
    pub weight: f32,
}

/// Finds the marks of one query in articles.
pub struct Marker<'a> {
    leaves: Vec<MarkedLeaf<'a>>,
    periods: Vec<&'a AskedPeriod>,
    /// The number of the first period, behind those of all leaves.
    first_period: usize,
}

impl<'a> Marker<'a> {
    /// For the leaves of `query` that are wanted; what it excludes is not marked.
    #[must_use]
    pub fn new(query: &'a Query) -> Self {
        let wanted = query.wanted().into_iter();
        Self {
            leaves: wanted
                .map(|leaf| MarkedLeaf::new(leaf, &query.leaves[leaf]))
                .collect(),
            periods: query.periods(),
            first_period: query.leaves.len(),
        }
    }

    /// The marks in `article`, whose words are `words`, in the order of the text and not overlapping;
    /// where two overlap, the one by the stronger rule stays.
    #[must_use]
    pub fn marks(&self, article: &Article, words: &[TokenPosition]) -> Vec<Mark> {
        let mut marks = Vec::new();
        for leaf in &self.leaves {
            leaf.mark(article, words, &mut marks);
        }
        marks.extend(self.dates(article));
        marks.sort_by(|a, b| {
            (a.range.start, a.rule, b.range.end).cmp(&(b.range.start, b.rule, a.range.end))
        });
        let mut end = 0;
        marks.retain(|mark| {
            let is_free = mark.range.start >= end;
            if is_free {
                end = mark.range.end;
            }
            is_free
        });
        marks
    }
}

impl Marker<'_> {
    /// The dates of `article` that were asked for.
    fn dates(&self, article: &Article) -> Vec<Mark> {
        if self.periods.is_empty() {
            return Vec::new(); // reading them takes a while
        }
        let mut marks = Vec::new();
        for mention in article.mentions() {
            let is_asked = |asked: &&AskedPeriod| {
                let mut readings = mention.readings.iter();
                readings.any(|reading| reading.is_within(asked.period))
            };
            if let Some(i) = self.periods.iter().position(is_asked) {
                marks.push(Mark {
                    range: mention.range,
                    asked: self.periods[i].typed.clone(),
                    rule: Rule::Date,
                    leaf: self.first_period + i,
                    occurrence: marks.len(),
                    weight: 1.0,
                });
            }
        }
        marks
    }
}

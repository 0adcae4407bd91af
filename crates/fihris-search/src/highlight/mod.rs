//! Highlights: which words of an article a query matches, and why.
//!
//! Works on the article's own text, so that every highlight is a byte range of what was written. Does not depend on
//! postings: what a search finds by those must be what is highlighted here.

mod clause;
mod span;
mod word;

use fihris_corpus::Article;
use fihris_index::stored::TokenPosition;
use fihris_query::ast::QueryPeriod;
use fihris_query::expansion::{Query, Rule};

use clause::ClauseHighlighter;
pub use span::Highlight;
pub use word::{TermMatch, TermMatcher};

/// Finds the highlights of one query in articles.
pub struct Highlighter<'a> {
    clauses: Vec<ClauseHighlighter<'a>>,
    periods: Vec<&'a QueryPeriod>,
    /// The number of the first period, after those of all clauses.
    first_period: usize,
}

impl<'a> Highlighter<'a> {
    /// For the clauses of `query` that are wanted; what it excludes is not highlighted.
    #[must_use]
    pub fn new(query: &'a Query) -> Self {
        let wanted = query.positive_clauses().into_iter();
        Self {
            clauses: wanted
                .map(|clause| ClauseHighlighter::new(clause, &query.clauses[clause]))
                .collect(),
            periods: query.positive_periods(),
            first_period: query.clauses.len(),
        }
    }

    /// The highlights in `article`, whose words are `words`, in the order of the text and not overlapping;
    /// where two overlap, the one by the stronger rule stays.
    #[must_use]
    pub fn highlights(&self, article: &Article, words: &[TokenPosition]) -> Vec<Highlight> {
        let mut highlights = Vec::new();
        for clause in &self.clauses {
            clause.highlight(article, words, &mut highlights);
        }
        highlights.extend(self.dates(article));
        highlights.sort_by(|a, b| {
            (a.range.start, a.rule, b.range.end).cmp(&(b.range.start, b.rule, a.range.end))
        });
        let mut end = 0;
        highlights.retain(|highlight| {
            let is_free = highlight.range.start >= end;
            if is_free {
                end = highlight.range.end;
            }
            is_free
        });
        highlights
    }
}

impl Highlighter<'_> {
    /// The dates of `article` that were asked for.
    fn dates(&self, article: &Article) -> Vec<Highlight> {
        if self.periods.is_empty() {
            return Vec::new(); // reading them takes a while
        }
        let mut highlights = Vec::new();
        for mention in article.mentions() {
            let is_wanted = |period: &&QueryPeriod| {
                let mut readings = mention.readings.iter();
                readings.any(|reading| reading.speaks_of(period.period))
            };
            if let Some(i) = self.periods.iter().position(is_wanted) {
                highlights.push(Highlight {
                    range: mention.range,
                    query_text: self.periods[i].raw.clone(),
                    rule: Rule::Date,
                    clause: self.first_period + i,
                    occurrence: highlights.len(),
                    weight: 1.0,
                });
            }
        }
        highlights
    }
}

//! A line of a concordance.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use fihris_corpus::ZoneKind;
use fihris_index::Version;
use fihris_query::expansion::Rule;

/// A match with what stands around it in the same zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcordanceLine {
    /// The article's id.
    pub id: Arc<str>,
    /// The name of its file.
    pub file: Arc<str>,
    /// The day on which it was published, if it is known.
    pub published: Option<Date>,
    /// Who published it, where the input says so.
    pub source: Option<Arc<str>>,
    /// Its headline.
    pub title: Option<Arc<str>>,
    /// Its address on the web, where the input gives one.
    pub url: Option<Arc<str>>,
    /// What is known of the article, if there is a newer version of it.
    pub version: Option<Version>,
    /// The byte at which the match begins in the article's text.
    pub at: usize,
    /// The words of the query that its first word matches, as typed.
    pub query_text: String,
    /// Why it matches.
    pub rule: Rule,
    /// Where it stands.
    pub zone: Option<ZoneKind>,
    /// The contexts of the article's matches.
    pub(super) text: Arc<str>,
    /// The byte range of the match with its context in that text, and of the match alone.
    pub(super) context: Range<usize>,
    pub(super) keyword: Range<usize>,
}

impl ConcordanceLine {
    /// The `keyword` of the article `id` with what stands around it; a reader that has no index makes it so.
    #[must_use]
    pub fn new(id: &str, [before, keyword, after]: [&str; 3]) -> Self {
        let text = [before, keyword, after].concat();
        Self {
            id: Arc::from(id),
            file: Arc::from(id),
            published: None,
            source: None,
            title: None,
            url: None,
            version: None,
            at: 0,
            query_text: keyword.to_string(),
            rule: Rule::Written,
            zone: None,
            context: 0..text.len(),
            keyword: before.len()..before.len() + keyword.len(),
            text: Arc::from(text),
        }
    }

    /// What stands before the match.
    #[must_use]
    pub fn before(&self) -> &str {
        &self.text[self.context.start..self.keyword.start]
    }

    /// The match as written.
    #[must_use]
    pub fn keyword(&self) -> &str {
        &self.text[self.keyword.clone()]
    }

    /// What stands after the match.
    #[must_use]
    pub fn after(&self) -> &str {
        &self.text[self.keyword.end..self.context.end]
    }
}

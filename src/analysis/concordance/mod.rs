//! Concordances: every match with the words around it, a line each (keyword in context).
//!
//! Contexts of matches that stand close to each other overlap, so each article's are one text that its
//! lines are ranges of. Does not depend on how lines are laid out.

mod sort;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use crate::corpus::ZoneKind;
use crate::index::{Index, IndexError};
use crate::query::expansion::Rule;
use crate::search::highlight::{Highlight, Highlighter};
use crate::search::matches::MatchedArticle;
use crate::search::{ScoredDoc, SearchResults};

pub use sort::{ConcordanceOrder, sort};

/// A match with what stands around it in the same zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// The article's id.
    pub id: Arc<str>,
    /// The name of its file.
    pub file: Arc<str>,
    /// The day on which it was published, if somebody says so.
    pub published: Option<Date>,
    /// The byte at which the match begins in the article's text.
    pub at: usize,
    /// The words of the query that its first word matches, as typed.
    pub query_text: String,
    /// Why it matches.
    pub rule: Rule,
    /// Where it stands.
    pub zone: Option<ZoneKind>,
    /// The contexts of the article's matches.
    text: Arc<str>,
    /// The byte range of the match with its context in that text, and of the match alone.
    context: Range<usize>,
    keyword: Range<usize>,
}

impl Concordance {
    /// The `keyword` of the article `id` with what stands around it; a reader that has no index makes it so.
    #[must_use]
    pub fn new(id: &str, [before, keyword, after]: [&str; 3]) -> Self {
        let text = [before, keyword, after].concat();
        Self {
            id: Arc::from(id),
            file: Arc::from(id),
            published: None,
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

/// The matches of `marker` in the articles of `ranked`, with so many words on either side.
///
/// # Errors
/// If the index cannot be read.
pub fn concordance(
    index: &Index,
    highlighter: &Highlighter,
    results: &SearchResults,
    context: usize,
) -> Result<Vec<Concordance>, IndexError> {
    let of_article = |found: &ScoredDoc| {
        let matched = MatchedArticle::read(index, highlighter, found.address)?;
        Ok(lines(&matched, context))
    };
    let lines: Result<Vec<Vec<Concordance>>, IndexError> =
        results.docs.par_iter().map(of_article).collect();
    Ok(lines?.into_iter().flatten().collect())
}

/// The lines of an article, in the order of its text.
fn lines(matched: &MatchedArticle, context: usize) -> Vec<Concordance> {
    let article = &matched.article;
    let (id, file) = (Arc::from(&*article.id), Arc::from(&*article.file));
    // The end in the article of what is in `text`, and how far that moved.
    let (mut text, mut end, mut moved) = (String::new(), 0, 0);
    let mut lines = Vec::new();
    for highlight in occurrences(&matched.highlights) {
        // None begins there if a stronger match took its first word.
        let highlights = &matched.highlights;
        let Ok(why) =
            highlights.binary_search_by_key(&highlight.start, |highlight| highlight.range.start)
        else {
            continue;
        };
        let around = around(matched, &highlight, context);
        if lines.is_empty() || around.start > end {
            text.push('\n'); // so that no two words become one
            moved = text.len().wrapping_sub(around.start);
            end = around.start;
        }
        if around.end > end {
            text.push_str(&article.text[end..around.end]);
            end = around.end;
        }
        let place =
            |range: Range<usize>| range.start.wrapping_add(moved)..range.end.wrapping_add(moved);
        lines.push(Concordance {
            id: Arc::clone(&id),
            file: Arc::clone(&file),
            published: matched.published(),
            at: highlight.start,
            query_text: highlights[why].query_text.clone(),
            rule: highlights[why].rule,
            zone: article.zone_at(highlight.start),
            text: Arc::default(),
            context: place(around),
            keyword: place(highlight),
        });
    }
    let text: Arc<str> = Arc::from(text);
    for line in &mut lines {
        line.text = Arc::clone(&text);
    }
    lines
}

/// The byte ranges of what matches, phrases as a whole, in the order of the text.
pub(super) fn occurrences(highlights: &[Highlight]) -> Vec<Range<usize>> {
    let mut found: BTreeMap<(usize, usize), Range<usize>> = BTreeMap::new();
    for highlight in highlights {
        let place = (highlight.clause, highlight.occurrence);
        let range = found
            .entry(place)
            .or_insert_with(|| highlight.range.clone());
        range.end = range.end.max(highlight.range.end);
    }
    let mut ranges: Vec<Range<usize>> = found.into_values().collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges
}

/// The byte range of a match with so many words on either side, in the same zone.
fn around(matched: &MatchedArticle, highlight: &Range<usize>, context: usize) -> Range<usize> {
    let (zones, placed) = (&matched.article.zones, &matched.words);
    let behind = zones.partition_point(|zone| zone.range.start <= highlight.start);
    let zone = behind.checked_sub(1).map(|i| &zones[i].range);
    let zone = zone
        .filter(|zone| zone.contains(&highlight.start))
        .unwrap_or(highlight);
    let words = matched.words_in(highlight);
    let start = placed
        .get(words.start.saturating_sub(context))
        .map_or(highlight.start, |word| word.range.start.max(zone.start));
    let end = placed
        .get(words.end.saturating_add(context).saturating_sub(1))
        .or(placed.last())
        .map_or(highlight.end, |word| word.range.end.min(zone.end));
    start.min(highlight.start)..end.max(highlight.end)
}

/// Keeps `size` of the lines, drawn by the hash of their place: the same each time, and in their order.
pub fn sample(lines: &mut Vec<Concordance>, size: usize) {
    let hash = |line: &Concordance| xxh3_64(format!("{}\n{}", line.id, line.at).as_bytes());
    // Articles with one id have lines of one hash: of these the first ones are drawn.
    let mut drawn: Vec<(u64, usize)> = lines.iter().map(hash).zip(0..).collect();
    drawn.sort_unstable();
    drawn.truncate(size);
    let drawn: HashSet<usize> = drawn.into_iter().map(|(_, at)| at).collect();
    let mut at = 0..;
    lines.retain(|_| at.next().is_some_and(|at| drawn.contains(&at)));
}

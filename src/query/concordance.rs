//! Concordances: every match with the words around it, a line each (keyword in context).
//!
//! Knows marks and words, not how lines are laid out.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::marks::{Mark, Marker};
use super::matches::Matched;
use super::resolution::Rule;
use super::search::{Found, Ranked};
use crate::arabic::words;
use crate::corpus::ZoneKind;
use crate::index::{Index, IndexError};

/// A match with what stands around it in the same zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// The article's id.
    pub id: String,
    /// The name of its file.
    pub file: String,
    /// The day on which it was published, if somebody says so.
    pub published: Option<Date>,
    /// The byte at which the match begins in the article's text.
    pub at: usize,
    /// What stands before it.
    pub before: String,
    /// The match as written.
    pub keyword: String,
    /// What stands behind it.
    pub after: String,
    /// The words of the query that its first word matches, as typed.
    pub asked: String,
    /// Why it matches.
    pub rule: Rule,
    /// Where it stands.
    pub zone: Option<ZoneKind>,
}

/// The order of a concordance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the articles rank, then as they are written.
    Rank,
    /// By the words before, the nearest first.
    Before,
    /// By the words behind, the nearest first.
    After,
}

/// The matches of `marker` in the articles of `ranked`, with so many words on either side.
///
/// # Errors
/// If the index cannot be read.
pub fn concordance(
    index: &Index,
    marker: &Marker,
    ranked: &Ranked,
    context: usize,
) -> Result<Vec<Concordance>, IndexError> {
    let of_article = |found: &Found| {
        let matched = Matched::read(index, marker, found.address)?;
        let ranges = occurrences(&matched.marks).into_iter();
        let lines = ranges.filter_map(|range| line(&matched, &range, context));
        Ok(lines.collect())
    };
    let lines: Result<Vec<Vec<Concordance>>, IndexError> =
        ranked.best.par_iter().map(of_article).collect();
    Ok(lines?.into_iter().flatten().collect())
}

/// The byte ranges of what matches, phrases as a whole, in the order of the text.
pub(super) fn occurrences(marks: &[Mark]) -> Vec<Range<usize>> {
    let mut found: BTreeMap<(usize, usize), Range<usize>> = BTreeMap::new();
    for mark in marks {
        let place = (mark.leaf, mark.occurrence);
        let range = found.entry(place).or_insert_with(|| mark.range.clone());
        range.end = range.end.max(mark.range.end);
    }
    let mut ranges: Vec<Range<usize>> = found.into_values().collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges
}

/// The line of an occurrence; none if no mark begins there.
fn line(matched: &Matched, mark: &Range<usize>, context: usize) -> Option<Concordance> {
    let (article, placed) = (&matched.article, &matched.words);
    let why = matched
        .marks
        .iter()
        .find(|first| first.range.start == mark.start)?;
    let zone = article
        .zones
        .iter()
        .find(|zone| zone.range.contains(&mark.start));
    let zone = zone.map_or(mark.clone(), |zone| zone.range.clone());
    let first = placed.partition_point(|word| word.range.start < mark.start);
    let behind = placed.partition_point(|word| word.range.start < mark.end);
    let start = placed
        .get(first.saturating_sub(context))
        .map_or(mark.start, |word| word.range.start.max(zone.start));
    let end = placed
        .get((behind + context).saturating_sub(1))
        .or(placed.last())
        .map_or(mark.end, |word| word.range.end.min(zone.end));
    Some(Concordance {
        id: article.id.clone(),
        file: article.file.clone(),
        published: article.published.as_ref().map(|published| published.date),
        at: mark.start,
        before: article.text[start.min(mark.start)..mark.start].to_string(),
        keyword: article.text[mark.clone()].to_string(),
        after: article.text[mark.end..end.max(mark.end)].to_string(),
        asked: why.asked.clone(),
        rule: why.rule,
        zone: article.zone_at(mark.start),
    })
}

/// Puts the lines into `order`.
pub fn sort(lines: &mut [Concordance], order: Order) {
    let folded = |text: &str| -> Vec<String> { words(text).map(|word| word.form).collect() };
    match order {
        Order::Rank => {}
        Order::Before => lines.sort_by_cached_key(|line| {
            let nearest_first: Vec<String> = folded(&line.before).into_iter().rev().collect();
            (nearest_first, line.id.clone(), line.at)
        }),
        Order::After => {
            lines.sort_by_cached_key(|line| (folded(&line.after), line.id.clone(), line.at));
        }
    }
}

/// Keeps `size` of the lines, drawn by the hash of their place: the same each time, and in their order.
pub fn sample(lines: &mut Vec<Concordance>, size: usize) {
    let hash = |line: &Concordance| xxh3_64(format!("{}\n{}", line.id, line.at).as_bytes());
    let mut hashes: Vec<u64> = lines.iter().map(hash).collect();
    if hashes.len() > size {
        hashes.sort_unstable();
        let beyond = hashes[size];
        lines.retain(|line| hash(line) < beyond);
    }
}

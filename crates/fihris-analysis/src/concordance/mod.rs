//! Concordances: every match with the words around it, a line each (keyword in context).
//!
//! Contexts of matches that stand close to each other overlap, so each article's are one text that its
//! lines are ranges of. Does not depend on how lines are laid out.

mod line;
mod sort;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use fihris_index::{ArticleAddress, IndexError};
use fihris_search::MatchedArticle;
use fihris_search::Matches;
use fihris_search::highlight::{Highlight, Highlighter};

pub use line::ConcordanceLine;
pub use sort::ConcordanceOrder;
use sort::sort;

/// How a concordance is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConcordanceOptions {
    /// So many words on either side of a match.
    pub context: usize,
    /// Only so many matches, drawn by the hash of their place: the same each time.
    pub sample: Option<usize>,
    /// The order of the lines.
    pub order: ConcordanceOrder,
}

/// The matches of a query in their contexts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// A line for each match, or for each that was drawn.
    pub lines: Vec<ConcordanceLine>,
    /// How many matches there are.
    pub matches: usize,
}

/// Lists every match with the words around it.
///
/// Counted are matches: words, names, phrases as a whole. There is no base, so the articles need not be all that
/// match.
///
/// # Errors
/// If the index cannot be read.
pub fn concordance(
    matches: Matches,
    options: ConcordanceOptions,
) -> Result<Concordance, IndexError> {
    let highlighter = Highlighter::new(matches.query);
    let of_article = |address: &ArticleAddress| {
        let article = MatchedArticle::read(matches.index, &highlighter, *address)?;
        let mut lines = lines(&article, options.context);
        let version = matches.index.versions().get(*address);
        if let Some(earlier) = version.filter(|version| !version.is_newest) {
            for line in &mut lines {
                line.version = Some(earlier);
            }
        }
        Ok(lines)
    };
    let articles = matches.articles.par_iter();
    let of_articles: Result<Vec<Vec<ConcordanceLine>>, IndexError> =
        articles.map(of_article).collect();
    let mut lines: Vec<ConcordanceLine> = of_articles?.into_iter().flatten().collect();
    let matches = lines.len();
    if let Some(size) = options.sample {
        sample(&mut lines, size);
    }
    sort(&mut lines, options.order);
    Ok(Concordance { lines, matches })
}

/// The lines of an article, in the order of its text.
fn lines(matched: &MatchedArticle, context: usize) -> Vec<ConcordanceLine> {
    let article = &matched.article;
    let (id, file) = (Arc::from(&*article.id), Arc::from(&*article.file));
    let [source, title, url] = [article.source.as_deref(), article.title(), article.url()];
    let [source, title, url] = [source, title, url].map(|text| text.map(Arc::<str>::from));
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
        lines.push(ConcordanceLine {
            id: Arc::clone(&id),
            file: Arc::clone(&file),
            published: matched.published(),
            source: source.clone(),
            title: title.clone(),
            url: url.clone(),
            version: None,
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
fn sample(lines: &mut Vec<ConcordanceLine>, size: usize) {
    let hash = |line: &ConcordanceLine| xxh3_64(format!("{}\n{}", line.id, line.at).as_bytes());
    // Articles with one id have lines of one hash: of these the first ones are drawn.
    let mut drawn: Vec<(u64, usize)> = lines.iter().map(hash).zip(0..).collect();
    drawn.sort_unstable();
    drawn.truncate(size);
    let drawn: HashSet<usize> = drawn.into_iter().map(|(_, at)| at).collect();
    let mut at = 0..;
    lines.retain(|_| at.next().is_some_and(|at| drawn.contains(&at)));
}

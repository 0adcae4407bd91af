//! Ranking: the best articles of the whole index, and how many match.
//!
//! Knows segments; each is searched by itself and the best are merged.

use tantivy::{DocAddress, SegmentReader};

use super::closeness::{CANDIDATES, Closeness};
use super::filter::{FileFilter, Within};
use super::top::Top;
use super::tree::OpenNode;
use super::window::{Scores, Window};
use crate::index::{Index, IndexError};
use crate::query::resolution::Query;

/// An article that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where it is in the index.
    pub address: DocAddress,
    /// Its id.
    pub id: String,
    /// The name of its file.
    pub file: String,
    /// The higher the better; comparable within one query.
    pub score: f32,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// The best, best first; equal scores by id.
    pub best: Vec<Found>,
    /// How many articles match in all.
    pub total: u64,
}

/// Finds the best `limit` articles.
///
/// # Errors
/// If the index cannot be read.
pub fn search(
    index: &Index,
    query: &Query,
    within: &Within,
    limit: usize,
) -> Result<Ranked, IndexError> {
    let mut ranked = Ranked::default();
    for (ordinal, segment) in (0..).zip(index.searcher().segment_readers()) {
        let wanted = limit.max(CANDIDATES);
        search_segment(
            index,
            query,
            within,
            wanted,
            (ordinal, segment),
            &mut ranked,
        )?;
    }
    sort(&mut ranked.best);
    if limit > 0 {
        let candidates = ranked.best.len().min(CANDIDATES);
        look_closer(index, query, &mut ranked.best[..candidates])?;
    }
    ranked.best.truncate(limit);
    Ok(ranked)
}

/// Best first; equal scores by id.
fn sort(found: &mut [Found]) {
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
}

/// Adds to the scores of candidates what the places of their words say, and sorts them again.
fn look_closer(index: &Index, query: &Query, candidates: &mut [Found]) -> Result<(), IndexError> {
    candidates.sort_by_key(|found| found.address);
    for group in candidates.chunk_by_mut(|a, b| a.address.segment_ord == b.address.segment_ord) {
        let segment = index
            .searcher()
            .segment_reader(group[0].address.segment_ord);
        let mut closeness = Closeness::open(segment, index, query)?;
        for found in group {
            found.score += closeness.bonus(found.address.doc_id);
        }
    }
    sort(candidates);
    Ok(())
}

fn search_segment(
    index: &Index,
    query: &Query,
    within: &Within,
    limit: usize,
    (segment_ord, segment): (u32, &SegmentReader),
    ranked: &mut Ranked,
) -> Result<(), IndexError> {
    let Some(ids) = segment.fast_fields().str("id")? else {
        return Ok(()); // no article in this segment
    };
    let files = segment.fast_fields().str("file")?;
    let filter = FileFilter::open(segment, within)?;
    let mut root = OpenNode::open(segment, index, query, &query.tree)?;
    let mut scores = Scores::new();
    let mut top = Top::new(limit);
    for window in Window::all(segment.max_doc()) {
        root.fill(window, &mut scores)?;
        for offset in scores.offsets() {
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            if segment.is_deleted(doc) || !filter.accepts(doc) {
                continue;
            }
            ranked.total += 1;
            top.offer(scores.score[offset], doc, || {
                ids.ords().first(doc).unwrap_or(0)
            });
        }
    }
    for scored in top.into_sorted() {
        let mut id = String::new();
        ids.ord_to_str(scored.ordinal, &mut id)?;
        let mut file = String::new();
        if let Some(files) = &files
            && let Some(ordinal) = files.ords().first(scored.doc)
        {
            files.ord_to_str(ordinal, &mut file)?;
        }
        let address = DocAddress::new(segment_ord, scored.doc);
        ranked.best.push(Found {
            address,
            id,
            file,
            score: scored.score,
        });
    }
    Ok(())
}

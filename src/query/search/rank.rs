//! Ranking: the best articles of the whole index, and how many match.
//!
//! Knows segments; they are searched side by side, and the best of all are merged.

use rayon::prelude::*;
use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, SegmentReader};

use super::closeness::{CANDIDATES, Closeness};
use super::filter::{Filter, OpenFilter, Verdict};
use super::top::{Scored, Top};
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
    /// How many more would, if it were known when they were published.
    pub undated: u64,
}

/// Finds the best `limit` articles.
///
/// # Errors
/// If the index cannot be read.
pub fn search(
    index: &Index,
    query: &Query,
    filter: &Filter,
    limit: usize,
) -> Result<Ranked, IndexError> {
    let segments = index.searcher().segment_readers();
    let names = segments.iter().map(Names::open);
    let search = Search {
        index,
        query,
        filter,
        names: names.collect::<tantivy::Result<_>>()?,
    };
    let kept = limit.max(CANDIDATES);
    let searched: Vec<InSegment> = (0..segments.len())
        .into_par_iter()
        .map(|segment| search.segment(segment, kept))
        .collect::<Result<_, _>>()?;
    let total = searched.iter().map(|found| found.total).sum();
    let undated = searched.iter().map(|found| found.undated).sum();
    let mut best: Vec<(usize, Scored)> = Vec::new();
    for (segment, found) in searched.into_iter().enumerate() {
        best.extend(found.best.into_iter().map(|scored| (segment, scored)));
    }
    search.sort(&mut best, kept);
    if limit > 0 {
        let candidates = best.len().min(CANDIDATES);
        search.look_closer(&mut best[..candidates], limit)?;
    }
    best.truncate(limit);
    let found = best
        .into_iter()
        .map(|(segment, scored)| search.found(segment, scored));
    Ok(Ranked {
        best: found.collect::<Result<_, _>>()?,
        total,
        undated,
    })
}

/// A search going on.
struct Search<'a> {
    index: &'a Index,
    query: &'a Query,
    filter: &'a Filter,
    /// Of each segment.
    names: Vec<Option<Names>>,
}

/// What is found in one segment.
#[derive(Default)]
struct InSegment {
    /// Best first.
    best: Vec<Scored>,
    total: u64,
    undated: u64,
}

/// The names of a segment's articles: dear to look up, so only what is shown is.
struct Names {
    ids: StrColumn,
    files: StrColumn,
}

impl Names {
    /// `None` if the segment holds no article.
    fn open(segment: &SegmentReader) -> tantivy::Result<Option<Self>> {
        let fast = segment.fast_fields();
        Ok(match (fast.str("id")?, fast.str("file")?) {
            (Some(ids), Some(files)) => Some(Self { ids, files }),
            _ => None,
        })
    }

    fn id(&self, ordinal: u64) -> String {
        let mut id = String::new();
        // An id that cannot be read leaves a tie undecided; showing the article will say why.
        let _ = self.ids.ord_to_str(ordinal, &mut id);
        id
    }
}

impl Search<'_> {
    /// The best `limit` documents of a segment.
    fn segment(&self, segment_ord: usize, limit: usize) -> Result<InSegment, IndexError> {
        let Some(names) = &self.names[segment_ord] else {
            return Ok(InSegment::default());
        };
        let segment = &self.index.searcher().segment_readers()[segment_ord];
        let filter = OpenFilter::open(segment, self.filter)?;
        let mut root = OpenNode::open(segment, self.index, self.query, &self.query.tree)?;
        let mut scores = Scores::new();
        let mut top = Top::new(limit);
        let mut found = InSegment::default();
        for window in Window::all(segment.max_doc()) {
            root.fill(window, &mut scores)?;
            for offset in scores.offsets() {
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                if segment.is_deleted(doc) {
                    continue;
                }
                match filter.judge(doc) {
                    Verdict::Accepted => {}
                    Verdict::Rejected => continue,
                    Verdict::Undated => {
                        found.undated += 1;
                        continue;
                    }
                }
                found.total += 1;
                top.offer(scores.score[offset], doc, || {
                    names.ids.ords().first(doc).unwrap_or(0)
                });
            }
        }
        found.best = top.into_sorted();
        Ok(found)
    }

    /// Best first; equal scores by id, as far as they reach into the first `shown`. Ids of different
    /// segments are dear to compare.
    fn sort(&self, best: &mut [(usize, Scored)], shown: usize) {
        best.sort_unstable_by(|(segment_a, a), (segment_b, b)| {
            let by_score = b.score.total_cmp(&a.score);
            by_score.then((segment_a, a.ordinal).cmp(&(segment_b, b.ordinal)))
        });
        let mut start = 0;
        for equal in best.chunk_by_mut(|(_, a), (_, b)| a.score.total_cmp(&b.score).is_eq()) {
            if start >= shown {
                break;
            }
            start += equal.len();
            if equal.first().map(|(segment, _)| segment) != equal.last().map(|(segment, _)| segment)
            {
                equal.sort_by_cached_key(|(segment, scored)| {
                    let names = self.names[*segment].as_ref();
                    names.map(|names| names.id(scored.ordinal))
                });
            }
        }
    }

    /// Adds to the scores of candidates what the places of their words say, and sorts them again.
    fn look_closer(
        &self,
        candidates: &mut [(usize, Scored)],
        shown: usize,
    ) -> Result<(), IndexError> {
        candidates.sort_unstable_by_key(|(segment, scored)| (*segment, scored.doc));
        let of_segments: Vec<_> = candidates.chunk_by_mut(|a, b| a.0 == b.0).collect();
        of_segments.into_par_iter().try_for_each(|group| {
            let segment = &self.index.searcher().segment_readers()[group[0].0];
            let mut closeness = Closeness::open(segment, self.index, self.query)?;
            for (_, scored) in group {
                scored.score += closeness.bonus(scored.doc);
            }
            Ok::<_, IndexError>(())
        })?;
        self.sort(candidates, shown);
        Ok(())
    }

    fn found(&self, segment_ord: usize, scored: Scored) -> Result<Found, IndexError> {
        let (mut id, mut file) = (String::new(), String::new());
        if let Some(names) = &self.names[segment_ord] {
            names.ids.ord_to_str(scored.ordinal, &mut id)?;
            if let Some(ordinal) = names.files.ords().first(scored.doc) {
                names.files.ord_to_str(ordinal, &mut file)?;
            }
        }
        let segment_ord = u32::try_from(segment_ord).unwrap_or(u32::MAX);
        let address = DocAddress::new(segment_ord, scored.doc);
        Ok(Found {
            address,
            id,
            file,
            score: scored.score,
        })
    }
}

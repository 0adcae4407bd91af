//! Ranking: the best articles of the whole index, and how many match.
//!
//! Knows segments; each is searched by itself and the best are merged.

use std::cmp::Ordering;

use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, SegmentReader};

use super::closeness::{CANDIDATES, Closeness};
use super::filter::{FileFilter, Within};
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
    let mut search = Search {
        index,
        query,
        within,
        names: Vec::new(),
        total: 0,
    };
    let mut best: Vec<(usize, Scored)> = Vec::new();
    for (segment_ord, segment) in index.searcher().segment_readers().iter().enumerate() {
        search.names.push(Names::open(segment)?);
        let scored = search.segment(segment_ord, segment, limit.max(CANDIDATES))?;
        best.extend(scored.into_iter().map(|scored| (segment_ord, scored)));
    }
    search.sort(&mut best);
    if limit > 0 {
        let candidates = best.len().min(CANDIDATES);
        search.look_closer(&mut best[..candidates])?;
    }
    best.truncate(limit);
    let found = best
        .into_iter()
        .map(|(segment, scored)| search.found(segment, scored));
    Ok(Ranked {
        best: found.collect::<Result<_, _>>()?,
        total: search.total,
    })
}

/// A search going on.
struct Search<'a> {
    index: &'a Index,
    query: &'a Query,
    within: &'a Within,
    /// Of each segment.
    names: Vec<Option<Names>>,
    total: u64,
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
    fn segment(
        &mut self,
        segment_ord: usize,
        segment: &SegmentReader,
        limit: usize,
    ) -> Result<Vec<Scored>, IndexError> {
        let Some(names) = &self.names[segment_ord] else {
            return Ok(Vec::new());
        };
        let filter = FileFilter::open(segment, self.within)?;
        let mut root = OpenNode::open(segment, self.index, self.query, &self.query.tree)?;
        let mut scores = Scores::new();
        let mut top = Top::new(limit);
        for window in Window::all(segment.max_doc()) {
            root.fill(window, &mut scores)?;
            for offset in scores.offsets() {
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                if segment.is_deleted(doc) || !filter.accepts(doc) {
                    continue;
                }
                self.total += 1;
                top.offer(scores.score[offset], doc, || {
                    names.ids.ords().first(doc).unwrap_or(0)
                });
            }
        }
        Ok(top.into_sorted())
    }

    /// Best first; equal scores by id.
    fn sort(&self, best: &mut [(usize, Scored)]) {
        best.sort_by(|(segment_a, a), (segment_b, b)| {
            b.score.total_cmp(&a.score).then_with(|| {
                if segment_a == segment_b {
                    return a.ordinal.cmp(&b.ordinal);
                }
                match (&self.names[*segment_a], &self.names[*segment_b]) {
                    (Some(in_a), Some(in_b)) => in_a.id(a.ordinal).cmp(&in_b.id(b.ordinal)),
                    _ => Ordering::Equal,
                }
            })
        });
    }

    /// Adds to the scores of candidates what the places of their words say, and sorts them again.
    fn look_closer(&self, candidates: &mut [(usize, Scored)]) -> Result<(), IndexError> {
        candidates.sort_by_key(|(segment_ord, scored)| (*segment_ord, scored.doc));
        for group in candidates.chunk_by_mut(|a, b| a.0 == b.0) {
            let segment = &self.index.searcher().segment_readers()[group[0].0];
            let mut closeness = Closeness::open(segment, self.index, self.query)?;
            for (_, scored) in group {
                scored.score += closeness.bonus(scored.doc);
            }
        }
        self.sort(candidates);
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

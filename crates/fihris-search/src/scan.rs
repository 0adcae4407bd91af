//! A scan: every match of a query with its score, segment by segment,, window by window.
//!
//! What becomes of a match (kept among the best, counted, put into a set) is the caller's business, so that no
//! caller pays for what another one needs.

use std::ops::Range;

use tantivy::DocId;

use crate::filter::{Filter, SegmentFilter, Verdict};
use crate::segment::SegmentContext;
use crate::tree::NodeScorer;
use crate::window::{SIZE, Scores, Window};
use fihris_index::engine;
use fihris_index::{Index, IndexError};
use fihris_query::expansion::Query;

/// Windows of a part of a segment: a large one is looked through by several threads.
const PART: u32 = 32;

/// What one thread looks through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The number of the segment.
    pub segment: usize,
    docs: Range<DocId>,
}

/// A query on all segments of an index.
pub(super) struct Scan<'a> {
    query: &'a Query,
    filter: &'a Filter,
    pub segments: Vec<SegmentContext<'a>>,
}

impl<'a> Scan<'a> {
    pub fn open(
        index: &'a Index,
        query: &'a Query,
        filter: &'a Filter,
    ) -> Result<Self, IndexError> {
        let readers = engine::searcher(index).segment_readers().iter();
        let segments = readers.map(|reader| SegmentContext::open(index, reader));
        Ok(Self {
            query,
            filter,
            segments: segments.collect::<tantivy::Result<_>>()?,
        })
    }

    /// What there is to look through, in order.
    pub fn parts(&self) -> Vec<Part> {
        let parts = self
            .segments
            .iter()
            .enumerate()
            .flat_map(|(segment, opened)| {
                let end = opened.reader.max_doc();
                let starts = (0..end).step_by((PART * SIZE) as usize);
                starts.map(move |start| Part {
                    segment,
                    docs: start..end.min(start + PART * SIZE),
                })
            });
        parts.collect()
    }

    /// Calls `take` with the matches of each window of a part, in order; returns how many more would match if it
    /// were known when they were published.
    pub fn part(
        &self,
        part: &Part,
        mut take: impl FnMut(Window, &mut Scores),
    ) -> Result<u64, IndexError> {
        let segment = &self.segments[part.segment];
        let reader = segment.reader;
        let filter = SegmentFilter::open(reader, self.filter)?;
        let mut root = NodeScorer::open(segment, self.query, &self.query.tree)?;
        let mut scores = Scores::new();
        let mut undated = 0;
        for window in Window::all(part.docs.clone()) {
            root.fill(window, &mut scores)?;
            if let Some(alive) = reader.alive_bitset() {
                scores.retain(|offset| alive.is_alive(window.doc(offset)));
            }
            if !filter.accepts_all() {
                scores.retain(|offset| match filter.judge(window.doc(offset)) {
                    Verdict::Accepted => true,
                    Verdict::Rejected => false,
                    Verdict::Undated => {
                        undated += 1;
                        false
                    }
                });
            }
            if !scores.is_empty() {
                take(window, &mut scores);
            }
        }
        Ok(undated)
    }
}

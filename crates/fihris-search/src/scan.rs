//! A scan: every match of a query in a segment with its score, as they lie there.
//!
//! What becomes of a match (kept among the best, counted, put into a set) is the caller's business, so that no
//! caller pays for what another one needs.

use tantivy::DocId;

use crate::filter::{Filter, SegmentFilter, Verdict};
use crate::segment::SegmentContext;
use crate::tree::NodeScorer;
use crate::window::{Scores, Window};
use fihris_index::engine;
use fihris_index::{Index, IndexError};
use fihris_query::expansion::Query;

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

    /// Calls `take` with each match of a segment and its score, in order; returns how many more would match if it
    /// were known when they were published.
    pub fn segment(
        &self,
        segment_ord: usize,
        mut take: impl FnMut(DocId, f32),
    ) -> Result<u64, IndexError> {
        let segment = &self.segments[segment_ord];
        let reader = segment.reader;
        let filter = SegmentFilter::open(reader, self.filter)?;
        let mut root = NodeScorer::open(segment, self.query, &self.query.tree)?;
        let mut scores = Scores::new();
        let mut undated = 0;
        for window in Window::all(reader.max_doc()) {
            root.fill(window, &mut scores)?;
            for offset in scores.offsets() {
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                if reader.is_deleted(doc) {
                    continue;
                }
                match filter.judge(doc) {
                    Verdict::Accepted => take(doc, scores.get(offset)),
                    Verdict::Rejected => {}
                    Verdict::Undated => undated += 1,
                }
            }
        }
        Ok(undated)
    }
}

//! Dates that an article speaks of, on one segment.

use tantivy::SegmentReader;
use tantivy::columnar::Column;

use crate::window::{Scores, Window};
use arabic_dates::Period;
use fihris_index::days::speaks_of;

/// What an article that speaks of the dates scores for it.
const MENTION_SCORE: f32 = 1.0;

/// The articles with a date in a period.
pub(super) struct MentionScorer {
    /// `None` if no article of the segment has a date.
    dates: Option<Column<u64>>,
    period: Period,
}

impl MentionScorer {
    pub fn open(segment: &SegmentReader, period: Period) -> tantivy::Result<Self> {
        let dates = segment.fast_fields().column_opt("mentions")?;
        Ok(Self { dates, period })
    }

    /// Scores the documents of `window` that match.
    pub fn add(&self, window: Window, scores: &mut Scores) {
        let Some(dates) = &self.dates else {
            return;
        };
        for (offset, doc) in (window.start..window.end).enumerate() {
            if dates
                .values_for_doc(doc)
                .any(|date| speaks_of(date, self.period))
            {
                scores.add(offset, MENTION_SCORE);
            }
        }
    }
}

//! Which zones of a field a clause is looked for in, and the bonus of the headline.

use std::sync::Arc;

use crate::bm25::TITLE_BONUS;
use crate::field_part::FieldPart;
use crate::segment::SegmentContext;
use crate::sequence::Span;
use fihris_corpus::{ZoneKind, ZoneSet};
use fihris_index::engine::{ArticleZones, ZoneStarts};

/// Which zones of a field are meant, and what its headline counts.
pub(super) struct ZoneFilter {
    meant: ZoneSet,
    /// Set where the zone of a position must be looked up.
    starts: Option<Arc<ZoneStarts>>,
    /// Whether the field holds others, too.
    is_restricted: bool,
    /// Whether words in the headline count more.
    pub has_bonus: bool,
}

impl ZoneFilter {
    pub fn open(segment: &SegmentContext, part: FieldPart, counts: bool) -> tantivy::Result<Self> {
        let is_restricted = !part.others().is_empty();
        let has_bonus = !counts && part.has_headline();
        let needs_starts = is_restricted || has_bonus;
        Ok(Self {
            meant: part.zones(),
            starts: needs_starts.then(|| segment.zone_starts()).transpose()?,
            is_restricted,
            has_bonus,
        })
    }

    /// The zones of a document, where they matter.
    pub fn article_zones(&self, doc: u32) -> ArticleZones {
        let starts = self.starts.as_ref();
        starts.map_or_else(ArticleZones::default, |starts| starts.get(doc))
    }

    /// Keeps what begins in a zone that is meant.
    pub fn retain_meant(&self, zones: &ArticleZones, spans: &mut Vec<Span>) {
        if self.is_restricted {
            spans.retain(|span| self.is_meant(zones, span.start));
        }
    }

    /// Whether the word at `position` stands in a zone that is meant.
    pub fn is_meant(&self, zones: &ArticleZones, position: u32) -> bool {
        let is_meant = |zone| self.meant.contains(zone);
        !self.is_restricted || zones.at(position).is_some_and(is_meant)
    }

    /// Lets what stands in the headline count more.
    pub fn boost_title(&self, zones: &ArticleZones, spans: &mut [Span]) {
        if self.has_bonus {
            for span in spans {
                if zones.of_all(span.start..span.end) == Some(ZoneKind::Title) {
                    span.weight *= 1.0 + TITLE_BONUS;
                }
            }
        }
    }
}

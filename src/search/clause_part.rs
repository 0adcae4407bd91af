//! A leaf in one field of a segment: how often it stands there in each document.
//!
//! Single words are read off frequencies; names, phrases and what is near are found by their positions, which
//! also tell in which zone they stand. Does not depend on scores.

use std::sync::Arc;

use crate::corpus::{ZoneKind, ZoneSet};
use crate::index::zone_starts::{ArticleZones, ZoneStarts};
use crate::query::expansion::Leaf;
use crate::search::clause::{LEAST_FREQUENCY, TITLE_BONUS};
use crate::search::exact::ExactWords;
use crate::search::part::Part;
use crate::search::position::Slot;
use crate::search::segment::OpenSegment;
use crate::search::sequence::{Span, chain, together};
use crate::search::window::{Scores, Window};

/// The words of a leaf in a field.
pub(super) struct LeafPart<'a> {
    /// Its sets, each once.
    slots: Vec<Slot>,
    /// Which of them stands in each place of the leaf.
    order: Vec<usize>,
    /// Set where words may stand in any order, so far from each other.
    near: Option<u32>,
    /// Set where the text must be as typed.
    exact: Option<ExactWords<'a>>,
    zones: Zones,
    /// Whether occurrences are only counted, each as one.
    counts: bool,
}

impl<'a> LeafPart<'a> {
    pub fn open(
        segment: &OpenSegment,
        leaf: &'a Leaf,
        part: Part<'a>,
        counts: bool,
    ) -> tantivy::Result<Self> {
        let (sets, order) = leaf.distinct();
        let zones = Zones::open(segment, part, counts)?;
        let is_phrase = order.len() > 1;
        let slots = sets.iter();
        let slots = slots.map(|set| Slot::open(segment, set, part, (is_phrase, zones.has_bonus)));
        Ok(Self {
            slots: slots.collect::<tantivy::Result<_>>()?,
            order,
            near: leaf.near,
            exact: ExactWords::open(segment, &sets, part)?,
            zones,
            counts,
        })
    }

    /// Adds how often the leaf stands in the documents of `window`, weighted; to some nothing.
    pub fn fill(&mut self, window: Window, frequencies: &mut Scores) -> tantivy::Result<()> {
        match (&mut self.slots[..], &self.exact) {
            ([_], _) if self.order.len() > 1 => self.fill_phrase(window, frequencies),
            ([slot], None) => {
                slot.fill(window, &self.zones, frequencies);
                Ok(())
            }
            ([slot], Some(exact)) => fill_exact(slot, exact, window, frequencies),
            _ => self.fill_phrase(window, frequencies),
        }
    }

    /// Counts a phrase where all of its words stand.
    fn fill_phrase(&mut self, window: Window, frequencies: &mut Scores) -> tantivy::Result<()> {
        let mut here = Scores::new();
        let mut all: Option<Scores> = None;
        for slot in &mut self.slots {
            slot.presence(window, &mut here);
            match &mut all {
                None => all = Some(here.clone()),
                Some(all) => all.restrict(&here),
            }
            if all.as_ref().is_none_or(Scores::is_empty) {
                break;
            }
        }
        let mut places: Vec<Vec<Span>> = vec![Vec::new(); self.slots.len()];
        for offset in all.iter().flat_map(Scores::offsets) {
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            for (slot, places) in self.slots.iter_mut().zip(&mut places) {
                places.clear();
                slot.collect(doc, places);
            }
            if let Some(exact) = &self.exact {
                exact.collect(doc, &mut places)?;
            }
            let zones = self.zones.of(doc);
            for places in &mut places {
                self.zones.keep_meant(&zones, places);
            }
            let mut spans = match self.near {
                None => chain(&mut places, &self.order),
                Some(distance) => together(&mut places, &self.order, distance),
            };
            self.zones.raise(&zones, &mut spans);
            if !spans.is_empty() {
                let weight = |span: &Span| if self.counts { 1.0 } else { span.weight };
                frequencies.add(offset, spans.iter().map(weight).sum());
            }
        }
        Ok(())
    }
}

/// Counts a word where it is written as asked for.
fn fill_exact(
    slot: &mut Slot,
    exact: &ExactWords,
    window: Window,
    frequencies: &mut Scores,
) -> tantivy::Result<()> {
    let (mut folded, mut in_title) = (Scores::new(), Scores::new());
    slot.read(window, &mut folded);
    slot.read_titles(window, |offset, bonus| in_title.add(offset, bonus));
    for offset in folded.offsets() {
        let frequency = folded.get(offset);
        if frequency > LEAST_FREQUENCY {
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            let frequency = exact.frequency(doc, frequency, in_title.get(offset))?;
            if frequency > 0.0 {
                frequencies.add(offset, frequency);
            }
        }
    }
    Ok(())
}

/// Which zones of a field are meant, and what its headline counts.
pub(super) struct Zones {
    meant: ZoneSet,
    /// Set where the zone of a position must be looked up.
    starts: Option<Arc<ZoneStarts>>,
    /// Whether the field holds others, too.
    is_restricted: bool,
    /// Whether words in the headline count more.
    pub has_bonus: bool,
}

impl Zones {
    fn open(segment: &OpenSegment, part: Part, counts: bool) -> tantivy::Result<Self> {
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
    pub fn of(&self, doc: u32) -> ArticleZones {
        let starts = self.starts.as_ref();
        starts.map_or_else(ArticleZones::default, |starts| starts.of(doc))
    }

    /// Keeps what begins in a zone that is meant.
    pub fn keep_meant(&self, zones: &ArticleZones, spans: &mut Vec<Span>) {
        if self.is_restricted {
            let is_meant = |span: &Span| {
                zones
                    .at(span.start)
                    .is_some_and(|zone| self.meant.contains(zone))
            };
            spans.retain(is_meant);
        }
    }

    /// Lets what stands in the headline count more.
    pub fn raise(&self, zones: &ArticleZones, spans: &mut [Span]) {
        if self.has_bonus {
            for span in spans {
                if zones.of_all(span.start..span.end) == Some(ZoneKind::Title) {
                    span.weight *= 1.0 + TITLE_BONUS;
                }
            }
        }
    }
}

//! A clause in one field of a segment: how often it stands there in each document.
//!
//! Single words are read off frequencies; names, phrases and what is near are found by their positions, which
//! also tell in which zone they stand. Does not depend on scores.

use crate::bm25::MIN_FREQUENCY;
use crate::exact::ExactWords;
use crate::field_part::FieldPart;
use crate::segment::SegmentContext;
use crate::sequence::{Span, near_spans, phrase_spans};
use crate::term_postings::TermPostings;
use crate::window::{Scores, Window};
use crate::zone_filter::ZoneFilter;
use fihris_query::expansion::Clause;

/// The words of a clause in a field.
pub(super) struct ClausePart<'a> {
    /// Its sets, each once.
    terms: Vec<TermPostings>,
    /// Which of them stands in each place of the clause.
    order: Vec<usize>,
    /// Set where words may stand in any order, so far from each other.
    near: Option<u32>,
    /// Set where the text must be as typed.
    exact: Option<ExactWords<'a>>,
    zones: ZoneFilter,
    /// Whether occurrences are only counted, each as one.
    counts: bool,
}

impl<'a> ClausePart<'a> {
    pub fn open(
        segment: &SegmentContext,
        clause: &'a Clause,
        part: FieldPart<'a>,
        counts: bool,
    ) -> tantivy::Result<Self> {
        let (expansions, order) = clause.distinct_terms();
        let zones = ZoneFilter::open(segment, part, counts)?;
        let is_phrase = order.len() > 1;
        let terms = expansions.iter();
        let terms = terms.map(|expansion| {
            TermPostings::open(segment, expansion, part, (is_phrase, zones.has_bonus))
        });
        Ok(Self {
            terms: terms.collect::<tantivy::Result<_>>()?,
            order,
            near: clause.slop,
            exact: ExactWords::open(segment, &expansions, part)?,
            zones,
            counts,
        })
    }

    /// Adds how often the clause stands in the documents of `window`, weighted; to some nothing.
    pub fn fill(&mut self, window: Window, frequencies: &mut Scores) -> tantivy::Result<()> {
        match (&mut self.terms[..], &self.exact) {
            ([_], _) if self.order.len() > 1 => self.fill_phrase(window, frequencies),
            ([term], None) => term.fill(window, &self.zones, frequencies),
            ([term], Some(exact)) => fill_exact(term, exact, window, frequencies),
            _ => self.fill_phrase(window, frequencies),
        }
    }

    /// Counts a phrase where all of its words stand.
    fn fill_phrase(&mut self, window: Window, frequencies: &mut Scores) -> tantivy::Result<()> {
        let mut here = Scores::new();
        let mut all: Option<Scores> = None;
        for term in &mut self.terms {
            term.presence(window, &mut here);
            match &mut all {
                None => all = Some(here.clone()),
                Some(all) => all.restrict(&here),
            }
            if all.as_ref().is_none_or(Scores::is_empty) {
                break;
            }
        }
        let mut places: Vec<Vec<Span>> = vec![Vec::new(); self.terms.len()];
        for offset in all.iter().flat_map(Scores::offsets) {
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            let exact = self.exact.as_ref();
            let marked = exact.filter(|exact| exact.may_be_marked(doc));
            for (term, places) in self.terms.iter_mut().zip(&mut places) {
                places.clear();
                match &mut term.plain {
                    Some(plain) if marked.is_none() => plain.collect(doc, places)?,
                    Some(_) => {} // read off the text below
                    None => term.collect(doc, places)?,
                }
            }
            if let Some(exact) = marked {
                exact.collect(doc, &mut places)?;
            }
            let zones = self.zones.article_zones(doc);
            for places in &mut places {
                self.zones.retain_meant(&zones, places);
            }
            let mut spans = match self.near {
                None => phrase_spans(&mut places, &self.order),
                Some(distance) => near_spans(&mut places, &self.order, distance),
            };
            self.zones.boost_title(&zones, &mut spans);
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
    term: &mut TermPostings,
    exact: &ExactWords,
    window: Window,
    frequencies: &mut Scores,
) -> tantivy::Result<()> {
    let (mut folded, mut in_title) = (Scores::new(), Scores::new());
    term.read(window, &mut folded);
    term.read_titles(window, |offset, bonus| in_title.add(offset, bonus));
    let mut plain = Scores::new();
    if let Some(term) = &mut term.plain {
        term.read(window, &mut plain);
        term.read_titles(window, |offset, bonus| {
            if plain.get(offset) > MIN_FREQUENCY {
                plain.add(offset, bonus);
            }
        });
    }
    for offset in folded.offsets() {
        let frequency = folded.get(offset);
        if frequency > MIN_FREQUENCY {
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            let frequency = if exact.may_be_marked(doc) {
                exact.frequency(doc, frequency, in_title.get(offset))?
            } else {
                plain.get(offset)
            };
            if frequency > MIN_FREQUENCY {
                frequencies.add(offset, frequency);
            }
        }
    }
    Ok(())
}

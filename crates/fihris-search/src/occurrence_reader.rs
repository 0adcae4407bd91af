//! Occurrences: where the wanted clauses of a query stand in an article, read off positions.
//!
//! The same places that [`highlight`](crate::highlight) finds in the text, for the queries of which positions tell all:
//! words, names and phrases in the zones that are usually searched.

use std::ops::Range;

use rustc_hash::FxHashMap;
use tantivy::DocId;

use crate::field_part::FieldPart;
use crate::segment::SegmentContext;
use crate::sequence::{ExpansionSpans, Span, phrase_spans};
use crate::zone_filter::ZoneFilter;
use fihris_index::engine::ArticleZones;
use fihris_query::expansion::{Clause, Query};

/// The wanted clauses of a query on one segment.
pub(super) struct OccurrenceReader {
    clauses: Vec<ClauseOccurrences>,
    found: Vec<Range<u32>>,
}

/// A clause.
struct ClauseOccurrences {
    terms: Vec<ExpansionSpans>,
    /// Which of them stands in each place of the clause.
    order: Vec<usize>,
    zones: ZoneFilter,
    places: Vec<Vec<Span>>,
}

impl OccurrenceReader {
    /// Whether positions tell all of `query`: not where the text must be as typed, of words near each other, of dates, in
    /// zones that have their own field only, and where a word may belong to two clauses.
    pub fn can_read(query: &Query) -> bool {
        let clauses = query.positive_clauses();
        let clauses: Vec<&Clause> = clauses.iter().map(|at| &query.clauses[*at]).collect();
        query.positive_periods().is_empty()
            && clauses.iter().all(|clause| is_readable(clause))
            && are_disjoint(&clauses)
    }

    pub fn open(segment: &SegmentContext, query: &Query) -> tantivy::Result<Self> {
        let clauses = query.positive_clauses().into_iter();
        let clauses =
            clauses.map(|clause| ClauseOccurrences::open(segment, &query.clauses[clause]));
        let clauses: Vec<Vec<ClauseOccurrences>> = clauses.collect::<tantivy::Result<_>>()?;
        Ok(Self {
            clauses: clauses.into_iter().flatten().collect(),
            found: Vec::new(),
        })
    }

    /// The places in `doc`, which has these `zones`, in the order of the text. Documents must come in order.
    pub fn read(&mut self, doc: DocId, zones: &ArticleZones) -> tantivy::Result<&[Range<u32>]> {
        self.found.clear();
        for clause in &mut self.clauses {
            clause.read(doc, zones, &mut self.found)?;
        }
        self.found
            .sort_unstable_by_key(|range| (range.start, range.end));
        Ok(&self.found)
    }
}

/// Whether positions tell where a clause stands.
pub(super) fn is_readable(clause: &Clause) -> bool {
    let parts = FieldPart::covering(&clause.scope);
    clause.slop.is_none()
        && matches!(&parts[..], [FieldPart::Searched(_)])
        && clause.terms.iter().all(|term| term.constraint.is_none())
}

/// Whether no form of a word stands in two of these.
fn are_disjoint(clauses: &[&Clause]) -> bool {
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    clauses.iter().enumerate().all(|(number, clause)| {
        let members = clause.terms.iter().flat_map(|term| &term.expanded);
        let mut forms = members.flat_map(|member| member.words.iter().flat_map(|forms| &**forms));
        forms.all(|form| *known.entry(form).or_insert(number) == number)
    })
}

impl ClauseOccurrences {
    /// One for each part of where it must stand.
    fn open(segment: &SegmentContext, clause: &Clause) -> tantivy::Result<Vec<Self>> {
        let (expansions, order) = clause.distinct_terms();
        let parts = FieldPart::covering(&clause.scope).into_iter();
        let opened = parts.map(|part| {
            let words = segment.terms(part)?;
            let terms = expansions.iter();
            let terms = terms.map(|expansion| ExpansionSpans::open_all(&words, expansion));
            Ok(Self {
                terms: terms.collect::<tantivy::Result<_>>()?,
                order: order.clone(),
                zones: ZoneFilter::open(segment, part, true)?,
                places: vec![Vec::new(); expansions.len()],
            })
        });
        opened.collect()
    }

    /// Adds the places in `doc`: of those that begin with one word the longest.
    fn read(
        &mut self,
        doc: DocId,
        zones: &ArticleZones,
        found: &mut Vec<Range<u32>>,
    ) -> tantivy::Result<()> {
        for (term, places) in self.terms.iter_mut().zip(&mut self.places) {
            places.clear();
            term.collect(doc, places)?;
            self.zones.retain_meant(zones, places);
        }
        let first = found.len();
        for span in phrase_spans(&mut self.places, &self.order) {
            match found[first..].last_mut() {
                Some(last) if last.start == span.start => last.end = last.end.max(span.end),
                _ => found.push(span.start..span.end),
            }
        }
        Ok(())
    }
}

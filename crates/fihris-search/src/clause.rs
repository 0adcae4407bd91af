//! Clauses: one word or one phrase of a query, opened on one segment.
//!
//! Fills a window with scores: BM25 (Robertson & Zaragoza, 2009) over weighted frequencies, the whole
//! set being one term.

use tantivy::fieldnorm::FieldNormReader;

use crate::bm25::{B, K1, MIN_FREQUENCY, idf};
use crate::clause_part::ClausePart;
use crate::field_part::FieldPart;
use crate::segment::SegmentContext;
use crate::window::{SIZE, Scores, Window};
use fihris_index::engine;
use fihris_query::ast::Scope;
use fihris_query::expansion::{Clause, TermExpansion};

/// A window in which more documents match is scored as a whole.
const DENSE: u32 = SIZE / 6;

/// A clause on a segment.
pub(super) struct ClauseScorer<'a> {
    /// It in each part of where it must stand.
    parts: Vec<ClausePart<'a>>,
    norms: FieldNormReader,
    /// BM25's length part, by the byte that stands for a length.
    norm_table: Vec<f32>,
    /// The same by offset in a window; set where it is dense.
    length_parts: Box<[f32; SIZE as usize]>,
    /// What its words weigh.
    weight: f32,
    /// Weighted frequencies in the window at hand.
    frequencies: Scores,
    /// About how many documents of the corpus it matches.
    pub cost: u32,
}

impl<'a> ClauseScorer<'a> {
    pub fn open(segment: &SegmentContext, clause: &'a Clause) -> tantivy::Result<Self> {
        Self::open_for(segment, clause, false)
    }

    /// One that counts occurrences, each as one; all members must weigh 1.
    pub fn open_to_count(segment: &SegmentContext, clause: &'a Clause) -> tantivy::Result<Self> {
        Self::open_for(segment, clause, true)
    }

    fn open_for(
        segment: &SegmentContext,
        clause: &'a Clause,
        counts: bool,
    ) -> tantivy::Result<Self> {
        let parts = FieldPart::covering(&clause.scope).into_iter();
        let parts = parts.map(|part| ClausePart::open(segment, clause, part, counts));
        let statistics = segment.index.vocabulary().statistics();
        let idfs = clause.terms.iter();
        let idfs = idfs.map(|expansion| idf(expansion.doc_freq(), statistics.articles));
        let mean = statistics.mean_length();
        #[allow(clippy::cast_precision_loss)] // lengths are rounded already
        let length_part = |id: u8| {
            let length = FieldNormReader::id_to_fieldnorm(id) as f32;
            K1 * (1.0 - B + B * length / mean)
        };
        Ok(Self {
            parts: parts.collect::<tantivy::Result<_>>()?,
            norms: segment
                .reader
                .get_fieldnorms_reader(engine::fields(segment.index).text)?,
            norm_table: (0..=u8::MAX).map(length_part).collect(),
            length_parts: Box::new([1.0; SIZE as usize]),
            weight: match clause.scope {
                Scope::Field(_) => 0.0, // says nothing of the text
                _ => clause.boost * idfs.sum::<f32>(),
            },
            frequencies: Scores::new(),
            cost: clause
                .terms
                .iter()
                .map(TermExpansion::doc_freq)
                .min()
                .unwrap_or(0),
        })
    }

    /// How often it stands in the documents of `window`, weighted; in some that are given not at all.
    pub fn frequencies(&mut self, window: Window) -> tantivy::Result<&Scores> {
        self.frequencies.clear();
        for part in &mut self.parts {
            part.fill(window, &mut self.frequencies)?;
        }
        Ok(&self.frequencies)
    }

    /// Adds the scores of the documents of `window` that match.
    pub fn add(&mut self, window: Window, scores: &mut Scores) -> tantivy::Result<()> {
        self.frequencies(window)?;
        if self.frequencies.count() > DENSE {
            self.add_dense(window, scores);
            return Ok(());
        }
        for offset in self.frequencies.offsets() {
            let frequency = self.frequencies.get(offset);
            if frequency > MIN_FREQUENCY {
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                let length_part = self.norm_table[usize::from(self.norms.fieldnorm_id(doc))];
                scores.add(offset, score(self.weight, frequency, length_part));
            }
        }
        Ok(())
    }

    /// The same for all documents one after the other, of which the processor takes several at once.
    fn add_dense(&mut self, window: Window, scores: &mut Scores) {
        let docs = window.start..window.end;
        let ids = docs.map(|doc| self.norms.fieldnorm_id(doc));
        for (length_part, id) in self.length_parts.iter_mut().zip(ids) {
            *length_part = self.norm_table[usize::from(id)];
        }
        let weight = self.weight;
        scores.add_all(&self.frequencies, MIN_FREQUENCY, |offset, frequency| {
            score(weight, frequency, self.length_parts[offset])
        });
    }
}

/// BM25 of a frequency.
fn score(weight: f32, frequency: f32, length_part: f32) -> f32 {
    weight * frequency * (K1 + 1.0) / (frequency + length_part)
}

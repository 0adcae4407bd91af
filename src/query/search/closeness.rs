//! Closeness: what the places of the query's words in an article add to its score.
//!
//! Words that stand next to each other in the query and in the text, near each other, or in the first
//! lines of an article say more than words scattered over it (Metzler & Croft, "A Markov random field
//! model for term dependencies", SIGIR 2005). Positions are dear to read, so only the best articles by
//! frequencies are looked at. Knows positions, not postings of the whole corpus.

use tantivy::DocId;

use super::leaf::{K1, idf};
use super::part::Part;
use super::segment::OpenSegment;
use super::sequence::{SetSpans, Span};
use crate::query::resolution::{Query, Resolution};
use crate::query::syntax::Scope;

/// The best articles by frequencies whose words' places are looked at.
pub(super) const CANDIDATES: usize = 200;

/// What a pair of words next to each other counts, beside the two words themselves.
const ADJACENCY: f32 = 0.2;

/// What a word in the lead counts, beside the word itself.
const LEAD: f32 = 0.25;

/// Words in the lead: a news article tells its story in the first lines.
const LEAD_LENGTH: u32 = 30;

/// The words of the query on one segment.
pub(super) struct Closeness {
    sets: Vec<(SetSpans, f32)>,
    /// Places of each set in the article at hand, in order.
    places: Vec<Vec<Span>>,
}

impl Closeness {
    pub fn open(segment: &OpenSegment, query: &Query) -> tantivy::Result<Self> {
        let terms = segment.terms(Part::Searched)?;
        let articles = segment.index.vocabulary().statistics().articles;
        let wanted = query.wanted();
        let sets: Vec<(&Resolution, f32)> = wanted
            .iter()
            .map(|leaf| &query.leaves[*leaf])
            .filter(|leaf| !matches!(leaf.scope, Scope::Named(_)))
            .flat_map(|leaf| leaf.slots.iter().map(|slot| (slot, leaf.boost)))
            .collect();
        let open = |(set, boost): &(&Resolution, f32)| {
            let weight = boost * idf(set.articles(), articles);
            tantivy::Result::Ok((SetSpans::open(&terms, set)?, weight))
        };
        let sets: Vec<_> = sets.iter().map(open).collect::<tantivy::Result<_>>()?;
        Ok(Self {
            places: vec![Vec::new(); sets.len()],
            sets,
        })
    }

    /// What to add to the score of `doc`. Documents must come in order.
    pub fn bonus(&mut self, doc: DocId) -> f32 {
        for ((set, _), places) in self.sets.iter_mut().zip(&mut self.places) {
            places.clear();
            set.collect(doc, places);
            places.sort_by_key(|span| span.start);
        }
        let bonuses = (0..self.sets.len()).map(|i| self.lead(i) + self.adjacency(i));
        bonuses.sum()
    }

    /// What it adds that the `i`-th word stands in the lead.
    fn lead(&self, i: usize) -> f32 {
        let lead = self.places[i]
            .iter()
            .filter(|span| span.start < LEAD_LENGTH);
        LEAD * self.sets[i].1 * saturated(lead.map(|span| span.weight).sum())
    }

    /// What it adds that the `i`-th word is followed by the next one of the query.
    fn adjacency(&self, i: usize) -> f32 {
        let (Some((_, idf)), Some(next)) = (self.sets.get(i + 1), self.places.get(i + 1)) else {
            return 0.0;
        };
        let mut frequency = 0.0;
        for first in &self.places[i] {
            let after = next.partition_point(|span| span.start < first.end);
            let behind = next[after..]
                .iter()
                .take_while(|span| span.start == first.end);
            frequency += behind
                .map(|span| first.weight.min(span.weight))
                .sum::<f32>();
        }
        ADJACENCY * (self.sets[i].1 + idf) * saturated(frequency)
    }
}

/// BM25's saturation of a frequency, for a text of average length.
fn saturated(frequency: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + K1)
}

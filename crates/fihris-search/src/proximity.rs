//! Proximity: what the places of the query's words in an article add to its score.
//!
//! Words that stand next to each other in the query and in the text, near each other, or in the first
//! lines of an article say more than words scattered over it (Metzler & Croft, "A Markov random field
//! model for term dependencies", SIGIR 2005). Positions are expensive to read, so only the best articles by
//! frequencies are looked at.

use tantivy::DocId;

use crate::bm25::{K1, idf};
use crate::field_part::FieldPart;
use crate::segment::SegmentContext;
use crate::sequence::{Span, collect_all};
use fihris_corpus::ZoneSet;
use fihris_query::ast::Scope;
use fihris_query::expansion::{Query, Rule};

/// The best articles by frequencies whose words' places are looked at.
pub(super) const CANDIDATES: usize = 200;

/// What a pair of words next to each other counts, beside the two words themselves.
const ADJACENCY: f32 = 0.2;

/// What a word in the lead counts, beside the word itself.
const LEAD: f32 = 0.25;

/// Words in the lead: a news article tells its story in the first lines.
const LEAD_LENGTH: u32 = 30;

/// The most members of a set that are looked at, the weightiest: a pattern may have thousands.
const MAX_EXPANDED: usize = 200;

/// What to add to the scores of `docs`, which must be in order.
pub(super) fn bonuses(
    segment: &SegmentContext,
    query: &Query,
    docs: &[DocId],
) -> tantivy::Result<Vec<f32>> {
    let terms = segment.terms(FieldPart::Searched(ZoneSet::SEARCHED))?;
    let articles = segment.index.vocabulary().statistics().articles;
    let wanted = query
        .positive_clauses()
        .into_iter()
        .map(|clause| &query.clauses[clause]);
    let expansions = wanted
        .filter(|clause| !matches!(clause.scope, Scope::Field(_)))
        .flat_map(|clause| {
            clause
                .terms
                .iter()
                .map(|expansion| (expansion, clause.boost))
        });
    let mut bonuses = vec![0.0; docs.len()];
    // Of the word at hand and of the one before it, by document.
    let mut places: Vec<Vec<Span>> = vec![Vec::new(); docs.len()];
    let mut places_before = places.clone();
    let mut weight_before = 0.0;
    for (expansion, boost) in expansions {
        let weight = boost * idf(expansion.doc_freq(), articles);
        // What is merely similar is near nothing.
        let expanded = expansion.expanded.iter();
        let sure = expanded.filter(|member| member.rule != Rule::Similar);
        for member in sure.take(MAX_EXPANDED) {
            collect_all(&terms, member, docs, &mut places)?;
        }
        for ((bonus, places), before) in bonuses.iter_mut().zip(&mut places).zip(&places_before) {
            places.sort_by_key(|span| span.start);
            *bonus += ADJACENCY * (weight_before + weight) * saturated(adjacency(before, places));
            *bonus += LEAD * weight * saturated(lead(places));
        }
        std::mem::swap(&mut places, &mut places_before);
        places.iter_mut().for_each(Vec::clear);
        weight_before = weight;
    }
    Ok(bonuses)
}

/// How often a word stands in the lead, by weight.
fn lead(places: &[Span]) -> f32 {
    let lead = places.iter().filter(|span| span.start < LEAD_LENGTH);
    lead.map(|span| span.weight).sum()
}

/// How often the second word stands right after the first, by the lesser weight.
fn adjacency(first: &[Span], second: &[Span]) -> f32 {
    let mut frequency = 0.0;
    for first in first {
        let after = second.partition_point(|span| span.start < first.end);
        let behind = second[after..]
            .iter()
            .take_while(|span| span.start == first.end);
        frequency += behind
            .map(|span| first.weight.min(span.weight))
            .sum::<f32>();
    }
    frequency
}

/// BM25's saturation of a frequency, for a text of average length.
fn saturated(frequency: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + K1)
}

//! Why a hit is a hit: the words behind its score, each with its share.
//!
//! A clause of the query adds to the score by its frequency; that is divided among its highlights by what each
//! of them counts. What is left is owed to where the words stand: next to each other, in the lead.

use std::collections::HashMap;

use crate::hit::Hit;
use crate::{ScoredDoc, clause_scores};
use arabic_text::fold;
use fihris_corpus::ZoneKind;
use fihris_index::{Index, IndexError};
use fihris_query::expansion::{Query, Rule};

/// A word of an article that matches, in one kind of zone.
#[derive(Clone, Debug, PartialEq)]
pub struct TermScore {
    /// As it is first written there.
    pub text: String,
    /// The words of the query, as typed.
    pub query_text: String,
    /// Why it matches.
    pub rule: Rule,
    /// Where it stands.
    pub zone: Option<ZoneKind>,
    /// How often it stands there.
    pub occurrences: usize,
    /// Its share of the score, in 0..=1.
    pub share: f32,
}

/// The reasons of one hit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScoreExplanation {
    /// By words, the greatest share first.
    pub terms: Vec<TermScore>,
    /// The share of the score for where the words stand: near each other, in the lead.
    pub proximity: f32,
}

/// Why `hit`, which was read from `doc`, has its score.
///
/// # Errors
/// If the index cannot be read.
pub fn explain_score(
    index: &Index,
    query: &Query,
    doc: &ScoredDoc,
    hit: &Hit,
) -> Result<ScoreExplanation, IndexError> {
    let clause_scores = clause_scores(index, query, doc.address)?;
    let mut counts: HashMap<usize, f32> = HashMap::new();
    for highlight in &hit.highlights {
        *counts.entry(highlight.clause).or_default() += highlight.weight;
    }
    let mut terms: Vec<TermScore> = Vec::new();
    let mut places: HashMap<_, usize> = HashMap::new();
    for highlight in &hit.highlights {
        let text = &hit.article.text[highlight.range.clone()];
        let zone = hit.article.zone_at(highlight.range.start);
        let clause_score = clause_scores.get(highlight.clause).copied().unwrap_or(0.0);
        let part = highlight.weight / counts[&highlight.clause];
        let key = (fold(text), &highlight.query_text, highlight.rule, zone);
        let place = *places.entry(key).or_insert_with(|| {
            terms.push(TermScore {
                text: text.to_string(),
                query_text: highlight.query_text.clone(),
                rule: highlight.rule,
                zone,
                occurrences: 0,
                share: 0.0,
            });
            terms.len() - 1
        });
        terms[place].occurrences += 1;
        if hit.score > 0.0 {
            terms[place].share += clause_score * part / hit.score;
        }
    }
    terms.sort_by(|a, b| b.share.total_cmp(&a.share));
    let by_words: f32 = terms.iter().map(|term| term.share).sum();
    let is_scored = by_words > 0.0;
    Ok(ScoreExplanation {
        terms,
        proximity: if is_scored {
            (1.0 - by_words).max(0.0)
        } else {
            0.0
        },
    })
}

//! Why a hit is a hit: the words behind its score, each with its share.
//!
//! A leaf of the query adds to the score by its frequency; that is divided among its marks by what each
//! of them counts. What is left is owed to where the words stand: next to each other, in the lead.

use std::collections::HashMap;

use crate::corpus::ZoneKind;
use crate::index::{Index, IndexError};
use crate::query::expansion::{Query, Rule};
use crate::search::hit::Hit;
use crate::search::{Found, contributions};
use arabic_text::fold;

/// A word of an article that matches, in one kind of zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// As it is first written there.
    pub text: String,
    /// The words of the query, as typed.
    pub asked: String,
    /// Why it matches.
    pub rule: Rule,
    /// Where it stands.
    pub zone: Option<ZoneKind>,
    /// How often it stands there.
    pub times: usize,
    /// Its share of the score, in 0..=1.
    pub share: f32,
}

/// The reasons of one hit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reasons {
    /// By words, the greatest share first.
    pub words: Vec<Reason>,
    /// The share of the score for where the words stand: near each other, in the lead.
    pub closeness: f32,
}

/// Why `hit`, which was read from `found`, has its score.
///
/// # Errors
/// If the index cannot be read.
pub fn reasons(
    index: &Index,
    query: &Query,
    found: &Found,
    hit: &Hit,
) -> Result<Reasons, IndexError> {
    let of_leaves = contributions(index, query, found.address)?;
    let mut counts: HashMap<usize, f32> = HashMap::new();
    for mark in &hit.marks {
        *counts.entry(mark.leaf).or_default() += mark.weight;
    }
    let mut reasons: Vec<Reason> = Vec::new();
    let mut places: HashMap<_, usize> = HashMap::new();
    for mark in &hit.marks {
        let text = &hit.article.text[mark.range.clone()];
        let zone = hit.article.zone_at(mark.range.start);
        let of_leaf = of_leaves.get(mark.leaf).copied().unwrap_or(0.0);
        let part = mark.weight / counts[&mark.leaf];
        let key = (fold(text), &mark.asked, mark.rule, zone);
        let place = *places.entry(key).or_insert_with(|| {
            reasons.push(Reason {
                text: text.to_string(),
                asked: mark.asked.clone(),
                rule: mark.rule,
                zone,
                times: 0,
                share: 0.0,
            });
            reasons.len() - 1
        });
        reasons[place].times += 1;
        if hit.score > 0.0 {
            reasons[place].share += of_leaf * part / hit.score;
        }
    }
    reasons.sort_by(|a, b| b.share.total_cmp(&a.share));
    let by_words: f32 = reasons.iter().map(|reason| reason.share).sum();
    let is_scored = by_words > 0.0;
    Ok(Reasons {
        words: reasons,
        closeness: if is_scored {
            (1.0 - by_words).max(0.0)
        } else {
            0.0
        },
    })
}

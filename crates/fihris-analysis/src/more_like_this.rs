//! More like this: the query that finds articles like a given one.
//!
//! The words that are most typical of it, by how often they stand in it and how few articles hold them,
//! become alternatives, as in Lucene's `MoreLikeThis`; ranking weighs each by its rarity. Words and
//! names are expanded like those of any query, so an article that spells a name otherwise is found,
//! too.

use std::collections::HashMap;

use arabic_text::stop_words::is_stop_word;
use fihris_corpus::{Article, ZoneSet};
use fihris_query::Expander;
use fihris_query::ast::{Scope, query_terms};
use fihris_query::expansion::{Clause, Node, Query, TermExpansion};
use fihris_search::Hit;

/// Words in such a query, as in `MoreLikeThis`.
const MAX_TERMS: usize = 25;

/// A word of which no other article has any is of no use.
const MIN_DOC_FREQ: u32 = 2;

/// A word, or a name of several, that is typical of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct InterestingTerm {
    /// As written where it first stands.
    pub word: String,
    /// How often it stands in the article, in any form and spelling.
    pub occurrences: u32,
    /// About how many articles hold it: see [`TermExpansion::doc_freq`].
    pub articles: u32,
}

/// What articles like one have in common with it.
#[derive(Clone, Debug, PartialEq)]
pub struct MoreLikeThis {
    /// Finds articles with some of the words.
    pub query: Query,
    /// The words, the most typical first: one for each clause of the query.
    pub words: Vec<InterestingTerm>,
}

impl MoreLikeThis {
    /// The likeness to `article`: of its words in `zones`, which `expander` knows in a corpus of so many
    /// `articles`.
    #[must_use]
    pub fn new(article: &Article, expander: &Expander, zones: ZoneSet, articles: u64) -> Self {
        let mut found: Vec<(InterestingTerm, TermExpansion)> = Vec::new();
        let mut known: HashMap<Vec<Vec<String>>, usize> = HashMap::new();
        for zone in article
            .zones
            .iter()
            .filter(|zone| zones.contains(zone.kind))
        {
            let row = query_terms(&article.text[zone.range.clone()]);
            for expansion in expander.iter_expansions(&row) {
                // Forms and spellings of one word stand for the same words, if with other weights.
                let terms = expansion.expanded.iter();
                let sure = terms.filter(|member| member.rule.is_same_word());
                let Some(first) = sure.map(|member| &member.words).min() else {
                    continue;
                };
                if let Some(&i) = known.get(first) {
                    found[i].0.occurrences += 1;
                } else if says_something(&expansion) {
                    known.insert(first.clone(), found.len());
                    found.push((typical_word(&expansion), expansion));
                }
            }
        }
        let weight = |(word, _): &(InterestingTerm, TermExpansion)| weight(word, articles);
        found.sort_by(|a, b| weight(b).total_cmp(&weight(a))); // stable: equal ones as they stand
        found.truncate(MAX_TERMS);
        let (words, expansions): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        let clauses = expansions.into_iter().map(|expansion| Clause {
            terms: vec![expansion],
            scope: Scope::Zones(zones),
            slop: None,
            boost: 1.0,
        });
        let query = Query {
            clauses: clauses.collect(),
            tree: Node::Any((0..words.len()).map(Node::Clause).collect()),
        };
        Self { query, words }
    }

    /// The words that an article found by the query shares, the most typical first.
    #[must_use]
    pub fn shared(&self, hit: &Hit) -> Vec<&str> {
        let sure = hit
            .highlights
            .iter()
            .filter(|highlight| highlight.rule.is_same_word());
        let mut clauses: Vec<usize> = sure.map(|highlight| highlight.clause).collect();
        clauses.sort_unstable();
        clauses.dedup();
        let words = clauses
            .into_iter()
            .filter_map(|clause| self.words.get(clause));
        words.map(|word| &*word.word).collect()
    }
}

/// Whether it is no stop word in any of its forms (`بينهما` is a form of `بين`), nor rare.
fn says_something(expansion: &TermExpansion) -> bool {
    let forms = expansion.expanded.iter();
    let sure = forms.filter(|member| member.rule.is_same_word());
    let mut words = sure.filter_map(|member| match &member.words[..] {
        [forms] => forms.first(),
        _ => None,
    });
    let is_empty = matches!(&expansion.query_terms[..], [word] if is_stop_word(&word.raw))
        || words.any(|form| is_stop_word(form));
    !is_empty && expansion.doc_freq() >= MIN_DOC_FREQ
}

fn typical_word(expansion: &TermExpansion) -> InterestingTerm {
    let raw: Vec<&str> = expansion
        .query_terms
        .iter()
        .map(|word| &*word.raw)
        .collect();
    InterestingTerm {
        word: raw.join(" "),
        occurrences: 1,
        articles: expansion.doc_freq(),
    }
}

/// How typical a word is: its occurrences times the logarithm of one in how many articles holds it.
#[allow(clippy::cast_precision_loss)] // counts into a logarithm
fn weight(word: &InterestingTerm, articles: u64) -> f64 {
    f64::from(word.occurrences) * (1.0 + articles as f64 / f64::from(word.articles)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn often_here_and_rarely_elsewhere_is_typical() {
        let weight = |occurrences, articles| {
            let word = String::new();
            let word = InterestingTerm {
                word,
                occurrences,
                articles,
            };
            super::weight(&word, 1000)
        };
        assert!(weight(2, 10) > weight(1, 10));
        assert!(weight(2, 10) > weight(2, 100));
        assert!(weight(3, 900) < weight(1, 2));
    }
}

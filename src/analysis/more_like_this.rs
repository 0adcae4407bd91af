//! Likeness: the query that finds articles like a given one.
//!
//! The words that are most typical of it, by how often they stand in it and how few articles hold them,
//! become alternatives, as in Lucene's `MoreLikeThis`; ranking weighs each by its rarity. Words and
//! names are resolved like those of any query, so an article that spells a name otherwise is found,
//! too. Knows one article and the vocabulary, not the articles found.

use std::collections::HashMap;

use crate::corpus::{Article, ZoneSet};
use crate::query::ast::{Scope, asked_words};
use crate::query::expand::Resolver;
use crate::query::expansion::{Leaf, Node, Query, Resolution, Rule};
use crate::search::hit::Hit;
use arabic_text::stop_words::is_stop_word;

/// Words in such a query, as in `MoreLikeThis`.
const MOST_WORDS: usize = 25;

/// A word of which no other article has any is of no use.
const FEWEST_ARTICLES: u32 = 2;

/// A word, or a name of several, that is typical of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct TypicalWord {
    /// As written where it first stands.
    pub word: String,
    /// How often it stands in the article, in any form and spelling.
    pub occurrences: u32,
    /// About how many articles hold it: see [`Resolution::articles`].
    pub articles: u32,
}

/// What articles like one have in common with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// Finds articles with some of the words.
    pub query: Query,
    /// The words, the most typical first: one for each leaf of the query.
    pub words: Vec<TypicalWord>,
}

impl Likeness {
    /// The likeness to `article`: of its words in `zones`, which `resolver` knows in a corpus of so many
    /// `articles`.
    #[must_use]
    pub fn of(article: &Article, resolver: &Resolver, zones: ZoneSet, articles: u64) -> Self {
        let mut found: Vec<(TypicalWord, Resolution)> = Vec::new();
        let mut known: HashMap<Vec<Vec<String>>, usize> = HashMap::new();
        for zone in article
            .zones
            .iter()
            .filter(|zone| zones.contains(zone.kind))
        {
            let row = asked_words(&article.text[zone.range.clone()]);
            for set in resolver.each(&row) {
                // Forms and spellings of one word stand for the same words, if with other weights.
                let members = set.members.iter();
                let sure = members.filter(|member| member.rule != Rule::Similar);
                let Some(first) = sure.map(|member| &member.words).min() else {
                    continue;
                };
                if let Some(&i) = known.get(first) {
                    found[i].0.occurrences += 1;
                } else if says_something(&set) {
                    known.insert(first.clone(), found.len());
                    found.push((typical_word(&set), set));
                }
            }
        }
        let weight = |(word, _): &(TypicalWord, Resolution)| weight(word, articles);
        found.sort_by(|a, b| weight(b).total_cmp(&weight(a))); // stable: equal ones as they stand
        found.truncate(MOST_WORDS);
        let (words, sets): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        let leaves = sets.into_iter().map(|set| Leaf {
            slots: vec![set],
            scope: Scope::Zones(zones),
            near: None,
            boost: 1.0,
        });
        let query = Query {
            leaves: leaves.collect(),
            tree: Node::Any((0..words.len()).map(Node::Leaf).collect()),
        };
        Self { query, words }
    }

    /// The words that an article found by the query shares, the most typical first.
    #[must_use]
    pub fn shared(&self, hit: &Hit) -> Vec<&str> {
        let sure = hit.marks.iter().filter(|mark| mark.rule != Rule::Similar);
        let mut leaves: Vec<usize> = sure.map(|mark| mark.leaf).collect();
        leaves.sort_unstable();
        leaves.dedup();
        let words = leaves.into_iter().filter_map(|leaf| self.words.get(leaf));
        words.map(|word| &*word.word).collect()
    }
}

fn says_something(set: &Resolution) -> bool {
    let is_empty = matches!(&set.asked[..], [word] if is_stop_word(&word.typed));
    !is_empty && set.articles() >= FEWEST_ARTICLES
}

fn typical_word(set: &Resolution) -> TypicalWord {
    let typed: Vec<&str> = set.asked.iter().map(|word| &*word.typed).collect();
    TypicalWord {
        word: typed.join(" "),
        occurrences: 1,
        articles: set.articles(),
    }
}

/// How typical a word is: its occurrences times the logarithm of one in how many articles holds it.
#[allow(clippy::cast_precision_loss)] // counts into a logarithm
fn weight(word: &TypicalWord, articles: u64) -> f64 {
    f64::from(word.occurrences) * (1.0 + articles as f64 / f64::from(word.articles)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn often_here_and_rarely_elsewhere_is_typical() {
        let weight = |occurrences, articles| {
            let word = String::new();
            let word = TypicalWord {
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

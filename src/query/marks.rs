//! Marks: which words of an article a query matches, and why.
//!
//! Works on the article's own text, so that every mark is a byte range of what was written. Knows
//! resolved queries and texts, not postings.

use std::collections::HashMap;
use std::ops::Range;

use super::resolution::{Member, Query, Resolution, Rule};
use super::syntax::{AskedPeriod, Scope};
use crate::corpus::Article;
use crate::index::stored::Placed;

/// A word of the text, or a name of several, that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Byte range in the article's text.
    pub range: Range<usize>,
    /// The words of the query that it matches, as typed.
    pub asked: String,
    /// Why it matches.
    pub rule: Rule,
    /// The leaf of the query that it belongs to.
    pub leaf: usize,
}

/// Finds the marks of one query in articles.
pub struct Marker<'a> {
    leaves: Vec<(usize, Scope, Vec<Slot<'a>>)>,
    periods: Vec<&'a AskedPeriod>,
}

/// A resolved word, ready to be looked up by its forms.
struct Slot<'a> {
    set: &'a Resolution,
    singles: HashMap<&'a str, &'a Member>,
    names: Vec<&'a Member>,
}

/// Where a slot matches: so many words, by this rule.
#[derive(Clone, Copy)]
struct Match {
    first: usize,
    length: usize,
    rule: Rule,
}

impl<'a> Marker<'a> {
    /// For the leaves of `query` that are wanted; what it excludes is not marked.
    #[must_use]
    pub fn new(query: &'a Query) -> Self {
        let leaf = |i: usize| {
            let leaf = &query.leaves[i];
            (i, leaf.scope, leaf.slots.iter().map(Slot::new).collect())
        };
        Self {
            leaves: query.wanted().into_iter().map(leaf).collect(),
            periods: query.periods(),
        }
    }

    /// The marks in `article`, whose words are `words`, in the order of the text and not overlapping;
    /// where two overlap, the one by the stronger rule stays.
    #[must_use]
    pub fn marks(&self, article: &Article, words: &[Placed]) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (leaf, scope, slots) in &self.leaves {
            let mut found = Vec::new();
            for first in 0..words.len() {
                if scope.zones().contains(words[first].zone)
                    && let Some(matches) = match_slots(slots, article, words, first)
                {
                    found.extend(slots.iter().zip(matches));
                }
            }
            marks.extend(found.into_iter().map(|(slot, found)| Mark {
                range: words[found.first].range.start
                    ..words[found.first + found.length - 1].range.end,
                asked: slot.typed(),
                rule: found.rule,
                leaf: *leaf,
            }));
        }
        marks.extend(self.dates(article));
        marks.sort_by(|a, b| {
            (a.range.start, a.rule, b.range.end).cmp(&(b.range.start, b.rule, a.range.end))
        });
        let mut end = 0;
        marks.retain(|mark| {
            let is_free = mark.range.start >= end;
            if is_free {
                end = mark.range.end;
            }
            is_free
        });
        marks
    }
}

impl Marker<'_> {
    /// The dates of `article` that were asked for.
    fn dates(&self, article: &Article) -> Vec<Mark> {
        if self.periods.is_empty() {
            return Vec::new(); // reading them takes a while
        }
        let mut marks = Vec::new();
        for mention in article.mentions() {
            let is_asked = |asked: &&AskedPeriod| {
                let mut readings = mention.readings.iter();
                readings.any(|reading| reading.is_within(asked.period))
            };
            if let Some(i) = self.periods.iter().position(is_asked) {
                marks.push(Mark {
                    range: mention.range,
                    asked: self.periods[i].typed.clone(),
                    rule: Rule::Date,
                    leaf: self.leaves.len() + i,
                });
            }
        }
        marks
    }
}

/// Matches slots one behind the other from the word `first` on.
fn match_slots(
    slots: &[Slot],
    article: &Article,
    words: &[Placed],
    first: usize,
) -> Option<Vec<Match>> {
    let Some((slot, rest)) = slots.split_first() else {
        return Some(Vec::new());
    };
    slot.matches(article, words, first)
        .into_iter()
        .find_map(|found| {
            let next = first + found.length;
            let goes_on = rest.is_empty() || follows(words, next);
            let mut matches = goes_on
                .then(|| match_slots(rest, article, words, next))
                .flatten()?;
            matches.insert(0, found);
            Some(matches)
        })
}

/// Whether the word `next` stands right behind the one before it, in the same zone.
fn follows(words: &[Placed], next: usize) -> bool {
    next > 0
        && words
            .get(next)
            .is_some_and(|word| word.follows(&words[next - 1]))
}

impl<'a> Slot<'a> {
    fn new(set: &'a Resolution) -> Self {
        let mut slot = Self {
            set,
            singles: HashMap::new(),
            names: Vec::new(),
        };
        for member in &set.members {
            match &member.words[..] {
                [forms] => slot
                    .singles
                    .extend(forms.iter().map(|form| (&**form, member))),
                _ => slot.names.push(member),
            }
        }
        slot
    }

    /// The words of the query, as typed.
    fn typed(&self) -> String {
        let typed: Vec<&str> = self.set.asked.iter().map(|word| &*word.typed).collect();
        typed.join(" ")
    }

    /// All ways in which it matches at the word `first`, the longest first.
    fn matches(&self, article: &Article, words: &[Placed], first: usize) -> Vec<Match> {
        let mut matches = Vec::new();
        for name in &self.names {
            let length = name.words.len();
            let fits = name.words.iter().enumerate().all(|(i, forms)| {
                (i == 0 || follows(words, first + i))
                    && words
                        .get(first + i)
                        .is_some_and(|word| forms.contains(&word.form))
            });
            if fits {
                matches.push(self.found(article, words, first, length, name.rule));
            }
        }
        if let Some(member) = words
            .get(first)
            .and_then(|word| self.singles.get(&*word.form))
        {
            matches.push(self.found(article, words, first, 1, member.rule));
        }
        if let Some(typed) = &self.set.exactly {
            matches.retain(|_| article.text[words[first].range.clone()] == **typed);
        }
        matches.sort_by_key(|found| std::cmp::Reverse(found.length));
        matches
    }

    /// A match whose rule says how the text's own letters differ from those typed.
    fn found(
        &self,
        article: &Article,
        words: &[Placed],
        first: usize,
        length: usize,
        rule: Rule,
    ) -> Match {
        let here = &words[first..first + length];
        let asked = &self.set.asked;
        let same = |is_same: &dyn Fn(&Placed, usize) -> bool| {
            here.len() == asked.len() && here.iter().enumerate().all(|(i, word)| is_same(word, i))
        };
        let rule = if rule != Rule::Written {
            rule
        } else if same(&|word, i| article.text[word.range.clone()] == asked[i].typed) {
            Rule::Written
        } else if same(&|word, i| word.form == asked[i].form) {
            Rule::Folded
        } else {
            Rule::Clitic
        };
        Match {
            first,
            length,
            rule,
        }
    }
}

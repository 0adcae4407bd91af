//! Marks: which words of an article a query matches, and why.
//!
//! Works on the article's own text, so that every mark is a byte range of what was written. Knows
//! resolved queries and texts, not postings.

use std::collections::HashMap;
use std::ops::Range;

use super::near::near;
use super::resolution::{Member, Query, Resolution, Rule};
use super::search::Part;
use super::syntax::AskedPeriod;
use crate::corpus::{Article, ZoneKind, ZoneSet};
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
    /// Which occurrence of the leaf in the article it belongs to: all words of a phrase have one number.
    pub occurrence: usize,
}

/// Finds the marks of one query in articles.
pub struct Marker<'a> {
    leaves: Vec<MarkedLeaf<'a>>,
    periods: Vec<&'a AskedPeriod>,
}

/// A leaf, ready to be looked for in texts.
struct MarkedLeaf<'a> {
    /// Its number in the query.
    number: usize,
    zones: ZoneSet,
    near: Option<u32>,
    slots: Vec<Slot<'a>>,
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
            MarkedLeaf {
                number: i,
                zones: leaf.scope.zones(),
                near: leaf.near,
                slots: leaf.slots.iter().map(Slot::new).collect(),
            }
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
        for leaf in &self.leaves {
            let found = match leaf.near {
                None => leaf.side_by_side(article, words),
                Some(distance) => leaf.together(article, words, distance),
            };
            let places = leaf.slots.len();
            marks.extend(
                found
                    .into_iter()
                    .enumerate()
                    .map(|(i, (slot, found))| Mark {
                        occurrence: i / places,
                        range: words[found.first].range.start
                            ..words[found.first + found.length - 1].range.end,
                        asked: slot.typed(),
                        rule: found.rule,
                        leaf: leaf.number,
                    }),
            );
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
                    occurrence: marks.len(),
                });
            }
        }
        marks
    }
}

impl<'a> MarkedLeaf<'a> {
    /// Where its words stand one behind the other.
    fn side_by_side(&self, article: &Article, words: &[Placed]) -> Vec<(&Slot<'a>, Match)> {
        let starts = (0..words.len()).filter(|&first| self.zones.contains(words[first].zone));
        let matches = starts.filter_map(|first| match_slots(&self.slots, article, words, first));
        matches
            .flat_map(|matches| self.slots.iter().zip(matches))
            .collect()
    }

    /// Where its words stand near each other.
    fn together(
        &self,
        article: &Article,
        words: &[Placed],
        distance: u32,
    ) -> Vec<(&Slot<'a>, Match)> {
        let mut marked = Vec::new();
        for part in self.parts() {
            let meant = (0..words.len()).filter(|&i| self.zones.contains(words[i].zone));
            let inside: Vec<(usize, u32)> = meant
                .filter_map(|i| Some((i, part.position(&words[i])?)))
                .collect();
            let places = |slot: &Slot| -> Vec<(Match, Range<u32>)> {
                let place = |&(first, position): &(usize, u32)| {
                    let found = *slot.matches(article, words, first).first()?;
                    let length = u32::try_from(found.length).ok()?;
                    Some((found, position..position + length))
                };
                inside.iter().filter_map(place).collect()
            };
            let found: Vec<Vec<_>> = self.slots.iter().map(places).collect();
            let ranges = |places: &Vec<(Match, Range<u32>)>| {
                places.iter().map(|(_, range)| range.clone()).collect()
            };
            let ranges: Vec<Vec<Range<u32>>> = found.iter().map(ranges).collect();
            for near in near(&ranges, distance) {
                let chosen = self.slots.iter().zip(&found).zip(near.chosen);
                marked.extend(chosen.map(|((slot, places), i)| (slot, places[i].0)));
            }
        }
        marked
    }

    /// The parts of a text in which positions count on.
    fn parts(&self) -> Vec<Part<'static>> {
        let has_body = self.zones.contains(ZoneKind::Body);
        let kinds = ZoneKind::ALL.into_iter().filter(|kind| {
            self.zones.contains(*kind) && !(has_body && ZoneSet::SEARCHED.contains(*kind))
        });
        let searched = has_body.then_some(Part::Searched);
        searched.into_iter().chain(kinds.map(Part::Zone)).collect()
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
        if let Some(written) = &self.set.written {
            matches.retain(|_| written.allows(&article.text[words[first].range.clone()]));
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

//! Marks: which words of an article a query matches, and why.
//!
//! Works on the article's own text, so that every mark is a byte range of what was written. Knows
//! resolved queries and texts, not postings.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::near::{NearWord, near};
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
    /// Its words, each once.
    slots: Vec<Slot<'a>>,
    /// Which of them stands in each place.
    order: Vec<usize>,
}

/// A resolved word, ready to be looked up by its forms.
struct Slot<'a> {
    set: &'a Resolution,
    singles: HashMap<&'a str, &'a Member>,
    /// Names of several words, by the forms of their first ones.
    names: HashMap<&'a str, Vec<&'a Member>>,
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
            let (slots, order) = leaf.distinct();
            MarkedLeaf {
                number: i,
                zones: leaf.scope.zones(),
                near: leaf.near,
                slots: slots.into_iter().map(Slot::new).collect(),
                order,
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
            leaf.mark(article, words, &mut marks);
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

/// The matches of a leaf in an article, each word of it once.
#[derive(Default)]
struct Matches {
    /// The number of the slot, the match, and that of the occurrence.
    found: Vec<(usize, Match, usize)>,
    /// Which of these has the words from the first to the last.
    by_words: HashMap<(usize, usize), usize>,
    occurrences: usize,
}

impl Matches {
    /// Adds the matches of one occurrence. Of several that are the same words, as where a phrase goes on in the
    /// middle of itself, the one by the strongest rule stays, so that there are not more than words.
    fn add(&mut self, occurrence: impl Iterator<Item = (usize, Match)>) {
        for (slot, found) in occurrence {
            let one = (slot, found, self.occurrences);
            match self.by_words.entry((found.first, found.length)) {
                Entry::Vacant(entry) => {
                    entry.insert(self.found.len());
                    self.found.push(one);
                }
                Entry::Occupied(entry) => {
                    let known = &mut self.found[*entry.get()];
                    if found.rule < known.1.rule {
                        *known = one;
                    }
                }
            }
        }
        self.occurrences += 1;
    }
}

impl MarkedLeaf<'_> {
    /// Adds the marks of its words.
    fn mark(&self, article: &Article, words: &[Placed], marks: &mut Vec<Mark>) {
        let mut matches = Matches::default();
        match self.near {
            None => self.side_by_side(article, words, &mut matches),
            Some(distance) => self.together(article, words, distance, &mut matches),
        }
        let found = matches.found.into_iter();
        marks.extend(found.map(|(slot, found, occurrence)| {
            let last = found.first + found.length - 1;
            Mark {
                range: words[found.first].range.start..words[last].range.end,
                asked: self.slots[slot].typed(),
                rule: found.rule,
                leaf: self.number,
                occurrence,
            }
        }));
    }

    /// Where its words stand one behind the other.
    fn side_by_side(&self, article: &Article, words: &[Placed], matches: &mut Matches) {
        let mut row = Row {
            leaf: self,
            article,
            words,
            vain: HashSet::new(),
            path: Vec::new(),
        };
        let starts = (0..words.len()).filter(|&first| self.zones.contains(words[first].zone));
        for first in starts {
            row.path.clear();
            if row.goes_on(0, first) {
                matches.add(self.order.iter().copied().zip(row.path.drain(..)));
            }
        }
    }

    /// Where its words stand near each other.
    fn together(&self, article: &Article, words: &[Placed], distance: u32, matches: &mut Matches) {
        for part in self.parts() {
            let meant = (0..words.len()).filter(|&i| self.zones.contains(words[i].zone));
            let inside: Vec<(usize, u32)> = meant
                .filter_map(|i| Some((i, part.position(&words[i])?)))
                .collect();
            let places = |slot: &Slot| -> Vec<(Match, Range<u32>)> {
                let place = |&(first, position): &(usize, u32)| {
                    let found = slot.matches(article, words, first).into_iter().rev();
                    found.map(move |found| {
                        let length = u32::try_from(found.length).unwrap_or(u32::MAX);
                        (found, position..position + length)
                    })
                };
                inside.iter().flat_map(place).collect()
            };
            let found: Vec<Vec<_>> = self.slots.iter().map(places).collect();
            let word = |places: &Vec<(Match, Range<u32>)>| NearWord {
                places: places.iter().map(|(_, range)| range.clone()).collect(),
                times: 0,
            };
            let mut near_words: Vec<NearWord> = found.iter().map(word).collect();
            for slot in &self.order {
                near_words[*slot].times += 1;
            }
            for near in near(&near_words, distance) {
                let chosen = near.chosen.into_iter();
                matches.add(chosen.map(|(slot, i)| (slot, found[slot][i].0)));
            }
        }
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

/// Slots that are looked for one behind the other.
struct Row<'a> {
    leaf: &'a MarkedLeaf<'a>,
    article: &'a Article,
    words: &'a [Placed],
    /// Places of the leaf and words from which it does not go on to its end.
    vain: HashSet<(usize, usize)>,
    /// The matches so far.
    path: Vec<Match>,
}

impl Row<'_> {
    /// Whether the leaf goes on from its place `at` with the word `next` to its end, which adds to the path.
    fn goes_on(&mut self, at: usize, next: usize) -> bool {
        let Some(&slot) = self.leaf.order.get(at) else {
            return true;
        };
        if (at > 0 && !follows(self.words, next)) || self.vain.contains(&(at, next)) {
            return false;
        }
        for found in self.leaf.slots[slot].matches(self.article, self.words, next) {
            self.path.push(found);
            if self.goes_on(at + 1, next + found.length) {
                return true;
            }
            self.path.pop();
        }
        if at > 0 {
            self.vain.insert((at, next));
        }
        false
    }
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
            names: HashMap::new(),
        };
        for member in &set.members {
            match &member.words[..] {
                [forms] => slot
                    .singles
                    .extend(forms.iter().map(|form| (&**form, member))),
                words => {
                    for form in words.first().into_iter().flatten() {
                        slot.names.entry(&**form).or_default().push(member);
                    }
                }
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
        let Some(word) = words.get(first) else {
            return matches;
        };
        for name in self.names.get(&*word.form).into_iter().flatten() {
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
        if let Some(member) = self.singles.get(&*word.form) {
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

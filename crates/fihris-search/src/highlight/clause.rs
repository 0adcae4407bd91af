//! Clauses of a query in texts: words, names and phrases, and words near each other.
//!
//! Does not depend on how clauses combine.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::bm25::TITLE_BONUS;
use crate::field_part::FieldPart;
use crate::highlight::span::Highlight;
use crate::highlight::word::{TermMatch, TermMatcher, follows};
use crate::near::{NearWord, near, share};
use fihris_corpus::{Article, ZoneKind};
use fihris_index::stored::TokenPosition;
use fihris_query::expansion::{Clause, Rule};

/// A clause, ready to be looked for in texts.
pub(super) struct ClauseHighlighter<'a> {
    /// Its number in the query.
    number: usize,
    /// The parts of a text in which it is looked for.
    parts: Vec<FieldPart<'a>>,
    near: Option<u32>,
    /// Its words, each once.
    terms: Vec<TermMatcher<'a>>,
    /// Which of them stands in each place.
    order: Vec<usize>,
}

/// The matches of a clause in an article, each word of it once.
#[derive(Default)]
struct Matches {
    found: Vec<FoundTerm>,
    /// Which of these has the words from the first to the last.
    by_words: HashMap<(usize, usize), usize>,
    occurrences: usize,
}

/// A match of a term, by its number, and in which occurrence of the clause.
struct FoundTerm {
    term: usize,
    place: TermMatch,
    occurrence: usize,
}

impl Matches {
    /// Adds the matches of one occurrence, which counts `weight`. Of several that are the same words, as where a
    /// phrase goes on in the middle of itself, the one by the strongest rule stays, so that there are not more
    /// than words.
    fn add(&mut self, occurrence: impl ExactSizeIterator<Item = (usize, TermMatch)>, weight: f32) {
        let weight = weight / as_f32(occurrence.len());
        for (term, place) in occurrence {
            let mut one = FoundTerm {
                term,
                place: TermMatch { weight, ..place },
                occurrence: self.occurrences,
            };
            match self.by_words.entry((place.first, place.length)) {
                Entry::Vacant(entry) => {
                    entry.insert(self.found.len());
                    self.found.push(one);
                }
                Entry::Occupied(entry) => {
                    let known = &mut self.found[*entry.get()];
                    one.place.weight += known.place.weight;
                    if place.rule < known.place.rule {
                        *known = one;
                    } else {
                        known.place.weight = one.place.weight;
                    }
                }
            }
        }
        self.occurrences += 1;
    }
}

impl<'a> ClauseHighlighter<'a> {
    pub fn new(number: usize, clause: &'a Clause) -> Self {
        let (terms, order) = clause.distinct_terms();
        Self {
            number,
            parts: FieldPart::covering(&clause.scope),
            near: clause.slop,
            terms: terms.into_iter().map(TermMatcher::new).collect(),
            order,
        }
    }

    /// Adds the highlights of its words.
    pub fn highlight(
        &self,
        article: &Article,
        words: &[TokenPosition],
        highlights: &mut Vec<Highlight>,
    ) {
        let mut matches = Matches::default();
        match self.near {
            None => self.side_by_side(article, words, &mut matches),
            Some(distance) => self.near_spans(article, words, distance, &mut matches),
        }
        let found = matches.found.into_iter();
        highlights.extend(found.map(|found| {
            let TermMatch { first, length, .. } = found.place;
            Highlight {
                range: words[first].range.start..words[first + length - 1].range.end,
                query_text: self.terms[found.term].query_text(),
                rule: found.place.rule,
                clause: self.number,
                occurrence: found.occurrence,
                weight: found.place.weight,
            }
        }));
    }

    /// Where its words stand one after the other.
    fn side_by_side(&self, article: &Article, words: &[TokenPosition], matches: &mut Matches) {
        let mut row = Row {
            clause: self,
            article,
            words,
            vain: HashSet::new(),
            path: Vec::new(),
        };
        for first in 0..words.len() {
            let mut parts = self.parts.iter();
            let Some(part) = parts.find(|part| part.zones().contains(words[first].zone)) else {
                continue;
            };
            row.path.clear();
            if row.goes_on(0, first) {
                let weight = weight(&row.path, *part, words);
                matches.add(self.order.iter().copied().zip(row.path.drain(..)), weight);
            }
        }
    }

    /// Where its words stand near each other.
    fn near_spans(
        &self,
        article: &Article,
        words: &[TokenPosition],
        distance: u32,
        matches: &mut Matches,
    ) {
        for part in &self.parts {
            let positions = words.iter().enumerate();
            let inside: Vec<(usize, u32)> = positions
                .filter_map(|(i, word)| Some((i, part.position(word)?)))
                .collect();
            let places = |term: &TermMatcher| -> Vec<(TermMatch, Range<u32>)> {
                let place = |&(first, position): &(usize, u32)| {
                    let found = term.matches(article, words, first).into_iter().rev();
                    found.map(move |found| {
                        let length = u32::try_from(found.length).unwrap_or(u32::MAX);
                        (found, position..position + length)
                    })
                };
                inside.iter().flat_map(place).collect()
            };
            let found: Vec<Vec<_>> = self.terms.iter().map(places).collect();
            let word = |places: &Vec<(TermMatch, Range<u32>)>| NearWord {
                places: places.iter().map(|(_, range)| range.clone()).collect(),
                times: 0,
            };
            let mut near_words: Vec<NearWord> = found.iter().map(word).collect();
            for term in &self.order {
                near_words[*term].times += 1;
            }
            for near in near(&near_words, distance) {
                let chosen = near
                    .chosen
                    .iter()
                    .map(|&(term, i)| (term, found[term][i].0));
                let chosen: Vec<(usize, TermMatch)> = chosen.collect();
                let places: Vec<TermMatch> = chosen.iter().map(|(_, place)| *place).collect();
                let weight = weight(&places, *part, words) * share(near.others);
                matches.add(chosen.into_iter(), weight);
            }
        }
    }
}

/// What an occurrence of these matches counts: as much as the least of them, and more in the headline.
fn weight(places: &[TermMatch], part: FieldPart, words: &[TokenPosition]) -> f32 {
    let weakest = places.iter().map(|place| place.weight).fold(1.0, f32::min);
    let counts_more = |place: &TermMatch| {
        words[place.first].zone == ZoneKind::Title && place.rule != Rule::Similar
    };
    if part.has_headline() && places.iter().all(counts_more) {
        weakest * (1.0 + TITLE_BONUS)
    } else {
        weakest
    }
}

#[allow(clippy::cast_precision_loss)] // words of a query
fn as_f32(words: usize) -> f32 {
    words as f32
}

/// Terms that are looked for one after the other.
struct Row<'a> {
    clause: &'a ClauseHighlighter<'a>,
    article: &'a Article,
    words: &'a [TokenPosition],
    /// Places of the clause and words from which it does not go on to its end.
    vain: HashSet<(usize, usize)>,
    /// The matches so far.
    path: Vec<TermMatch>,
}

impl Row<'_> {
    /// Whether the clause goes on from its place `at` with the word `next` to its end, which adds to the path.
    fn goes_on(&mut self, at: usize, next: usize) -> bool {
        let Some(&term) = self.clause.order.get(at) else {
            return true;
        };
        if (at > 0 && !follows(self.words, next)) || self.vain.contains(&(at, next)) {
            return false;
        }
        for found in self.clause.terms[term].matches(self.article, self.words, next) {
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

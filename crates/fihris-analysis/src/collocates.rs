//! Collocates: the words that stand near the matches of a query, against all other words of the corpus.
//!
//! A word is near if it stands at most so many words before or after a match in the same zone, and is no
//! part of a match; near several matches, it counts once, for the nearest one, and in a tie for the one
//! before it.

use std::ops::Range;

use crate::concordance::occurrences;
use crate::keyness::{is_typical, log_dice};
use crate::terms::{Term, WordOptions, count_terms};
use fihris_corpus::{ZoneKind, ZoneSet};
use fihris_index::IndexError;
use fihris_index::stored::TokenPosition;
use fihris_query::expansion::Query;
use fihris_search::MatchedArticle;
use fihris_search::{Frequency, Matches, Neighbours, Sides, TermCounts};

/// A word that stands near.
#[derive(Clone, Debug, PartialEq)]
pub struct Collocate {
    /// The word; its target corpus is what stands near a match.
    pub term: Term,
    /// On which side.
    pub sides: Sides,
    /// How exclusive word and matches are to each other: see [`log_dice`].
    pub log_dice: f64,
}

/// The words near the matches of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Collocates {
    /// The words, in the order that was asked for.
    pub words: Vec<Collocate>,
    /// How many matches there are.
    pub matches: u64,
    /// All words near a match, and all others of the corpus.
    pub total: Frequency,
}

/// The order of collocates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CollocateOrder {
    /// By log-likelihood, and only those that are more frequent near a match than elsewhere.
    Typical,
    /// By logDice.
    Dice,
    /// By how often they stand near a match.
    Frequent,
}

/// How collocates are counted and sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollocateOptions {
    /// At most so many words from a match.
    pub window: usize,
    /// Which words are counted as one, and which not at all.
    pub words: WordOptions,
    /// Their order.
    pub order: CollocateOrder,
}

/// Lists the words that stand near the matches.
///
/// Counted are words near a match in the zones that the query searches; the base is all other words of these zones
/// in the whole index.
///
/// # Errors
/// If the index cannot be read.
pub fn collocates(matches: Matches, options: CollocateOptions) -> Result<Collocates, IndexError> {
    let Matches {
        index,
        query,
        articles,
    } = matches;
    let zones = zones(query);
    let near = match Neighbours::read(index, query, articles, options.window)? {
        Some(near) => near,
        None => neighbours_in_texts(matches, options.window)?,
    };
    let mut counts = TermCounts::read(index, zones, &[])?;
    for (form, sides) in &near.words {
        counts.move_to_target(form, sides.both());
    }
    let words = count_terms(&counts, index.vocabulary(), options.words).into_iter();
    let words = words.map(|term| {
        let mut sides = Sides::default();
        for (form, _) in &term.forms {
            sides += near.words.get(form).copied().unwrap_or_default();
        }
        let log_dice = log_dice(term.count.target, near.matches, term.count.all());
        Collocate {
            term,
            sides,
            log_dice,
        }
    });
    let mut collocates = Collocates {
        words: words.collect(),
        matches: near.matches,
        total: counts.total,
    };
    collocates.sort(options.order);
    Ok(collocates)
}

/// The words at most `window` words from a match: what [`Neighbours::read`] counts, for any query, by reading the texts.
///
/// # Errors
/// If the index cannot be read.
pub fn neighbours_in_texts(matches: Matches, window: usize) -> Result<Neighbours, IndexError> {
    let zones = zones(matches.query);
    let add = |near: &mut Near, matched: MatchedArticle| {
        let counted = |word: &TokenPosition| zones.contains(word.zone);
        let ranges = occurrences(&matched.highlights).into_iter();
        let ranges: Vec<Range<usize>> = ranges
            .map(|range| matched.words_in(&range))
            .filter(|range| matched.words[range.clone()].first().is_some_and(counted))
            .collect();
        near.add(&matched.words, &ranges, window);
    };
    Ok(matches.fold(add, Near::join)?.0)
}

impl Collocates {
    /// Sorts the words, and leaves out those that do not belong in `order`.
    fn sort(&mut self, order: CollocateOrder) {
        let total = self.total;
        if order == CollocateOrder::Typical {
            self.words.retain(|word| is_typical(word.term.count, total));
        }
        self.words.sort_by(|a, b| {
            let by_figure = match order {
                CollocateOrder::Typical => b.term.g2.total_cmp(&a.term.g2),
                CollocateOrder::Dice => b.log_dice.total_cmp(&a.log_dice),
                CollocateOrder::Frequent => b.term.count.target.cmp(&a.term.count.target),
            };
            by_figure.then_with(|| a.term.word.cmp(&b.term.word))
        });
    }
}

/// The zones that a query searches.
fn zones(query: &Query) -> ZoneSet {
    let clauses = query.positive_clauses().into_iter();
    let mut scopes: Vec<ZoneSet> = clauses
        .map(|clause| query.clauses[clause].scope.zones())
        .collect();
    if !query.positive_periods().is_empty() {
        scopes.push(ZoneSet::SEARCHED);
    }
    let kinds = ZoneKind::ALL.into_iter();
    let searched = kinds.filter(|kind| scopes.iter().any(|scope| scope.contains(*kind)));
    ZoneSet::new(&searched.collect::<Vec<_>>())
}

/// What was counted so far in texts.
#[derive(Default)]
struct Near(Neighbours);

impl Near {
    /// Adds the words near the matches at `highlighted`, which are in order.
    fn add(&mut self, words: &[TokenPosition], matched: &[Range<usize>], window: usize) {
        self.0.matches += matched.len() as u64;
        let places = nearest(words.len(), matched);
        for (at, (before, behind)) in places.into_iter().enumerate() {
            // The match before it, then the one after it: that counts only if it is nearer.
            let [before, behind] = [before, behind].map(|from| {
                let distance = from.map(|from| at.abs_diff(from))?;
                let is_near = distance <= window && is_in_one_zone(words, at, from?);
                is_near.then_some(distance)
            });
            let side = match (before, behind) {
                (None, None) | (Some(0), _) => continue, // it is part of a match
                (Some(before), Some(behind)) if behind < before => Sides {
                    before: 1,
                    after: 0,
                },
                (Some(_), _) => Sides {
                    before: 0,
                    after: 1,
                },
                (None, Some(_)) => Sides {
                    before: 1,
                    after: 0,
                },
            };
            match self.0.words.get_mut(&words[at].form) {
                Some(known) => *known += side,
                None => _ = self.0.words.insert(words[at].form.clone(), side),
            }
        }
    }

    fn join(mut self, other: Self) -> Self {
        self.0.matches += other.0.matches;
        for (form, sides) in other.0.words {
            *self.0.words.entry(form).or_default() += sides;
        }
        self
    }
}

/// For each word the last word of the nearest match before it and the first of the nearest one after it; of a word
/// that is part of a match, itself.
fn nearest(words: usize, matched: &[Range<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut nearest = vec![(None, None); words];
    let mut covered = 0;
    let mut by_end: Vec<&Range<usize>> = matched.iter().collect();
    by_end.sort_unstable_by_key(|range| range.end);
    let mut ends = by_end.iter().map(|range| range.end).peekable();
    let mut last = None;
    for (at, nearest) in nearest.iter_mut().enumerate() {
        while let Some(end) = ends.next_if(|end| *end <= at) {
            last = Some(end - 1);
        }
        nearest.0 = last;
    }
    let mut next = None;
    let mut starts = matched.iter().rev().map(|range| range.start).peekable();
    for (at, nearest) in nearest.iter_mut().enumerate().rev() {
        while let Some(start) = starts.next_if(|start| *start > at) {
            next = Some(start);
        }
        nearest.1 = next;
    }
    for range in matched {
        let start = range.start.max(covered).min(range.end);
        for (i, nearest) in nearest[start..range.end].iter_mut().enumerate() {
            nearest.0 = Some(start + i);
        }
        covered = covered.max(range.end);
    }
    nearest
}

/// Whether nothing but words of one zone is between these two.
fn is_in_one_zone(words: &[TokenPosition], a: usize, b: usize) -> bool {
    let (a_word, b_word) = (&words[a], &words[b]);
    let positions = a_word.position_in_zone.abs_diff(b_word.position_in_zone);
    a_word.zone == b_word.zone && positions as usize == a.abs_diff(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fihris_corpus::Article;
    use fihris_index::stored::token_positions;

    /// The words near `x` in a body, each with how often before and after.
    fn near(body: &str, window: usize) -> String {
        let article = &Article::from_title_and_body(&"1".into(), &"f".into(), "a x", body)[0];
        let words: Vec<TokenPosition> = token_positions(article).collect();
        let matched: Vec<Range<usize>> = (0..words.len())
            .filter(|&i| words[i].form == "x")
            .map(|i| i..i + 1)
            .collect();
        let mut near = Near::default();
        near.add(&words, &matched, window);
        let mut shown: Vec<String> = near
            .0
            .words
            .iter()
            .map(|(form, sides)| format!("{form}{}-{}", sides.before, sides.after))
            .collect();
        shown.sort();
        shown.join(" ")
    }

    #[test]
    fn a_word_counts_once_for_the_nearest_match_in_its_zone() {
        for (body, window, expected) in [
            ("b c x d e f", 2, "a1-0 b1-0 c1-0 d0-1 e0-1"), // the headline does not reach into the body
            ("b x c x d", 3, "a1-0 b1-0 c0-1 d0-1"),        // c: a tie
            ("x c d e x", 3, "a1-0 c0-1 d0-1 e1-0"),
            ("b x b x b", 1, "a1-0 b1-2"),
            ("b c x x d e", 1, "a1-0 c1-0 d0-1"),
            ("b c", 5, "a1-0"),
        ] {
            assert_eq!(near(body, window), expected, "{body}");
        }
    }
}

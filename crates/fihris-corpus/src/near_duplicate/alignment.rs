//! Alignment: which words of two texts stand for each other, in the same order or in passages that moved.
//!
//! Knows hashes of words, not words.

use std::iter;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, Token};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Substitutions with fewer equal words between them are one: a reader takes the words for reworded, too.
const LEAST_BETWEEN: usize = 2;

/// More words than this, on either side, are a passage that was rewritten, moved or left out, not words in the
/// place of others.
pub(super) const LONGEST: usize = 12;

/// So many words in a row, at least, tell a passage that moved from words that any two texts share.
const LEAST_MOVED: usize = 8;

/// Words `a` of one text that stand where the other has the words `b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Substitution {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// Two texts beside each other.
pub(super) struct Alignment {
    /// So many words at the beginning are the same.
    start: usize,
    /// Of the words from there to the last that differs.
    diff: Diff,
    /// So many they are in the first text.
    differing: usize,
    /// The number of words in common.
    pub common: usize,
}

impl Alignment {
    /// Puts two texts with these hashes of words beside each other.
    pub fn new(a: &[u64], b: &[u64]) -> Self {
        let start = equal(a.iter().zip(b));
        let (a, b) = (&a[start..], &b[start..]);
        let end = equal(a.iter().rev().zip(b.iter().rev()));
        let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
        let most = a.len() + b.len();
        let mut tokens: FxHashMap<u64, u32> =
            FxHashMap::with_capacity_and_hasher(most, FxBuildHasher);
        let mut intern = |words: &[u64]| -> Vec<Token> {
            let tokens = words.iter().map(|word| {
                let next = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
                Token(*tokens.entry(*word).or_insert(next))
            });
            tokens.collect()
        };
        let (before, after) = (intern(a), intern(b));
        let mut diff = Diff::default();
        let different = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
        diff.compute_with(Algorithm::Myers, &before, &after, different);
        let common = start + end + a.len() - diff.count_removals() as usize;
        Self {
            start,
            diff,
            differing: a.len(),
            common,
        }
    }

    /// Whether the word at this place of the first text stands in both.
    pub fn is_common(&self, place: usize) -> bool {
        let place = place.checked_sub(self.start);
        let place = place.filter(|place| *place < self.differing);
        let place = place.and_then(|place| u32::try_from(place).ok());
        place.is_none_or(|place| !self.diff.is_removed(place))
    }

    /// The substitutions, in order.
    pub fn substitutions(&self) -> Vec<Substitution> {
        let mut substitutions: Vec<Substitution> = Vec::new();
        for Substitution { a, b } in self.hunks() {
            match substitutions.last_mut() {
                Some(last) if a.start - last.a.end < LEAST_BETWEEN => {
                    (last.a.end, last.b.end) = (a.end, b.end);
                }
                _ => substitutions.push(Substitution { a, b }),
            }
        }
        substitutions
    }

    /// The passages of these two texts that stand in both, but in other places: how many words they have, and
    /// the substitutions in them.
    pub fn moved(&self, a: &[u64], b: &[u64]) -> (usize, Vec<Substitution>) {
        let in_long_hunks = |side: fn(Substitution) -> Range<usize>| -> Vec<usize> {
            let ranges = self.hunks().map(side);
            ranges
                .filter(|range| range.len() > LONGEST)
                .flatten()
                .collect()
        };
        let (of_a, of_b) = (in_long_hunks(|hunk| hunk.a), in_long_hunks(|hunk| hunk.b));
        let hashes = |text: &[u64], places: &[usize]| -> Vec<u64> {
            places.iter().map(|place| text[*place]).collect()
        };
        let (rest_a, rest_b) = (hashes(a, &of_a), hashes(b, &of_b));
        let moved = Self::new(&rest_a, &rest_b);
        let runs = moved
            .runs(rest_a.len())
            .filter(|run| run.len() >= LEAST_MOVED);
        let common = runs.map(|run| run.len()).sum();
        let substitutions = moved.substitutions().into_iter();
        let substitutions = substitutions.filter_map(|Substitution { a, b }| {
            let (a, b) = (in_text(&of_a, a)?, in_text(&of_b, b)?);
            Some(Substitution { a, b })
        });
        (common, substitutions.collect())
    }

    /// The places where the texts differ, in order.
    fn hunks(&self) -> impl Iterator<Item = Substitution> + '_ {
        let words =
            |range: Range<u32>| self.start + range.start as usize..self.start + range.end as usize;
        let hunks = self.diff.hunks();
        hunks.map(move |Hunk { before, after }| Substitution {
            a: words(before),
            b: words(after),
        })
    }

    /// The words in common of the first text, which has so many, as runs.
    fn runs(&self, length: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        let ends = self
            .hunks()
            .map(|hunk| hunk.a)
            .chain(iter::once(length..length));
        ends.map(move |different| {
            let run = start..different.start;
            start = different.end;
            run
        })
    }
}

/// How many pairs are of equal words before the first that is not.
fn equal<'a>(pairs: impl Iterator<Item = (&'a u64, &'a u64)>) -> usize {
    pairs.take_while(|(a, b)| a == b).count()
}

/// The range of the text that these of its `places` are, if they stand in a row there.
fn in_text(places: &[usize], range: Range<usize>) -> Option<Range<usize>> {
    let steps = range.len().checked_sub(1)?;
    let (first, last) = (places.get(range.start)?, places.get(range.end - 1)?);
    (last - first == steps).then(|| *first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_the_place_of_others_are_told_by_their_places() {
        let alignment = Alignment::new(&[1, 2, 3, 4, 5, 6], &[1, 2, 9, 4, 5, 6]);
        assert_eq!(alignment.common, 5);
        let common: Vec<usize> = (0..6).filter(|place| alignment.is_common(*place)).collect();
        assert_eq!(common, [0, 1, 3, 4, 5]);
        assert_eq!(
            alignment.substitutions(),
            [Substitution { a: 2..3, b: 2..3 }]
        );
    }

    #[test]
    fn passages_that_moved_are_found() {
        let (first, second): (Vec<u64>, Vec<u64>) = ((0..30).collect(), (40..60).collect());
        let a = [first.clone(), second.clone()].concat();
        let mut b = [second, first].concat();
        b[7] = 99;
        let alignment = Alignment::new(&a, &b);
        assert_eq!(alignment.common, 30);
        let (moved, substitutions) = alignment.moved(&a, &b);
        assert_eq!(moved, 12); // the seven words before the one that differs are too few
        assert_eq!(substitutions, [Substitution { a: 37..38, b: 7..8 }]);
    }
}

//! Segmentation: the likeliest words that letters without spaces are.
//!
//! Dynamic programming over the costs of words, which are logarithms of how rare they are.

use super::known::{any_cost, cost, unknown};

/// The longest word that is looked for, in letters.
const LONGEST: usize = 16;

/// The longest name that nobody knows, in letters.
const LONGEST_UNKNOWN: usize = 10;

/// What each word costs besides, so that short ones do not fill gaps.
const WORD: u32 = 2;

/// Words found in letters.
pub(super) struct Segments {
    /// The letters, and where in them each word ends.
    letters: Vec<char>,
    ends: Vec<usize>,
    /// Letters in words that are known.
    known: usize,
}

impl Segments {
    /// The likeliest words of `letters`.
    pub fn new(letters: Vec<char>) -> Self {
        // For each place the least cost of what is before it, where its last word begins, and whether that is known.
        let mut best: Vec<(u32, usize, bool)> = vec![(0, 0, true)];
        let mut word = String::new();
        for end in 1..=letters.len() {
            let mut least = (u32::MAX, 0, false);
            for start in end.saturating_sub(LONGEST)..end {
                let before = best[start].0;
                if before == u32::MAX {
                    continue;
                }
                let length = end - start;
                let is_possible = can_begin(letters[start]) && !(length == 1 && letters.len() > 1);
                if !is_possible {
                    continue;
                }
                word.clear();
                word.extend(&letters[start..end]);
                let (cost, is_known) = match cost(&word) {
                    Some(cost) => (cost, true),
                    None if length > LONGEST_UNKNOWN => continue,
                    None => (unknown(length), false),
                };
                let total = before.saturating_add(cost + WORD);
                if total < least.0 {
                    least = (total, start, is_known);
                }
            }
            best.push(least);
        }
        let mut ends = Vec::new();
        let mut known = 0;
        let mut at = letters.len();
        while at > 0 && best[at].0 < u32::MAX {
            let (_, start, is_known) = best[at];
            ends.push(at);
            known += if is_known { at - start } else { 0 };
            at = start;
        }
        ends.reverse();
        Self {
            letters,
            ends,
            known,
        }
    }

    /// Whether so many percent of the letters are in words that are known; of two words, both must be,
    /// with no fewer letters than `shortest`, if that is more than one.
    pub fn are_known(&self, percent: usize, shortest: usize) -> bool {
        let is_short = |word: String| word.chars().count() < shortest;
        match self.ends.len() {
            0 => false,
            1 => self.known == self.letters.len(),
            2 if shortest > 1 => self.known == self.letters.len() && !self.words().any(is_short),
            _ => self.known * 100 >= self.letters.len() * percent,
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where each word but the last ends.
    pub fn inner_ends(&self) -> &[usize] {
        &self.ends[..self.ends.len().saturating_sub(1)]
    }

    /// The words.
    pub fn words(&self) -> impl Iterator<Item = String> + '_ {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts
            .zip(&self.ends)
            .map(|(&start, &end)| self.letters[start..end].iter().collect())
    }

    /// Whether the words are by far likelier than one that nobody knows.
    pub fn are_likelier_than_one(&self) -> bool {
        let whole: String = self.letters.iter().collect();
        let parts: u32 = self.words().map(|word| any_cost(&word) + WORD).sum();
        parts < any_cost(&whole)
    }
}

/// Whether words may begin with `letter`.
fn can_begin(letter: char) -> bool {
    !matches!(letter, 'ة' | 'ى' | 'ئ' | 'ؤ' | 'ء')
}

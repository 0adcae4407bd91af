//! Keyness: how much more often a word stands in one part of a corpus than in the rest.
//!
//! Pure figures of four counts: the word and all words, in the target corpus and in the reference corpus.

use fihris_search::Frequency;

/// From this log-likelihood on, a word that is in truth as frequent in both parts gets there by chance less often than once in
/// 10,000: the point 0.9999 of chi-squared with one degree of freedom. Of a list of some thousands of words it leaves hardly one that is there by chance.
pub const BEYOND_CHANCE: f64 = 15.13;

/// Log-likelihood (G2, Dunning 1993, as Rayson & Garside 2000 compare corpora): twice the sum of
/// `observed * ln(observed / expected)` over both parts; 0 where the word is as frequent in both, and
/// not negative where it is rarer in the target corpus. Above 15.13 chance is less likely than 1 in 10,000.
///
/// ```
/// use fihris_search::Frequency;
/// use fihris_analysis::keyness::{log_likelihood};
/// let word = Frequency { target: 120, reference: 30 };
/// let all = Frequency { target: 10_000, reference: 10_000 };
/// assert!((log_likelihood(word, all) - 57.82).abs() < 0.01);
/// ```
#[must_use]
pub fn log_likelihood(word: Frequency, all: Frequency) -> f64 {
    let share = float(word.all()) / float(all.all()).max(1.0);
    let part = |observed: u64, words: u64| match observed {
        0 => 0.0,
        _ => float(observed) * (float(observed) / (float(words) * share)).ln(),
    };
    // Never negative but for rounding, where a word is as frequent as all are.
    (2.0 * (part(word.target, all.target) + part(word.reference, all.reference))).max(0.0)
}

/// Log ratio (Hardie 2014): the binary logarithm of how many times more frequent the word is in the target corpus than in the
/// reference corpus. Half an occurrence is added to both sides, so that none on one of them is no infinity;
/// 0 where there are no words in the reference corpus.
///
/// ```
/// use fihris_search::Frequency;
/// use fihris_analysis::keyness::{log_ratio};
/// let all = Frequency { target: 10_000, reference: 20_000 };
/// assert!((log_ratio(Frequency { target: 63, reference: 31 }, all) - 2.011).abs() < 0.001);
/// assert!(log_ratio(Frequency { target: 0, reference: 9 }, all) < 0.0);
/// ```
#[must_use]
pub fn log_ratio(word: Frequency, all: Frequency) -> f64 {
    if all.reference == 0 {
        return 0.0;
    }
    let share = |occurrences: u64, words: u64| (float(occurrences) + 0.5) / float(words).max(1.0);
    (share(word.target, all.target) / share(word.reference, all.reference)).log2()
}

/// logDice (Rychlý 2008): how exclusive two words are to each other, whatever the size of the corpus, from
/// how often they stand `together` and how often each occurs. 14 if they never stand apart; a point less
/// is half as often together. A window may hold a word twice, so that more than 14 is possible.
///
/// ```
/// use fihris_analysis::keyness::log_dice;
/// assert!((log_dice(100, 100, 100) - 14.0).abs() < 1e-9);
/// assert!((log_dice(30, 100, 140) - 12.0).abs() < 1e-9);
/// ```
#[must_use]
pub fn log_dice(together: u64, one: u64, other: u64) -> f64 {
    14.0 + (2.0 * float(together) / float(one + other)).log2()
}

/// Whether the word is more frequent in the target corpus than in the reference.
///
/// ```
/// use fihris_search::Frequency;
/// use fihris_analysis::keyness::{is_typical};
/// let all = Frequency { target: 100, reference: 200 };
/// assert!(is_typical(Frequency { target: 3, reference: 5 }, all));
/// assert!(!is_typical(Frequency { target: 3, reference: 6 }, all));
/// ```
#[must_use]
pub fn is_typical(word: Frequency, all: Frequency) -> bool {
    u128::from(word.target) * u128::from(all.reference)
        > u128::from(word.reference) * u128::from(all.target)
}

#[allow(clippy::cast_precision_loss)] // counts of words are far below 2^53
fn float(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_edges() {
        let count = |target, reference| Frequency { target, reference };
        let all = count(1000, 3000);
        for (word, typical, least, most) in [
            (count(10, 30), false, -1e-9, 1e-9), // as frequent in both
            (count(10, 0), true, 27.7, 27.8),    // 2 * 10 * ln 4
            (count(0, 30), false, 17.2, 17.3),   // 2 * 30 * ln 4/3
            (count(0, 0), false, 0.0, 0.0),
        ] {
            let g2 = log_likelihood(word, all);
            assert_eq!(is_typical(word, all), typical, "{word:?}");
            assert!((least..=most).contains(&g2), "{word:?}: {g2}");
        }
        for target in 1..500 {
            assert!(log_likelihood(count(target, 0), count(7 * target + 3, 0)) >= 0.0);
            assert!(log_likelihood(count(target, 3 * target), all) >= 0.0);
        }
        let nothing_else = count(1000, 0);
        assert!(log_likelihood(count(5, 0), nothing_else).abs() < 1e-9);
        assert!(log_ratio(count(5, 0), nothing_else).abs() < 1e-9);
        assert!(!is_typical(count(5, 0), nothing_else));
    }
}

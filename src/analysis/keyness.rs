//! Keyness: how much more often a word stands in one part of a corpus than in the rest.
//!
//! Pure figures of four counts: the word and all words, here and elsewhere.

/// How often something stands in a part of a corpus, and in the rest of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// In the part that is looked at.
    pub here: u64,
    /// In the rest.
    pub elsewhere: u64,
}

impl Count {
    /// In all.
    #[must_use]
    pub fn all(self) -> u64 {
        self.here + self.elsewhere
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.here += other.here;
        self.elsewhere += other.elsewhere;
    }
}

/// Log-likelihood (G2, Dunning 1993, as Rayson & Garside 2000 compare corpora): twice the sum of
/// `observed * ln(observed / expected)` over both parts; 0 where the word is as frequent in both, and
/// not negative where it is rarer here. Above 15.13 chance is less likely than 1 in 10,000.
///
/// ```
/// use fihris::analysis::keyness::{Count, log_likelihood};
/// let word = Count { here: 120, elsewhere: 30 };
/// let all = Count { here: 10_000, elsewhere: 10_000 };
/// assert!((log_likelihood(word, all) - 57.82).abs() < 0.01);
/// ```
#[must_use]
pub fn log_likelihood(word: Count, all: Count) -> f64 {
    let share = float(word.all()) / float(all.all()).max(1.0);
    let part = |observed: u64, words: u64| match observed {
        0 => 0.0,
        _ => float(observed) * (float(observed) / (float(words) * share)).ln(),
    };
    // Never negative but for rounding, where a word is as frequent as all are.
    (2.0 * (part(word.here, all.here) + part(word.elsewhere, all.elsewhere))).max(0.0)
}

/// Log ratio (Hardie 2014): the binary logarithm of how many times more frequent the word is here than
/// elsewhere. Half an occurrence is added to both sides, so that none on one of them is no infinity;
/// 0 where there are no words elsewhere.
///
/// ```
/// use fihris::analysis::keyness::{Count, log_ratio};
/// let all = Count { here: 10_000, elsewhere: 20_000 };
/// assert!((log_ratio(Count { here: 63, elsewhere: 31 }, all) - 2.011).abs() < 0.001);
/// assert!(log_ratio(Count { here: 0, elsewhere: 9 }, all) < 0.0);
/// ```
#[must_use]
pub fn log_ratio(word: Count, all: Count) -> f64 {
    if all.elsewhere == 0 {
        return 0.0;
    }
    let share = |occurrences: u64, words: u64| (float(occurrences) + 0.5) / float(words).max(1.0);
    (share(word.here, all.here) / share(word.elsewhere, all.elsewhere)).log2()
}

/// logDice (Rychlý 2008): how exclusive two words are to each other, whatever the size of the corpus, from
/// how often they stand `together` and how often each occurs. 14 if they never stand apart; a point less
/// is half as often together. A window may hold a word twice, so that more than 14 is possible.
///
/// ```
/// use fihris::analysis::keyness::log_dice;
/// assert!((log_dice(100, 100, 100) - 14.0).abs() < 1e-9);
/// assert!((log_dice(30, 100, 140) - 12.0).abs() < 1e-9);
/// ```
#[must_use]
pub fn log_dice(together: u64, one: u64, other: u64) -> f64 {
    14.0 + (2.0 * float(together) / float(one + other)).log2()
}

/// Whether the word is more frequent here than elsewhere.
///
/// ```
/// use fihris::analysis::keyness::{Count, is_typical};
/// let all = Count { here: 100, elsewhere: 200 };
/// assert!(is_typical(Count { here: 3, elsewhere: 5 }, all));
/// assert!(!is_typical(Count { here: 3, elsewhere: 6 }, all));
/// ```
#[must_use]
pub fn is_typical(word: Count, all: Count) -> bool {
    u128::from(word.here) * u128::from(all.elsewhere)
        > u128::from(word.elsewhere) * u128::from(all.here)
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
        let count = |here, elsewhere| Count { here, elsewhere };
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
        for here in 1..500 {
            assert!(log_likelihood(count(here, 0), count(7 * here + 3, 0)) >= 0.0);
            assert!(log_likelihood(count(here, 3 * here), all) >= 0.0);
        }
        let nothing_else = count(1000, 0);
        assert!(log_likelihood(count(5, 0), nothing_else).abs() < 1e-9);
        assert!(log_ratio(count(5, 0), nothing_else).abs() < 1e-9);
        assert!(!is_typical(count(5, 0), nothing_else));
    }
}

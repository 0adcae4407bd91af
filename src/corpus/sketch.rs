//! Sketches: a few numbers that tell whether two texts are copies of each other.
//!
//! Agency stories are printed again with small edits and another headline. Of all runs of three words in
//! a text, the one with the least hash is kept in each of 64 bins; the share of bins in which two texts
//! agree estimates the share of their runs that they have in common (Broder, "On the resemblance and
//! containment of documents", 1997; one permutation and rotation as in Shrivastava & Li, "Densifying one
//! permutation hashing via rotation", ICML 2014). Words count as they are written. Knows texts, not
//! where copies are looked for.

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// Bins of a sketch.
const BINS: usize = 64;

/// Bins in a number that is stored.
const PACKED: usize = 4;

/// Numbers of a sketch: the bins, and the hash of the words.
pub const NUMBERS: usize = BINS / PACKED + 1;

/// Bins in a band: texts that agree in one band are compared. Of copies that have half of their runs in
/// common, 94 in 100 do; of texts with a fiftieth, 2 in 10,000.
const ROWS: usize = 3;

/// Bands of a sketch.
pub const BANDS: usize = BINS / ROWS;

/// Words in a run.
const LENGTH: usize = 3;

/// A text with fewer runs has no sketch: notices of a line or two are alike without being copies.
const FEWEST_RUNS: usize = 20;

/// What is left of a text to find its copies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sketch {
    bins: [u16; BINS],
    /// Of headline and body but for the space between words: where it is equal, the text is the same.
    hash: u64,
}

impl Sketch {
    /// The sketch of a text of this headline whose body is in `pieces`; `None` if these are too short.
    ///
    /// ```
    /// use fihris::corpus::sketch::Sketch;
    /// let story: String = (0..60).map(|n| format!("كلمة{n} ")).collect();
    /// let copy = story.replace("كلمة7 ", "كلمات ");
    /// let other: String = (100..160).map(|n| format!("كلمة{n} ")).collect();
    /// let [story, copy, other] = [story, copy, other].map(|text| Sketch::of("", [&*text]).unwrap());
    /// assert!(story.likeness(&copy) > 0.7);
    /// assert!(story.likeness(&other) < 0.1);
    /// ```
    #[must_use]
    pub fn of<'a>(title: &str, pieces: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut least = [u64::MAX; BINS];
        let mut hash = then(title.split_whitespace().fold(0, then), "");
        let mut runs = 0;
        for piece in pieces {
            let mut run = [0_u64; LENGTH];
            let mut length = 0;
            for written in piece.split_ascii_whitespace() {
                hash = then(hash, written);
                let word = written.trim_matches(is_punctuation);
                if word.is_empty() {
                    continue;
                }
                run.rotate_left(1);
                run[LENGTH - 1] = xxh3_64(word.as_bytes());
                length += 1;
                if length >= LENGTH {
                    runs += 1;
                    let hash = mixed(run);
                    let bin = (hash >> 58) as usize; // 64 bins
                    least[bin] = least[bin].min(hash);
                }
            }
        }
        (runs >= FEWEST_RUNS).then(|| Self {
            bins: filled(&least),
            hash,
        })
    }

    /// Estimates the share of the runs of both texts that they have in common, in 0..=1.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        let equal = self
            .bins
            .iter()
            .zip(&other.bins)
            .filter(|(a, b)| a == b)
            .count();
        #[allow(clippy::cast_precision_loss)] // at most 64
        let share = equal as f32 / BINS as f32;
        share
    }

    /// The band of this number, below [`BANDS`].
    #[must_use]
    pub fn band(&self, number: usize) -> u64 {
        joined(&self.bins[number * ROWS..(number + 1) * ROWS])
    }

    /// The sketch as numbers.
    #[must_use]
    pub fn to_numbers(&self) -> [u64; NUMBERS] {
        std::array::from_fn(|i| match self.bins.chunks_exact(PACKED).nth(i) {
            Some(bins) => joined(bins),
            None => self.hash,
        })
    }

    /// The sketch that was turned into `numbers`.
    #[must_use]
    pub fn of_numbers(numbers: &[u64; NUMBERS]) -> Self {
        let bins = std::array::from_fn(|bin| {
            let shift = 16 * (PACKED - 1 - bin % PACKED);
            (numbers[bin / PACKED] >> shift & 0xFFFF) as u16
        });
        let hash = numbers[NUMBERS - 1];
        Self { bins, hash }
    }
}

/// At most four bins as one number.
fn joined(bins: &[u16]) -> u64 {
    bins.iter()
        .fold(0, |number, bin| number << 16 | u64::from(*bin))
}

/// The hash of some words and one more.
fn then(hash: u64, word: &str) -> u64 {
    xxh3_64_with_seed(word.as_bytes(), hash)
}

fn is_punctuation(c: char) -> bool {
    // Nearly all are Arabic letters, of which the general question is slow to tell.
    !matches!(c, 'ء'..='غ' | 'ف'..='ي') && !c.is_alphanumeric()
}

/// The hash of a run of words.
fn mixed(run: [u64; LENGTH]) -> u64 {
    let bytes = run.map(u64::to_le_bytes);
    xxh3_64(bytes.as_flattened())
}

/// The low bits of the least hashes; an empty bin takes those of the next one that is not.
fn filled(least: &[u64; BINS]) -> [u16; BINS] {
    std::array::from_fn(|bin| {
        let steps = (0..BINS).find(|step| least[(bin + step) % BINS] != u64::MAX);
        let step = steps.unwrap_or(0);
        // A bin filled from afar must not agree with one that is filled from near.
        let hash = least[(bin + step) % BINS].wrapping_add(step as u64);
        (hash & 0xFFFF) as u16
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(before: &str, behind: &str) -> String {
        let words: Vec<String> = (0..50).map(|n| format!("{before}{n}{behind}")).collect();
        words.concat()
    }

    #[test]
    fn numbers_give_the_sketch_back() {
        let text = numbered("w", " ");
        let sketch = Sketch::of("", [&*text]).unwrap();
        assert_eq!(Sketch::of_numbers(&sketch.to_numbers()), sketch);
    }

    #[test]
    fn short_texts_have_none_and_punctuation_does_not_count() {
        assert_eq!(Sketch::of("", ["قال الوزير إن العمل يبدأ غدا"]), None);
        let (plain, other) = (numbered("w", " "), numbered("«w", "», "));
        let of = |title, text: &String| Sketch::of(title, [&**text]);
        let [plain, other] = [of("خبر", &plain), of("خبر", &other)].map(Option::unwrap);
        assert_eq!(plain.bins, other.bins);
        assert_ne!(plain.hash, other.hash);
    }

    #[test]
    fn one_text_under_two_headlines_is_two() {
        let text = numbered("w", " ");
        let of = |title| Sketch::of(title, [&*text]);
        assert_eq!(of("خبر  جديد"), of("خبر جديد"));
        assert_ne!(of("خبر جديد"), of("خبر آخر"));
    }
}

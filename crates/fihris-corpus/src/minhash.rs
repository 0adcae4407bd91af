//! `MinHash`: a few numbers by which near-duplicates of a text are found.
//!
//! Agency stories are printed again with small edits and another headline. Of all shingles (three words in a
//! row) of a text, the one with the least hash is kept in each of 64 bins; the share of bins in which two
//! texts agree estimates the share of shingles that they have in common (Broder, "On the resemblance and
//! containment of documents", 1997; one permutation and rotation as in Shrivastava & Li, "Densifying one
//! permutation hashing via rotation", ICML 2014). Bands of bins are the keys of locality-sensitive hashing
//! (LSH): texts that agree in one band are candidates. Words count as they are written.

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// Bins of a signature.
const BINS: usize = 64;

/// Bits of a bin.
const BIN_BITS: usize = 16;

/// Bins in a number that is stored.
const PACKED: usize = 4;

/// Numbers of a stored signature: the bins, and the hash of the words.
pub const NUMBERS: usize = BINS / PACKED + 1;

/// Bins in an LSH band: texts that agree in one band are compared. Of near-duplicates that have half of their
/// shingles in common, 94 in 100 do; of texts with a fiftieth, 2 in 10,000.
const ROWS: usize = 3;

/// LSH bands of a signature.
pub const BANDS: usize = BINS / ROWS;

/// Words in a shingle.
const SHINGLE_WORDS: usize = 3;

/// A text with fewer shingles has no signature: notices of a line or two are alike without being
/// near-duplicates.
const FEWEST_SHINGLES: usize = 20;

/// The `MinHash` signature of a text, as it is stored: bins, four to a number, the first one highest; then the hash
/// of the headline and the pieces of the body but for the space between words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MinHash([u64; NUMBERS]);

impl MinHash {
    /// The signature of a text with this headline whose body is in `pieces`; `None` if these are too short.
    ///
    /// ```
    /// use fihris_corpus::minhash::MinHash;
    /// let story: String = (0..60).map(|n| format!("كلمة{n} ")).collect();
    /// let copy = story.replace("كلمة7 ", "كلمات ");
    /// let other: String = (100..160).map(|n| format!("كلمة{n} ")).collect();
    /// let [story, copy, other] = [story, copy, other].map(|text| MinHash::new("", [&*text]).unwrap());
    /// assert!(story.similarity(&copy) > 0.7);
    /// assert!(story.similarity(&other) < 0.1);
    /// ```
    #[must_use]
    pub fn new<'a>(title: &str, pieces: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut least = [u64::MAX; BINS];
        let mut hash = chain_hash(title.split_whitespace().fold(0, chain_hash), "");
        let mut shingles = 0;
        for piece in pieces {
            let mut shingle = [0_u64; SHINGLE_WORDS];
            let mut length = 0;
            for written in piece.split_ascii_whitespace() {
                hash = chain_hash(hash, written);
                let word = written.trim_matches(is_punctuation);
                if word.is_empty() {
                    continue;
                }
                shingle.rotate_left(1);
                shingle[SHINGLE_WORDS - 1] = xxh3_64(word.as_bytes());
                length += 1;
                if length >= SHINGLE_WORDS {
                    shingles += 1;
                    let hash = hash_of_shingle(shingle);
                    let bin = (hash >> 58) as usize; // 64 bins
                    least[bin] = least[bin].min(hash);
                }
            }
            hash = chain_hash(hash, ""); // no shingle goes on in the next piece
        }
        (shingles >= FEWEST_SHINGLES).then(|| {
            let bins = densified(&least);
            let packed = |i| match bins.chunks_exact(PACKED).nth(i) {
                Some(bins) => joined(bins),
                None => hash,
            };
            Self(std::array::from_fn(packed))
        })
    }

    /// Estimates the Jaccard similarity of the shingles of both texts, in 0..=1.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> f32 {
        let bins = self.0.iter().zip(&other.0).take(NUMBERS - 1);
        let equal: u32 = bins.map(|(a, b)| zero_bins(a ^ b)).sum();
        #[allow(clippy::cast_precision_loss)] // at most 64
        let share = equal as f32 / BINS as f32;
        share
    }

    /// The LSH band of this number, below [`BANDS`]: its bins as one number.
    #[must_use]
    pub fn band(&self, number: usize) -> u64 {
        let first = number * ROWS;
        let [high, low] = [0, 1].map(|next| u128::from(self.0[first / PACKED + next]));
        let behind = 2 * PACKED - first % PACKED - ROWS;
        #[allow(clippy::cast_possible_truncation)] // what is above is no part of it
        let bins = ((high << 64 | low) >> (BIN_BITS * behind)) as u64;
        bins & ((1 << (BIN_BITS * ROWS)) - 1)
    }

    /// The hash of the text: where it is equal, the whole signature is.
    #[must_use]
    pub fn text_hash(&self) -> u64 {
        self.0[NUMBERS - 1]
    }

    /// The signature as numbers to store.
    #[must_use]
    pub fn to_numbers(&self) -> [u64; NUMBERS] {
        self.0
    }

    /// The signature that was stored as `numbers`.
    #[must_use]
    pub fn from_numbers(numbers: &[u64; NUMBERS]) -> Self {
        Self(*numbers)
    }
}

/// Bins as one number.
fn joined(bins: &[u16]) -> u64 {
    bins.iter()
        .fold(0, |number, bin| number << BIN_BITS | u64::from(*bin))
}

/// How many of the bins in a number are zero.
fn zero_bins(number: u64) -> u32 {
    const HIGHEST: u64 = 0x8000_8000_8000_8000;
    // The highest bit of a bin is set by any other bit of it, which carries into it.
    let others = (number & !HIGHEST) + !HIGHEST;
    (!(others | number) & HIGHEST).count_ones()
}

/// The hash of some words and one more.
fn chain_hash(hash: u64, word: &str) -> u64 {
    xxh3_64_with_seed(word.as_bytes(), hash)
}

fn is_punctuation(c: char) -> bool {
    // Nearly all are Arabic letters, of which the general question is slow to tell.
    !matches!(c, 'ء'..='غ' | 'ف'..='ي') && !c.is_alphanumeric()
}

/// The hash of a shingle.
fn hash_of_shingle(shingle: [u64; SHINGLE_WORDS]) -> u64 {
    let bytes = shingle.map(u64::to_le_bytes);
    xxh3_64(bytes.as_flattened())
}

/// The low bits of the least hashes; an empty bin takes those of the next one that is not.
fn densified(least: &[u64; BINS]) -> [u16; BINS] {
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
    use proptest::prelude::*;

    use super::*;

    fn numbered(before: &str, behind: &str) -> String {
        let words: Vec<String> = (0..50).map(|n| format!("{before}{n}{behind}")).collect();
        words.concat()
    }

    /// The bins of a signature, one by one.
    fn bins(sketch: &MinHash) -> Vec<u16> {
        let numbers = sketch.0[..NUMBERS - 1].iter();
        numbers
            .flat_map(|number| [48, 32, 16, 0].map(|shift| (number >> shift & 0xFFFF) as u16))
            .collect()
    }

    proptest! {
        #[test]
        fn bands_and_likeness_are_of_the_bins(
            a in any::<[u64; NUMBERS]>(),
            b in any::<[u64; NUMBERS]>(),
            equal in any::<[u64; NUMBERS]>(),
        ) {
            // Bits that are equal in both, so that some bins are.
            let b = std::array::from_fn(|i| (a[i] & equal[i] & !(0xFFFF << 32)) | (b[i] & !equal[i] & 0xFFFF));
            let a = std::array::from_fn(|i| a[i] & equal[i]);
            let [a, b] = [&a, &b].map(MinHash::from_numbers);
            let pairs = bins(&a).into_iter().zip(bins(&b));
            let alike = pairs.filter(|(a, b)| a == b).count();
            let expected = f32::from(u8::try_from(alike).unwrap()) / 64.0;
            prop_assert!((a.similarity(&b) - expected).abs() < f32::EPSILON);
            for (number, bins) in bins(&a).chunks_exact(ROWS).enumerate() {
                prop_assert_eq!(a.band(number), joined(bins));
            }
        }
    }

    #[test]
    fn short_texts_have_none_and_punctuation_does_not_count() {
        assert_eq!(MinHash::new("", ["قال الوزير إن العمل يبدأ غدا"]), None);
        let (plain, other) = (numbered("w", " "), numbered("«w", "», "));
        let of = |title, text: &String| MinHash::new(title, [&**text]);
        let [plain, other] = [of("خبر", &plain), of("خبر", &other)].map(Option::unwrap);
        assert_eq!(plain.0[..NUMBERS - 1], other.0[..NUMBERS - 1]);
        assert_ne!(plain.0[NUMBERS - 1], other.0[NUMBERS - 1]);
    }

    #[test]
    fn one_text_under_two_headlines_is_two() {
        let text = numbered("w", " ");
        let of = |title| MinHash::new(title, [&*text]);
        assert_eq!(of("خبر  جديد"), of("خبر جديد"));
        assert_ne!(of("خبر جديد"), of("خبر آخر"));
    }
}

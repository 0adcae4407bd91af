//! Band keys: what some sketches have in their bands, to find others that have the same in one.

use rustc_hash::FxHashSet;

use fihris_corpus::minhash::{BANDS, MinHash};

/// How many bits of a key are looked at first: of nearly all sketches they tell that they have something else.
const LOW: u32 = 16;

/// What some sketches have in each band.
pub(super) struct BandKeys(Vec<OfBand>);

struct OfBand {
    keys: FxHashSet<u64>,
    /// By the lowest bits of a key, as bits, whether there may be one.
    low: Vec<u64>,
}

impl BandKeys {
    /// Of these sketches.
    pub fn new(sketches: &[&MinHash]) -> Self {
        let of_band = |band| OfBand::new(sketches.iter().map(|sketch| sketch.band(band)));
        Self((0..BANDS).map(of_band).collect())
    }

    /// The bands in which a sketch has what one of these has, each with what that is.
    pub fn shared<'a>(&'a self, sketch: &'a MinHash) -> impl Iterator<Item = (usize, u64)> + 'a {
        let bands = self.0.iter().enumerate();
        bands.filter_map(|(band, of_band)| {
            let key = sketch.band(band);
            of_band.contains(key).then_some((band, key))
        })
    }
}

impl OfBand {
    fn new(keys: impl Iterator<Item = u64>) -> Self {
        let keys: FxHashSet<u64> = keys.collect();
        let mut low = vec![0; 1 << LOW >> 6];
        for key in &keys {
            let (at, bit) = place(*key);
            low[at] |= bit;
        }
        Self { keys, low }
    }

    fn contains(&self, key: u64) -> bool {
        let (at, bit) = place(key);
        self.low[at] & bit != 0 && self.keys.contains(&key)
    }
}

/// The place of a key in a table by its lowest bits.
fn place(key: u64) -> (usize, u64) {
    let low = key & ((1 << LOW) - 1);
    #[allow(clippy::cast_possible_truncation)] // of 16 bits
    let at = (low >> 6) as usize;
    (at, 1 << (low & 63))
}

#[cfg(test)]
mod tests {
    use fihris_corpus::minhash::NUMBERS;

    use super::*;

    #[test]
    fn what_is_shared_is_told_by_whole_bands() {
        let sketch = |change: &[(usize, u64)]| {
            let mut numbers = [7; NUMBERS];
            for (place, bits) in change {
                numbers[*place] ^= bits;
            }
            MinHash::from_numbers(&numbers)
        };
        let keys = BandKeys::new(&[&sketch(&[]), &sketch(&[(0, 1 << 60)])]);
        let shared = |sketch: &MinHash| -> Vec<usize> {
            keys.shared(sketch).map(|(band, _)| band).collect()
        };
        let all: Vec<usize> = (0..BANDS).collect();
        assert_eq!(shared(&sketch(&[])), all);
        // Another bit of the first band, above those that are looked at first.
        assert_eq!(shared(&sketch(&[(0, 1 << 61)])), all[1..]);
        let other = [(0, 1 << 16), (3, 1 << 60), (15, 1 << 63)];
        let expected = [
            1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
        ];
        assert_eq!(shared(&sketch(&other)), expected);
    }
}

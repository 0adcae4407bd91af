//! A window: a run of document ids that is scored at once.

use std::ops::Range;

use tantivy::DocId;

/// Documents in a window: its arrays stay in the first-level cache.
pub(super) const SIZE: u32 = 4096;

/// The ids in `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub start: DocId,
    pub end: DocId,
}

impl Window {
    /// The windows of the documents with these ids.
    pub fn all(docs: Range<DocId>) -> impl Iterator<Item = Self> {
        let Range { start, end } = docs;
        (start..end).step_by(SIZE as usize).map(move |start| Self {
            start,
            end: end.min(start + SIZE),
        })
    }
}

impl Window {
    /// The document at `offset` from its start.
    pub fn doc(self, offset: usize) -> DocId {
        self.start + u32::try_from(offset).unwrap_or(0)
    }

    /// How far `doc` is from its start.
    pub fn offset(self, doc: DocId) -> usize {
        (doc - self.start) as usize
    }
}

/// Which documents of a window match, and a value of each: its score, or how often a word stands in it.
/// Most words are rare, so whatever is done takes as long as documents match, not as the window is wide.
#[derive(Clone, Debug)]
pub(super) struct Scores {
    bits: Vec<u64>,
    /// By offset in the window; zero where nothing matches.
    values: Vec<f32>,
}

impl Scores {
    pub fn new() -> Self {
        Self {
            bits: vec![0; SIZE as usize / 64],
            values: vec![0.0; SIZE as usize],
        }
    }

    /// No document matches.
    pub fn clear(&mut self) {
        for (i, bits) in self.bits.iter_mut().enumerate() {
            for offset in ones(i, std::mem::take(bits)) {
                self.values[offset] = 0.0;
            }
        }
    }

    /// The value of the document at `offset`; 0 if it does not match.
    pub fn get(&self, offset: usize) -> f32 {
        self.values[offset]
    }

    /// Whether the document at `offset` matches.
    pub fn contains(&self, offset: usize) -> bool {
        self.bits[offset / 64] >> (offset % 64) & 1 == 1
    }

    /// Lets the document at `offset` match, with its value raised by `value`.
    pub fn add(&mut self, offset: usize, value: f32) {
        self.bits[offset / 64] |= 1 << (offset % 64);
        self.values[offset] += value;
    }

    /// Lets all documents match whose value in `other` is above `least`, each with its value raised by what `score` makes of
    /// its offset and that.
    pub fn add_all(&mut self, other: &Self, least: f32, score: impl Fn(usize, f32) -> f32) {
        for (i, &bits) in other.bits.iter().enumerate() {
            if bits == 0 {
                continue;
            }
            let values = &other.values[i * 64..(i + 1) * 64];
            let sums = &mut self.values[i * 64..(i + 1) * 64];
            let mut above = 0;
            for (at, (value, sum)) in values.iter().zip(sums).enumerate() {
                let is_above = *value > least;
                above |= u64::from(is_above) << at;
                *sum += if is_above {
                    score(i * 64 + at, *value)
                } else {
                    0.0
                };
            }
            self.bits[i] |= above & bits;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|&bits| bits == 0)
    }

    /// The offsets of the documents that match, in order.
    pub fn offsets(&self) -> impl Iterator<Item = usize> + '_ {
        let words = self.bits.iter().enumerate();
        words.flat_map(|(i, &bits)| ones(i, bits))
    }

    /// The offsets of the documents that match with such a value or a higher one, in order.
    pub fn offsets_at_least(&self, least: f32) -> impl Iterator<Item = usize> + '_ {
        let words = self.bits.iter().enumerate();
        let high = words.filter(move |(i, bits)| {
            // Most of 64 have no high value at all, which is told at once.
            let values = &self.values[i * 64..(i + 1) * 64];
            **bits != 0 && values.iter().any(|value| *value >= least)
        });
        high.flat_map(|(i, &bits)| ones(i, bits))
            .filter(move |offset| self.values[*offset] >= least)
    }

    /// How many documents match.
    pub fn count(&self) -> u32 {
        self.bits.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Lets the document at `offset` not match any more; the value that it had if it did.
    pub fn take(&mut self, offset: usize) -> Option<f32> {
        let mask = 1 << (offset % 64);
        let bits = &mut self.bits[offset / 64];
        (*bits & mask != 0).then(|| {
            *bits &= !mask;
            std::mem::take(&mut self.values[offset])
        })
    }

    /// Keeps the documents at the offsets that are wanted.
    pub fn retain(&mut self, mut is_wanted: impl FnMut(usize) -> bool) {
        for i in 0..self.bits.len() {
            for offset in ones(i, self.bits[i]) {
                if !is_wanted(offset) {
                    self.take(offset);
                }
            }
        }
    }

    /// Keeps what matches in both, adding values.
    pub fn intersect(&mut self, other: &Self) {
        self.restrict(other);
        self.raise(other);
    }

    /// Adds the values of `other` to what matches.
    pub fn raise(&mut self, other: &Self) {
        for (i, &bits) in self.bits.iter().enumerate() {
            for offset in ones(i, bits) {
                self.values[offset] += other.values[offset];
            }
        }
    }

    /// Keeps what does not match in `other`.
    pub fn subtract(&mut self, other: &Self) {
        self.keep(|i| !other.bits[i]);
    }

    /// Keeps what matches in `other` too, and no value of it.
    pub fn restrict(&mut self, other: &Self) {
        self.keep(|i| other.bits[i]);
    }

    /// Keeps the documents whose bits are in `mask`, by the number of 64.
    fn keep(&mut self, mask: impl Fn(usize) -> u64) {
        for (i, bits) in self.bits.iter_mut().enumerate() {
            for offset in ones(i, *bits & !mask(i)) {
                self.values[offset] = 0.0;
            }
            *bits &= mask(i);
        }
    }
}

/// The offsets of the bits that are set in the `i`-th 64.
fn ones(i: usize, bits: u64) -> impl Iterator<Item = usize> {
    let next = |bits: &u64| Some(bits & (bits - 1)).filter(|bits| *bits != 0);
    std::iter::successors(Some(bits).filter(|bits| *bits != 0), next)
        .map(move |bits| i * 64 + bits.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_come_back_in_order() {
        let mut scores = Scores::new();
        for offset in [4095, 0, 63, 64] {
            scores.add(offset, 1.0);
        }
        assert_eq!(scores.offsets().collect::<Vec<_>>(), [0, 63, 64, 4095]);
        scores.clear();
        assert!(scores.is_empty());
    }

    #[test]
    fn values_go_with_their_documents() {
        let of = |offsets: &[usize]| {
            let mut scores = Scores::new();
            for &offset in offsets {
                scores.add(offset, 1.0);
            }
            scores
        };
        let values =
            |scores: &Scores| format!("{:?}", [0, 1, 2, 100].map(|offset| scores.get(offset)));
        let mut scores = of(&[0, 1, 100]);
        scores.intersect(&of(&[1, 2, 100]));
        assert_eq!(values(&scores), "[0.0, 2.0, 0.0, 2.0]");
        scores.restrict(&of(&[1, 0]));
        assert_eq!(values(&scores), "[0.0, 2.0, 0.0, 0.0]");
        scores.add(2, 0.5);
        scores.subtract(&of(&[1]));
        assert_eq!(values(&scores), "[0.0, 0.0, 0.5, 0.0]");
        assert_eq!(scores.offsets().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn windows_cover_a_segment() {
        let windows: Vec<_> = Window::all(0..SIZE + 5).map(|window| window.end).collect();
        assert_eq!(windows, [SIZE, SIZE + 5]);
        assert_eq!(Window::all(0..0).count(), 0);
    }
}

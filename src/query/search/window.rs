//! A window: a run of document ids that is scored at once.
//!
//! Knows arrays, not postings.

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
    /// The windows of a segment with ids below `max_doc`.
    pub fn all(max_doc: DocId) -> impl Iterator<Item = Self> {
        (0..max_doc).step_by(SIZE as usize).map(move |start| Self {
            start,
            end: max_doc.min(start + SIZE),
        })
    }

    /// How many ids are in it.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }
}

/// Which documents of a window match, and their scores so far. The score of a document that does not
/// match means nothing.
#[derive(Clone, Debug)]
pub(super) struct Scores {
    bits: Vec<u64>,
    /// By offset in the window.
    pub score: Vec<f32>,
}

impl Scores {
    pub fn new() -> Self {
        Self {
            bits: vec![0; SIZE as usize / 64],
            score: vec![0.0; SIZE as usize],
        }
    }

    /// No document matches.
    pub fn clear(&mut self) {
        self.bits.fill(0);
        self.score.fill(0.0);
    }

    pub fn insert(&mut self, offset: usize) {
        self.bits[offset / 64] |= 1 << (offset % 64);
    }

    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|&bits| bits == 0)
    }

    /// The offsets of the documents that match, in order.
    pub fn offsets(&self) -> impl Iterator<Item = usize> + '_ {
        self.bits.iter().enumerate().flat_map(|(i, &bits)| {
            let next = |bits: &u64| (bits & (bits - 1) != 0).then_some(bits & (bits - 1));
            std::iter::successors((bits != 0).then_some(bits), next)
                .map(move |bits| i * 64 + bits.trailing_zeros() as usize)
        })
    }

    /// Keeps what matches in both, adding scores.
    pub fn intersect(&mut self, other: &Self) {
        for (bits, other) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= other;
        }
        self.add_scores(other);
    }

    /// Keeps what matches in either, adding scores.
    pub fn unite(&mut self, other: &Self) {
        for (bits, other) in self.bits.iter_mut().zip(&other.bits) {
            *bits |= other;
        }
        self.add_scores(other);
    }

    /// Keeps what does not match in `other`.
    pub fn subtract(&mut self, other: &Self) {
        for (bits, other) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= !other;
        }
    }

    /// Keeps nothing that does not match in `other`, and no score of it.
    pub fn restrict(&mut self, other: &Self) {
        for (bits, other) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= other;
        }
    }

    fn add_scores(&mut self, other: &Self) {
        for (score, other) in self.score.iter_mut().zip(&other.score) {
            *score += other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_come_back_in_order() {
        let mut scores = Scores::new();
        for offset in [4095, 0, 63, 64] {
            scores.insert(offset);
        }
        assert_eq!(scores.offsets().collect::<Vec<_>>(), [0, 63, 64, 4095]);
    }

    #[test]
    fn windows_cover_a_segment() {
        let windows: Vec<_> = Window::all(SIZE + 5).map(Window::len).collect();
        assert_eq!(windows, [SIZE as usize, 5]);
        assert_eq!(Window::all(0).count(), 0);
    }
}

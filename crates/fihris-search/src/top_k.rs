//! The best hits of a segment, as they come.
//!
//! Ordered by what is asked for first (a day, say), by score, then by the article's identity, so that the same query gives the same answer whatever
//! the segments.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use tantivy::DocId;

use fihris_index::engine::Identity;

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SegmentHit {
    /// What goes before the score, the smaller the better: see [`SortColumn`](crate::sort::SortColumn).
    pub key: u64,
    pub score: f32,
    pub identity: Identity,
    pub doc: DocId,
}

impl SegmentHit {
    /// By what the better hit is the smaller one, unless they are equal.
    pub fn rank(&self) -> impl Ord + use<> {
        rank(self.key, self.score)
    }
}

fn rank(key: u64, score: f32) -> (u64, Reverse<Ordered>) {
    (key, Reverse(Ordered(score)))
}

/// A score in the total order of numbers.
#[derive(Clone, Copy, Debug)]
struct Ordered(f32);

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ordered {}

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for SegmentHit {}

impl Ord for SegmentHit {
    /// The worse hit is the greater, so that it stands on top of the heap.
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank()
            .cmp(&other.rank())
            .then(self.identity.cmp(&other.identity))
    }
}

impl PartialOrd for SegmentHit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The best `limit` documents so far.
pub(super) struct TopK {
    limit: usize,
    heap: BinaryHeap<SegmentHit>,
}

impl TopK {
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            heap: BinaryHeap::new(),
        }
    }

    /// Offers a document; its identity is looked up only if the score does not decide.
    pub fn offer(&mut self, key: u64, score: f32, doc: DocId, identity: impl FnOnce() -> Identity) {
        if self.heap.len() < self.limit {
            self.heap.push(SegmentHit {
                key,
                score,
                identity: identity(),
                doc,
            });
        } else if let Some(mut worst) = self.heap.peek_mut()
            && rank(key, score) <= rank(worst.key, worst.score)
        {
            let scored = SegmentHit {
                key,
                score,
                identity: identity(),
                doc,
            };
            if scored < *worst {
                *worst = scored;
            }
        }
    }

    /// The least score that may be kept, of documents with the key 0.
    pub fn threshold(&self) -> f32 {
        let worst = self.heap.peek().filter(|_| self.heap.len() >= self.limit);
        worst.map_or(f32::NEG_INFINITY, |worst| worst.score)
    }

    /// Best first.
    pub fn into_sorted(self) -> Vec<SegmentHit> {
        self.heap.into_sorted_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_best_and_breaks_ties_by_identity() {
        let mut top = TopK::new(3);
        let offered = [
            (1.0, (9, 0, 0)),
            (2.0, (5, 1, 2)),
            (2.0, (5, 1, 1)),
            (0.5, (0, 0, 0)),
            (2.0, (5, 2, 0)),
            (3.0, (8, 0, 0)),
        ];
        for (doc, (score, (id, file, place))) in (0..).zip(offered) {
            top.offer(0, score, doc, || Identity { id, file, place });
        }
        let best: Vec<_> = top.into_sorted().iter().map(|s| (s.score, s.doc)).collect();
        assert_eq!(best, [(3.0, 5), (2.0, 2), (2.0, 1)]);
    }
}

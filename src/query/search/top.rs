//! The best hits of a segment, as they come.
//!
//! Ordered by score, then by the article's id, so that the same query gives the same answer whatever
//! the segments. Knows ordinals of ids, which within a segment are in the order of the ids.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use tantivy::DocId;

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scored {
    pub score: f32,
    /// Of the article's id.
    pub ordinal: u64,
    pub doc: DocId,
}

impl Eq for Scored {}

impl Ord for Scored {
    /// The worse hit is the greater, so that it stands on top of the heap.
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .score
            .total_cmp(&self.score)
            .then(self.ordinal.cmp(&other.ordinal))
    }
}

impl PartialOrd for Scored {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The best `limit` documents so far.
pub(super) struct Top {
    limit: usize,
    heap: BinaryHeap<Scored>,
}

impl Top {
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            heap: BinaryHeap::new(),
        }
    }

    /// Offers a document; its ordinal is looked up only if the score does not decide.
    pub fn offer(&mut self, score: f32, doc: DocId, ordinal: impl FnOnce() -> u64) {
        if self.heap.len() < self.limit {
            self.heap.push(Scored {
                score,
                ordinal: ordinal(),
                doc,
            });
        } else if let Some(mut worst) = self.heap.peek_mut()
            && score >= worst.score
        {
            let scored = Scored {
                score,
                ordinal: ordinal(),
                doc,
            };
            if scored < *worst {
                *worst = scored;
            }
        }
    }

    /// Best first.
    pub fn into_sorted(self) -> Vec<Scored> {
        self.heap.into_sorted_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_best_and_breaks_ties_by_id() {
        let mut top = Top::new(3);
        for (doc, (score, ordinal)) in
            (0..).zip([(1.0, 9), (2.0, 5), (2.0, 4), (0.5, 0), (2.0, 6), (3.0, 8)])
        {
            top.offer(score, doc, || ordinal);
        }
        let best: Vec<_> = top
            .into_sorted()
            .iter()
            .map(|s| (s.score, s.ordinal))
            .collect();
        assert_eq!(best, [(3.0, 8), (2.0, 4), (2.0, 5)]);
    }
}

//! Positions of any of many words: of words beside which another is not meant, there are thousands.
//!
//! Only the words that stand in a document before the one that is asked for are moved on, so that most are left alone.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::{DocId, TERMINATED};

use crate::cursor::PositionCursor;

/// Cursors of words, the one whose document comes next first.
pub(super) struct PositionUnion {
    cursors: Vec<PositionCursor>,
    /// The document that each cursor stands in, and its number.
    next: BinaryHeap<Reverse<(DocId, usize)>>,
}

impl PositionUnion {
    pub fn new(mut cursors: Vec<PositionCursor>) -> Self {
        let next = cursors.iter_mut().enumerate();
        let next = next.map(|(i, cursor)| Reverse((cursor.seek(0), i)));
        Self {
            next: next.collect(),
            cursors,
        }
    }

    /// The positions of all the words in `doc`, in order. Documents must come in order.
    pub fn positions(&mut self, doc: DocId, positions: &mut Vec<u32>) {
        positions.clear();
        let mut here = Vec::new();
        while let Some(&Reverse((next, i))) = self.next.peek() {
            if next > doc {
                break;
            }
            self.next.pop();
            let cursor = &mut self.cursors[i];
            match cursor.seek(doc) {
                TERMINATED => {}
                next if next == doc => {
                    positions.extend_from_slice(cursor.positions(doc));
                    here.push(Reverse((doc, i)));
                }
                next => self.next.push(Reverse((next, i))),
            }
        }
        self.next.extend(here);
        positions.sort_unstable();
    }
}

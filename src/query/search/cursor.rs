//! Cursors over the postings of one word in one segment.
//!
//! One reads frequencies block by block, for scoring; the other reads positions of single documents,
//! for phrases. Knows one word at a time.

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED};

use super::window::Window;

/// Reads how often a word stands in each document of a window.
pub(super) struct FrequencyCursor {
    postings: BlockSegmentPostings,
    /// The next entry of the loaded block.
    at: usize,
}

impl FrequencyCursor {
    /// For the folded `form`; `None` if the segment does not hold it.
    pub fn open(index: &InvertedIndexReader, form: &str) -> tantivy::Result<Option<Self>> {
        let Some(info) = index.terms().get(form)? else {
            return Ok(None);
        };
        let postings =
            index.read_block_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
        Ok(Some(Self { postings, at: 0 }))
    }

    /// Calls `take` with the offset and frequency of each document of `window` that holds the word.
    /// Windows must come in order, but may be left out.
    pub fn read(&mut self, window: Window, mut take: impl FnMut(usize, u32)) {
        loop {
            let docs = self.postings.docs();
            let Some(&last) = docs.last().filter(|&&last| last != TERMINATED) else {
                return;
            };
            if last < window.start {
                self.at = self.postings.seek(window.start);
                if self.postings.docs().is_empty() {
                    return;
                }
                continue;
            }
            let freqs = self.postings.freqs();
            while let Some(&doc) = docs.get(self.at) {
                if doc >= window.end {
                    return;
                }
                if doc >= window.start {
                    take((doc - window.start) as usize, freqs[self.at]);
                }
                self.at += 1;
            }
            self.postings.advance();
            self.at = 0;
        }
    }
}

/// Reads where a word stands in single documents.
pub(super) struct PositionCursor {
    postings: SegmentPostings,
    positions: Vec<u32>,
}

impl PositionCursor {
    /// For the folded `form`; `None` if the segment does not hold it.
    pub fn open(index: &InvertedIndexReader, form: &str) -> tantivy::Result<Option<Self>> {
        let Some(info) = index.terms().get(form)? else {
            return Ok(None);
        };
        let option = IndexRecordOption::WithFreqsAndPositions;
        let postings = index.read_postings_from_terminfo(&info, option)?;
        Ok(Some(Self {
            postings,
            positions: Vec::new(),
        }))
    }

    /// The word's positions in `doc`, in order. Documents must come in order.
    pub fn positions(&mut self, doc: DocId) -> &[u32] {
        self.positions.clear();
        let mut at = self.postings.doc();
        if at < doc {
            at = self.postings.seek(doc);
        }
        if at == doc {
            self.postings.positions(&mut self.positions);
        }
        &self.positions
    }
}

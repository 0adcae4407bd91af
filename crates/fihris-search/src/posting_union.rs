//! The union of postings: how often any of several words stands in the documents of a window, by weight.
//!
//! A set holds many rare words. Theirs are read at once into one list; only frequent words keep a
//! cursor.

use tantivy::DocId;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;

use crate::cursor::FrequencyCursor;
use crate::window::{SIZE, Window};

/// Documents in a full block of postings; what has fewer is rare.
const BLOCK: u32 = 128;

/// Weights are multiples of 1 / `STEPS`: sums of them are exact, so that no order of adding shows.
const STEPS: f32 = 1024.0;

/// The postings of several words.
pub(super) struct PostingUnion {
    frequent: Vec<(FrequencyCursor, f32)>,
    /// Weighted frequencies in the order of the windows, within a window in any.
    rare: Vec<(DocId, f32)>,
    /// The next entry of `rare`.
    at: usize,
}

impl PostingUnion {
    /// Opens the postings of `words` with the weight of an occurrence of each.
    pub fn open(index: &InvertedIndexReader, words: &[(TermInfo, f32)]) -> tantivy::Result<Self> {
        let (mut frequent, mut rare) = (Vec::new(), Vec::new());
        let mut reused: Option<BlockSegmentPostings> = None;
        for (word, weight) in words {
            let weight = (weight * STEPS).round() / STEPS;
            if word.doc_freq >= BLOCK {
                frequent.push((FrequencyCursor::open(index, word)?, weight));
                continue;
            }
            let block = match &mut reused {
                Some(block) => {
                    index.reset_block_postings_from_terminfo(word, block)?;
                    block
                }
                None => reused.insert(
                    index.read_block_postings_from_terminfo(word, IndexRecordOption::WithFreqs)?,
                ),
            };
            let entries = block.docs().iter().zip(block.freqs());
            rare.extend(entries.map(|(&doc, &count)| (doc, weight * as_f32(count))));
        }
        rare.sort_by_key(|(doc, _)| doc / SIZE);
        Ok(Self {
            frequent,
            rare,
            at: 0,
        })
    }

    /// Calls `take` with the offset of a document of `window` and the weighted frequency of a word in
    /// it, once for each word. Windows must come in order, but may be left out.
    pub fn read(&mut self, window: Window, mut take: impl FnMut(usize, f32)) {
        for (cursor, weight) in &mut self.frequent {
            cursor.read(window, |offset, count| {
                take(offset, *weight * as_f32(count));
            });
        }
        let rest = &self.rare[self.at..];
        let start = rest.partition_point(|(doc, _)| *doc < window.start);
        let end = rest.partition_point(|(doc, _)| *doc < window.end);
        for (doc, frequency) in &rest[start..end] {
            take((doc - window.start) as usize, *frequency);
        }
        self.at += end;
    }
}

#[allow(clippy::cast_precision_loss)] // a word never stands 2^24 times in an article
pub(super) fn as_f32(count: u32) -> f32 {
    count as f32
}

//! Cursors over the postings of one word in one segment.
//!
//! One reads frequencies block by block, for scoring; the other reads positions of single documents,
//! for phrases.

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, Postings, SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED};

use crate::term_dictionary::TermDictionary;
use crate::window::Window;

/// Reads how often a word stands in each document of a window.
pub(super) struct FrequencyCursor {
    /// Boxed, as it is large and a query has hundreds.
    postings: Box<BlockSegmentPostings>,
    /// The next entry of the loaded block.
    at: usize,
}

impl FrequencyCursor {
    /// For a word of `index`.
    pub fn open(index: &InvertedIndexReader, word: &TermInfo) -> tantivy::Result<Self> {
        let option = IndexRecordOption::WithFreqs;
        let postings = index.read_block_postings_from_terminfo(word, option)?;
        Ok(Self {
            postings: Box::new(postings),
            at: 0,
        })
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
                // Past the end, the last block stays loaded.
                if self
                    .postings
                    .docs()
                    .last()
                    .is_none_or(|&last| last < window.start)
                {
                    return;
                }
                continue;
            }
            let rest = &docs[self.at..];
            let start = match rest.first() {
                Some(first) if *first < window.start => {
                    rest.partition_point(|doc| *doc < window.start)
                }
                _ => 0,
            };
            let end = if last < window.end {
                rest.len()
            } else {
                rest.partition_point(|doc| *doc < window.end)
            };
            let freqs = &self.postings.freqs()[self.at..];
            for (&doc, &count) in rest[start..end].iter().zip(&freqs[start..end]) {
                take((doc - window.start) as usize, count);
            }
            self.at += end;
            if last >= window.end {
                return;
            }
            self.postings.advance();
            self.at = 0;
        }
    }
}

/// Reads where a word stands in single documents.
pub(super) struct PositionCursor {
    postings: Box<SegmentPostings>,
    /// Where it stands.
    doc: DocId,
    positions: Vec<u32>,
}

impl PositionCursor {
    /// For the folded `form`; `None` if the segment does not hold it.
    pub fn open(terms: &TermDictionary, form: &str) -> tantivy::Result<Option<Self>> {
        let Some(info) = terms.get(form)? else {
            return Ok(None);
        };
        let option = IndexRecordOption::WithFreqsAndPositions;
        let postings = terms.index.read_postings_from_terminfo(&info, option)?;
        Ok(Some(Self {
            doc: postings.doc(),
            postings: Box::new(postings),
            positions: Vec::new(),
        }))
    }

    /// The first document from `doc` on in which the word stands. Documents must come in order.
    pub fn seek(&mut self, doc: DocId) -> DocId {
        if self.doc < doc {
            self.doc = self.postings.seek(doc);
        }
        self.doc
    }

    /// Whether the word stands at `position` of `doc`. Documents must come in order.
    pub fn is_at(&mut self, doc: DocId, position: u32) -> bool {
        self.positions(doc).binary_search(&position).is_ok()
    }

    /// The word's positions in `doc`, in order. Documents must come in order.
    pub fn positions(&mut self, doc: DocId) -> &[u32] {
        self.positions.clear();
        if self.seek(doc) == doc {
            self.postings.positions(&mut self.positions);
        }
        &self.positions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tantivy::doc;
    use tantivy::schema::{Schema, TEXT};

    /// What is read of a word that stands in `docs`, over the given windows of an index of 9000.
    fn read(docs: &[u32], windows: &[(u32, u32)]) -> Vec<u32> {
        let mut builder = Schema::builder();
        let field = builder.add_text_field("text", TEXT);
        let index = tantivy::Index::create_in_ram(builder.build());
        let mut writer = index.writer_with_num_threads(1, 20 << 20).unwrap();
        for doc in 0..9000 {
            let text = if docs.contains(&doc) {
                "wanted wanted"
            } else {
                "other"
            };
            writer.add_document(doc!(field => text)).unwrap();
        }
        writer.commit().unwrap();
        let searcher = index.reader().unwrap().searcher();
        let terms = TermDictionary::open(searcher.segment_reader(0), field, String::new()).unwrap();
        let word = terms.get("wanted").unwrap().unwrap();
        let mut cursor = FrequencyCursor::open(&terms.index, &word).unwrap();
        let mut found = Vec::new();
        for &(start, end) in windows {
            cursor.read(Window { start, end }, |offset, count| {
                assert_eq!(count, 2);
                found.push(start + u32::try_from(offset).unwrap());
            });
        }
        found
    }

    #[test]
    fn windows_may_be_left_out_and_lists_may_end() {
        let many: Vec<u32> = (0..3000).map(|i| i * 3).collect();
        for docs in [&[1, 5, 4095, 4096, 8999][..], &[1, 5], &[8999], &many] {
            let all = [(0, 4096), (4096, 8192), (8192, 9000)];
            assert_eq!(read(docs, &all), docs);
            let last: Vec<u32> = docs.iter().copied().filter(|&doc| doc >= 8192).collect();
            assert_eq!(read(docs, &all[2..]), last);
            let ends: Vec<u32> = docs
                .iter()
                .copied()
                .filter(|doc| !(4096..8192).contains(doc))
                .collect();
            assert_eq!(read(docs, &[all[0], all[2]]), ends);
        }
    }
}

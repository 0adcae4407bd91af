//! Ranges of terms: all terms in parts, each of which one thread reads in every dictionary.

use std::io;

use rayon::prelude::*;
use tantivy::termdict::{TermDictionary, TermStreamer};

/// Parts of all terms; more than threads, as terms differ in how much is read of them.
const PARTS: u64 = 64;

/// Ranges that cover all terms, in order, with what is known of the terms in each.
#[derive(Debug)]
pub(super) struct TermRanges<T> {
    /// The first term of each range but the first; ranges are without gaps.
    starts: Vec<Vec<u8>>,
    /// One more than `starts`, or none.
    values: Vec<T>,
}

impl<T> Default for TermRanges<T> {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            values: Vec::new(),
        }
    }
}

/// The terms of one range.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermRange<'a> {
    start: Option<&'a [u8]>,
    end: Option<&'a [u8]>,
}

impl TermRange<'_> {
    /// Those of them that are in `dictionary`, in order.
    pub fn stream<'d>(&self, dictionary: &'d TermDictionary) -> io::Result<TermStreamer<'d>> {
        let mut range = dictionary.range();
        if let Some(start) = self.start {
            range = range.ge(start);
        }
        if let Some(end) = self.end {
            range = range.lt(end);
        }
        range.into_stream()
    }
}

impl TermRanges<()> {
    /// Ranges of about as many terms of `dictionary` each.
    pub fn of(dictionary: &TermDictionary) -> io::Result<Self> {
        let terms = dictionary.num_terms() as u64;
        let parts = PARTS.min(terms).max(1);
        let start = |part: u64| {
            let mut key = Vec::new();
            dictionary.ord_to_term(terms * part / parts, &mut key)?;
            Ok(key)
        };
        let starts: Vec<Vec<u8>> = (1..parts).map(start).collect::<io::Result<_>>()?;
        let values = vec![(); starts.len() + 1];
        Ok(Self { starts, values })
    }

    /// These ranges with what `read` finds out of each, several at once.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn par_map<T: Send, E: Send>(
        self,
        read: impl Fn(&TermRange) -> Result<T, E> + Sync,
    ) -> Result<TermRanges<T>, E> {
        let ranges = (0..self.values.len()).into_par_iter();
        let values = ranges.map(|at| {
            read(&TermRange {
                start: at.checked_sub(1).map(|at| &*self.starts[at]),
                end: self.starts.get(at).map(Vec::as_slice),
            })
        });
        Ok(TermRanges {
            values: values.collect::<Result<_, E>>()?,
            starts: self.starts,
        })
    }
}

impl<T> TermRanges<T> {
    /// What is known of the terms in each range, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.values.iter()
    }

    /// What is known of the terms in each range, in order.
    pub fn into_values(self) -> impl Iterator<Item = T> {
        self.values.into_iter()
    }

    /// What is known of the terms in the range of `term`; `None` if there are no ranges.
    pub fn get(&self, term: &[u8]) -> Option<&T> {
        self.values.get(self.find(term))
    }

    /// The same to be changed.
    pub fn get_mut(&mut self, term: &[u8]) -> Option<&mut T> {
        let at = self.find(term);
        self.values.get_mut(at)
    }

    fn find(&self, term: &[u8]) -> usize {
        self.starts.partition_point(|start| &**start <= term)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tantivy::doc;
    use tantivy::schema::{STRING, Schema};

    #[test]
    fn each_term_is_in_one_range_and_is_found_there() {
        for count in [0_u32, 1, 63, 64, 65, 1000] {
            let mut builder = Schema::builder();
            let field = builder.add_text_field("word", STRING);
            let index = tantivy::Index::create_in_ram(builder.build());
            let mut writer = index.writer_with_num_threads(1, 20 << 20).unwrap();
            writer.add_document(doc!()).unwrap();
            for word in 0..count {
                writer
                    .add_document(doc!(field => format!("{word:04}")))
                    .unwrap();
            }
            writer.commit().unwrap();
            let searcher = index.reader().unwrap().searcher();
            let terms = searcher.segment_reader(0).inverted_index(field).unwrap();
            let dictionary = terms.terms();
            let read = |range: &TermRange| {
                let mut terms = range.stream(dictionary)?;
                let mut found = Vec::new();
                while terms.advance() {
                    found.push(terms.key().to_vec());
                }
                Ok::<_, io::Error>(found)
            };
            let ranges = TermRanges::of(dictionary).unwrap().par_map(read).unwrap();
            let all: Vec<&[u8]> = ranges.iter().flatten().map(Vec::as_slice).collect();
            let expected: Vec<String> = (0..count).map(|word| format!("{word:04}")).collect();
            assert_eq!(
                all,
                expected.iter().map(String::as_bytes).collect::<Vec<_>>()
            );
            for range in ranges.iter() {
                for term in range {
                    assert_eq!(ranges.get(term), Some(range));
                }
            }
        }
    }
}

//! Term counts: how often every word stands in some articles, and in all others.
//!
//! Read off the postings of the whole index, so that it takes as long for one article as for all; in
//! memory are the distinct words.

use std::ops::{AddAssign, SubAssign};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{SegmentReader, TERMINATED};

use crate::field_part::FieldPart;
use crate::term_ranges::{TermRange, TermRanges};
use fihris_corpus::ZoneSet;
use fihris_index::engine;
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_query::ast::Scope;

/// What a document is in, as bits.
const NEITHER: u8 = 0b00;
const TARGET: u8 = 0b01;
const REFERENCE: u8 = 0b10;

/// How often something stands in the target corpus, and in the reference corpus: all that is not target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// In the target corpus.
    pub target: u64,
    /// In the reference corpus.
    pub reference: u64,
}

impl Frequency {
    /// In all.
    #[must_use]
    pub fn all(self) -> u64 {
        self.target + self.reference
    }
}

impl AddAssign for Frequency {
    fn add_assign(&mut self, other: Self) {
        self.target += other.target;
        self.reference += other.reference;
    }
}

impl SubAssign for Frequency {
    fn sub_assign(&mut self, other: Self) {
        self.target -= other.target;
        self.reference -= other.reference;
    }
}

/// How often the words of a corpus stand in some articles, and in all others.
#[derive(Debug, Default)]
pub struct TermCounts {
    /// The words, by ranges.
    words: TermRanges<FxHashMap<String, Frequency>>,
    /// Of all words together.
    pub total: Frequency,
}

impl TermCounts {
    /// Counts the words in these zones of `articles`, and of all others of the index.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn read(
        index: &Index,
        zones: ZoneSet,
        articles: &[ArticleAddress],
    ) -> Result<Self, IndexError> {
        let segments = engine::searcher(index).segment_readers();
        let mut corpora: Vec<Vec<u8>> = segments.iter().map(all_reference).collect();
        for address in articles {
            corpora[address.segment() as usize][address.doc() as usize] = TARGET;
        }
        Self::read_corpora(index, zones, &corpora)
    }

    /// Counts the words in these zones of the articles `target`, and of the articles `reference`, which are others.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn read_both(
        index: &Index,
        zones: ZoneSet,
        target: &[ArticleAddress],
        reference: &[ArticleAddress],
    ) -> Result<Self, IndexError> {
        let segments = engine::searcher(index).segment_readers().iter();
        let none = segments.map(|segment| vec![NEITHER; segment.max_doc() as usize]);
        let mut corpora: Vec<Vec<u8>> = none.collect();
        for (articles, corpus) in [(reference, REFERENCE), (target, TARGET)] {
            for address in articles {
                corpora[address.segment() as usize][address.doc() as usize] = corpus;
            }
        }
        Self::read_corpora(index, zones, &corpora)
    }

    /// Counts where `corpora` says of the documents of each segment what they are in.
    fn read_corpora(
        index: &Index,
        zones: ZoneSet,
        corpora: &[Vec<u8>],
    ) -> Result<Self, IndexError> {
        let scope = Scope::Zones(zones);
        let mut lists = Vec::new();
        for (segment, corpora) in engine::searcher(index)
            .segment_readers()
            .iter()
            .zip(corpora)
        {
            for part in FieldPart::covering(&scope) {
                let others = part.others().into_iter().map(FieldPart::Zone);
                let signed = std::iter::once((part, true)).chain(others.map(|part| (part, false)));
                for (part, adds) in signed {
                    let terms = segment.inverted_index(part.field(engine::fields(index)))?;
                    lists.push(TermList {
                        terms,
                        adds,
                        corpora,
                    });
                }
            }
        }
        let largest = lists
            .iter()
            .max_by_key(|list| list.terms.terms().num_terms());
        let Some(largest) = largest else {
            return Ok(Self::default());
        };
        let ranges = TermRanges::of(largest.terms.terms())?;
        let words = ranges.par_map(|range| {
            let mut words = FxHashMap::default();
            for list in &lists {
                list.count(range, &mut words)?;
            }
            Ok::<_, tantivy::TantivyError>(words)
        })?;
        let mut total = Frequency::default();
        for count in words.iter().flat_map(FxHashMap::values) {
            total += *count;
        }
        Ok(Self { words, total })
    }

    /// How often the word with this `form` stands.
    #[must_use]
    pub fn get(&self, form: &str) -> Frequency {
        let words = self.words.get(form.as_bytes());
        words
            .and_then(|words| words.get(form))
            .copied()
            .unwrap_or_default()
    }

    /// Takes so many occurrences of a word to the target corpus, which were counted in the reference.
    pub fn move_to_target(&mut self, form: &str, occurrences: u64) {
        let words = self.words.get_mut(form.as_bytes());
        let word = words.and_then(|words| words.get_mut(form));
        for of in word.into_iter().chain([&mut self.total]) {
            of.target += occurrences;
            of.reference = of.reference.saturating_sub(occurrences);
        }
    }
}

/// The words in one field of a segment.
struct TermList<'a> {
    terms: Arc<InvertedIndexReader>,
    /// Whether they are added, or taken off what was added before.
    adds: bool,
    /// What each document is in.
    corpora: &'a [u8],
}

impl TermList<'_> {
    /// Counts the words of a range.
    fn count(
        &self,
        range: &TermRange,
        words: &mut FxHashMap<String, Frequency>,
    ) -> tantivy::Result<()> {
        let mut terms = range.stream(self.terms.terms())?;
        let mut opened = None;
        while terms.advance() {
            let info = terms.value();
            let postings = match &mut opened {
                Some(postings) => {
                    self.terms
                        .reset_block_postings_from_terminfo(info, postings)?;
                    postings
                }
                closed => {
                    let option = IndexRecordOption::WithFreqs;
                    let postings = self.terms.read_block_postings_from_terminfo(info, option)?;
                    closed.insert(postings)
                }
            };
            let count = self.sum(postings);
            let Ok(form) = str::from_utf8(terms.key()) else {
                continue; // the analyzer gives text only
            };
            if count == Frequency::default() {
                continue; // only deleted articles hold it
            }
            match words.get_mut(form) {
                Some(known) if self.adds => *known += count,
                Some(known) => *known -= count,
                None if self.adds => _ = words.insert(form.to_string(), count),
                None => {}
            }
        }
        Ok(())
    }

    /// How often the word of these postings stands in either corpus.
    fn sum(&self, postings: &mut BlockSegmentPostings) -> Frequency {
        let mut count = Frequency::default();
        while postings
            .docs()
            .last()
            .is_some_and(|last| *last != TERMINATED)
        {
            for (doc, frequency) in postings.docs().iter().zip(postings.freqs()) {
                // Multiplied, not chosen: which corpus comes next cannot be told.
                let corpus = u64::from(self.corpora[*doc as usize]);
                let frequency = u64::from(*frequency);
                count.target += frequency * (corpus & u64::from(TARGET));
                count.reference += frequency * (corpus >> 1);
            }
            postings.advance();
        }
        count
    }
}

/// What the documents of a segment are in, if none of them is in the target corpus.
fn all_reference(segment: &SegmentReader) -> Vec<u8> {
    let mut corpora = vec![NEITHER; segment.max_doc() as usize];
    for doc in segment.doc_ids_alive() {
        corpora[doc as usize] = REFERENCE;
    }
    corpora
}

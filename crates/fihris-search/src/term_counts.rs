//! Term counts: how often every word stands in some articles, and in all others.
//!
//! Read off the postings of the whole index, so that it takes as long for one article as for all; in
//! memory are the distinct words.

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::schema::IndexRecordOption;
use tantivy::{SegmentReader, TERMINATED};

use crate::field_part::FieldPart;
use fihris_corpus::ZoneSet;
use fihris_index::engine;
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_query::ast::Scope;

/// Where a document is, as an index of sums.
const DELETED: u8 = 0;
const TARGET: u8 = 1;
const REFERENCE: u8 = 2;

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

impl std::ops::AddAssign for Frequency {
    fn add_assign(&mut self, other: Self) {
        self.target += other.target;
        self.reference += other.reference;
    }
}

/// How often the words of a corpus stand in some articles, and in all others.
#[derive(Debug, Default)]
pub struct TermCounts {
    words: FxHashMap<String, Frequency>,
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
        let mut places: Vec<Vec<u8>> = segments.iter().map(places).collect();
        for address in articles {
            places[address.segment() as usize][address.doc() as usize] = TARGET;
        }
        Self::read_places(index, zones, places)
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
        let none = segments.map(|segment| vec![DELETED; segment.max_doc() as usize]);
        let mut places: Vec<Vec<u8>> = none.collect();
        for (articles, place) in [(reference, REFERENCE), (target, TARGET)] {
            for address in articles {
                places[address.segment() as usize][address.doc() as usize] = place;
            }
        }
        Self::read_places(index, zones, places)
    }

    fn read_places(
        index: &Index,
        zones: ZoneSet,
        places: Vec<Vec<u8>>,
    ) -> Result<Self, IndexError> {
        let segments = engine::searcher(index).segment_readers();
        let scope = Scope::Zones(zones);
        let counted = segments.par_iter().zip(places).map(|(segment, places)| {
            let mut counts = Self::default();
            for part in FieldPart::covering(&scope) {
                counts.add_part(index, segment, part, true, &places)?;
                for zone in part.others() {
                    counts.add_part(index, segment, FieldPart::Zone(zone), false, &places)?;
                }
            }
            Ok::<_, IndexError>(counts)
        });
        counted.try_reduce(Self::default, |a, b| Ok(a.join(b)))
    }

    /// How often the folded `form` stands.
    #[must_use]
    pub fn get(&self, form: &str) -> Frequency {
        self.words.get(form).copied().unwrap_or_default()
    }

    /// Takes so many occurrences of a word to the target corpus, which were counted in the reference.
    pub fn move_to_target(&mut self, form: &str, occurrences: u64) {
        for of in self
            .words
            .get_mut(form)
            .into_iter()
            .chain([&mut self.total])
        {
            of.target += occurrences;
            of.reference = of.reference.saturating_sub(occurrences);
        }
    }

    /// Adds the words of a part, or takes them off where the part is in what was added before.
    fn add_part(
        &mut self,
        index: &Index,
        segment: &SegmentReader,
        part: FieldPart,
        adds: bool,
        places: &[u8],
    ) -> Result<(), IndexError> {
        let field = part.field(engine::fields(index));
        let inverted = segment.inverted_index(field)?;
        let mut terms = inverted
            .terms()
            .stream()
            .map_err(tantivy::TantivyError::from)?;
        let mut opened = None;
        while terms.advance() {
            let info = terms.value();
            let postings = match &mut opened {
                Some(postings) => {
                    inverted
                        .reset_block_postings_from_terminfo(info, postings)
                        .map_err(tantivy::TantivyError::from)?;
                    postings
                }
                closed => closed.insert(
                    inverted
                        .read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)
                        .map_err(tantivy::TantivyError::from)?,
                ),
            };
            let mut sums = [0; 3];
            while postings
                .docs()
                .last()
                .is_some_and(|last| *last != TERMINATED)
            {
                for (doc, frequency) in postings.docs().iter().zip(postings.freqs()) {
                    sums[usize::from(places[*doc as usize])] += u64::from(*frequency);
                }
                postings.advance();
            }
            let Ok(form) = std::str::from_utf8(terms.key()) else {
                continue; // the analyzer gives text only
            };
            let count = Frequency {
                target: sums[usize::from(TARGET)],
                reference: sums[usize::from(REFERENCE)],
            };
            if count == Frequency::default() {
                continue; // only deleted articles hold it
            }
            if adds {
                self.add(form, count);
            } else {
                self.subtract(form, count);
            }
        }
        Ok(())
    }

    fn add(&mut self, form: &str, count: Frequency) {
        self.total += count;
        match self.words.get_mut(form) {
            Some(known) => *known += count,
            None => _ = self.words.insert(form.to_string(), count),
        }
    }

    fn subtract(&mut self, form: &str, count: Frequency) {
        for of in self
            .words
            .get_mut(form)
            .into_iter()
            .chain([&mut self.total])
        {
            of.target -= count.target;
            of.reference -= count.reference;
        }
    }

    fn join(mut self, mut other: Self) -> Self {
        if self.words.len() < other.words.len() {
            std::mem::swap(&mut self, &mut other);
        }
        self.total += other.total;
        for (form, count) in other.words {
            *self.words.entry(form).or_default() += count;
        }
        self
    }
}

/// The places of a segment's documents, if none of them is in the target corpus.
fn places(segment: &SegmentReader) -> Vec<u8> {
    let mut places = vec![DELETED; segment.max_doc() as usize];
    for doc in segment.doc_ids_alive() {
        places[doc as usize] = REFERENCE;
    }
    places
}

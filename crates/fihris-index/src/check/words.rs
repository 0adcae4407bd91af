//! The words of a segment: whether what can be searched is what stands in the stored texts.
//!
//! Each document gets two sums of hashes, one for each word of each field at each position: one sum by reading
//! its stored text as it was read when it was indexed, the other by reading the postings of all words. The
//! order of adding does not matter, so neither has to be in memory, and both sums agree if all words do. The
//! numbers of words by which lengths are weighed are compared as well. Does not depend on what the words mean.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::tokenizer::{MAX_TOKEN_LEN, TextAnalyzer};
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED};
use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::document::Content;
use crate::error::IndexError;
use crate::schema::ArticleFields;
use crate::writer::searched;
use fihris_corpus::Article;

/// Between two numbers whose sums are to differ if one of them does (an odd number with many ones).
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The sums of the documents of a segment.
pub(super) struct Sums<'a> {
    segment: &'a SegmentReader,
    /// From the stored texts, by document.
    stored: Vec<AtomicU64>,
}

impl<'a> Sums<'a> {
    pub fn new(segment: &'a SegmentReader) -> Self {
        let zeros = std::iter::repeat_with(|| AtomicU64::new(0));
        Self {
            segment,
            stored: zeros.take(segment.max_doc() as usize).collect(),
        }
    }

    /// Adds the words of an article as it is stored. Whether its lengths are as they are kept.
    pub fn add_article(
        &self,
        doc: DocId,
        article: Article,
        fields: &ArticleFields,
        analyzers: &mut Analyzers,
    ) -> Result<bool, IndexError> {
        let (sum, lengths) = analyzers.sum(&searched(article, fields));
        self.stored[doc as usize].store(sum, Ordering::Relaxed);
        let norms = self.segment.fieldnorms_readers();
        let mut are_kept = true;
        for (field, length) in lengths {
            let kept = norms.get_field(field)?.map(|norms| norms.fieldnorm_id(doc));
            are_kept &= kept == Some(FieldNormReader::fieldnorm_to_id(length));
        }
        Ok(are_kept)
    }

    /// Adds a text that is one word as a whole.
    pub fn add_whole(&self, doc: DocId, field: Field, text: &str) {
        let sum = of_word(of_term(field, text.as_bytes()), 0);
        self.stored[doc as usize].fetch_add(sum, Ordering::Relaxed);
    }

    /// Reads all postings; the documents that are not deleted whose sums are not those of the stored texts.
    pub fn different(&self) -> Result<Vec<DocId>, IndexError> {
        let found = Self::new(self.segment).stored;
        let schema = self.segment.schema();
        let indexed = schema.fields().filter(|(_, entry)| entry.is_indexed());
        let fields: Vec<Field> = indexed.map(|(field, _)| field).collect();
        fields
            .into_par_iter()
            .try_for_each(|field| self.add_postings(field, &found))?;
        let docs = self.segment.doc_ids_alive();
        let is_different = |doc: &DocId| {
            let of = |sums: &[AtomicU64]| sums[*doc as usize].load(Ordering::Relaxed);
            of(&found) != of(&self.stored)
        };
        Ok(docs.filter(is_different).collect())
    }

    fn add_postings(&self, field: Field, sums: &[AtomicU64]) -> Result<(), IndexError> {
        let index = self.segment.inverted_index(field)?;
        let mut terms = index.terms().stream()?;
        let mut positions = Vec::new();
        while terms.advance() {
            let term = of_term(field, terms.key());
            let wanted = IndexRecordOption::WithFreqsAndPositions;
            let mut postings = index.read_postings_from_terminfo(terms.value(), wanted)?;
            while postings.doc() != TERMINATED {
                postings.positions(&mut positions);
                if positions.is_empty() {
                    positions.push(0); // a text that is one word as a whole
                }
                let words = positions.iter().map(|position| of_word(term, *position));
                let sum = words.fold(0, u64::wrapping_add);
                if let Some(of_doc) = sums.get(postings.doc() as usize) {
                    of_doc.fetch_add(sum, Ordering::Relaxed);
                }
                postings.advance();
            }
        }
        Ok(())
    }
}

/// What a term adds wherever it stands.
fn of_term(field: Field, term: &[u8]) -> u64 {
    xxh3_64_with_seed(term, field.field_id().into())
}

/// What a term adds at a position.
fn of_word(term: u64, position: u32) -> u64 {
    let mixed = (term ^ (u64::from(position) + 1).wrapping_mul(SPREAD)).wrapping_mul(SPREAD);
    mixed ^ (mixed >> 29)
}

/// The engine's analyzers of the fields of a segment.
pub(super) struct Analyzers(FxHashMap<Field, TextAnalyzer>);

impl Analyzers {
    pub fn new(segment: &SegmentReader) -> Result<Self, IndexError> {
        let schema = segment.schema();
        let mut analyzers = FxHashMap::default();
        for (field, entry) in schema.fields().filter(|(_, entry)| entry.is_indexed()) {
            if entry.field_type().is_str() {
                analyzers.insert(field, segment.index().tokenizer_for_field(field)?);
            }
        }
        Ok(Self(analyzers))
    }

    /// The sum of all words of `content`, and how many words each field has.
    fn sum(&mut self, content: &Content) -> (u64, FxHashMap<Field, u32>) {
        let mut sum = 0_u64;
        let mut lengths: FxHashMap<Field, u32> = FxHashMap::default();
        let mut ends: FxHashMap<Field, u32> = FxHashMap::default();
        for (field, text) in content.texts() {
            let Some(analyzer) = self.0.get_mut(&field) else {
                continue; // stored only
            };
            let (start, length) = (
                ends.entry(field).or_default(),
                lengths.entry(field).or_default(),
            );
            let mut end = *start;
            analyzer.token_stream(text).process(&mut |token| {
                if token.text.len() > MAX_TOKEN_LEN {
                    return; // the engine leaves it out
                }
                let position = *start + u32::try_from(token.position).unwrap_or(u32::MAX);
                sum = sum.wrapping_add(of_word(of_term(field, token.text.as_bytes()), position));
                end = end.max(position + 1);
                *length += 1;
            });
            *start = end + 1; // the engine leaves one free between texts
        }
        (sum, lengths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_by_its_field_and_position() {
        let term = |field, word: &str| of_term(Field::from_field_id(field), word.as_bytes());
        let words = [
            of_word(term(1, "بغداد"), 0),
            of_word(term(1, "بغداد"), 1),
            of_word(term(2, "بغداد"), 0),
            of_word(term(1, "دمشق"), 0),
            of_word(term(1, "دمشق"), 1),
        ];
        // Two words that change places are other words.
        assert_ne!(
            words[0].wrapping_add(words[4]),
            words[1].wrapping_add(words[3])
        );
        let mut sorted = words;
        sorted.sort_unstable();
        assert!(sorted.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

//! Fields of the input by their names: `author`, `section` and whatever else an article comes with.
//!
//! All are in one field of the index, each word behind the name of its own. Knows names and words, not
//! what they mean.

use std::collections::BTreeSet;

use tantivy::index::InvertedIndexReader;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Searcher, SegmentReader, TERMINATED};

use super::error::IndexError;
use super::schema::ArticleFields;

/// Stands between the name of a field and a word; no word holds it.
const SEPARATOR: char = '\u{1F}';

/// The term of a folded word in the field called `name`; also the text that has all words of a value
/// indexed so.
#[must_use]
pub fn term(name: &str, word: &str) -> String {
    format!("{name}{SEPARATOR}{word}")
}

/// What stands before each word of the text that [`term`] made, and the value.
pub(super) fn split(text: &str) -> (&str, &str) {
    let value = text
        .find(SEPARATOR)
        .map_or(0, |at| at + SEPARATOR.len_utf8());
    text.split_at(value)
}

/// The names of all fields that articles have; those of deleted ones are in the dictionaries still.
pub(super) fn names(
    searcher: &Searcher,
    fields: &ArticleFields,
) -> Result<Vec<String>, IndexError> {
    let mut names = BTreeSet::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.named)?;
        let mut start = String::new();
        loop {
            let mut terms = index.terms().range().ge(&start).into_stream()?;
            if !terms.advance() {
                break;
            }
            let term = String::from_utf8_lossy(terms.key());
            let name = term.split(SEPARATOR).next().unwrap_or_default();
            let behind = format!("{name}{}", char::from(SEPARATOR as u8 + 1));
            if !names.contains(name) && is_alive(segment, &index, &start, &behind)? {
                names.insert(name.to_string());
            }
            start = behind;
        }
    }
    Ok(names.into_iter().collect())
}

/// Whether an article that is not deleted holds one of the terms from `start` to before `end`.
fn is_alive(
    segment: &SegmentReader,
    index: &InvertedIndexReader,
    start: &str,
    end: &str,
) -> Result<bool, IndexError> {
    if !segment.has_deletes() {
        return Ok(true);
    }
    let mut terms = index.terms().range().ge(start).lt(end).into_stream()?;
    while terms.advance() {
        let term = terms.value();
        let mut postings = index.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
        while postings.doc() != TERMINATED {
            if !segment.is_deleted(postings.doc()) {
                return Ok(true);
            }
            postings.advance();
        }
    }
    Ok(false)
}

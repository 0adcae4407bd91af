//! The column of provenances: what of each article tells whether another is a version of it.
//!
//! Numbers of an article whose record is named by something: the record, the headline, when it was seen, and, of what
//! came by a stream, when it came.

use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use super::error::IndexError;
use fihris_corpus::{Article, Provenance};

/// The name of the column.
pub(crate) const COLUMN: &str = "provenance";

/// What is added to seconds since 1970, so that no number is negative: some 69,000 years.
const OFFSET: i64 = 1 << 41;

/// The numbers that the column has of `article`.
pub(crate) fn numbers(article: &Article) -> Vec<u64> {
    let Some(provenance) = Provenance::of(article) else {
        return Vec::new();
    };
    let seen = provenance.seen.and_then(|second| {
        let shifted = u64::try_from(second.saturating_add(OFFSET)).ok()?;
        (1..1 << 42).contains(&shifted).then_some(shifted)
    });
    let seen = seen.unwrap_or(0) << 1 | u64::from(provenance.has_id);
    let mut numbers = vec![provenance.record, provenance.headline, seen];
    numbers.extend((article.arrival > 0).then_some(article.arrival));
    numbers
}

/// What the column says of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub provenance: Provenance,
    /// [`Article::arrival`].
    pub arrival: u64,
}

/// The column of a segment.
pub(crate) struct Provenances(Column<u64>);

impl Provenances {
    /// `None` if there is nothing in it.
    pub fn open(segment: &SegmentReader) -> Result<Option<Self>, IndexError> {
        let column = segment.fast_fields().column_opt::<u64>(COLUMN)?;
        Ok(column.map(Self))
    }

    pub fn get(&self, doc: DocId) -> Option<Entry> {
        let mut numbers = self.0.values_for_doc(doc);
        let (record, headline, seen) = (numbers.next()?, numbers.next()?, numbers.next()?);
        let shifted = i64::try_from(seen >> 1).ok().filter(|shifted| *shifted > 0);
        Some(Entry {
            provenance: Provenance {
                record,
                headline,
                has_id: seen & 1 == 1,
                seen: shifted.map(|shifted| shifted - OFFSET),
            },
            arrival: numbers.next().unwrap_or(0),
        })
    }
}

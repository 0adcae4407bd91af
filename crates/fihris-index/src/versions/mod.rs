//! Versions: which articles are of one record, as it was at several times, and which is the newest of them.
//!
//! A feed that is fetched every hour, or a page that is crawled again, brings the same record many times. All are
//! kept in the index; searches see the newest alone, as if the others were deleted ([`mask`]). Which are of one record
//! is said by [`fihris_corpus::Provenance`]; what follows from all of them together is derived from a commit like the
//! copies, kept in a file beside it, and derived again when that is missing or of another commit.

mod derive;
mod file;
pub(crate) mod mask;

use tantivy::DocId;

use crate::address::ArticleAddress;

/// The versions among the articles of a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Of each segment, in the order of the commit: articles of which there are other versions, with the number of
    /// their record, in order.
    segments: Vec<Vec<(DocId, u32)>>,
    /// The records, by their numbers.
    records: Vec<VersionedRecord>,
}

/// A record of which there are several versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct VersionedRecord {
    newest: ArticleAddress,
    count: u32,
    /// In seconds since 1970.
    first_seen: Option<i64>,
    last_seen: Option<i64>,
}

/// What is known of an article of which there are other versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Version {
    /// Whether no other is newer.
    pub is_newest: bool,
    /// How many versions there are, this one among them.
    pub versions: u32,
    /// When the first of them was seen, in seconds since 1970, as far as that is known.
    pub first_seen: Option<i64>,
    /// When the last of them was seen.
    pub last_seen: Option<i64>,
}

impl Versions {
    /// Whether there is but one of each record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// How many articles are older than another version of their record.
    #[must_use]
    pub fn superseded(&self) -> u64 {
        let records = self.records.iter();
        records
            .map(|record| u64::from(record.count.saturating_sub(1)))
            .sum()
    }

    /// What is known of the article at `address`, if there are other versions of it.
    #[must_use]
    pub fn get(&self, address: ArticleAddress) -> Option<Version> {
        let members = self.segments.get(address.segment() as usize)?;
        let at = members
            .binary_search_by_key(&address.doc(), |(doc, _)| *doc)
            .ok()?;
        let record = self.records.get(members[at].1 as usize)?;
        Some(Version {
            is_newest: record.newest == address,
            versions: record.count,
            first_seen: record.first_seen,
            last_seen: record.last_seen,
        })
    }

    /// The articles of the segment with this number that are older than another version, in order.
    fn superseded_in(&self, segment: u32) -> Vec<DocId> {
        let members = self.segments.get(segment as usize).into_iter().flatten();
        let is_older = |(doc, record): &&(DocId, u32)| {
            let record = self.records.get(*record as usize);
            record.is_some_and(|record| record.newest != ArticleAddress::new(segment, *doc))
        };
        members.filter(is_older).map(|(doc, _)| *doc).collect()
    }
}

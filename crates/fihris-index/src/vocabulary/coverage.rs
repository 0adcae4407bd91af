//! Coverage: which articles a vocabulary was counted over.
//!
//! Segments never change but for what is deleted of them, so their ids with the deleted documents tell all.

use std::collections::BTreeMap;

use tantivy::{DocId, Searcher, SegmentReader};

use super::varint;
use crate::derived_file::length;

/// Bytes of the id of a segment.
const ID: usize = 32;

/// The segments that were counted, by their ids, with what was deleted in each, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Coverage(BTreeMap<String, Vec<DocId>>);

/// Documents of a segment that were counted and are deleted now, and the other way round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ChangedDocs {
    pub gone: Vec<DocId>,
    pub back: Vec<DocId>,
}

impl Coverage {
    /// All that `searcher` shows.
    pub fn of(searcher: &Searcher) -> Self {
        let segments = searcher.segment_readers().iter();
        Self(segments.map(|it| (id(it), deleted(it))).collect())
    }

    /// Whether all its segments are among those of `searcher`.
    pub fn is_within(&self, searcher: &Searcher) -> bool {
        let segments = searcher.segment_readers().iter();
        let covered = segments.filter(|segment| self.0.contains_key(&id(segment)));
        covered.count() == self.0.len()
    }

    /// What became of the documents of `segment`; `None` if none of it was counted.
    pub fn changed(&self, segment: &SegmentReader) -> Option<ChangedDocs> {
        let before = self.0.get(&id(segment))?;
        let now = deleted(segment);
        let without = |of: &[DocId], others: &[DocId]| {
            let kept = of.iter().filter(|doc| others.binary_search(doc).is_err());
            kept.copied().collect()
        };
        Some(ChangedDocs {
            gone: without(&now, before),
            back: without(before, &now),
        })
    }

    /// What [`from_bytes`](Self::from_bytes) takes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (id, deleted) in &self.0 {
            bytes.extend_from_slice(id.as_bytes());
            varint::push(length(deleted), &mut bytes);
            let mut before = 0;
            for doc in deleted {
                varint::push(doc - before, &mut bytes);
                before = *doc;
            }
        }
        bytes
    }

    /// That of which these are the bytes; `None` if they are something else.
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut segments = BTreeMap::new();
        while !bytes.is_empty() {
            let (id, rest) = bytes.split_at_checked(ID)?;
            bytes = rest;
            let mut doc: DocId = 0;
            let deleted = (0..varint::take(&mut bytes)?).map(|_| {
                doc = doc.checked_add(varint::take(&mut bytes)?)?;
                Some(doc)
            });
            let deleted = deleted.collect::<Option<_>>()?;
            segments.insert(std::str::from_utf8(id).ok()?.to_string(), deleted);
        }
        Some(Self(segments))
    }
}

fn id(segment: &SegmentReader) -> String {
    segment.segment_id().uuid_string()
}

/// The deleted documents of `segment`, in order.
fn deleted(segment: &SegmentReader) -> Vec<DocId> {
    if !segment.has_deletes() {
        return Vec::new();
    }
    let docs = 0..segment.max_doc();
    docs.filter(|doc| segment.is_deleted(*doc)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        let id = |digit: &str| digit.repeat(ID);
        let segments = [(id("a"), vec![0, 7, 300]), (id("b"), vec![])];
        let coverage = Coverage(segments.into());
        let bytes = coverage.to_bytes();
        assert_eq!(Coverage::from_bytes(&bytes), Some(coverage));
        assert_eq!(Coverage::from_bytes(&[]), Some(Coverage::default()));
        for end in [1, ID, ID + 2, bytes.len() - 1] {
            assert_eq!(Coverage::from_bytes(&bytes[..end]), None, "{end}");
        }
    }
}

//! A commit as tantivy lists it in `meta.json`: its segments, and what we have it carry.
//!
//! Whatever is derived from a commit is derived from its segments: their names, their deleted documents, and
//! their order, since documents are numbered within them. The opstamp does not do, as a merge keeps it.

use std::path::Path;

use serde::Deserialize;
use tantivy::Searcher;
use tantivy::schema::Schema;
use xxhash_rust::xxh3::xxh3_64;

/// The one file of tantivy's that changes: the list of segments, with the manifest.
pub(super) const META: &str = "meta.json";

/// The files that each segment has.
const COMPONENTS: [&str; 6] = ["fast", "fieldnorm", "idx", "pos", "store", "term"];

/// What is wanted of [`META`].
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Commit {
    segments: Vec<Segment>,
    /// The manifest as JSON; `None` where nothing was committed yet.
    pub payload: Option<String>,
    pub schema: Option<Schema>,
}

#[derive(Clone, Debug, Deserialize)]
struct Segment {
    segment_id: String,
    deletes: Option<Deletes>,
}

#[derive(Clone, Debug, Deserialize)]
struct Deletes {
    opstamp: u64,
}

/// What derived data is derived from: a hash of the segments of a commit, in their order, with what is
/// deleted from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CommitKey(pub u64);

impl CommitKey {
    /// That of the commit that `searcher` shows.
    pub fn new(searcher: &Searcher) -> Self {
        let segments = searcher.segment_readers().iter();
        Self::of_segments(segments.map(|segment| {
            let deletes = segment.delete_opstamp();
            (segment.segment_id().uuid_string(), deletes)
        }))
    }

    fn of_segments(segments: impl Iterator<Item = (String, Option<u64>)>) -> Self {
        let lines = segments.map(|(id, deletes)| format!("{id} {deletes:?}\n"));
        Self(xxh3_64(lines.collect::<String>().as_bytes()))
    }
}

impl Commit {
    /// Reads the contents of [`META`]; `None` if they are none.
    pub fn parse(meta: &[u8]) -> Option<Self> {
        let mut commit: Self = serde_json::from_slice(meta).ok()?;
        for segment in &mut commit.segments {
            segment.segment_id.retain(|letter| letter != '-');
            let is_id = segment.segment_id.len() == 32 && is_hex(&segment.segment_id);
            is_id.then_some(())?;
        }
        Some(commit)
    }

    /// Its key.
    pub fn key(&self) -> CommitKey {
        let segments = self.segments.iter();
        CommitKey::of_segments(segments.map(|segment| {
            let deletes = segment.deletes.as_ref().map(|deletes| deletes.opstamp);
            (segment.segment_id.clone(), deletes)
        }))
    }

    /// The names of the files of its segments, each of which must be there.
    pub fn files(&self) -> impl Iterator<Item = String> + '_ {
        self.segments.iter().flat_map(|segment| {
            let id = &segment.segment_id;
            let components = COMPONENTS.iter().map(move |name| format!("{id}.{name}"));
            let deletes = segment.deletes.as_ref();
            components.chain(deletes.map(|deletes| format!("{id}.{}.del", deletes.opstamp)))
        })
    }
}

/// Whether the file of this name is one that tantivy writes for a segment.
pub(super) fn is_of_segment(name: &Path) -> bool {
    let name = name.to_str().and_then(|name| name.split_once('.'));
    name.is_some_and(|(id, _)| id.len() == 32 && is_hex(id))
}

fn is_hex(id: &str) -> bool {
    id.bytes().all(|letter| letter.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str = r#"{"segments": [
        {"segment_id": "0a1b2c3d-0000-4000-8000-000000000001", "max_doc": 3, "deletes": null},
        {"segment_id": "0a1b2c3d-0000-4000-8000-000000000002", "max_doc": 2,
         "deletes": {"num_deleted_docs": 1, "opstamp": 7}}
    ], "opstamp": 7, "payload": "{}"}"#;

    #[test]
    fn names_the_files_of_its_segments() {
        let commit = Commit::parse(META.as_bytes()).unwrap();
        let files: Vec<String> = commit.files().collect();
        assert_eq!(files.len(), 13);
        assert_eq!(files[0], "0a1b2c3d000040008000000000000001.fast");
        assert_eq!(files[12], "0a1b2c3d000040008000000000000002.7.del");
        assert!(files.iter().all(|name| is_of_segment(Path::new(name))));
        assert!(!is_of_segment(Path::new("meta.json")));
    }

    #[test]
    fn the_key_is_that_of_the_segments_their_order_and_deletes() {
        let key = |meta: &str| Commit::parse(meta.as_bytes()).unwrap().key();
        assert_eq!(key(META), key(&META.replace("{}", "{ }")));
        assert_ne!(
            key(META),
            key(&META.replace("\"opstamp\": 7}}", "\"opstamp\": 8}}"))
        );
        let other_order = META.replace("01\"", "0x\"").replace("02\"", "01\"");
        assert_ne!(key(META), key(&other_order.replace("0x\"", "02\"")));
        assert!(Commit::parse(b"{}").is_none());
    }
}

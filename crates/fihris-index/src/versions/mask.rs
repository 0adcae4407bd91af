//! The mask: a commit as if all but the newest version of each record were deleted.
//!
//! The engine has a file with the documents of a segment that are not deleted. Where versions are superseded, it gets
//! one that says so of them too, made in memory; so whatever reads the commit passes them over in the way and at the
//! cost at which it passes over what is deleted, and where there are none, nothing is different.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tantivy::directory::{ManagedDirectory, RamDirectory, TerminatingWrite};
use tantivy::fastfield::write_alive_bitset;
use tantivy::{BitSet, DocId, Searcher, SegmentReader, TantivyError};
use xxhash_rust::xxh3::Xxh3Default;

use super::Versions;
use crate::error::IndexError;
use crate::snapshot::Snapshot;

/// `snapshot`, which `all` shows, without the superseded ones of `versions`.
///
/// # Errors
/// If the index cannot be read.
pub(crate) fn newest(
    snapshot: &Snapshot,
    all: &Searcher,
    versions: &Versions,
) -> Result<Searcher, IndexError> {
    if versions.is_empty() {
        return Ok(all.clone());
    }
    let masks = RamDirectory::create();
    let mut changed = Vec::new();
    for (segment_ord, segment) in (0..).zip(all.segment_readers()) {
        let superseded = versions.superseded_in(segment_ord);
        if superseded.is_empty() {
            continue;
        }
        let mask = Mask::new(segment, &superseded);
        mask.write(&masks)
            .map_err(|error| IndexError::from(TantivyError::from(error)))?;
        changed.push(mask);
    }
    let mut meta: Value = serde_json::from_slice(snapshot.meta()).unwrap_or_default();
    for segment in meta["segments"].as_array_mut().into_iter().flatten() {
        let id = segment["segment_id"].as_str().unwrap_or_default();
        let id = id.replace('-', "");
        if let Some(mask) = changed.iter().find(|mask| mask.segment == id) {
            segment["deletes"] = json!({
                "num_deleted_docs": mask.deleted,
                "opstamp": mask.stamp,
            });
        }
    }
    let meta = serde_json::to_vec(&meta).unwrap_or_default(); // plain data always serialises
    let names: Vec<PathBuf> = changed.iter().map(Mask::file).collect();
    snapshot.with_files(meta, &masks, &names)?.searcher()
}

/// What is deleted from a segment, and what is superseded.
struct Mask {
    /// The id of the segment, in hexadecimal digits.
    segment: String,
    /// The documents that remain.
    alive: BitSet,
    /// How many do not.
    deleted: u32,
    /// Tells it from any other of the segment.
    stamp: u64,
}

impl Mask {
    fn new(segment: &SegmentReader, superseded: &[DocId]) -> Self {
        let mut alive = BitSet::with_max_value_and_full(segment.max_doc());
        for doc in (0..segment.max_doc()).filter(|doc| segment.is_deleted(*doc)) {
            alive.remove(doc);
        }
        let mut stamp = Xxh3Default::new();
        stamp.update(&segment.delete_opstamp().unwrap_or_default().to_le_bytes());
        for doc in superseded {
            alive.remove(*doc);
            stamp.update(&doc.to_le_bytes());
        }
        Self {
            segment: segment.segment_id().uuid_string(),
            deleted: segment.max_doc() - u32::try_from(alive.len()).unwrap_or(0),
            alive,
            stamp: stamp.digest(),
        }
    }

    /// The name of its file.
    fn file(&self) -> PathBuf {
        format!("{}.{}.del", self.segment, self.stamp).into()
    }

    /// Writes it into `directory`, with the engine's footer.
    fn write(&self, directory: &RamDirectory) -> io::Result<()> {
        let managed =
            ManagedDirectory::wrap(Box::new(directory.clone())).map_err(io::Error::other)?;
        let path: &Path = &self.file();
        let mut file = tantivy::Directory::open_write(&managed, path).map_err(io::Error::other)?;
        write_alive_bitset(&self.alive, &mut file)?;
        file.flush()?;
        file.terminate()
    }
}

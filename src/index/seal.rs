//! The seal: which files of a generation are known to hold what was written.
//!
//! Every file of tantivy's carries a checksum, as does the vocabulary, but nobody looks at it when an index
//! is opened, since that reads all of it. The seal keeps sizes and times of the files whose checksums were
//! right at the end of a run. Opening trusts these as long as both stay, and checks the others: a file that
//! was cut, written to or copied is looked at, and what rots on the disk unseen is found by
//! [`super::check()`]. Besides it keeps a second copy of the manifest, so that an index without the first can
//! be made anew. Knows files and bytes, not documents.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tantivy::Index as Engine;
use tantivy::directory::error::OpenReadError;
use xxhash_rust::xxh3::xxh3_64;

use super::error::IndexError;
use super::folder::replace_file;
use super::vocabulary::Vocabulary;
use crate::corpus::Stamp;

/// The file's name.
const NAME: &str = "seal";

/// The one file of tantivy's without a checksum: the list of segments, with the manifest.
const META: &str = "meta.json";

/// What is known of the files of a generation; by default, nothing.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seal {
    /// XXH3 of [`META`]; `None` while a run writes.
    meta: Option<u64>,
    /// The manifest, as [`META`] carries it.
    manifest: String,
    /// Size and time of the files whose checksums were right.
    files: BTreeMap<String, (u64, i64)>,
}

/// What is wanted of [`META`].
#[derive(Deserialize)]
struct Meta {
    payload: Option<String>,
}

impl Seal {
    /// The seal of `generation`; one that knows nothing where there is none.
    pub fn read(generation: &Path) -> Self {
        fs::read(generation.join(NAME))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// The same without trust in any file.
    pub fn without_files(mut self) -> Self {
        self.files.clear();
        self
    }

    /// The names of the files of the last commit that do not hold what was written to them, sorted. Those
    /// that the seal knows are not read.
    pub fn damaged(&self, engine: &Engine, generation: &Path) -> Result<Vec<String>, IndexError> {
        let (bytes, _) = read_meta(generation)?;
        let names = files(engine, generation)?;
        let mut damaged: Vec<String> = names
            .into_par_iter()
            .filter(|name| !self.knows(generation, name) && !is_sound(engine, name))
            .collect();
        // A run that writes breaks the seal first.
        if !self.allows(&bytes) && Self::read(generation).meta == self.meta {
            damaged.push(META.to_string());
        }
        damaged.sort();
        Ok(damaged)
    }

    /// Seals the last commit, whose vocabulary was just written or checked: what else the old seal does not
    /// know is read and checked.
    pub fn renew(engine: &Engine, generation: &Path, index: &Path) -> Result<(), IndexError> {
        let old = Self::read(generation);
        old.refuse_damage(engine, generation, index)?;
        let (bytes, meta) = read_meta(generation)?;
        let stamped = |name: String| Some((stamp(generation, &name)?, name));
        let mut names = files(engine, generation)?;
        names.push(Vocabulary::FILE.to_string());
        let files = names.into_iter().filter_map(stamped);
        let new = Self {
            meta: Some(xxh3_64(&bytes)),
            manifest: meta.payload.unwrap_or_default(),
            files: files.map(|(stamp, name)| (name, stamp)).collect(),
        };
        if new == old {
            return Ok(());
        }
        new.write(generation)
    }

    /// Breaks the seal of `generation`, where there is one, so that a commit can be written.
    pub fn break_open(generation: &Path) -> Result<(), IndexError> {
        let seal = Self::read(generation);
        if seal.meta.is_none() {
            return Ok(());
        }
        let broken = Self { meta: None, ..seal };
        broken.write(generation)
    }

    fn write(&self, generation: &Path) -> Result<(), IndexError> {
        let json = serde_json::to_vec(self).map_err(io::Error::from)?;
        replace_file(&generation.join(NAME), &json)
    }

    /// Fails if there is damage; `index` is named in the error.
    pub fn refuse_damage(
        &self,
        engine: &Engine,
        generation: &Path,
        index: &Path,
    ) -> Result<(), IndexError> {
        let damaged = self.damaged(engine, generation)?;
        if damaged.is_empty() {
            return Ok(());
        }
        let names = damaged.join(", ");
        Err(IndexError::Damaged {
            path: index.to_path_buf(),
            problem: format!("not what was written is in {names}"),
        })
    }

    /// The manifest of the generation as its last commit carries it, or else as the seal does.
    pub fn manifest(&self, generation: &Path) -> String {
        match read_meta(generation) {
            Ok((bytes, meta)) if self.allows(&bytes) => meta.payload.unwrap_or_default(),
            _ => self.manifest.clone(),
        }
    }

    fn allows(&self, meta: &[u8]) -> bool {
        self.meta.is_none_or(|sealed| sealed == xxh3_64(meta))
    }

    /// Whether the file of this name still has the size and time that it was sealed with.
    pub fn knows(&self, generation: &Path, name: &str) -> bool {
        let known = self.files.get(name);
        known.is_some() && known == stamp(generation, name).as_ref()
    }
}

/// The files of the segments of the last commit.
fn files(engine: &Engine, generation: &Path) -> Result<Vec<String>, IndexError> {
    let mut segments = BTreeMap::new();
    for segment in engine.load_metas()?.segments {
        segments.insert(segment.id().uuid_string(), segment.delete_opstamp());
    }
    let entries = fs::read_dir(generation).map_err(IndexError::io("read", generation))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_used = |name: &String| {
        let (id, rest) = name.split_once('.')?;
        let deletes = segments.get(id)?;
        match rest.strip_suffix(".del") {
            Some(opstamp) => (opstamp.parse().ok() == *deletes).then_some(()),
            None => Some(()),
        }
    };
    Ok(names.filter(|name| is_used(name).is_some()).collect())
}

/// Whether the bytes of the file agree with the checksum at its end. One that is gone was replaced by a
/// writer meanwhile, or else opening it will tell.
fn is_sound(engine: &Engine, name: &str) -> bool {
    match engine.directory().validate_checksum(Path::new(name)) {
        Ok(is_sound) => is_sound,
        Err(OpenReadError::FileDoesNotExist(_)) => true,
        Err(_) => false,
    }
}

fn stamp(generation: &Path, name: &str) -> Option<(u64, i64)> {
    let metadata = fs::metadata(generation.join(name)).ok()?;
    let stamp = Stamp::of(&metadata);
    // A time that is not known or out of range is never trusted.
    let modified = i64::try_from(stamp.modified?).ok()?;
    Some((stamp.size, modified))
}

fn read_meta(generation: &Path) -> Result<(Vec<u8>, Meta), IndexError> {
    let path = generation.join(META);
    let bytes = fs::read(&path).map_err(IndexError::io("read", &path))?;
    let meta = serde_json::from_slice(&bytes).map_err(io::Error::from)?;
    Ok((bytes, meta))
}

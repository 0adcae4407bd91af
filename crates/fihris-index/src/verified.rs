//! Verified files: what each file of a generation must hold, and which of them are known to hold it.
//!
//! The list has the hash of every file that a commit needs, and the fingerprint that the file had when that
//! was true: one that still has it need not be read. It is never behind: before `meta.json` is replaced, which
//! is what makes a commit, the list is, and then allows the commit that is there and the one that comes. So a
//! run that is killed leaves one of two commits, each with all its files listed. It also keeps a second copy of
//! the manifest, so that an index without the first can be made anew.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::atomic_write::write_atomically;
use super::commit::{Commit, META, is_of_segment};
use super::error::IndexError;
use super::fingerprint::Fingerprint;

/// The files of a generation as they must be; by default, none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct VerifiedFiles {
    /// XXH3 of [`META`]: of the last commit, and while a run writes also of the next one.
    commits: Vec<u64>,
    /// The manifest, as [`META`] carries it.
    manifest: String,
    /// Whether searches were ever served from here.
    has_served: bool,
    files: BTreeMap<String, VerifiedFile>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct VerifiedFile {
    /// XXH3 of its contents.
    hash: u64,
    /// What it was like when it had them.
    fingerprint: Fingerprint,
}

impl VerifiedFiles {
    /// The name of the file that holds the list: a line with the hash of the rest, and JSON.
    pub const FILE: &str = "verified";

    /// The list of `generation`; `None` if what is there is none, or not what was written.
    ///
    /// # Errors
    /// If there is no list, or the system does not let us read it.
    pub fn read(generation: &Path) -> io::Result<Option<Self>> {
        let bytes = fs::read(generation.join(Self::FILE))?;
        let (hash, json) = bytes.split_at_checked(17).unwrap_or_default();
        let is_whole = hash == format!("{:016x}\n", xxh3_64(json)).as_bytes();
        let list = is_whole.then(|| serde_json::from_slice(json).ok());
        Ok(list.flatten())
    }

    fn write(&self, generation: &Path) -> io::Result<()> {
        let json = serde_json::to_vec(self)?;
        let hash = format!("{:016x}\n", xxh3_64(&json));
        write_atomically(
            &generation.join(Self::FILE),
            &[hash.as_bytes(), &json].concat(),
        )
    }

    /// Before [`META`] of `generation` becomes `next`: has both allowed, with the files of both. `written` are
    /// the hashes of what this process wrote.
    ///
    /// # Errors
    /// If a file is not there, or the system does not let us write.
    pub fn expect(
        generation: &Path,
        next: &[u8],
        written: &BTreeMap<String, u64>,
    ) -> io::Result<()> {
        let mut list = Self::read_or_none(generation)?;
        let now = match fs::read(generation.join(META)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            now => Some(now?),
        };
        list.commits = now.iter().map(|meta| xxh3_64(meta)).collect();
        list.commits.push(xxh3_64(next));
        let commits = now.iter().map(Vec::as_slice).chain([next]);
        let commits: Vec<Commit> = commits.filter_map(Commit::parse).collect();
        if let Some(manifest) = commits
            .iter()
            .rev()
            .find_map(|commit| commit.payload.clone())
        {
            list.manifest = manifest;
        }
        let mut files = list.files.clone();
        files.retain(|name, _| !is_of_segment(Path::new(name)));
        for name in commits.iter().flat_map(Commit::files) {
            let file = match (list.files.get(&name), written.get(&name)) {
                (Some(known), _) => *known,
                (None, Some(&hash)) => VerifiedFile {
                    hash,
                    fingerprint: Fingerprint::read(&generation.join(&name))?,
                },
                (None, None) => VerifiedFile::read(&generation.join(&name))?,
            };
            files.insert(name, file);
        }
        list.files = files;
        list.write(generation)
    }

    /// At the end of a run: lists the files of the commit that is there, and those of these other names, which
    /// were just written or verified, with their fingerprints as they are now.
    ///
    /// # Errors
    /// [`IndexError::Damaged`], with `index` as its place, if a file does not hold what the list says; the
    /// system's error otherwise.
    pub fn save(
        generation: &Path,
        index: &Path,
        others: &[&str],
        has_served: bool,
    ) -> Result<(), IndexError> {
        let list = generation.join(Self::FILE);
        let io = || IndexError::writing(&list);
        let old = Self::read_or_none(generation).map_err(io())?;
        let path = generation.join(META);
        let meta = fs::read(&path).map_err(IndexError::reading(&path))?;
        let commit = Commit::parse(&meta);
        let mut new = Self {
            commits: vec![xxh3_64(&meta)],
            manifest: old.manifest.clone(),
            has_served: has_served || old.has_served,
            files: BTreeMap::new(),
        };
        if let Some(manifest) = commit.as_ref().and_then(|commit| commit.payload.clone()) {
            new.manifest = manifest;
        }
        for name in commit.iter().flat_map(Commit::files) {
            let path = generation.join(&name);
            let file = match old.files.get(&name) {
                Some(known) if old.is_verified(generation, &name) => *known,
                known => {
                    let file = VerifiedFile::read(&path).map_err(IndexError::reading(&path))?;
                    if known.is_some_and(|known| known.hash != file.hash) {
                        return Err(IndexError::damaged_files(index, &[name]));
                    }
                    file
                }
            };
            new.files.insert(name, file);
        }
        for &name in others {
            let path = generation.join(name);
            let file = match old.files.get(name) {
                Some(known) if old.is_verified(generation, name) => *known,
                _ => VerifiedFile::read(&path).map_err(IndexError::reading(&path))?,
            };
            new.files.insert(name.to_string(), file);
        }
        if new == old {
            return Ok(());
        }
        new.write(generation).map_err(io())
    }

    fn read_or_none(generation: &Path) -> io::Result<Self> {
        match Self::read(generation) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            list => Ok(list?.unwrap_or_default()),
        }
    }

    /// Whether searches were ever served from `generation`, as far as that is known.
    pub fn has_served(generation: &Path) -> bool {
        Self::read_or_none(generation).is_ok_and(|list| list.has_served)
    }

    /// Whether `meta` is what [`META`] may hold.
    pub fn allows(&self, meta: &[u8]) -> bool {
        self.commits.contains(&xxh3_64(meta))
    }

    /// Whether the file of this name is the one that was seen to hold what it must: it is not read.
    pub fn is_verified(&self, generation: &Path, name: &str) -> bool {
        let now = Fingerprint::read(&generation.join(name));
        let known = self.files.get(name);
        known.is_some_and(|known| now.is_ok_and(|now| now == known.fingerprint))
    }

    /// Whether these are the contents of the file of this name.
    pub fn holds(&self, name: &str, contents: &[u8]) -> bool {
        let known = self.files.get(name);
        known.is_some_and(|known| {
            known.fingerprint.size == contents.len() as u64 && known.hash == xxh3_64(contents)
        })
    }

    /// The manifest of the generation as its last commit carries it, or else as the list does.
    pub fn manifest(generation: &Path) -> String {
        let list = Self::read(generation).ok().flatten();
        let meta = fs::read(generation.join(META)).unwrap_or_default();
        let is_allowed = list.as_ref().is_none_or(|list| list.allows(&meta));
        let carried = Commit::parse(&meta).filter(|_| is_allowed);
        let carried = carried.and_then(|commit| commit.payload);
        carried
            .or(list.map(|list| list.manifest))
            .unwrap_or_default()
    }
}

impl VerifiedFile {
    fn read(path: &Path) -> io::Result<Self> {
        // First, so that a change while it is read makes it unverified.
        let fingerprint = Fingerprint::read(path)?;
        let hash = fihris_corpus::hash(fs::File::open(path)?)?;
        Ok(Self { hash, fingerprint })
    }
}

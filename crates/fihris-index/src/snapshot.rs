//! A snapshot: one commit of a generation with all its files, whatever writers do meanwhile.
//!
//! `meta.json` is read once, and all files that it names are opened at once, before a writer may clear any
//! away; the engine then sees these and nothing else. Does not depend on what is in the files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    DirectoryLock, FileHandle, Lock, META_LOCK, ManagedDirectory, MmapDirectory, WatchCallback,
    WatchHandle, WritePtr,
};
use tantivy::{Directory, Index as Engine, IndexReader, ReloadPolicy, Searcher};

use super::analyzer;
use super::commit::{Commit, META};
use super::directory::open_folder;
use super::error::IndexError;
use super::manifest::Manifest;
use super::schema::schema;
use super::verified::VerifiedFiles;

/// Where no lock can be had: how often to look again when a writer commits meanwhile.
const TRIES: usize = 100;

/// Which files are taken to hold what they must.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Those that did not change since they were looked at.
    Fingerprints,
    /// None: all are read.
    Nothing,
    /// Those that did not change since they were looked at. In an index of another version, all are read and
    /// compared with the engine's checksums, which do not tell a file from another of its kind.
    AnyVersion,
}

/// A commit and its files.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    generation: PathBuf,
    /// The index folder, named in errors.
    index: PathBuf,
    meta: Arc<Vec<u8>>,
    commit: Commit,
    /// `None` in an index of another version.
    verified: Option<Arc<VerifiedFiles>>,
    files: Arc<BTreeMap<PathBuf, Arc<dyn FileHandle>>>,
    /// The names of the files that were not read yet and are not known to be verified.
    unverified: Vec<String>,
}

impl Snapshot {
    /// The last commit of `generation` of the index in the folder `index`. Files that `trust` does not cover
    /// are still to be looked at: see [`Snapshot::damaged`].
    ///
    /// # Errors
    /// [`IndexError::Damaged`] if a file is missing, or the list of files is not as written;
    /// [`IndexError::OtherRules`] if another version wrote it.
    pub fn take(generation: &Path, index: &Path, trust: Trust) -> Result<Self, IndexError> {
        let path = generation.join(META);
        let mut tries = 0;
        loop {
            let files = open_folder(generation)
                .map_err(|error| IndexError::of_reading(error.into(), index))?;
            // Where nobody may write, there is no lock, nor a writer as a rule.
            let lock = files.acquire_lock(&META_LOCK).ok();
            let meta = match fs::read(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    return Err(IndexError::missing_files(index, &[META.into()]));
                }
                meta => meta.map_err(IndexError::reading(&path))?,
            };
            let opened = Self::open((generation, index), &files, &meta, trust);
            tries += 1;
            let is_sure = || lock.is_some() || tries == TRIES;
            if opened.is_ok() || is_sure() || fs::read(&path).is_ok_and(|now| now == meta) {
                return opened;
            }
        }
    }

    fn open(
        (generation, index): (&Path, &Path),
        directory: &MmapDirectory,
        meta: &[u8],
        trust: Trust,
    ) -> Result<Self, IndexError> {
        let verified = list((generation, index), meta, trust)?;
        let commit =
            Commit::parse(meta).ok_or_else(|| IndexError::damaged_files(index, &[META.into()]))?;
        let (mut files, mut unverified, mut missing) = (BTreeMap::new(), Vec::new(), Vec::new());
        for name in commit.files() {
            match directory.get_file_handle(Path::new(&name)) {
                Ok(file) => {
                    files.insert(PathBuf::from(&name), file);
                    let is_verified = |list: &VerifiedFiles| list.is_verified(generation, &name);
                    let is_trusted =
                        trust != Trust::Nothing && verified.as_ref().is_some_and(is_verified);
                    if !is_trusted {
                        unverified.push(name);
                    }
                }
                Err(OpenReadError::FileDoesNotExist(_)) => missing.push(name),
                Err(error) => return Err(IndexError::of_reading(error.into(), index)),
            }
        }
        if !missing.is_empty() {
            return Err(IndexError::missing_files(index, &missing));
        }
        Ok(Self {
            generation: generation.to_path_buf(),
            index: index.to_path_buf(),
            meta: Arc::new(meta.to_vec()),
            commit,
            verified: verified.map(Arc::new),
            files: Arc::new(files),
            unverified,
        })
    }

    /// The names of the files that do not hold what was written to them. Those that are trusted are not read.
    pub fn damaged(&self) -> Vec<String> {
        let is_damaged = |name: &&String| {
            let path = Path::new(name);
            let Some(list) = &self.verified else {
                let directory = ManagedDirectory::wrap(Box::new(self.clone()));
                let is_sound = directory.map(|directory| directory.validate_checksum(path));
                return !matches!(is_sound, Ok(Ok(true)));
            };
            let file = self.files.get(path);
            let bytes = file.and_then(|file| file.read_bytes(0..file.len()).ok());
            !bytes.is_some_and(|bytes| list.holds(name, &bytes))
        };
        self.unverified
            .par_iter()
            .filter(is_damaged)
            .cloned()
            .collect()
    }

    /// Fails if there is damage.
    pub fn refuse_damage(&self) -> Result<(), IndexError> {
        match &*self.damaged() {
            [] => Ok(()),
            damaged => Err(IndexError::damaged_files(&self.index, damaged)),
        }
    }

    /// The contents of [`META`].
    pub fn meta(&self) -> &[u8] {
        &self.meta
    }

    /// The same commit as if [`META`] held `meta`, which names files of these `names` besides, that are in `others`.
    ///
    /// # Errors
    /// If one of them is not there.
    pub fn with_files(
        &self,
        meta: Vec<u8>,
        others: &dyn Directory,
        names: &[PathBuf],
    ) -> Result<Self, IndexError> {
        let mut files = BTreeMap::clone(&self.files);
        for name in names {
            let file = others.get_file_handle(name);
            let file = file.map_err(|error| IndexError::of_reading(error.into(), &self.index))?;
            files.insert(name.clone(), file);
        }
        Ok(Self {
            meta: Arc::new(meta),
            files: Arc::new(files),
            ..self.clone()
        })
    }

    /// What its commit lists.
    pub fn commit(&self) -> &Commit {
        &self.commit
    }

    /// Whether the file of this name, which is derived from the commit, was seen to be whole.
    pub fn trusts(&self, name: &str) -> bool {
        let list = self.verified.as_ref();
        list.is_some_and(|list| list.is_verified(&self.generation, name))
    }

    /// The manifest of its commit.
    ///
    /// # Errors
    /// [`IndexError::OtherRules`] if the index was made by rules other than ours.
    pub fn manifest(&self) -> Result<Manifest, IndexError> {
        let payload = self.commit.payload.as_deref().unwrap_or_default();
        let has_our_schema = self.commit.schema.as_ref() == Some(&schema().0);
        let manifest = Manifest::parse(payload).filter(|_| has_our_schema);
        manifest.ok_or_else(|| IndexError::OtherRules(self.index.clone()))
    }

    /// The engine's view of the commit.
    pub fn searcher(&self) -> Result<Searcher, IndexError> {
        let opened = || {
            let engine = Engine::open(self.clone())?;
            analyzer::register(&engine);
            let builder = engine.reader_builder().reload_policy(ReloadPolicy::Manual);
            let reader: IndexReader = builder.try_into()?;
            Ok(reader.searcher())
        };
        opened().map_err(|error| IndexError::of_reading(error, &self.index))
    }
}

/// The list of the files of `generation`, whose [`META`] holds `meta`; `None` in an index of another version.
fn list(
    (generation, index): (&Path, &Path),
    meta: &[u8],
    trust: Trust,
) -> Result<Option<VerifiedFiles>, IndexError> {
    const FILE: &str = VerifiedFiles::FILE;
    match VerifiedFiles::read(generation) {
        Ok(Some(list)) if list.allows(meta) => Ok(Some(list)),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(IndexError::reading(&generation.join(FILE))(error))
        }
        // Another version lists its files in another way, or not at all.
        _ if Manifest::is_of_other_version(meta) => match trust {
            Trust::AnyVersion => Ok(None),
            _ => Err(IndexError::OtherRules(index.to_path_buf())),
        },
        Ok(Some(_)) => Err(IndexError::damaged_files(index, &[META.into()])),
        Ok(None) => Err(IndexError::damaged_files(index, &[FILE.into()])),
        Err(_) => Err(IndexError::missing_files(index, &[FILE.into()])),
    }
}

impl Directory for Snapshot {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let file = self.files.get(path).cloned();
        file.ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_path_buf()))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(path == Path::new(META) || self.files.contains_key(path))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        if path == Path::new(META) {
            Ok(self.meta.to_vec())
        } else {
            Err(OpenReadError::FileDoesNotExist(path.to_path_buf()))
        }
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(Box::new(()).into()) // nothing can be cleared away
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty()) // nothing changes
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError {
            io_error: Arc::new(read_only()),
            filepath: path.to_path_buf(),
        })
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(
            read_only(),
            path.to_path_buf(),
        ))
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(read_only())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }
}

fn read_only() -> io::Error {
    io::ErrorKind::Unsupported.into()
}

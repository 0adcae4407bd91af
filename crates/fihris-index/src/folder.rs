//! The index folder: what lies where on disk.
//!
//! ```text
//! .fihris/
//!   current        the name of the generation that serves searches
//!   lock           held by the one writer
//!   variants.tsv   the user's own spellings, if any
//!   lexicon.tsv    the user's own words, if any
//!   learned.tsv    spellings found in the corpus, if they were looked for
//!   searches/      searches saved by the user, if any
//!   g1/            a generation: tantivy's files, what is derived from them, and the list of all
//! ```
//!
//! A rebuild writes the next generation beside the one that serves, then `current` is replaced in one
//! rename. Knows names and swaps, not what is in the files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic_write::replace_file;
use super::damage::Damage;
use super::error::IndexError;
use super::verified::VerifiedFiles;

/// The folder's name where none is given.
pub const DEFAULT_NAME: &str = ".fihris";

/// A folder that holds, or is to hold, an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFolder {
    path: PathBuf,
}

impl IndexFolder {
    /// The index folder at `path`, which need not exist yet.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The nearest `.fihris` in `here` or a folder above it; if there is none, the one to be made in
    /// `here`.
    #[must_use]
    pub fn nearest(here: &Path) -> Self {
        here.ancestors()
            .map(|folder| folder.join(DEFAULT_NAME))
            .find(|path| path.is_dir())
            .map_or_else(|| Self::at(here.join(DEFAULT_NAME)), Self::at)
    }

    /// Whether an index is at `path`, whole or not: it has a lock or a pointer, and a generation.
    #[must_use]
    pub fn is_index(path: &Path) -> bool {
        let has = |name: &str| path.join(name).is_file();
        (has("lock") || has("current"))
            && Self::at(path).generations().is_ok_and(|generations| {
                let mut paths = generations.iter().map(|(_, path)| path);
                paths.any(|path| path.join("meta.json").is_file())
            })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The user's own list of spellings.
    #[must_use]
    pub fn variants_file(&self) -> PathBuf {
        self.path.join("variants.tsv")
    }

    /// The user's own words, laid over the lexicon.
    #[must_use]
    pub fn lexicon_file(&self) -> PathBuf {
        self.path.join("lexicon.tsv")
    }

    /// The list of spellings that were found in the corpus.
    #[must_use]
    pub fn learned_file(&self) -> PathBuf {
        self.path.join("learned.tsv")
    }

    /// The generation that serves searches, if there is an index.
    ///
    /// # Errors
    /// If the folder cannot be read, or its pointer names no generation.
    pub fn current(&self) -> Result<Option<PathBuf>, IndexError> {
        let pointer = self.path.join("current");
        let name = match fs::read(&pointer) {
            Ok(name) => name,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // A first run that did not come to its end leaves a generation that never served.
                let generations = self.generations()?;
                let has_served = |(_, path): &(u64, PathBuf)| VerifiedFiles::has_served(path);
                return if generations.iter().any(has_served) {
                    Err(IndexError::damaged(&self.path, Damage::NoPointer))
                } else {
                    Ok(None)
                };
            }
            Err(error) => return Err(IndexError::reading(&pointer)(error)),
        };
        let name = String::from_utf8_lossy(&name);
        match generation_number(name.trim()) {
            Some(_) => Ok(Some(self.path.join(name.trim()))),
            None => Err(IndexError::damaged(&self.path, Damage::BadPointer)),
        }
    }

    /// Makes an empty folder for the next generation. The caller holds the lock.
    pub(super) fn new_generation(&self) -> Result<PathBuf, IndexError> {
        let last = self
            .generations()?
            .into_iter()
            .map(|(number, _)| number)
            .max();
        let path = self.path.join(format!("g{}", last.unwrap_or(0) + 1));
        fs::create_dir(&path).map_err(IndexError::making_folder(&path))?;
        Ok(path)
    }

    /// Lets `generation` serve searches from now on. The caller holds the lock.
    pub(super) fn set_current(&self, generation: &Path) -> Result<(), IndexError> {
        let name = generation.file_name().unwrap_or_default();
        replace_file(&self.path.join("current"), name.as_encoded_bytes())
    }

    /// Removes generations that do not serve: those that a rebuild replaced or left unfinished. The
    /// caller holds the lock. Where it is not known which one serves, all stay.
    pub(super) fn remove_other_generations(&self) -> Result<(), IndexError> {
        let current = match self.current() {
            Err(IndexError::Damaged { .. }) => return Ok(()),
            current => current?,
        };
        if current.as_ref().is_some_and(|current| !current.is_dir()) {
            return Ok(());
        }
        for (_, path) in self.generations()? {
            if current.as_ref() != Some(&path) {
                fs::remove_dir_all(&path).map_err(IndexError::removing(&path))?;
            }
        }
        Ok(())
    }

    /// The generations with their numbers, the oldest first.
    pub(super) fn generations(&self) -> Result<Vec<(u64, PathBuf)>, IndexError> {
        let entries = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(IndexError::reading(&self.path))?,
        };
        let mut generations = Vec::new();
        for entry in entries {
            let entry = entry.map_err(IndexError::reading(&self.path))?;
            let number = entry.file_name().to_str().and_then(generation_number);
            generations.extend(number.map(|number| (number, entry.path())));
        }
        generations.sort();
        Ok(generations)
    }
}

fn generation_number(name: &str) -> Option<u64> {
    name.strip_prefix('g')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generations_are_swapped_and_cleared() {
        let temp = tempfile::tempdir().unwrap();
        let folder = IndexFolder::at(temp.path());
        assert_eq!(folder.current().unwrap(), None);
        let first = folder.new_generation().unwrap();
        folder.set_current(&first).unwrap();
        let second = folder.new_generation().unwrap();
        assert_eq!(folder.current().unwrap(), Some(first.clone()));
        folder.set_current(&second).unwrap();
        folder.remove_other_generations().unwrap();
        assert!(!first.exists() && second.exists());
    }
}

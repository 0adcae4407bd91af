//! Saved searches: what was typed, and what of it was seen, beside the index.
//!
//! A search is a file `searches/NAME.json` in the index folder, with the arguments of `search` in their order; what was
//! seen of it is in `searches/NAME.seen`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::i18n::{Message, SavedLine};
use crate::render::clean::one_line;
use crate::support::context::Context;
use crate::support::failure::Failure;
use fihris_analysis::news::Seen;
use fihris_index::make_folder;

/// The longest name, in bytes.
const LONGEST_NAME: usize = 100;

/// A saved search.
#[derive(Debug, Serialize, Deserialize)]
pub struct Saved {
    version: u32,
    /// The arguments of `search`.
    pub arguments: Vec<String>,
}

/// Where searches are saved.
pub struct SavedSearches {
    folder: PathBuf,
}

impl SavedSearches {
    /// Those beside the index of `context`.
    pub fn new(context: &Context) -> Self {
        Self::at(context.folder.path())
    }

    /// Those in this index folder.
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.join("searches"),
        }
    }

    fn file(&self, name: &str, ending: &str) -> PathBuf {
        self.folder.join(format!("{name}.{ending}"))
    }

    /// Saves a search, in the place of one that is called so, of which nothing was seen then.
    pub fn save(&self, name: &str, arguments: Vec<String>, seen: &Seen) -> Result<(), Failure> {
        check(name)?;
        let saved = Saved {
            version: 1,
            arguments,
        };
        let json = serde_json::to_string_pretty(&saved).unwrap_or_default(); // plain data always serialises
        let folder = &self.folder;
        make_folder(folder).map_err(|error| {
            let error = &error;
            let cannot = Message::CannotMakeFolder { folder, error };
            Failure::new(cannot, Message::ChooseIndexFolder)
        })?;
        self.keep(name, seen)?;
        replace(&self.file(name, "json"), &(json + "\n"))
    }

    /// The search of this name.
    pub fn get(&self, name: &str) -> Result<Saved, Failure> {
        check(name)?;
        let unknown = || {
            let names = self.names().unwrap_or_default();
            let known = one_line(&names.join(", "));
            let hint = match &names[..] {
                [] => Message::Saved(SavedLine::SaveOne),
                _ => Message::Saved(SavedLine::SavedAre(&known)),
            };
            Failure::new(
                Message::Saved(SavedLine::NoSavedSearch(&one_line(name))),
                hint,
            )
        };
        let file = self.file(name, "json");
        let json = match fs::read_to_string(&file) {
            Ok(json) => json,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(unknown()),
            Err(error) => {
                let (file, error) = (&file, &error);
                let cannot = Message::CannotRead { file, error };
                return Err(Failure::new(cannot, Message::Saved(SavedLine::SaveAgain)));
            }
        };
        serde_json::from_str(&json).map_err(|error| {
            let (file, error) = (&file, &io::Error::from(error));
            let cannot = Message::CannotRead { file, error };
            Failure::new(cannot, Message::Saved(SavedLine::SaveAgain))
        })
    }

    /// What was seen of it.
    pub fn seen(&self, name: &str) -> Result<Seen, Failure> {
        let file = self.file(name, "seen");
        match fs::read_to_string(&file) {
            Ok(lines) => Ok(Seen::from_lines(&lines)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Seen::default()),
            Err(error) => {
                let (file, error) = (&file, &error);
                let cannot = Message::CannotRead { file, error };
                Err(Failure::new(cannot, Message::Saved(SavedLine::SaveAgain)))
            }
        }
    }

    /// Keeps what was seen of it.
    pub fn keep(&self, name: &str, seen: &Seen) -> Result<(), Failure> {
        replace(&self.file(name, "seen"), &seen.to_lines())
    }

    /// Forgets a search.
    pub fn forget(&self, name: &str) -> Result<(), Failure> {
        self.get(name)?;
        for ending in ["json", "seen"] {
            let file = self.file(name, ending);
            match fs::remove_file(&file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    let (file, error) = (&file, &error);
                    let cannot = Message::CannotWriteTo { file, error };
                    return Err(Failure::new(cannot, Message::ChooseIndexFolder));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The names of all, in order.
    pub fn names(&self) -> io::Result<Vec<String>> {
        let files = match fs::read_dir(&self.folder) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        for file in files {
            let name = file?.file_name();
            let name = name.to_str().and_then(|name| name.strip_suffix(".json"));
            names.extend(name.map(String::from));
        }
        names.sort();
        Ok(names)
    }
}

/// Refuses what is no name: it is that of a file, and is typed without quotation marks.
fn check(name: &str) -> Result<(), Failure> {
    let is_sign = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let is_good = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.starts_with('-')
        && name.chars().all(is_sign);
    if is_good {
        return Ok(());
    }
    Err(Failure::new(
        Message::Saved(SavedLine::NotAName(&one_line(name))),
        Message::Saved(SavedLine::NamesAreLike),
    ))
}

/// Writes `contents` to `file` so that a crash leaves either the old file or the new one.
fn replace(file: &Path, contents: &str) -> Result<(), Failure> {
    let new = file.with_extension(format!("{}.new", std::process::id()));
    let written = fs::write(&new, contents).and_then(|()| fs::rename(&new, file));
    written.map_err(|error| {
        let _ = fs::remove_file(&new); // the first error is told
        let error = &error;
        Failure::new(
            Message::CannotWriteTo { file, error },
            Message::ChooseIndexFolder,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn names_are_words() {
        for name in ["karabakh", "قره-باغ_1"] {
            assert!(check(name).is_ok(), "{name}");
        }
        for name in ["", "-a", "a b", "../a", "a.b", &"a".repeat(101)] {
            assert!(check(name).is_err(), "{name}");
        }
    }
}

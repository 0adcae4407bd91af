//! Walking: which files there are below the paths that a user names.
//!
//! In sorted order, so that every run sees the same corpus the same way. Hidden files and the index itself
//! are passed over, symbolic links not followed unless asked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::file_fingerprint::FileFingerprint;
use super::file_kind::Kind;
use super::format::Format;
use super::name::FileName;
use super::path_names::PathNames;
use super::preprocessor::{Preprocessor, Preprocessors};
use super::selection::Selection;
use super::skip::{SkipReason, SystemError};

/// A file that fihris reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it is.
    pub path: PathBuf,
    /// What the index calls it.
    pub name: FileName,
    /// How it holds its articles.
    pub format: Format,
    /// The program that turns it into text, if one does.
    pub preprocessor: Option<Arc<Preprocessor>>,
    /// Its size and time when it was found.
    pub fingerprint: FileFingerprint,
}

/// What a walk meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WalkEvent {
    /// A file to read.
    File(FoundFile),
    /// A file or folder that cannot be looked at, by its name in the index.
    Skipped(FileName, SkipReason),
    /// A file of a kind that is not read, below a folder, by its name in the index.
    OtherKind(FileName),
    /// A folder that holds an index, by its name.
    Index(FileName),
}

/// A walk over one root.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    /// Gives files their names.
    pub path_names: &'a PathNames,
    /// A folder to leave out: the index.
    pub index: &'a Path,
    /// Tells folders that hold an index of fihris: what is in them is no corpus.
    pub is_index: fn(&Path) -> bool,
    /// Whether to follow symbolic links below the root.
    pub follow_links: bool,
    /// The programs that turn some files into text.
    pub preprocessors: &'a Preprocessors,
    /// The files to look at.
    pub selection: &'a Selection,
}

impl<'a> Walk<'a> {
    /// What there is at and below the canonical `root`, sorted by file name.
    pub fn events(&self, root: &'a Path) -> impl Iterator<Item = WalkEvent> {
        let mut entries = WalkDir::new(root)
            .follow_links(self.follow_links)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(move |entry| !self.passes_over(entry, root));
        std::iter::from_fn(move || {
            loop {
                let event = match entries.next()? {
                    Ok(entry) if entry.file_type().is_dir() => {
                        let is_index = (self.is_index)(entry.path());
                        if is_index {
                            entries.skip_current_dir();
                        }
                        is_index.then(|| self.index_event(&entry))
                    }
                    Ok(entry) if self.selection.allows(inside(entry.path(), root)) => {
                        self.event(&entry)
                    }
                    Ok(_) => None,
                    Err(error) => {
                        let name = self.path_names.name(error.path().unwrap_or(root));
                        Some(WalkEvent::Skipped(name, unreadable(&error)))
                    }
                };
                if event.is_some() {
                    return event;
                }
            }
        })
    }

    /// A folder that holds an index; one that was named for itself is told as what cannot be read.
    fn index_event(&self, entry: &DirEntry) -> WalkEvent {
        let name = self.path_names.name(entry.path());
        match entry.depth() {
            0 => WalkEvent::Skipped(name, SkipReason::Index),
            _ => WalkEvent::Index(name),
        }
    }

    fn passes_over(&self, entry: &DirEntry, root: &Path) -> bool {
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let is_left_out = is_hidden || self.selection.excludes(inside(entry.path(), root));
        entry.path() == self.index || (entry.depth() > 0 && is_left_out)
    }

    /// How the file at `path` holds its articles, and the program that turns it into text, if one does.
    #[must_use]
    pub fn format(&self, path: &Path) -> Option<(Format, Option<Arc<Preprocessor>>)> {
        if let Some(program) = self.preprocessors.of(path) {
            return Some((Format::plain(Kind::Text), Some(Arc::clone(program))));
        }
        Format::from_path(path).map(|format| (format, None))
    }

    fn event(&self, entry: &DirEntry) -> Option<WalkEvent> {
        let kind = entry.file_type();
        if kind.is_symlink() && entry.depth() > 0 {
            return None;
        }
        let name = self.path_names.name(entry.path());
        let Some((format, preprocessor)) = self.format(entry.path()) else {
            return Some(if entry.depth() == 0 {
                WalkEvent::Skipped(name, Format::unknown(entry.path()))
            } else {
                WalkEvent::OtherKind(name)
            });
        };
        if !kind.is_file() {
            return Some(WalkEvent::Skipped(name, SkipReason::NotAFile));
        }
        Some(match entry.metadata() {
            Ok(metadata) => WalkEvent::File(FoundFile {
                path: entry.path().to_path_buf(),
                name,
                format,
                preprocessor,
                fingerprint: FileFingerprint::from_metadata(&metadata),
            }),
            Err(error) => WalkEvent::Skipped(name, unreadable(&error)),
        })
    }
}

/// The path below `root`; of the root itself, its name.
#[must_use]
pub fn inside<'a>(path: &'a Path, root: &Path) -> &'a Path {
    match path.strip_prefix(root) {
        Ok(inside) if !inside.as_os_str().is_empty() => inside,
        _ => path.file_name().map_or(path, Path::new),
    }
}

fn unreadable(error: &walkdir::Error) -> SkipReason {
    match error.io_error() {
        Some(cause) => SkipReason::unreadable(cause),
        // A loop of links.
        None => SkipReason::Unreadable(SystemError {
            code: None,
            message: error.to_string(),
        }),
    }
}

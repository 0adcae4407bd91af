//! What can go wrong with an index, each with its place and the next step.

use std::io;
use std::path::{Path, PathBuf};

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use thiserror::Error;

use crate::corpus::SkipReason;

/// An error of the index layer.
#[derive(Debug, Error)]
pub enum IndexError {
    /// There is no index where one was looked for.
    #[error("no index in {}", .0.display())]
    Missing(PathBuf),
    /// A path to index is not there, and nothing of it is in the index.
    #[error("no such file or folder: {}", .0.display())]
    NoSuchPath(PathBuf),
    /// No path was named, and the index does not say what it was made from.
    #[error("the index in {} does not say what it was made from", .0.display())]
    NoRoots(PathBuf),
    /// Another process is writing.
    #[error("another process is writing to the index in {}", .0.display())]
    Locked(PathBuf),
    /// The index was made by other rules for folding and splitting words, or in another format.
    #[error("the index in {} was made by another version of fihris", .0.display())]
    OtherRules(PathBuf),
    /// What is on disk is not what was written.
    #[error("the index in {} is damaged: {problem}", path.display())]
    Damaged {
        /// The index folder.
        path: PathBuf,
        /// What was found.
        problem: String,
    },
    /// A rebuild would lose articles that are not there to be read again.
    #[error("cannot keep what is indexed of {names}: {problem}")]
    CannotKeep {
        /// The names of files, folders and streams.
        names: String,
        /// Why the old index does not give it.
        problem: String,
    },
    /// What is named for indexing is nothing that is read.
    #[error("cannot index {}: {reason}", path.display())]
    NotRead {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        reason: SkipReason,
    },
    /// A part of an archive is to be removed.
    #[error("{name} is a part of the archive {archive}, which is in the index as a whole")]
    InArchive {
        /// Its name.
        name: String,
        /// That of the archive.
        archive: String,
    },
    /// The system refused.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// The engine below failed.
    #[error("the index engine failed: {0}")]
    Engine(#[source] TantivyError),
}

/// What to do where the system has no memory left, or none for more threads.
const MORE_MEMORY: &str =
    "close other programs, or let this one have more memory, and run it again";

impl IndexError {
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Io {
            action,
            path,
            source,
        }
    }

    /// Files of the index in the folder `index` that are gone.
    pub(super) fn missing_files(index: &Path, names: &[String]) -> Self {
        let problem = match names {
            [name] => format!("{name} is missing"),
            names => format!("{} are missing", names.join(", ")),
        };
        Self::Damaged {
            path: index.to_path_buf(),
            problem,
        }
    }

    /// Files of the index in the folder `index` that are other than they were written.
    pub(super) fn damaged_files(index: &Path, names: &[String]) -> Self {
        let problem = match names {
            [name] => not_as_written(name),
            names => format!("{} do not hold what was written to them", names.join(", ")),
        };
        Self::Damaged {
            path: index.to_path_buf(),
            problem,
        }
    }

    /// The engine's error of opening the index in the folder `index`: damage, unless the system refuses.
    pub(super) fn of_reading(error: TantivyError, index: &Path) -> Self {
        let problem = match Self::from(error) {
            Self::Engine(TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(file))) => {
                format!("{} is missing", file.display())
            }
            Self::Engine(TantivyError::OpenDirectoryError(error)) => error.to_string(),
            Self::Engine(TantivyError::DataCorruption(error)) => format!("{error:?}"),
            Self::Engine(TantivyError::OpenReadError(error)) => error.to_string(),
            Self::Engine(TantivyError::IoError(error)) => error.to_string(),
            error => return error,
        };
        Self::Damaged {
            path: index.to_path_buf(),
            problem,
        }
    }

    /// What the user can do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Missing(_) => Some("make one with: fihris index PATH"),
            Self::Locked(_) => Some("try again when it is done, or add --wait"),
            Self::NoRoots(_) => Some("name the files and folders: fihris index --rebuild PATH"),
            Self::OtherRules(_) => Some("make it anew with: fihris index --rebuild"),
            Self::Damaged { .. } => Some("repair it with: fihris index --rebuild"),
            Self::CannotKeep { .. } => Some(
                "let it see all files and folders, without --include or --exclude; name what is gone for good: fihris index --rebuild PATH; give up what came by stdin: --forget-streams",
            ),
            Self::Io { source, .. } => Self::hint_of_system(source),
            // Threads cannot be started.
            Self::Engine(TantivyError::SystemError(_)) => Some(MORE_MEMORY),
            Self::Engine(_) => Some("whether the index is sound, says: fihris check"),
            Self::InArchive { .. } => Some("name the archive"),
            Self::NoSuchPath(_) | Self::NotRead { .. } => None,
        }
    }

    fn hint_of_system(error: &io::Error) -> Option<&'static str> {
        match error.kind() {
            _ if is_read_only(error) => {
                Some("choose a folder that you may write to with --index DIR")
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Some("make room, also for more files, and run it again; the index is whole")
            }
            io::ErrorKind::InvalidData => Some("correct the file, or remove it"),
            _ if is_out_of_files(error) => {
                Some("let more files be open at once, as with: ulimit -n 4096")
            }
            // Of a thread that cannot be started, the system says that it would block.
            io::ErrorKind::OutOfMemory | io::ErrorKind::WouldBlock => Some(MORE_MEMORY),
            _ if is_of_device(error) => Some(
                "the disk, or the way to it, fails: look at it, as with dmesg, and run it again",
            ),
            _ => None,
        }
    }
}

/// Whether the system does not let us write there.
pub(super) fn is_read_only(error: &io::Error) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem)
}

/// Whether the process, or the system, may not open more files.
fn is_out_of_files(error: &io::Error) -> bool {
    // Rust has no kind for EMFILE (24) and ENFILE (23), which are the same on all Unixes.
    cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24))
}

/// Whether a disk or the like does not do what it is told.
fn is_of_device(error: &io::Error) -> bool {
    // Rust has no kind for EIO, which is 5 on all Unixes.
    cfg!(unix) && error.raw_os_error() == Some(5)
}

/// What is said of a file that does not hold what was written.
pub(super) fn not_as_written(name: &str) -> String {
    format!("{name} does not hold what was written to it")
}

impl From<TantivyError> for IndexError {
    /// The system's error where that is behind it.
    fn from(error: TantivyError) -> Self {
        let (action, path, source) = match &error {
            TantivyError::OpenReadError(OpenReadError::IoError { io_error, filepath }) => {
                ("read", filepath.clone(), io_error)
            }
            TantivyError::OpenWriteError(OpenWriteError::IoError { io_error, filepath }) => {
                ("write to", filepath.clone(), io_error)
            }
            TantivyError::OpenDirectoryError(OpenDirectoryError::IoError {
                io_error,
                directory_path,
            }) => ("read", directory_path.clone(), io_error),
            TantivyError::LockFailure(LockError::IoError(io_error), _) => {
                ("lock", PathBuf::from("the index"), io_error)
            }
            TantivyError::IoError(io_error) => ("read", PathBuf::from("the index"), io_error),
            _ => return Self::Engine(error),
        };
        // Without a number it is no error of the system, but of what is in a file.
        match source.raw_os_error() {
            Some(number) => Self::io(action, &path)(io::Error::from_raw_os_error(number)),
            None => Self::Engine(error),
        }
    }
}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        TantivyError::from(error).into()
    }
}

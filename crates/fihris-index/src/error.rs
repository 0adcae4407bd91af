//! What can go wrong with an index, each with its place.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use thiserror::Error;

use super::damage::Damage;
use fihris_corpus::{FileName, SkipReason};

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
        problem: Damage,
    },
    /// A rebuild would lose articles that are not there to be read again.
    #[error("cannot keep what is indexed of {names}: {problem}")]
    CannotKeep {
        /// The names of files, folders and streams.
        names: String,
        /// Why the old index does not give it.
        problem: KeepProblem,
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
        name: FileName,
        /// That of the archive.
        archive: FileName,
    },
    /// The system refused.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried.
        action: IoAction,
        /// On what.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// The engine below failed.
    #[error("the index engine failed: {0}")]
    Engine(#[source] EngineError),
}

/// An error of the engine below.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct EngineError(TantivyError);

/// Why a rebuild cannot take over what an index holds.
#[derive(Clone, Debug)]
pub enum KeepProblem {
    /// The old index cannot be read.
    Unreadable(Arc<IndexError>),
    /// Its articles are stored otherwise than this version reads them.
    StoredOtherwise,
}

impl fmt::Display for KeepProblem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "{error}"),
            Self::StoredOtherwise => f.write_str("its articles are stored otherwise"),
        }
    }
}

impl IndexError {
    /// Makes one of the failure to read `path`.
    pub fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::io(IoAction::Read, path)
    }

    /// Makes one of the failure to write `path`.
    pub fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::io(IoAction::Write, path)
    }

    pub(super) fn making_folder(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::io(IoAction::MakeFolder, path)
    }

    pub(super) fn locking(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::io(IoAction::Lock, path)
    }

    pub(super) fn removing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::io(IoAction::Remove, path)
    }

    fn io(action: IoAction, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Io {
            action,
            path,
            source,
        }
    }

    /// Damage of the index in the folder `index`.
    pub(super) fn damaged(index: &Path, problem: Damage) -> Self {
        Self::Damaged {
            path: index.to_path_buf(),
            problem,
        }
    }

    /// Files of the index in the folder `index` that are gone.
    pub(super) fn missing_files(index: &Path, names: &[String]) -> Self {
        Self::damaged(index, Damage::Missing(names.to_vec()))
    }

    /// Files of the index in the folder `index` that are other than they were written.
    pub(super) fn damaged_files(index: &Path, names: &[String]) -> Self {
        Self::damaged(index, Damage::Changed(names.to_vec()))
    }

    /// The engine's error of opening the index in the folder `index`: damage, unless the system refuses.
    pub(super) fn of_reading(error: TantivyError, index: &Path) -> Self {
        let problem = match Self::from(error) {
            Self::Engine(EngineError(TantivyError::OpenReadError(
                OpenReadError::FileDoesNotExist(file),
            ))) => Damage::Missing(vec![file.display().to_string()]),
            Self::Engine(EngineError(TantivyError::OpenDirectoryError(error))) => {
                Damage::Engine(error.to_string())
            }
            Self::Engine(EngineError(TantivyError::DataCorruption(error))) => {
                Damage::Engine(format!("{error:?}"))
            }
            Self::Engine(EngineError(TantivyError::OpenReadError(error))) => {
                Damage::Engine(error.to_string())
            }
            Self::Engine(EngineError(TantivyError::IoError(error))) => {
                Damage::Engine(error.to_string())
            }
            error => return error,
        };
        Self::damaged(index, problem)
    }

    /// What kind of error it is.
    #[must_use]
    pub fn kind(&self) -> IndexErrorKind {
        use IndexErrorKind as Kind;
        match self {
            Self::Missing(_) => Kind::NoIndex,
            Self::NoSuchPath(_) => Kind::NoSuchPath,
            Self::NoRoots(_) => Kind::NoRoots,
            Self::Locked(_) => Kind::Locked,
            Self::OtherRules(_) => Kind::OtherVersion,
            Self::Damaged { .. } => Kind::Damaged,
            Self::CannotKeep { .. } => Kind::CannotKeep,
            Self::NotRead { .. } => Kind::NotRead,
            Self::InArchive { .. } => Kind::InArchive,
            Self::Io { source, .. } => kind_of_system(source),
            // Threads cannot be started.
            Self::Engine(EngineError(TantivyError::SystemError(_))) => Kind::OutOfMemory,
            Self::Engine(_) => Kind::Engine,
        }
    }
}

/// What was tried where the system refused; its `Display` is a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IoAction {
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Making a folder.
    MakeFolder,
    /// Locking.
    Lock,
    /// Removing.
    Remove,
    /// Starting threads.
    Start,
}

impl fmt::Display for IoAction {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "write to",
            Self::MakeFolder => "make the folder",
            Self::Lock => "lock",
            Self::Remove => "remove",
            Self::Start => "start",
        })
    }
}

/// The kinds of [`IndexError`], by what can be done about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IndexErrorKind {
    /// There is no index where one was looked for.
    NoIndex,
    /// A path to index is not there.
    NoSuchPath,
    /// The index does not say what it was made from.
    NoRoots,
    /// Another process is writing.
    Locked,
    /// The index was made by another version.
    OtherVersion,
    /// What is on disk is not what was written.
    Damaged,
    /// A rebuild would lose articles.
    CannotKeep,
    /// What is named for indexing is nothing that is read.
    NotRead,
    /// A part of an archive is to be removed.
    InArchive,
    /// The system does not let us write there.
    ReadOnly,
    /// The disk, or the user's share of it, is full.
    StorageFull,
    /// A file holds something else than it should.
    InvalidData,
    /// The process, or the system, may not open more files.
    TooManyOpenFiles,
    /// The system has no memory left, or none for more threads.
    OutOfMemory,
    /// A disk or the like fails.
    Device,
    /// The system refuses for another reason.
    Io,
    /// The engine below failed.
    Engine,
}

fn kind_of_system(error: &io::Error) -> IndexErrorKind {
    match error.kind() {
        _ if is_read_only(error) => IndexErrorKind::ReadOnly,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => IndexErrorKind::StorageFull,
        io::ErrorKind::InvalidData => IndexErrorKind::InvalidData,
        _ if is_out_of_files(error) => IndexErrorKind::TooManyOpenFiles,
        // Of a thread that cannot be started, the system says that it would block.
        io::ErrorKind::OutOfMemory | io::ErrorKind::WouldBlock => IndexErrorKind::OutOfMemory,
        _ if is_of_device(error) => IndexErrorKind::Device,
        _ => IndexErrorKind::Io,
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

impl From<TantivyError> for IndexError {
    /// The system's error where that is behind it.
    fn from(error: TantivyError) -> Self {
        let (action, path, source) = match &error {
            TantivyError::OpenReadError(OpenReadError::IoError { io_error, filepath }) => {
                (IoAction::Read, filepath.clone(), io_error)
            }
            TantivyError::OpenWriteError(OpenWriteError::IoError { io_error, filepath }) => {
                (IoAction::Write, filepath.clone(), io_error)
            }
            TantivyError::OpenDirectoryError(OpenDirectoryError::IoError {
                io_error,
                directory_path,
            }) => (IoAction::Read, directory_path.clone(), io_error),
            TantivyError::LockFailure(LockError::IoError(io_error), _) => {
                (IoAction::Lock, PathBuf::from("the index"), io_error)
            }
            TantivyError::IoError(io_error) => {
                (IoAction::Read, PathBuf::from("the index"), io_error)
            }
            _ => return Self::Engine(EngineError(error)),
        };
        // Without a number it is no error of the system, but of what is in a file.
        match source.raw_os_error() {
            Some(number) => Self::io(action, &path)(io::Error::from_raw_os_error(number)),
            None => Self::Engine(EngineError(error)),
        }
    }
}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        TantivyError::from(error).into()
    }
}

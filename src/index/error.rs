//! What can go wrong with an index, each with its place and the next step.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

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
    Engine(#[from] tantivy::TantivyError),
}

impl IndexError {
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Io {
            action,
            path,
            source,
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
                "let it see all files and folders, without --include or --exclude; name what is gone for good: fihris index --rebuild PATH",
            ),
            Self::Io { source, .. } if is_read_only(source) => {
                Some("choose a folder that you may write to with --index DIR")
            }
            Self::Io { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                Some("make room; the index is as it was before this run")
            }
            Self::Io { source, .. } if source.kind() == io::ErrorKind::InvalidData => {
                Some("correct the file, or remove it")
            }
            Self::Engine(_) => Some("whether the index is sound, says: fihris check"),
            Self::NoSuchPath(_) | Self::Io { .. } => None,
        }
    }
}

/// Whether the system does not let us write there.
pub(super) fn is_read_only(error: &io::Error) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem)
}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        Self::Engine(error.into())
    }
}

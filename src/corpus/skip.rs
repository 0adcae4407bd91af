//! Why a file is not in the index.
//!
//! Knows reasons, not what to do about them: the run always goes on.

use thiserror::Error;

/// Why a file could not become articles.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SkipReason {
    /// Opening or reading failed; the message is the system's.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The bytes are no UTF-8.
    #[error("not UTF-8 (first bad byte at {at}); convert it with: iconv -f WINDOWS-1256 -t UTF-8")]
    NotUtf8 {
        /// Offset of the first bad byte.
        at: usize,
    },
    /// There is a NUL byte in it.
    #[error("a binary file (a NUL byte at {at})")]
    Binary {
        /// Offset of the NUL byte.
        at: usize,
    },
    /// No word in it.
    #[error("empty: there is no word in it")]
    Empty,
    /// A record of a collection is no article.
    #[error("not an article: {0}")]
    BadRecord(String),
    /// A pipe, socket or device.
    #[error("not a regular file")]
    NotAFile,
    /// A file named outright whose kind is unknown.
    #[error("not a kind of file that fihris reads (.txt, .jsonl)")]
    UnknownKind,
}

impl SkipReason {
    /// Whether the file itself could not be looked at, so that what was indexed of it before stays.
    #[must_use]
    pub fn is_unknown_content(&self) -> bool {
        matches!(self, Self::Unreadable(_))
    }
}

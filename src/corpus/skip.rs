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
    /// The bytes are in this encoding, but some are not.
    #[error("broken {encoding} (first bad byte at {at})")]
    Malformed {
        /// Its name.
        encoding: &'static str,
        /// Offset of the first bad byte; in a record of a collection as UTF-8.
        at: usize,
    },
    /// Arabic in more than one encoding, or too little to tell.
    #[error("too little text to tell its encoding; name it with: --encoding windows-1256")]
    UnclearEncoding,
    /// The bytes make no sense in any encoding that can be told.
    #[error("neither Unicode nor Arabic in a known encoding; name it with: --encoding NAME")]
    UnknownEncoding,
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

//! What comes of reading a file: events while it is read, and what is known of it at the end.

use super::article::Article;
use super::encoding::Encoding;
use super::fields::Part;
use super::name::FileName;
use super::note::Note;
use super::skip::SkipReason;

/// What comes out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadEvent {
    /// An article.
    Article(Article),
    /// A part of a file that is none, by its place, and why.
    Skipped(String, SkipReason),
    /// Something about a file that a user may want to know.
    Note(FileName, Note),
    /// A file in an archive, of a kind that is not read, by its name.
    OtherKind(FileName),
}

/// What is known of a file when all of it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFile {
    /// The XXH3 of all bytes.
    pub hash: u64,
    /// What the bytes are in; of an archive, those of the last file in it.
    pub encoding: Encoding,
    /// Where the text was garbled or lost, and the like.
    pub notes: Vec<Note>,
    /// The names of fields that parts of articles were found by; the first of them, if they are many.
    pub fields: Vec<(Part, String)>,
}

/// Why a file was not read to its end, or is no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError<E> {
    /// The bytes cannot be had, break off, or are no articles.
    Skipped {
        /// The XXH3 of all bytes; 0 if they cannot be had.
        hash: u64,
        /// Why.
        reason: SkipReason,
    },
    /// Whoever takes the events failed.
    Consumer(E),
}

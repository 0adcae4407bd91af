//! Why a file is not in the index, or not all of it.
//!
//! Indexes keep these reasons as they are typed here. Their `Display` is English and says what is the matter;
//! what to do about it, and other languages, are up to programs.

use std::io;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::kinds::Kinds;
use super::limits::{LONGEST_NAME, MOST_FIELDS, MOST_VALUES, UNPACKED_RATIO};

/// Why a file could not become articles, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum SkipReason {
    /// Opening or reading failed.
    #[error("cannot be read: {0}")]
    Unreadable(SystemError),
    /// Not valid for its format, or truncated.
    #[error("damaged: {0}")]
    Damaged(Damage),
    /// The bytes are in this encoding, but some are not.
    #[error("broken {encoding} (first bad byte at {at})")]
    Malformed {
        /// The name of the encoding.
        encoding: String,
        /// Offset of the first bad byte; in a record of a collection as UTF-8.
        at: usize,
    },
    /// Arabic in more than one encoding, or too little to tell.
    #[error("too little text to tell its encoding")]
    UnclearEncoding,
    /// The bytes make no sense in any encoding that can be told.
    #[error("neither Unicode nor Arabic in a known encoding")]
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
    /// A page without a main text.
    #[error("empty: there is no main text in the page (what scripts put there is not seen)")]
    NoMainText,
    /// A PDF of pictures.
    #[error("a PDF without text in it, as one of scanned pages is")]
    NoTextLayer,
    /// The parts that read pages failed, which is a fault of ours or of theirs.
    #[error("the page reader failed on it; please report the page")]
    PageFault,
    /// A text or a record with more bytes than this.
    #[error("larger than {} MiB", .0 >> 20)]
    TooLarge(u64),
    /// A quotation mark in a table has no partner.
    #[error("a quotation mark is not closed; what follows it was taken for one cell")]
    OpenQuote,
    /// A record of a collection is no article.
    #[error("not an article: {0}")]
    BadRecord(RecordProblem),
    /// The last record, or the list of records, has no end.
    #[error("the file ends before this does")]
    EndsInside,
    /// The names of a table's columns, of which none is known to be the text.
    #[error("the first row names no column that is known to be the text ({0})")]
    NoTextNamed(String),
    /// The names of the columns of a database's tables, of which none is known to be the text.
    #[error("no table has a column that is known to be the text ({0})")]
    NoTableOfTexts(String),
    /// A database without the table that the user names.
    #[error("it has no table {name:?}, but these: {names}")]
    NoTable {
        /// The name.
        name: String,
        /// The tables that it has.
        names: String,
    },
    /// A table whose columns are packed in this way.
    #[error(
        "its columns are packed by {0}, which fihris does not unpack; write it anew with snappy or gzip"
    )]
    PackedColumns(String),
    /// XML of another kind.
    #[error("no article of a kind of XML that is known is in it")]
    OtherMarkup,
    /// A table of a database.
    #[error("a virtual table, or one WITHOUT ROWID, which is not read; export it as CSV")]
    OtherTable,
    /// An archive without a file that is read.
    #[error("an archive without a file that fihris reads")]
    NothingInside,
    /// A file that unpacks to more than this, in bytes.
    #[error(
        "it unpacks to more than {} MiB, which is {UNPACKED_RATIO} times its size or more; what comes after is not read", .0 >> 20
    )]
    Unpacked(u64),
    /// A zip with more files than its list may have.
    #[error("its list of files is larger than {} MiB", .0 >> 20)]
    LargeDirectory(u64),
    /// A file in a zip.
    #[error("it shares its bytes with another file of the archive")]
    SharedBytes,
    /// A file in a tar.
    #[error("a file with holes, which is read only from disk; unpack the archive")]
    Sparse,
    /// An archive in an archive.
    #[error("an archive in an archive; unpack the outer one")]
    NestedArchive,
    /// A zip or 7z cannot be read without seeking.
    #[error("a zip or 7z archive, which cannot be read from a stream; name its file")]
    ZipInStream,
    /// A file in an archive.
    #[error("its name is longer than {LONGEST_NAME} bytes")]
    LongName,
    /// A pipe, socket or device.
    #[error("not a regular file")]
    NotAFile,
    /// It is named in a list of files, but is not there.
    #[error("no such file or folder")]
    Missing,
    /// A folder of earlier runs with nothing in it any more, as where a disk is not mounted.
    #[error("it is gone or empty; what was indexed of it stays")]
    Gone,
    /// It was read with other options, and cannot be read again.
    #[error("it is indexed as earlier options said, and not there to be read as the new ones say")]
    Outdated,
    /// A file named outright whose kind is unknown.
    #[error("not a kind of file that fihris reads, which fihris formats lists")]
    UnknownKind,
    /// A file of a kind that needs this feature, which the build has not.
    #[error("this build of fihris does not read it: it is made without the feature \"{0}\"")]
    NotBuilt(String),
    /// The program that was to turn it into text failed.
    #[error("the program {command} {problem}")]
    Command {
        /// The program.
        command: String,
        /// How it failed.
        problem: CommandProblem,
    },
    /// This program turned it into text, and this run does not name it.
    #[error("the program {0} reads it, which this run does not name")]
    CommandNotNamed(String),
    /// An archive that did not change, and how many files in it are of which kinds that are not read.
    #[error("in it: {0}")]
    KindsInside(Kinds),
    /// Parts of a file that did not change, which are no articles.
    #[error("{count} of its parts, first at {place}: {reason}")]
    Parts {
        /// How many.
        count: u64,
        /// Where in the file the first is: a line, or a member with its line.
        place: String,
        /// Why that is none.
        reason: Box<SkipReason>,
    },
    /// A folder that holds an index.
    #[error("an index of fihris, and no corpus")]
    Index,
    /// The text of a reason that an earlier version kept.
    #[error("{0}")]
    Earlier(String),
}

/// How a program failed.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum CommandProblem {
    /// It did not start.
    #[error("cannot be started: {0}")]
    Start(SystemError),
    /// It ended with an error.
    #[error("failed{}{}", status_of(*.status), after_colon(.said))]
    Status {
        /// Its exit status; none if a signal ended it.
        status: Option<i32>,
        /// The first line that it wrote to stderr.
        said: String,
    },
}

fn status_of(status: Option<i32>) -> String {
    status.map_or_else(String::new, |status| format!(" with status {status}"))
}

fn after_colon(said: &str) -> String {
    if said.is_empty() {
        String::new()
    } else {
        format!(": {said}")
    }
}

/// What the system says of a failure.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{message}")]
pub struct SystemError {
    /// The number of the error, as the system counts them.
    pub code: Option<i32>,
    /// The system's own text.
    pub message: String,
}

impl From<&io::Error> for SystemError {
    fn from(error: &io::Error) -> Self {
        Self {
            code: error.raw_os_error(),
            message: error.to_string(),
        }
    }
}

/// Bytes that are not what their format asks for.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{message}{}", read_up_to(*.last_line))]
pub struct Damage {
    /// What is wrong, as far as whoever reads the format says so.
    pub kind: DamageKind,
    /// The text of whoever reads the format.
    pub message: String,
    /// The last line of a collection before the damage.
    pub last_line: Option<usize>,
}

/// How bytes are damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DamageKind {
    /// They end too early.
    Truncated,
    /// They cannot be unpacked.
    Compression,
    /// They are no zip archive.
    Zip,
    /// Something else.
    Other,
}

fn read_up_to(line: Option<usize>) -> String {
    line.map_or_else(String::new, |line| {
        format!("; it is read up to line {line}")
    })
}

/// Why a record of a collection is no article.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum RecordProblem {
    /// The field of this name, which was given for the text, has none.
    #[error("there is no text in a field \"{0}\"")]
    NoTextIn(String),
    /// Too many fields.
    #[error("it has more than {MOST_FIELDS} fields")]
    ManyFields,
    /// Too many values.
    #[error("it has more than {MOST_VALUES} values")]
    ManyValues,
    /// Not a single field.
    #[error("there is no field in it")]
    NoField,
    /// The names of some of its fields, of which none is known to be the text.
    #[error("none of its fields is known to be the text ({0})")]
    NoTextNamed(String),
    /// No JSON object.
    #[error("no JSON object: {message} at column {column}")]
    Json {
        /// What is wrong.
        kind: JsonProblem,
        /// The text of the parser.
        message: String,
        /// Where, in bytes of the line, from 1.
        column: usize,
    },
    /// Another number of cells than the first row.
    #[error("cells: {cells}, but the first row has {columns}")]
    Cells {
        /// Its cells.
        cells: usize,
        /// Those of the first row.
        columns: usize,
    },
}

/// What is wrong with JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JsonProblem {
    /// It ends too early.
    Truncated,
    /// It does not follow the grammar.
    Syntax,
    /// It is another value than an object.
    Type,
}

impl SkipReason {
    /// Whether the file itself could not be looked at, so that what was indexed of it before stays.
    #[must_use]
    pub fn is_unknown_content(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_)
                | Self::Gone
                | Self::Outdated
                | Self::Command { .. }
                | Self::CommandNotNamed(_)
        )
    }

    /// The failure of reading that the system tells with `error`.
    #[must_use]
    pub fn unreadable(error: &io::Error) -> Self {
        Self::Unreadable(error.into())
    }

    /// The same, with the last line before what is damaged.
    #[must_use]
    pub(super) fn after_line(self, line: usize) -> Self {
        match self {
            Self::Damaged(damage) if line > 0 => Self::Damaged(Damage {
                last_line: Some(line),
                ..damage
            }),
            other => other,
        }
    }
}

impl SkipReason {
    /// The bytes are not what they should be, as `message` says.
    pub(crate) fn damaged(kind: DamageKind, message: impl Into<String>) -> Self {
        Self::Damaged(Damage {
            kind,
            message: message.into(),
            last_line: None,
        })
    }
}

impl From<io::Error> for SkipReason {
    /// What the system says is about the disk; all else but our own reasons, about the bytes on it.
    fn from(error: io::Error) -> Self {
        let own = error.get_ref().and_then(|inner| inner.downcast_ref());
        if let Some(reason) = own {
            return Self::clone(reason);
        }
        if error.raw_os_error().is_some() {
            return Self::unreadable(&error);
        }
        let kind = match error.kind() {
            io::ErrorKind::UnexpectedEof => DamageKind::Truncated,
            io::ErrorKind::InvalidInput => DamageKind::Compression, // as flate2 has it
            _ => DamageKind::Other,
        };
        Self::damaged(kind, error.to_string())
    }
}

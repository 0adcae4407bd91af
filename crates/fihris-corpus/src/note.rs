//! Notes: what is to be known of how a file or an article was read.
//!
//! Indexes keep notes as they are typed here. Their `Display` is English; other languages, and what to do
//! about a note, are up to programs.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::fields::Part;

/// Something to know of how a file or an article was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// The names of fields that were taken for parts of an article.
    GuessedFields(Vec<(Part, String)>),
    /// Text that was garbled by a wrong encoding before it came here.
    Repaired {
        /// Lines that were repaired.
        lines: usize,
        /// Lines that look garbled still.
        left: usize,
    },
    /// Characters that were lost before they came here (U+FFFD).
    LostCharacters(usize),
    /// Records with garbled text.
    GarbledRecords(usize),
    /// Records with other notes, and those of the first.
    InRecords {
        /// How many records.
        records: usize,
        /// The notes of the first.
        first: Vec<Note>,
    },
    /// Only so many lines of a text are told apart.
    ManyLines(usize),
    /// A date that is no day of publishing, as it is written.
    RefusedDate(String),
    /// The text of notes that an earlier version kept.
    Earlier(String),
}

/// Notes as one text, with a semicolon between them.
#[derive(Clone, Copy, Debug)]
pub struct Notes<'a>(pub &'a [Note]);

impl fmt::Display for Notes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (number, note) in self.0.iter().enumerate() {
            let separator = if number > 0 { "; " } else { "" };
            write!(f, "{separator}{note}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let noun = |count| if count == 1 { "line" } else { "lines" };
        match self {
            Self::GuessedFields(fields) => write!(f, "fields are guessed: {}", field_list(fields)),
            Self::Repaired { lines, left: 0 } => {
                write!(f, "garbled text repaired in {lines} {}", noun(*lines))
            }
            Self::Repaired { lines: 0, left } => {
                write!(f, "garbled text left in {left} {}", noun(*left))
            }
            Self::Repaired { lines, left } => write!(
                f,
                "garbled text repaired in {lines} {}, left in {left}",
                noun(*lines)
            ),
            Self::LostCharacters(count) => write!(f, "{count} lost characters (U+FFFD)"),
            Self::GarbledRecords(1) => f.write_str("garbled text in 1 record"),
            Self::GarbledRecords(records) => write!(f, "garbled text in {records} records"),
            Self::InRecords { records: 1, first } => write!(f, "{}", Notes(first)),
            Self::InRecords { records, first } => {
                write!(f, "in {records} records, of the first: {}", Notes(first))
            }
            Self::ManyLines(lines) => write!(
                f,
                "zones are told apart in the first {lines} lines only; the rest is body"
            ),
            Self::RefusedDate(date) => write!(
                f,
                "the date {date} lies outside of the years 1000 to 2999 and is not used"
            ),
            Self::Earlier(text) => f.write_str(text),
        }
    }
}

/// The fields as `text = "body", id = "docno"`.
#[must_use]
pub fn field_list(fields: &[(Part, String)]) -> String {
    let fields = fields.iter();
    let fields = fields.map(|(part, name)| format!("{} = \"{name}\"", part.name()));
    fields.collect::<Vec<_>>().join(", ")
}

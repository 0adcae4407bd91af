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
    /// Text that was damaged on its way here, as by a program that takes it out of a PDF.
    Damaged {
        /// How.
        damage: Damaged,
        /// In how many places it was put right: lines, if they were turned, else words or runs of them.
        repaired: usize,
        /// In how many it could not be.
        left: usize,
    },
    /// Only so many lines of a text are told apart.
    ManyLines(usize),
    /// A date that is no day of publishing, as it is written.
    RefusedDate(String),
    /// Changes to a database that wait in a file of their own beside it.
    WriteAheadLog,
    /// The text of notes that an earlier version kept.
    Earlier(String),
}

/// How a text is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damaged {
    /// Its lines stand in the order of the page, from left to right.
    VisualOrder,
    /// The ligature of lam and alef was taken apart in the wrong order.
    LamAlef,
    /// Words have no spaces between them.
    RunTogether,
    /// Letters have spaces between them.
    Parted,
    /// Hyphens break words at the end of a line.
    Hyphens,
    /// Vowels stand apart from their letters, or an alef before a ligature that has one.
    Marks,
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
            Self::Damaged {
                damage,
                repaired,
                left,
            } => write_damaged(f, *damage, *repaired, *left),
            Self::ManyLines(lines) => write!(
                f,
                "zones are told apart in the first {lines} lines only; the rest is body"
            ),
            Self::RefusedDate(date) => write!(
                f,
                "the date {date} lies outside of the years 1000 to 2999 and is not used"
            ),
            Self::WriteAheadLog => f.write_str(
                "changes that wait in its -wal file are not read; they are in it when its program has closed it",
            ),
            Self::Earlier(text) => f.write_str(text),
        }
    }
}

fn write_damaged(
    f: &mut fmt::Formatter,
    damage: Damaged,
    repaired: usize,
    left: usize,
) -> fmt::Result {
    let (what, one, many) = match damage {
        Damaged::VisualOrder => ("text in visual order", "line", "lines"),
        Damaged::LamAlef => ("lam-alef in the wrong order", "word", "words"),
        Damaged::RunTogether => ("words without spaces", "run", "runs"),
        Damaged::Parted => ("letters parted by spaces", "run", "runs"),
        Damaged::Hyphens => ("words broken by hyphens", "word", "words"),
        Damaged::Marks => ("marks apart from their letters", "place", "places"),
    };
    let count = |count| format!("{count} {}", if count == 1 { one } else { many });
    write!(f, "{what}: ")?;
    match (repaired, left) {
        (_, 0) => write!(f, "{} put right", count(repaired)),
        (0, _) => write!(f, "{} left", count(left)),
        _ => write!(f, "{} put right, {left} left", count(repaired)),
    }
}

/// The fields as `text = "body", id = "docno"`.
#[must_use]
pub fn field_list(fields: &[(Part, String)]) -> String {
    let fields = fields.iter();
    let fields = fields.map(|(part, name)| format!("{} = \"{name}\"", part.name()));
    fields.collect::<Vec<_>>().join(", ")
}

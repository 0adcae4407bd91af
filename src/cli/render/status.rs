//! The state of an index.
//!
//! Knows how figures read, not how they are counted.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use crate::i18n::Language;
use crate::i18n::StatusLine;
use fihris_corpus::{FileName, Kinds};

/// The figures of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Status {
    /// The index folder.
    pub index: String,
    /// Articles in it.
    pub articles: u64,
    /// Articles besides, of which there is a newer version.
    pub earlier_versions: u64,
    /// Files it was made from.
    pub files: u64,
    /// Distinct words.
    pub words: u64,
    /// Size on disk in bytes.
    pub bytes: u64,
    /// Groups of equal spellings, ours and the user's.
    pub spelling_groups: u64,
    /// When the last run that changed something ended, RFC 3339.
    pub updated: String,
    /// Marks the rules for folding and splitting words.
    pub rules: String,
    /// The files and folders that were indexed.
    pub roots: Vec<String>,
    /// What came by standard input, by its name.
    pub streams: Vec<StreamStatus>,
    /// How many files that have articles are in which encoding.
    pub encodings: BTreeMap<String, u64>,
    /// How many files of which kind were seen that are not read.
    pub kinds_not_read: Kinds,
    /// Files whose text was garbled or lost, and how far that was repaired.
    pub noted: Vec<NotedFile>,
    /// Files that have no articles.
    pub skipped: Vec<SkippedFile>,
}

/// What came by standard input under one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StreamStatus {
    /// Its name.
    pub name: FileName,
    /// Articles in the index.
    pub articles: u64,
    /// When something came the last time, RFC 3339.
    pub last: String,
}

/// A file whose text was garbled or lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotedFile {
    /// Its path.
    pub path: String,
    /// What happened to it.
    pub note: String,
}

/// A file that has no articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkippedFile {
    /// Its path.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// Writes `status` for people.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, status: &Status, language: Language) -> io::Result<()> {
    let mut write_message = |line: StatusLine| writeln!(out, "{}", line.text(language));
    write_message(StatusLine::Index(&one_line(&status.index)))?;
    write_message(StatusLine::Articles(status.articles))?;
    if status.earlier_versions > 0 {
        write_message(StatusLine::Earlier(status.earlier_versions))?;
    }
    write_message(StatusLine::Files(status.files))?;
    write_message(StatusLine::Words(status.words))?;
    write_message(StatusLine::Spellings(status.spelling_groups))?;
    write_message(StatusLine::Size(&size(status.bytes)))?;
    write_message(StatusLine::Updated(&status.updated))?;
    write_message(StatusLine::Rules(&status.rules))?;
    for root in &status.roots {
        write_message(StatusLine::Root(&one_line(root)))?;
    }
    for stream in &status.streams {
        write_message(StatusLine::Stream {
            name: &one_line(&stream.name),
            articles: stream.articles,
            last: &stream.last,
        })?;
    }
    for (name, files) in &status.encodings {
        let files = *files;
        write_message(StatusLine::Encoding { name, files })?;
    }
    for (kind, files) in status.kinds_not_read.by_name() {
        write_message(StatusLine::NotRead { kind, files })?;
    }
    for file in &status.noted {
        write_message(StatusLine::Noted {
            path: &one_line(&file.path),
            note: &one_line(&file.note),
        })?;
    }
    for file in &status.skipped {
        write_message(StatusLine::Skipped {
            path: &one_line(&file.path),
            reason: &one_line(&file.reason),
        })?;
    }
    Ok(())
}

/// Writes `status` as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, status: &Status) -> io::Result<()> {
    write_line(out, &Line::new("status", status))
}

fn size(bytes: u64) -> String {
    #[allow(clippy::cast_precision_loss)] // shown with one decimal
    let in_mb = bytes as f64 / 1e6;
    if bytes < 1_000_000 {
        format!("{} kB", bytes / 1000)
    } else {
        format!("{in_mb:.1} MB")
    }
}

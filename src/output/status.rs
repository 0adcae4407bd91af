//! The state of an index.
//!
//! Knows how figures read, not how they are counted.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};

/// The figures of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Status {
    /// The index folder.
    pub index: String,
    /// Articles in it.
    pub articles: u64,
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
    /// How many files that have articles are in which encoding.
    pub encodings: BTreeMap<String, u64>,
    /// Files whose text was garbled or lost, and how far that was repaired.
    pub noted: Vec<NotedFile>,
    /// Files that have no articles.
    pub skipped: Vec<SkippedFile>,
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
pub fn write_text(out: &mut dyn Write, status: &Status) -> io::Result<()> {
    writeln!(out, "index:     {}", one_line(&status.index))?;
    writeln!(out, "articles:  {}", status.articles)?;
    writeln!(out, "files:     {}", status.files)?;
    writeln!(out, "words:     {} distinct", status.words)?;
    writeln!(out, "spellings: {} groups", status.spelling_groups)?;
    writeln!(out, "size:      {}", size(status.bytes))?;
    writeln!(out, "updated:   {}", status.updated)?;
    writeln!(out, "rules:     {}", status.rules)?;
    for root in &status.roots {
        writeln!(out, "root:      {}", one_line(root))?;
    }
    for (name, count) in &status.encodings {
        writeln!(out, "encoding:  {name}: {count}")?;
    }
    for file in &status.noted {
        writeln!(
            out,
            "noted:     {}: {}",
            one_line(&file.path),
            one_line(&file.note)
        )?;
    }
    for file in &status.skipped {
        writeln!(
            out,
            "skipped:   {}: {}",
            one_line(&file.path),
            one_line(&file.reason)
        )?;
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

//! The state of an index.
//!
//! Knows how figures read, not how they are counted.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::sources::{DayFields, gaps, period};
use crate::i18n::Language;
use crate::i18n::StatusLine;
use arabic_dates::Period;
use fihris_analysis::coverage::Published;
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
    /// When its articles were published.
    pub published: PublishedStatus,
    /// How many published them, as far as the input says it.
    pub sources: u64,
}

/// When articles were published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PublishedStatus {
    /// The first day, if any is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Date>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Date>,
    /// Articles whose day is not known.
    pub undated: u64,
    /// Days between the first and the last without an article.
    pub days_without: u64,
    /// Those days, those in a row together.
    pub gaps: Vec<DayFields>,
    /// The same, for people.
    #[serde(skip)]
    named: [Option<String>; 2],
}

impl PublishedStatus {
    /// Of articles.
    #[must_use]
    pub fn new(published: &Published) -> Self {
        let gap = |gap: &Period| DayFields::new(*gap);
        Self {
            first: published.days.map(|days| days.first),
            last: published.days.map(|days| days.last),
            undated: published.undated,
            days_without: published.days_without(),
            gaps: published.gaps.iter().map(gap).collect(),
            named: [Language::English, Language::Arabic].map(|language| gaps(published, language)),
        }
    }

    fn write(&self, out: &mut dyn Write, language: Language) -> io::Result<()> {
        let Some((first, last)) = self.first.zip(self.last) else {
            return Ok(());
        };
        let days = period(Period { first, last }, "..");
        writeln!(out, "{}", StatusLine::Published(&days).text(language))?;
        let [english, arabic] = &self.named;
        let named = match language {
            Language::English => english,
            Language::Arabic => arabic,
        };
        if let Some(named) = named {
            writeln!(out, "{}", StatusLine::Gaps(named).text(language))?;
        }
        Ok(())
    }
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
    if status.sources > 0 {
        write_message(StatusLine::Sources(status.sources))?;
    }
    status.published.write(out, language)?;
    let mut write_message = |line: StatusLine| writeln!(out, "{}", line.text(language));
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

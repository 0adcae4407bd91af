//! Factiva: each field behind a code of two or three capitals at the beginning of a line.

use super::{Take, on_one_line};
use crate::tags::tidy;
use crate::value::{Record, Value};

/// Codes, and what they stand for; the text is in two.
const FIELDS: &[(&str, &str)] = &[
    ("SE", "section"),
    ("CLM", "column"),
    ("HD", "title"),
    ("BY", "author"),
    ("CR", "credit"),
    ("WC", "words"),
    ("PD", "date"),
    ("ET", "time"),
    ("SN", "source"),
    ("SC", "source code"),
    ("NGC", "source group"),
    ("GC", "group code"),
    ("ED", "edition"),
    ("PG", "page"),
    ("VOL", "volume"),
    ("LA", "language"),
    ("CY", "copyright"),
    ("LP", "text"),
    ("TD", "text"),
    ("ART", "captions"),
    ("CT", "contact"),
    ("RF", "references"),
    ("CO", "companies"),
    ("IN", "industries"),
    ("NS", "subjects"),
    ("RE", "regions"),
    ("IPC", "publisher codes"),
    ("IPD", "publisher terms"),
    ("PUB", "publisher"),
    ("AN", "id"),
];

/// Codes without which a text is no export.
const NEEDED: [&str; 3] = ["HD", "PD", "SN"];

/// Whether a text that begins with `start` is an export.
pub(super) fn is_export(start: &str) -> bool {
    let has = |code: &str| {
        let mut lines = start.lines();
        lines.any(|line| field(line).is_some_and(|(found, _, _)| found == code))
    };
    NEEDED.into_iter().all(has) && (has("LP") || has("TD"))
}

/// Hands the articles of `text` to `take`.
pub(super) fn read<E>(text: &str, take: &mut Take<E>) -> Result<(), E> {
    let mut article = Article::default();
    for (number, line) in (1..).zip(text.lines()) {
        let Some((code, name, value)) = field(line) else {
            article.go_on(line);
            continue;
        };
        let begins = match code {
            "HD" => article.has("title"),
            "SE" | "CLM" => article.has("id"),
            _ => false,
        };
        if begins {
            std::mem::take(&mut article).give(take)?;
        }
        if article.line == 0 {
            article.line = number;
        }
        article.begin(name, value);
    }
    article.give(take)
}

/// The code at the beginning of `line`, the name of its field, and the value behind it.
fn field(line: &str) -> Option<(&'static str, &'static str, &str)> {
    let line = line.trim_start_matches(['\u{FEFF}', '\u{200E}', '\u{200F}']);
    let end = line.bytes().take_while(u8::is_ascii_uppercase).count();
    let (code, name) = FIELDS.iter().find(|it| it.0 == &line[..end])?;
    let value = &line[end..];
    // In running text, a word of capitals stands before one space.
    let is_field =
        value.trim().is_empty() || value.starts_with(['\t', '\u{A0}']) || value.starts_with("  ");
    is_field.then_some((*code, *name, value.trim()))
}

/// An article that is being read.
#[derive(Default)]
struct Article {
    /// The line that it begins at; 0 if it has none yet.
    line: usize,
    record: Record,
    /// The field that is being read, and its value so far.
    name: &'static str,
    value: String,
}

impl Article {
    fn has(&self, name: &str) -> bool {
        self.name == name || self.record.contains_key(name)
    }

    fn begin(&mut self, name: &'static str, value: &str) {
        self.end();
        self.name = name;
        self.value = value.to_string();
    }

    fn go_on(&mut self, line: &str) {
        // What is behind the number of an article belongs to the export.
        let is_over = self.name == "id" && !self.value.trim().is_empty();
        if !self.name.is_empty() && !is_over {
            self.value.push('\n');
            self.value.push_str(line);
        }
    }

    fn end(&mut self) {
        let value = std::mem::take(&mut self.value);
        let value = match self.name {
            "text" => tidy(&value),
            "id" => on_one_line(&value)
                .trim_start_matches("Document ")
                .to_string(),
            _ => on_one_line(&value),
        };
        Value::add(&mut self.record, self.name, value);
    }

    fn give<E>(mut self, take: &mut Take<E>) -> Result<(), E> {
        self.end();
        if self.record.is_empty() {
            return Ok(());
        }
        take(self.record, self.line)
    }
}

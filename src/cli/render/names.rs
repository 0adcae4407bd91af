//! Names with their spellings, as text, JSON and tables.
//!
//! Knows how they look, not how they are found.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::rows::{RowForm, TableWriter};
use super::style::Style;
use crate::i18n::{Label, Message, TableLine};
use fihris_analysis::names::{CountedName, NameKind, Names};

/// So many other spellings are shown to people.
const MOST_SPELLINGS: usize = 5;

/// What a kind is called for people.
pub fn kind_label(kind: NameKind) -> Label {
    match kind {
        NameKind::Person => Label::Person,
        NameKind::Place => Label::Place,
        NameKind::Organisation => Label::Organisation,
        NameKind::Other => Label::OtherName,
    }
}

/// What a kind is called for programs.
fn kind_name(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organisation => "organisation",
        NameKind::Other => "name",
    }
}

/// The other spellings of a name.
pub fn others(name: &CountedName) -> impl Iterator<Item = &str> {
    let spellings = name.spellings.iter().skip(1);
    spellings.map(|(spelling, _)| &**spelling)
}

/// Writes a line a name, with its other spellings behind it.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, names: &[CountedName], style: Style) -> io::Result<()> {
    if !names.is_empty() {
        let heading = style.say(Message::Table(TableLine::NamesHead));
        writeln!(out, "{}", style.dim(&heading))?;
    }
    for name in names {
        let kind = kind_label(name.kind).text(style.language);
        let mut shown = vec![&*name.name];
        shown.extend(others(name).take(MOST_SPELLINGS));
        let shown = one_line(&shown.join(" = "));
        let (articles, times) = (name.articles, name.times);
        writeln!(out, "{articles:>8} {times:>8}  {kind:<12}  {shown}")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct NameFields<'a> {
    name: &'a str,
    kind: &'static str,
    articles: u64,
    occurrences: u64,
    spellings: Vec<SpellingFields<'a>>,
}

#[derive(Serialize)]
struct SpellingFields<'a> {
    spelling: &'a str,
    occurrences: u64,
}

#[derive(Serialize)]
struct SummaryFields {
    names: usize,
    articles: u64,
    given_up: u64,
}

/// Writes a JSON line a name, and one with how many there are in all.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, found: &Names, all: usize) -> io::Result<()> {
    for name in &found.names {
        let spellings = name.spellings.iter();
        let spellings = spellings.map(|(spelling, occurrences)| SpellingFields {
            spelling,
            occurrences: *occurrences,
        });
        let fields = NameFields {
            name: &name.name,
            kind: kind_name(name.kind),
            articles: name.articles,
            occurrences: name.times,
            spellings: spellings.collect(),
        };
        write_line(out, &Line::new("name", fields))?;
    }
    let summary = SummaryFields {
        names: all,
        articles: found.articles,
        given_up: found.given_up,
    };
    write_line(out, &Line::new("summary", summary))
}

/// Writes a row a name; its spellings are in one cell.
///
/// # Errors
/// If `out` fails.
pub fn write_table(out: &mut dyn Write, found: &Names, form: RowForm) -> io::Result<()> {
    let columns = ["name", "kind", "articles", "occurrences", "spellings"];
    let mut table = TableWriter::new(out, form, &columns)?;
    for name in &found.names {
        let spellings = name.spellings.iter();
        let spellings: Vec<&str> = spellings.map(|(spelling, _)| &**spelling).collect();
        table.write(&[
            name.name.as_str().into(),
            kind_name(name.kind).into(),
            name.articles.into(),
            name.times.into(),
            spellings.join("; ").into(),
        ])?;
    }
    table.finish()
}

//! Two sets of articles side by side, as text, JSON and CSV.
//!
//! Knows how they look, not how they are compared.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use super::terms::{self, TermFields};
use crate::i18n::{Label, Message, TableLine};
use fihris_analysis::compare::{Comparison, Side};
use fihris_analysis::keyness::BEYOND_CHANCE;

/// What was compared, by what was typed.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Of each side.
    pub names: [&'a str; 2],
    /// What they are.
    pub found: &'a Comparison,
}

/// A figure of a side, with its label.
type Figure = (Label, fn(&Side) -> String);

/// What is told of each side.
pub const FIGURES: &[Figure] = &[
    (Label::Articles, |side| side.published.articles.to_string()),
    (Label::CountOf, |side| side.words.to_string()),
    (Label::Sources, |side| side.sources.to_string()),
    (Label::FirstOfDays, |side| day(ends(side)[0])),
    (Label::LastDay, |side| day(ends(side)[1])),
    (Label::WithoutDay, |side| side.published.undated.to_string()),
];

/// The first day and the last.
fn ends(side: &Side) -> [Option<Date>; 2] {
    let days = side.published.days;
    [days.map(|days| days.first), days.map(|days| days.last)]
}

fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "-".into(), |day| day.to_string())
}

/// Writes the figures of both sides, and a table of words for each.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, named: Named, style: Style) -> io::Result<()> {
    let [one, other] = &named.found.sides;
    for (number, name) in (1..).zip(named.names) {
        writeln!(out, "{number:>12}  {}", style.isolate(&one_line(name)))?;
    }
    writeln!(out, "\n{:>12} {:>12}", 1, 2)?;
    for (label, figure) in FIGURES {
        let label = label.text(style.language);
        writeln!(out, "{:>12} {:>12}  {label}", figure(one), figure(other))?;
    }
    for (number, side) in (1..).zip([one, other]) {
        if !side.terms.is_empty() {
            let typical = style.say(Message::Table(TableLine::TypicalOf(number)));
            writeln!(out, "\n{}", style.title(&typical))?;
            terms::write_text(out, &side.terms, style)?;
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct SideFields<'a> {
    side: usize,
    asked: &'a str,
    articles: u64,
    words: u64,
    sources: usize,
    first: Option<Date>,
    last: Option<Date>,
    undated: u64,
}

#[derive(Serialize)]
struct SideTermFields<'a> {
    side: usize,
    #[serde(flatten)]
    term: TermFields<'a>,
}

#[derive(Serialize)]
struct SummaryFields {
    in_both: u64,
    beyond_chance: f64,
}

/// Writes a JSON line a side, one a word of each, and one with what is said of both.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, named: Named) -> io::Result<()> {
    let sides = || (1..).zip(&named.found.sides);
    for ((number, side), asked) in sides().zip(named.names) {
        let [first, last] = ends(side);
        let fields = SideFields {
            side: number,
            asked,
            articles: side.published.articles,
            words: side.words,
            sources: side.sources,
            first,
            last,
            undated: side.published.undated,
        };
        write_line(out, &Line::new("side", fields))?;
    }
    for (number, side) in sides() {
        for term in &side.terms {
            let fields = SideTermFields {
                side: number,
                term: TermFields::new(term),
            };
            write_line(out, &Line::new("side_term", fields))?;
        }
    }
    let summary = SummaryFields {
        in_both: named.found.in_both,
        beyond_chance: BEYOND_CHANCE,
    };
    write_line(out, &Line::new("summary", summary))
}

/// Writes a CSV line a word of each side, with the words of both sides, which are the base of its figures.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(out: &mut dyn Write, named: Named) -> io::Result<()> {
    let columns = [
        "side",
        "asked",
        "word",
        "here",
        "elsewhere",
        "words_here",
        "words_elsewhere",
        "g2",
        "log_ratio",
    ];
    let mut csv = CsvWriter::new(out, &columns)?;
    let [one, other] = &named.found.sides;
    for (i, (side, against)) in [(one, other), (other, one)].into_iter().enumerate() {
        for term in &side.terms {
            csv.write_row([
                &(i + 1).to_string(),
                named.names[i],
                &term.word,
                &term.count.target.to_string(),
                &term.count.reference.to_string(),
                &side.words.to_string(),
                &against.words.to_string(),
                &format!("{:.3}", term.g2),
                &format!("{:.4}", term.log_ratio),
            ])?;
        }
    }
    csv.finish()
}

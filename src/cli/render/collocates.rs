//! Tables of collocates, as text, JSON and CSV.
//!
//! Knows how the tables look, not how words are counted.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::Message;
use fihris_analysis::collocates::{Collocate, Collocates};

/// Writes a line a word, the word last, so that it moves no figures.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, near: &Collocates, style: Style) -> io::Result<()> {
    if !near.words.is_empty() {
        let heading = style.say(Message::CollocatesHead);
        writeln!(out, "{}", style.dim(&heading))?;
    }
    for word in &near.words {
        let figures = format!(
            "{:>8} {:>8} {:>8} {:>9} {:>10.1} {:>8.2}",
            word.term.count.target,
            word.sides.before,
            word.sides.after,
            word.term.count.reference,
            word.term.g2,
            word.log_dice
        );
        writeln!(out, "{figures}  {}", one_line(&word.term.word))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct CollocateFields<'a> {
    word: &'a str,
    written: &'a str,
    near: u64,
    before: u64,
    after: u64,
    elsewhere: u64,
    g2: f64,
    log_dice: f64,
    forms: Vec<FormFields<'a>>,
}

#[derive(Serialize)]
struct FormFields<'a> {
    form: &'a str,
    near: u64,
}

#[derive(Serialize)]
struct SummaryFields {
    matches: u64,
    /// Near a match.
    words: u64,
    other_words: u64,
}

impl<'a> CollocateFields<'a> {
    fn new(word: &'a Collocate) -> Self {
        let forms = word.term.forms.iter();
        Self {
            word: &word.term.word,
            written: &word.term.word,
            near: word.term.count.target,
            before: word.sides.before,
            after: word.sides.after,
            elsewhere: word.term.count.reference,
            g2: word.term.g2,
            log_dice: word.log_dice,
            forms: forms
                .map(|(form, near)| FormFields { form, near: *near })
                .collect(),
        }
    }
}

/// Writes a JSON line a word, and one with what was compared.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, near: &Collocates) -> io::Result<()> {
    for word in &near.words {
        write_line(out, &Line::new("collocate", CollocateFields::new(word)))?;
    }
    let summary = SummaryFields {
        matches: near.matches,
        words: near.total.target,
        other_words: near.total.reference,
    };
    write_line(out, &Line::new("summary", summary))
}

/// Writes a CSV line a word.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(out: &mut dyn Write, near: &Collocates) -> io::Result<()> {
    let mut csv = CsvWriter::new(
        out,
        &[
            "word",
            "written",
            "near",
            "before",
            "after",
            "elsewhere",
            "g2",
            "log_dice",
        ],
    )?;
    for word in &near.words {
        csv.write_row([
            &word.term.word,
            &word.term.word,
            &word.term.count.target.to_string(),
            &word.sides.before.to_string(),
            &word.sides.after.to_string(),
            &word.term.count.reference.to_string(),
            &format!("{:.3}", word.term.g2),
            &format!("{:.4}", word.log_dice),
        ])?;
    }
    csv.finish()
}

//! Tables of words: how frequent and how typical they are, as text, JSON and CSV.
//!
//! Knows how the tables look, not how words are counted.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::Message;
use fihris_analysis::terms::{Term, Terms};
use fihris_search::Frequency;

/// Writes a line a word, the word last, so that it moves no figures.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, terms: &[Term], style: Style) -> io::Result<()> {
    if !terms.is_empty() {
        let heading = style.say(Message::TermsHead);
        writeln!(out, "{}", style.dim(&heading))?;
    }
    for term in terms {
        let Frequency { target, reference } = term.count;
        let figures = format!(
            "{target:>8} {reference:>9} {:>10.1} {:>9.2}",
            term.g2, term.log_ratio
        );
        writeln!(out, "{figures}  {}", one_line(&term.word))?;
    }
    Ok(())
}

/// A term for programs.
#[derive(Serialize)]
pub(super) struct TermFields<'a> {
    word: &'a str,
    written: &'a str,
    here: u64,
    elsewhere: u64,
    g2: f64,
    log_ratio: f64,
    forms: Vec<FormFields<'a>>,
}

impl<'a> TermFields<'a> {
    pub(super) fn new(term: &'a Term) -> Self {
        let forms = term.forms.iter();
        Self {
            word: &term.word,
            written: &term.word,
            here: term.count.target,
            elsewhere: term.count.reference,
            g2: term.g2,
            log_ratio: term.log_ratio,
            forms: forms
                .map(|(form, here)| FormFields { form, here: *here })
                .collect(),
        }
    }
}

/// A form with how often it stands here.
#[derive(Serialize)]
struct FormFields<'a> {
    form: &'a str,
    here: u64,
}

#[derive(Serialize)]
struct SummaryFields<'a> {
    articles: u64,
    words: u64,
    other_articles: u64,
    other_words: u64,
    /// The query that was compared with, and how many articles match both.
    #[serde(skip_serializing_if = "Option::is_none")]
    vs: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_both: Option<u64>,
}

/// Writes a JSON line a word, and one with what was compared, perhaps with the query `vs`.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, table: &Terms, vs: Option<&str>) -> io::Result<()> {
    for term in &table.terms {
        write_line(out, &Line::new("term", TermFields::new(term)))?;
    }
    let summary = SummaryFields {
        articles: table.articles.target,
        words: table.words.target,
        other_articles: table.articles.reference,
        other_words: table.words.reference,
        vs,
        in_both: table.in_both,
    };
    write_line(out, &Line::new("summary", summary))
}

/// Writes a CSV line a word.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(out: &mut dyn Write, terms: &[Term]) -> io::Result<()> {
    let mut csv = CsvWriter::new(
        out,
        &["word", "written", "here", "elsewhere", "g2", "log_ratio"],
    )?;
    for term in terms {
        csv.write_row([
            &term.word,
            &term.word,
            &term.count.target.to_string(),
            &term.count.reference.to_string(),
            &format!("{:.3}", term.g2),
            &format!("{:.4}", term.log_ratio),
        ])?;
    }
    csv.finish()
}

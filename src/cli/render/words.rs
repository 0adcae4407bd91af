//! Lists of words of an index, as text, JSON and CSV.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::Message;
use fihris_analysis::words::{IndexedWord, IndexedWords};

/// The most forms that people are shown of one word, besides the first.
const MOST_FORMS: usize = 8;

/// Writes a line a word, with its forms behind it.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, words: &[IndexedWord], style: Style) -> io::Result<()> {
    if !words.is_empty() {
        let heading = style.say(Message::WordsHead);
        writeln!(out, "{}", style.dim(&heading))?;
    }
    for word in words {
        let forms = word.forms.iter().map(|form| &*form.form);
        let mut shown: Vec<&str> = forms.take(MOST_FORMS + 1).collect();
        if word.forms.len() > shown.len() {
            shown.push("…");
        }
        writeln!(
            out,
            "{:>8}  {}",
            word.articles(),
            one_line(&shown.join(" "))
        )?;
    }
    Ok(())
}

#[derive(Serialize)]
struct WordFields<'a> {
    word: &'a str,
    articles: u32,
    known: bool,
    forms: Vec<FormFields<'a>>,
}

#[derive(Serialize)]
struct FormFields<'a> {
    form: &'a str,
    articles: u32,
}

#[derive(Serialize)]
struct SummaryFields {
    forms: u64,
    unknown: u64,
}

/// Writes a JSON line a word, and one with the figures of the index.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, list: &IndexedWords) -> io::Result<()> {
    for word in &list.words {
        let forms = word.forms.iter();
        let fields = WordFields {
            word: word.forms.first().map_or("", |form| &form.form),
            articles: word.articles(),
            known: word.forms.iter().any(|form| form.is_known),
            forms: forms
                .map(|form| FormFields {
                    form: &form.form,
                    articles: form.articles,
                })
                .collect(),
        };
        write_line(out, &Line::new("indexed_word", fields))?;
    }
    let summary = SummaryFields {
        forms: list.forms,
        unknown: list.unknown,
    };
    write_line(out, &Line::new("summary", summary))
}

/// Writes a CSV line a form.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(out: &mut dyn Write, words: &[IndexedWord]) -> io::Result<()> {
    let mut csv = CsvWriter::new(out, &["word", "form", "articles", "known"])?;
    for word in words {
        for form in &word.forms {
            csv.write_row([
                &*word.forms[0].form,
                &form.form,
                &form.articles.to_string(),
                if form.is_known { "true" } else { "false" },
            ])?;
        }
    }
    csv.finish()
}

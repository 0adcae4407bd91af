//! The analysis of a text: what each word is to fihris.
//!
//! Knows how an analysis reads, not how words are analysed.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::{WordLine, rule_called};

/// The most lexemes of a family that people are shown.
const MAX_RELATIVES: usize = 8;

/// What is known of one word, or of several that are one name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// As written.
    pub text: String,
    /// Byte range in the analysed text.
    pub range: [usize; 2],
    /// As it is indexed: without vowels and tatweel.
    pub written: String,
    /// Folded.
    pub folded: String,
    /// The likeliest lexeme; of an unknown word what is left without proclitics.
    pub core: String,
    /// What the lexicon takes it for, the likeliest first; nothing for an unknown word, or a name of several.
    pub readings: Vec<Reading>,
    /// Its other spellings.
    pub spellings: Vec<String>,
    /// What it stands for in the index; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Vec<ExpandedForm>>,
}

/// One reading of a word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// The word as a dictionary heads it.
    pub lexeme: String,
    /// What kind of word that is.
    pub class: &'static str,
    /// Of a verb of three radicals its form, from 1 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<u8>,
    /// What is written before it.
    pub proclitics: String,
    /// Its stem.
    pub stem: String,
    /// What is written behind that.
    pub suffix: String,
    /// What the form says of its word, in the terms of `CAMeL` Tools.
    pub features: BTreeMap<&'static str, &'static str>,
    /// The other lexemes of its family.
    pub family: Vec<String>,
}

/// A word of the index that a word stands for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExpandedForm {
    /// Folded; alternatives separated by `|`.
    pub form: String,
    /// What brought it in.
    pub rule: &'static str,
    /// What one occurrence counts.
    pub weight: f32,
    /// Articles that hold it; for a name of several words, at most so many.
    pub articles: u32,
}

/// Writes one word's analysis for people.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, analysis: &Analysis, style: Style) -> io::Result<()> {
    writeln!(out, "{}", style.head("", &one_line(&analysis.text)))?;
    let text = |line: WordLine| line.text(style.language);
    writeln!(out, "{}", text(WordLine::Bytes(analysis.range)))?;
    writeln!(out, "{}", text(WordLine::Written(&analysis.written)))?;
    writeln!(out, "{}", text(WordLine::Folded(&analysis.folded)))?;
    let has_letters = analysis.core.contains(char::is_alphabetic);
    if analysis.readings.is_empty() && has_letters {
        writeln!(out, "{}", text(WordLine::Core(&analysis.core)))?;
    }
    for reading in &analysis.readings {
        write_reading(out, reading, style)?;
    }
    for spelling in &analysis.spellings {
        writeln!(out, "{}", text(WordLine::Spelling(spelling)))?;
    }
    for form in analysis.resolution.iter().flatten() {
        let line = text(WordLine::StandsFor {
            rule: rule_called(form.rule, style.language),
            weight: form.weight,
            articles: form.articles,
            form: &form.form,
        });
        writeln!(out, "{}", style.dim(&line))?;
    }
    Ok(())
}

fn write_reading(out: &mut dyn Write, reading: &Reading, style: Style) -> io::Result<()> {
    let parts = [&reading.proclitics, &reading.stem, &reading.suffix];
    let parts = parts.map(String::as_str).into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let features = reading.features.iter();
    let features: Vec<String> = features
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let form = reading
        .form
        .and_then(|form| roman.get(usize::from(form) - 1));
    let line = WordLine::Reading {
        class: reading.class,
        form: form.unwrap_or(&""),
        lexeme: &reading.lexeme,
        parts: &parts.join(" + "),
        features: &features.join(" "),
    };
    writeln!(out, "{}", line.text(style.language))?;
    if !reading.family.is_empty() {
        let family = reading.family.iter().take(MAX_RELATIVES);
        let mut shown: Vec<&str> = family.map(String::as_str).collect();
        if reading.family.len() > MAX_RELATIVES {
            shown.push("…");
        }
        let family = WordLine::Family(&shown.join(" ")).text(style.language);
        writeln!(out, "{}", style.dim(&family))?;
    }
    Ok(())
}

/// Writes one word's analysis as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, analysis: &Analysis) -> io::Result<()> {
    write_line(out, &Line::new("word", analysis))
}

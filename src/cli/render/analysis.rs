//! The analysis of a text: what each word is to fihris.
//!
//! Knows how an analysis reads, not how words are analysed.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::{Message, rule_called};

/// What is known of one word, or of several that are one name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// As written.
    pub text: String,
    /// Byte range in the analysed text.
    pub range: [usize; 2],
    /// Folded.
    pub folded: String,
    /// Without proclitics and endings.
    pub core: String,
    /// Its other spellings.
    pub spellings: Vec<String>,
    /// What it stands for in the index; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Vec<ExpandedForm>>,
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
    let mut write_message = |message| writeln!(out, "{}", style.say(message));
    write_message(Message::WordBytes(analysis.range))?;
    write_message(Message::WordFolded(&analysis.folded))?;
    write_message(Message::WordCore(&analysis.core))?;
    for spelling in &analysis.spellings {
        write_message(Message::WordSpelling(spelling))?;
    }
    for form in analysis.resolution.iter().flatten() {
        let ExpandedForm {
            form,
            rule,
            weight,
            articles,
        } = form;
        let line = style.say(Message::WordStandsFor {
            rule: rule_called(rule, style.language),
            weight: *weight,
            articles: *articles,
            form,
        });
        writeln!(out, "{}", style.dim(&line))?;
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

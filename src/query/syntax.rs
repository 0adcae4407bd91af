//! The syntax of a query: what a user can ask, as a tree.
//!
//! `قره باغ -"وقف إطلاق النار" title:بوتين` parses to all of: the word `قره`, the word `باغ`, not the phrase of three
//! words, the word `بوتين` in a headline. Knows what was typed, not what a corpus holds.

use std::ops::Range;

use crate::arabic::words;

/// How a word was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// `word`: with its inflections and variants.
    Usual,
    /// `=word`: letter for letter as written.
    Exact,
    /// `word*`: every word that begins so.
    Prefix,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AskedWord {
    /// As typed, without operators.
    pub typed: String,
    /// Folded.
    pub form: String,
    /// Byte range of `typed` in the query.
    pub range: Range<usize>,
    /// How it was asked for.
    pub mode: Mode,
}

/// The words of `text`, each asked for as usual.
#[must_use]
pub fn asked_words(text: &str) -> Vec<AskedWord> {
    words(text)
        .map(|word| AskedWord {
            typed: text[word.range.clone()].to_string(),
            form: word.form,
            range: word.range,
            mode: Mode::Usual,
        })
        .collect()
}

/// Where a word must stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Anywhere in the zones that a search covers.
    #[default]
    Text,
    /// In the headline: `title:`.
    Title,
}

/// A query or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Words in a row, each required.
    Words(Vec<AskedWord>, Scope),
    /// Words that stand next to each other in this order: `"…"`.
    Phrase(Vec<AskedWord>, Scope),
    /// All parts are required.
    All(Vec<Syntax>),
    /// At least one part is required: `OR`.
    Any(Vec<Syntax>),
    /// The part must not be there: `-`, `NOT`.
    Not(Box<Syntax>),
}

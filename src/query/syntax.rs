//! The syntax of a query: what a user can ask, as a tree.
//!
//! `قره باغ -"وقف إطلاق النار" title:بوتين` parses to all of: the word `قره`, the word `باغ`, not the phrase of three
//! words, the word `بوتين` in a headline. Knows what was typed, not what a corpus holds.

use std::ops::Range;

use crate::arabic::words;
use crate::corpus::dates::Period;
use crate::corpus::{ZoneKind, ZoneSet};

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

/// A period of a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AskedPeriod {
    /// As typed, with the name of the field.
    pub typed: String,
    /// What it means.
    pub period: Period,
}

/// Where a word must stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In the zones that the search covers.
    #[default]
    Covered,
    /// In these zones: `title:`, `in:related`.
    Zones(ZoneSet),
    /// Where an article says who published it: `source:`.
    Origin,
}

impl Scope {
    /// The zones of the text that are meant.
    #[must_use]
    pub fn zones(self) -> ZoneSet {
        match self {
            Self::Covered => ZoneSet::SEARCHED,
            Self::Zones(zones) => zones,
            Self::Origin => ZoneSet::of(&[ZoneKind::Dateline, ZoneKind::Source]),
        }
    }
}

/// A query or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Words in a row, each required.
    Words(Vec<AskedWord>, Scope),
    /// Words that stand next to each other in this order: `"…"`.
    Phrase(Vec<AskedWord>, Scope),
    /// Speaks of a day in a period: `mentions:2020-11`.
    Mentions(AskedPeriod),
    /// All parts are required.
    All(Vec<Syntax>),
    /// At least one part is required: `OR`.
    Any(Vec<Syntax>),
    /// The part must not be there: `-`, `NOT`.
    Not(Box<Syntax>),
}

impl Syntax {
    /// Puts everything that may stand anywhere in the covered zones into `scope`.
    #[must_use]
    pub fn within(mut self, scope: Scope) -> Self {
        match &mut self {
            Self::Words(_, own) | Self::Phrase(_, own) if *own == Scope::Covered => *own = scope,
            Self::Words(..) | Self::Phrase(..) | Self::Mentions(_) => {}
            Self::All(parts) | Self::Any(parts) => {
                let inside = std::mem::take(parts).into_iter();
                *parts = inside.map(|part| part.within(scope)).collect();
            }
            Self::Not(part) => {
                let inside = std::mem::replace(&mut **part, Self::All(Vec::new()));
                **part = inside.within(scope);
            }
        }
        self
    }
}

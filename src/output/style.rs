//! Styles: how a mark, a path or a reason is set off.
//!
//! With colour by escape sequences, without it by brackets; and in which language the words around are.
//! Knows nothing of what is set off.

use std::fmt::Display;

use anstyle::{AnsiColor, Style as Ansi};

use super::language::Language;
use super::message::Message;

/// How text for people is dressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether escape sequences may be written.
    pub color: bool,
    /// The language of the words around the text.
    pub language: Language,
}

impl Style {
    /// A message in the user's language.
    #[must_use]
    pub fn say(self, message: Message) -> String {
        message.text(self.language)
    }

    /// A word that matches.
    #[must_use]
    pub fn mark(self, text: &str) -> String {
        if self.color {
            paint(AnsiColor::Red.on_default().bold(), text)
        } else {
            format!("[{text}]")
        }
    }

    /// The name of a file.
    #[must_use]
    pub fn path(self, text: &str) -> String {
        self.plain_or(AnsiColor::Magenta.on_default(), text)
    }

    /// A headline.
    #[must_use]
    pub fn title(self, text: &str) -> String {
        self.plain_or(Ansi::new().bold(), text)
    }

    /// What is said beside the text.
    #[must_use]
    pub fn aside(self, text: &str) -> String {
        self.plain_or(Ansi::new().dimmed(), text)
    }

    fn plain_or(self, style: Ansi, text: &str) -> String {
        if self.color {
            paint(style, text)
        } else {
            text.to_string()
        }
    }
}

fn paint(style: Ansi, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

//! A query that was understood, and how.

use std::ops::Range;

use crate::ast::Ast;
use crate::parse::rewrites::Rewrites;

/// A query that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Its tree.
    pub ast: Ast,
    pub(super) text: String,
    pub(super) rewrites: Rewrites,
    /// Whether the text is not what was typed.
    pub(super) is_other: bool,
}

impl Parsed {
    /// The query that says the same in fihris's own signs, where what was typed was read otherwise than it stands.
    #[must_use]
    pub fn read_as(&self) -> Option<String> {
        let read = self.rewrites.applied(&self.text);
        read.or_else(|| self.is_other.then(|| self.text.clone()))
    }

    /// Notes that a piece of the query, a byte range, was read as `text`.
    pub fn note(&mut self, range: Range<usize>, text: &str) {
        self.rewrites.push(range, text);
    }

    /// The same, read of another text than the one that was typed.
    #[must_use]
    pub(crate) fn of_other_text(self) -> Self {
        Self {
            is_other: true,
            ..self
        }
    }
}

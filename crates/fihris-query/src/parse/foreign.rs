//! Signs of other tools that ask for what is not looked for: errors that say how the same is asked for.

use crate::parse::error::{ParseError, Problem};
use crate::parse::parser::Parser;
use crate::parse::regex::as_pattern;

impl Parser<'_> {
    /// What is wrong with the next token, a regular expression, and how the same is asked for.
    pub(super) fn regex(&self) -> ParseError {
        let range = self.place();
        let inside = self.query.get(range.start + 1..range.end - 1);
        ParseError {
            problem: Problem::Regex,
            fix: inside.and_then(as_pattern).map(|it| (range.clone(), it)),
            range,
        }
    }
}

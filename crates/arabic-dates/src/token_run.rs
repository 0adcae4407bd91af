//! A run of tokens, and what stands between them.

use std::cell::Cell;
use std::ops::Range;

use super::lex::Token;
use super::vocabulary::Meaning;

/// A run of tokens and the text they stand in.
#[derive(Clone, Copy)]
pub(super) struct TokenRun<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// Tokens at which no list of days begins, as one before them was followed to where it breaks off.
    /// Asked anew at each of its days, a long list would be followed as often as it has days.
    pub no_list: &'a Cell<Range<usize>>,
}

impl<'a> TokenRun<'a> {
    pub(super) fn meaning(self, i: usize) -> Option<Meaning> {
        self.tokens.get(i).map(|token| token.meaning)
    }

    pub(super) fn is(self, i: usize, meaning: Meaning) -> bool {
        self.meaning(i) == Some(meaning)
    }

    /// What stands between token `i` and the one before it, without the space around it.
    pub(super) fn gap(self, i: usize) -> &'a str {
        match (
            i.checked_sub(1).and_then(|p| self.tokens.get(p)),
            self.tokens.get(i),
        ) {
            (Some(before), Some(token)) => {
                self.text[before.range.end..token.start.max(before.range.end)].trim()
            }
            _ => "",
        }
    }

    /// Whether only marks out of `allowed` stand between token `i` and the one before it.
    pub(super) fn gap_is(self, i: usize, allowed: &str) -> bool {
        let is_allowed = |c: char| c.is_whitespace() || allowed.contains(c);
        self.gap(i).chars().all(is_allowed)
    }

    /// The token after `i` if that is of `meaning`, else `i`.
    pub(super) fn skip(self, i: usize, meaning: Meaning) -> usize {
        i + usize::from(self.is(i, meaning) && self.gap_is(i, ")]"))
    }

    /// Whether the number at `i` stands alone: no part of a larger number, a share or a price.
    pub(super) fn is_free(self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else {
            return false;
        };
        let before = self.text[..token.start].chars().next_back();
        let mut after = self.text[token.range.end..].chars();
        let next = after.next();
        let digit_follows = after.next().is_some_and(char::is_numeric);
        let digit_precedes = || {
            let mut before = self.text[..token.start].chars().rev();
            before.next();
            before.next().is_some_and(char::is_numeric)
        };
        let joins = |c: char| matches!(c, '.' | ',' | ':' | '/' | '\\' | '٫' | '٬' | '،');
        let is_amount = |c: char| matches!(c, '%' | '٪' | '$' | '€' | '£' | '°' | '+' | '#');
        !(next.is_some_and(|c| is_amount(c) || joins(c) && digit_follows)
            || before.is_some_and(|c| is_amount(c) || joins(c) && digit_precedes()))
    }

    /// Whether quotation marks enclose just the tokens from `start` to before `end`: a name.
    pub(super) fn is_quoted(self, start: usize, end: usize) -> bool {
        let before = &self.text[..self.tokens[start].start];
        let after = &self.text[self.tokens[end - 1].range.end..];
        before.ends_with(['«', '"', '“']) && after.starts_with(['»', '"', '”'])
    }
}

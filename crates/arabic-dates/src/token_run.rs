//! A run of tokens, and what stands between them.

use std::cell::Cell;
use std::ops::Range;

use arabic_text::letters::{Folding, folding};

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
                let gap = &self.text[before.range.end..token.start.max(before.range.end)];
                gap.trim_matches(is_blank)
            }
            _ => "",
        }
    }

    /// Whether only marks out of `allowed` stand between token `i` and the one before it.
    pub(super) fn gap_is(self, i: usize, allowed: &str) -> bool {
        let is_allowed = |c: char| is_blank(c) || allowed.contains(c);
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
        let is_seen = |c: &char| !is_invisible(*c);
        let before = self.text[..token.start].chars().rev().find(is_seen);
        let mut after = self.text[token.range.end..].chars().filter(is_seen);
        let next = after.next();
        let digit_follows = after.next().is_some_and(char::is_numeric);
        let digit_precedes = || {
            let mut before = self.text[..token.start].chars().rev().filter(is_seen);
            before.next();
            before.next().is_some_and(char::is_numeric)
        };
        let joins = |c: char| matches!(c, '.' | ',' | ':' | '/' | '\\' | '٫' | '٬' | '،');
        let is_amount = |c: char| matches!(c, '%' | '٪' | '$' | '€' | '£' | '°' | '+' | '#');
        !(next.is_some_and(|c| is_amount(c) || joins(c) && digit_follows)
            || before.is_some_and(|c| is_amount(c) || joins(c) && digit_precedes()))
    }

    /// The word at `i` as it is written.
    pub(super) fn word(self, i: usize) -> &'a str {
        self.tokens
            .get(i)
            .map_or("", |token| &self.text[token.range.clone()])
    }

    /// The word right after the token before `end`, known or not; empty at a mark or the end.
    pub(super) fn next_word(self, end: usize) -> &'a str {
        let after = &self.text[self.tokens[end - 1].range.end..];
        let after = after.strip_prefix(' ').unwrap_or_default();
        let length = after.find(|c: char| !c.is_alphanumeric() && c != '\u{064B}');
        &after[..length.unwrap_or(after.len())]
    }

    /// Whether one of `words` is among the few right before token `i`, in its sentence.
    pub(super) fn has_word_before(self, i: usize, words: &[&str]) -> bool {
        const MOST: usize = 4;
        const LONGEST: usize = 120;
        let before = &self.text[..self.tokens[i].start];
        let sentence = |c: &char| !matches!(c, '\n' | '.' | '،' | '؛' | ':');
        let length = before.chars().rev().take_while(sentence).take(LONGEST);
        let start = before.len() - length.map(char::len_utf8).sum::<usize>();
        let before = before[start..].split_whitespace();
        before.rev().take(MOST).any(|word| words.contains(&word))
    }

    /// Whether quotation marks enclose just the tokens from `start` to before `end`: a name.
    pub(super) fn is_quoted(self, start: usize, end: usize) -> bool {
        let before = &self.text[..self.tokens[start].start];
        let after = &self.text[self.tokens[end - 1].range.end..];
        before.ends_with(['«', '"', '“']) && after.starts_with(['»', '"', '”'])
    }
}

/// Whether `c` is space, or a mark of direction between what it stands with.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

fn is_invisible(c: char) -> bool {
    folding(c) == Folding::Invisible
}

//! Lexing: the characters of a query become tokens.
//!
//! Understands the quotes of Arabic papers (`« »`, `“ ”`) as `"`; everything else that is neither
//! operator nor part of a word separates. Knows characters, not grammar.

use std::ops::Range;

use super::syntax::{Mode, Scope};
use crate::corpus::{ZoneKind, ZoneSet};

/// A token with its place in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Byte range in the query.
    pub range: Range<usize>,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Text without spaces, which holds one word or several.
    Text(Mode),
    /// What stands between quotes.
    Quoted,
    /// An opening quote whose closing one is missing.
    Unclosed,
    /// `title:`, `tag:` and the like right before a word, a phrase or a parenthesis.
    Field(Scope),
    /// The names of zones behind `in:`.
    In,
    /// The period behind `mentions:`.
    Mentions,
    Open,
    Close,
    And,
    Or,
    /// `NOT`, or `-` right before a word, a phrase or a parenthesis.
    Not,
}

const OPENING: &[char] = &['"', '«', '“', '„', '‹', '‟'];

/// The quotes that close what `opening` opens; a straight one closes all.
fn closes(opening: char, c: char) -> bool {
    match opening {
        '«' => matches!(c, '»' | '"'),
        '‹' => matches!(c, '›' | '"'),
        '"' => c == '"',
        _ => matches!(c, '”' | '“' | '‟' | '"'),
    }
}

/// The tokens of `query`.
pub(super) fn tokens(query: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        query,
        at: 0,
        tokens: Vec::new(),
    };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer<'a> {
    query: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    /// Reads what comes next; false at the end.
    fn step(&mut self) -> bool {
        let rest = &self.query[self.at..];
        let Some(c) = rest.chars().next() else {
            return false;
        };
        let is_behind_operator = self
            .tokens
            .last()
            .is_some_and(|last| last.kind == TokenKind::Not && last.range.end == self.at);
        let starts_word = is_behind_operator
            || self.query[..self.at]
                .chars()
                .next_back()
                .is_none_or(|before| !is_text(before));
        match c {
            '(' => self.push(TokenKind::Open, 1),
            ')' => self.push(TokenKind::Close, 1),
            '-' if starts_word && begins_operand(&rest[1..]) => self.push(TokenKind::Not, 1),
            '+' if starts_word => self.at += 1, // all words are required anyway
            _ if OPENING.contains(&c) => self.quoted(c),
            _ if starts_word && self.field() => {}
            '=' if starts_word && begins_operand(&rest[1..]) => {
                self.at += 1;
                self.text(Mode::Exact);
            }
            _ if is_text(c) => self.text(Mode::Usual),
            _ => self.at += c.len_utf8(),
        }
        true
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        self.tokens.push(Token {
            kind,
            range: self.at..self.at + length,
        });
        self.at += length;
    }

    /// Reads the name of a field with its colon, and the value of one that takes no words; false if
    /// there is none.
    fn field(&mut self) -> bool {
        let rest = &self.query[self.at..];
        let Some((name, behind)) = rest.split_once(':') else {
            return false;
        };
        let zone = |kind| Some(Scope::Zones(ZoneSet::of(&[kind])));
        let scope = match name {
            "title" => zone(ZoneKind::Title),
            "tag" => zone(ZoneKind::Tags),
            "source" => Some(Scope::Origin),
            _ => None,
        };
        if let Some(scope) = scope.filter(|_| begins_operand(behind)) {
            self.push(TokenKind::Field(scope), name.len() + 1);
            return true;
        }
        let value = value(behind);
        let kind = match name {
            "in" => TokenKind::In,
            "mentions" => TokenKind::Mentions,
            _ => return false,
        };
        if !value.is_empty() {
            self.at += name.len() + 1;
            self.push(kind, value.len());
        }
        !value.is_empty()
    }

    fn quoted(&mut self, opening: char) {
        let start = self.at + opening.len_utf8();
        match self.query[start..].find(|c| closes(opening, c)) {
            Some(length) => {
                self.at = start;
                self.push(TokenKind::Quoted, length);
                self.at += self.query[self.at..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            }
            None => self.push(TokenKind::Unclosed, opening.len_utf8()),
        }
    }

    /// Text up to the next space, quote, parenthesis or mark between clauses.
    fn text(&mut self, mode: Mode) {
        let rest = &self.query[self.at..];
        let end = rest
            .char_indices()
            .find(|&(i, c)| !is_text(c) && !between_digits(rest, i, c))
            .map_or(rest.len(), |(i, _)| i);
        let mut kind = match (&rest[..end], mode) {
            ("AND", Mode::Usual) => TokenKind::And,
            ("OR", Mode::Usual) => TokenKind::Or,
            ("NOT", Mode::Usual) => TokenKind::Not,
            _ => TokenKind::Text(mode),
        };
        let is_prefix = rest[end..].starts_with('*');
        if is_prefix && mode == Mode::Usual {
            kind = TokenKind::Text(Mode::Prefix);
        }
        // An operator sign that begins no operand still has to be passed.
        self.push(kind, end.max(rest.chars().next().map_or(0, char::len_utf8)));
        self.at += usize::from(is_prefix);
    }
}

/// The value of a field that takes no words, from the start of `text`.
fn value(text: &str) -> &str {
    let is_end = |c: char| c.is_whitespace() || c == '(' || c == ')';
    &text[..text.find(is_end).unwrap_or(text.len())]
}

/// Whether `c` can be inside a run of text that is asked for as one.
fn is_text(c: char) -> bool {
    !c.is_whitespace()
        && !OPENING.contains(&c)
        && !matches!(
            c,
            '(' | ')' | '»' | '”' | '›' | '*' | '،' | '؛' | '؟' | ',' | ';' | '?' | '!' | '…' | '|'
        )
}

/// Whether the mark `c` at byte `i` stands between two digits, as in `6,500`.
fn between_digits(text: &str, i: usize, c: char) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    matches!(c, ',' | '،')
        && digit(text[..i].chars().next_back())
        && digit(text[i + c.len_utf8()..].chars().next())
}

/// Whether `rest` begins with something an operator can apply to.
fn begins_operand(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_some_and(|c| c == '(' || is_text(c) || OPENING.contains(&c))
}

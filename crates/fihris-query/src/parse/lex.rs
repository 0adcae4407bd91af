//! Lexing: the characters of a query become tokens.
//!
//! Understands the quotes of Arabic papers (`« »`, `“ ”`) as `"`; everything else that is neither
//! operator nor part of a word separates.

use std::ops::Range;

use crate::ast::MatchMode;

/// A token with its place in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Byte range in the query.
    pub range: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Text without spaces, which holds one word or several.
    Text(MatchMode),
    /// What stands between quotes.
    Quoted(MatchMode),
    /// An opening quote whose closing one is missing.
    Unclosed,
    /// A name, whose colon stands after it, right before a word, a phrase or a parenthesis.
    Field,
    /// The value after a field that takes no words.
    Value,
    Open,
    Close,
    And,
    Or,
    /// `NOT`, or `-` right before a word, a phrase or a parenthesis.
    Not,
    /// `+` right before a word, a phrase or a parenthesis.
    Must,
    /// The number, which may be missing, of a `~` right after a word or a phrase.
    Tilde,
    /// The number of a `^` right after a word, a phrase or a parenthesis.
    Boost,
}

/// The fields whose values are no words.
pub(super) const WITH_VALUES: [&str; 4] = ["in", "mentions", "date", "path"];

/// The most characters of a field's name, which are looked through for a colon.
const MAX_NAME_CHARS: usize = 200;

/// The most wildcards side by side that are taken for one pattern.
const MAX_WILDCARDS: usize = 20;

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

/// The tokens of `query`; a name before a colon is a field if `is_field` says so.
pub(super) fn tokens(query: &str, is_field: &dyn Fn(&str) -> bool) -> Vec<Token> {
    let mut lexer = Lexer {
        query,
        is_field,
        at: 0,
        tokens: Vec::new(),
    };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer<'a> {
    query: &'a str,
    is_field: &'a dyn Fn(&str) -> bool,
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
        let is_behind_operator = self.tokens.last().is_some_and(|last| {
            matches!(last.kind, TokenKind::Not | TokenKind::Must) && last.range.end == self.at
        });
        let starts_word = is_behind_operator
            || self.query[..self.at]
                .chars()
                .next_back()
                .is_none_or(|before| !is_text(before));
        let is_behind_field = self.tokens.last().is_some_and(|last| {
            last.kind == TokenKind::Field && last.range.end + 1 == self.at // a colon between them
        });
        let begins_operand = begins_operand(&rest[c.len_utf8()..]);
        match c {
            '(' => self.push(TokenKind::Open, 1),
            ')' => self.push(TokenKind::Close, 1),
            '-' if starts_word && begins_operand => self.push(TokenKind::Not, 1),
            '+' if starts_word && begins_operand => self.push(TokenKind::Must, 1),
            '~' | '^' if self.number_behind_operand(c) => {}
            '=' | '%' if (starts_word || is_behind_field) && begins_operand => {
                self.at += 1;
                let mode = if c == '=' {
                    MatchMode::Exact
                } else {
                    MatchMode::Diacritized
                };
                match self.query[self.at..].chars().next() {
                    Some(quote) if OPENING.contains(&quote) => self.quoted(quote, mode),
                    _ => self.text(mode),
                }
            }
            _ if OPENING.contains(&c) => self.quoted(c, MatchMode::Default),
            _ if starts_word && self.field() => {}
            _ if is_text(c) || self.is_wildcard(self.at, c) => self.text(MatchMode::Default),
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

    /// Reads `~2` or `^2` right after an operand; false if it is none.
    fn number_behind_operand(&mut self, sign: char) -> bool {
        use TokenKind::{Boost, Close, Quoted, Text, Tilde};
        let (before, rest) = self.query.split_at(self.at);
        let behind_quote = before.ends_with(|c| OPENING.iter().any(|&quote| closes(quote, c)));
        let is_behind = self.tokens.last().is_some_and(|last| match last.kind {
            Quoted(_) => behind_quote,
            Close | Text(_) => last.range.end == self.at,
            Tilde => sign == '^' && last.range.end == self.at,
            _ => false,
        });
        let Some(length) = number(&rest[1..]).filter(|_| is_behind) else {
            return false;
        };
        if sign == '^' && length == 0 {
            return false;
        }
        self.at += 1;
        self.push(if sign == '~' { Tilde } else { Boost }, length);
        true
    }

    /// Reads the name of a field with its colon, and the value of one that takes no words; false if
    /// there is none.
    fn field(&mut self) -> bool {
        let rest = &self.query[self.at..];
        let mut start = rest.char_indices().take(MAX_NAME_CHARS);
        let Some((colon, _)) = start.find(|&(_, c)| c == ':') else {
            return false;
        };
        let (name, behind) = (&rest[..colon], &rest[colon + 1..]);
        let takes_value = WITH_VALUES.contains(&name);
        let is_address = behind.starts_with("//");
        if !takes_value && (is_address || !begins_operand(behind) || !(self.is_field)(name)) {
            return false;
        }
        // Looked for only where it is passed over then: it may be long.
        let value = takes_value.then(|| value(behind));
        if value.is_some_and(str::is_empty) {
            return false;
        }
        self.push(TokenKind::Field, name.len());
        self.at += 1; // the colon
        if let Some(value) = value {
            let quotes = usize::from(value.starts_with('"'));
            self.at += quotes;
            self.push(TokenKind::Value, value.len() - 2 * quotes);
            self.at += quotes;
        }
        true
    }

    fn quoted(&mut self, opening: char, mode: MatchMode) {
        let start = self.at + opening.len_utf8();
        if let Some(length) = self.query[start..].find(|c| closes(opening, c)) {
            self.at = start;
            self.push(TokenKind::Quoted(mode), length);
            let closing = self.query[self.at..].chars().next();
            self.at += closing.map_or(0, char::len_utf8);
        } else {
            self.push(TokenKind::Unclosed, opening.len_utf8());
            self.at = self.query.len(); // it takes the rest, whatever that is
        }
    }

    /// Text up to the next space, quote, parenthesis or mark between clauses.
    fn text(&mut self, mode: MatchMode) {
        let rest = &self.query[self.at..];
        let is_inside = |i: usize, c: char| match c {
            '~' | '^' => number(&rest[i + 1..]).is_none_or(|length| c == '^' && length == 0),
            c => is_text(c) || between_digits(rest, i, c) || self.is_wildcard(self.at + i, c),
        };
        let end = rest
            .char_indices()
            .find(|&(i, c)| !is_inside(i, c))
            .map_or(rest.len(), |(i, _)| i);
        let text = &rest[..end];
        let is_prefix = text
            .strip_suffix('*')
            .is_some_and(|rest| !rest.is_empty() && !rest.contains(['*', '?']));
        let kind = match (text, mode) {
            ("AND", MatchMode::Default) => TokenKind::And,
            ("OR", MatchMode::Default) => TokenKind::Or,
            ("NOT", MatchMode::Default) => TokenKind::Not,
            (_, MatchMode::Default) if is_prefix => TokenKind::Text(MatchMode::Prefix),
            (text, MatchMode::Default) if text.contains(['*', '?']) => {
                TokenKind::Text(MatchMode::Pattern)
            }
            _ => TokenKind::Text(mode),
        };
        // An operator sign that begins no operand still has to be passed.
        self.push(kind, end.max(rest.chars().next().map_or(0, char::len_utf8)));
    }

    /// Whether `c` at byte `at` stands for letters: `*` beside a letter, `?` before one.
    fn is_wildcard(&self, at: usize, c: char) -> bool {
        let (before, behind) = (&self.query[..at], &self.query[at + c.len_utf8()..]);
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_other = |c: &char| !matches!(c, '*' | '?');
        let is_behind = || is_letter(behind.chars().take(MAX_WILDCARDS).find(is_other));
        let is_before = || is_letter(before.chars().rev().take(MAX_WILDCARDS).find(is_other));
        match c {
            '*' => is_behind() || is_before(),
            '?' => is_behind(),
            _ => false,
        }
    }
}

/// The length of the number, perhaps none, that `text` begins with; `None` if the word goes on after it.
fn number(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    let end = end.unwrap_or(text.len());
    let behind = text[end..].chars().next();
    let is_end = behind.is_none_or(|c| c == '^' || !is_text(c));
    is_end.then(|| text[..end].trim_end_matches('.').len())
}

/// The value of a field that takes no words, from the start of `text`; one with spaces stands between
/// quotes.
fn value(text: &str) -> &str {
    if let Some(inside) = text.strip_prefix('"') {
        return inside.find('"').map_or("", |end| &text[..end + 2]);
    }
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
        .is_some_and(|c| matches!(c, '(' | '*') || is_text(c) || OPENING.contains(&c))
}

//! Lexing: the characters of a query become tokens.
//!
//! Understands the quotes of Arabic papers (`« »`, `“ ”`) as `"`; everything else that is neither
//! operator nor part of a word separates.

use std::ops::Range;

use crate::ast::MatchMode;
use crate::parse::aliases::{self, Named};
use crate::parse::chars::{
    OPENING, begins_operand, between_digits, closes, is_text, number, quotes, value, weight,
    wildcard,
};
use crate::parse::options::ParseOptions;
use crate::parse::regex;
use crate::parse::rewrites::Rewrites;

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
    /// `^` before a word or `$` behind one, which stand for the ends of a text elsewhere.
    Anchor,
    /// `/…/` of other tools.
    Regex,
    /// `NEAR/3` of other tools, with the digits.
    Near,
}

/// The fields whose values are no words.
pub(super) const WITH_VALUES: [&str; 4] = ["in", "mentions", "date", "path"];

/// The fields whose names are taken for them where a space stands behind the colon.
const SPACED: [&str; 7] = ["title", "tag", "source", "body", "mentions", "date", "path"];

/// The most characters of a field's name, which are looked through for a colon.
const MAX_NAME_CHARS: usize = 200;

/// The most wildcards side by side that are taken for one pattern.
const MAX_WILDCARDS: usize = 20;

/// The tokens of `query`, read as `options` say. What is read otherwise than it stands goes into `rewrites`.
pub(super) fn tokens(query: &str, options: ParseOptions, rewrites: &mut Rewrites) -> Vec<Token> {
    let mut lexer = Lexer {
        query,
        options,
        rewrites,
        at: 0,
        tokens: Vec::new(),
    };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer<'a> {
    query: &'a str,
    options: ParseOptions<'a>,
    rewrites: &'a mut Rewrites,
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
        let before = self.query[..self.at].chars().next_back();
        let starts_word = is_behind_operator || before.is_none_or(|before| !is_text(before));
        let is_behind_space = before.is_none_or(|c| c.is_whitespace() || c == '(');
        let is_behind_field = self.tokens.last().is_some_and(|last| {
            last.kind == TokenKind::Field && last.range.end + 1 == self.at // a colon between them
        });
        let behind = &rest[c.len_utf8()..];
        let begins_operand = begins_operand(behind);
        match c {
            '(' => self.push(TokenKind::Open, 1),
            ')' => self.push(TokenKind::Close, 1),
            '-' if starts_word && begins_operand => self.push(TokenKind::Not, 1),
            '+' if starts_word && begins_operand => self.push(TokenKind::Must, 1),
            '!' if is_behind_space && begins_operand => {
                self.rewrites.push(self.at..self.at + 1, "-");
                self.push(TokenKind::Not, 1);
            }
            '&' if rest.starts_with("&&") => self.operator(TokenKind::And, "AND"),
            '|' if rest.starts_with("||") => self.operator(TokenKind::Or, "OR"),
            '~' | '^' if self.number_behind_operand(c) => {}
            '^' if is_behind_space && begins_operand => self.push(TokenKind::Anchor, 1),
            '/' if is_behind_space && self.regex(rest) => {}
            '=' | '%' | '٪'
                if (starts_word || is_behind_field) && begins_operand && !is_percent(c, behind) =>
            {
                self.at += c.len_utf8();
                let mode = if c == '=' {
                    MatchMode::Exact
                } else {
                    MatchMode::Diacritized
                };
                match behind.chars().next() {
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

    /// An operator of two signs that other tools have.
    fn operator(&mut self, kind: TokenKind, name: &str) {
        self.rewrites
            .push(self.at..self.at + 2, format!(" {name} "));
        self.push(kind, 2);
    }

    /// Reads a regular expression; false if there is none.
    fn regex(&mut self, rest: &str) -> bool {
        let length = regex::length(rest);
        length.is_some_and(|length| {
            self.push(TokenKind::Regex, length);
            true
        })
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
        let length = match sign {
            '^' => weight(&rest[1..]),
            _ => number(&rest[1..]),
        };
        let Some(length) = length.filter(|_| is_behind) else {
            return false;
        };
        self.at += 1;
        self.push(if sign == '~' { Tilde } else { Boost }, length);
        true
    }

    /// Reads the name of a field with its colon, and the value of one that takes no words; false if
    /// there is none.
    fn field(&mut self) -> bool {
        let rest = &self.query[self.at..];
        let colons = rest.char_indices().take(MAX_NAME_CHARS);
        let mut colons = colons.filter(|&(_, c)| c == ':').map(|(i, _)| i);
        let Some(first) = colons.next() else {
            return false;
        };
        // `dc:creator:` has two.
        let second = colons
            .next()
            .filter(|end| self.options.fields.iter().any(|it| *it == rest[..*end]));
        let colon = second.unwrap_or(first);
        let (name, behind) = (&rest[..colon], &rest[colon + 1..]);
        let named = aliases::field(name, self.options.fields);
        let own = match &named {
            Some(Named::Own(own)) => *own,
            _ => "",
        };
        let is_field = named.is_some() || may_be_field(name);
        if WITH_VALUES.contains(&own) {
            return self.value(name, own, behind);
        }
        let is_spaced = SPACED.contains(&name) && behind.starts_with(' ');
        let operand = if is_spaced {
            behind.trim_start()
        } else {
            behind
        };
        let is_address = behind.starts_with("//");
        if !is_field || is_address || !begins_operand(operand) {
            return false;
        }
        self.push(TokenKind::Field, name.len());
        self.at += 1; // the colon
        self.skip_spaces(behind.len() - operand.len());
        true
    }

    /// Reads a field that takes no words, and its value; false if there is none.
    fn value(&mut self, name: &str, own: &str, behind: &str) -> bool {
        // Looked for only where it is passed over then: it may be long.
        let mut found = value(behind);
        let mut spaces = 0;
        if found.is_empty() {
            let trimmed = behind.trim_start();
            let next = value(trimmed);
            let is_days = own == "date" || own == "mentions";
            if is_days && self.options.period(next).is_some() {
                spaces = behind.len() - trimmed.len();
                found = next;
            } else if own == "in" || name != own {
                return false; // a text with a colon
            }
        }
        let (opening, closing) = quotes(found);
        self.push(TokenKind::Field, name.len());
        self.at += 1; // the colon
        self.skip_spaces(spaces);
        self.at += opening;
        self.push(TokenKind::Value, found.len() - opening - closing);
        self.at += closing;
        true
    }

    fn skip_spaces(&mut self, length: usize) {
        if length > 0 {
            self.rewrites.push(self.at..self.at + length, "");
            self.at += length;
        }
    }

    fn quoted(&mut self, opening: char, mode: MatchMode) {
        let start = self.at + opening.len_utf8();
        if let Some(length) = self.query[start..].find(|c| closes(opening, c)) {
            self.at = start;
            self.push(TokenKind::Quoted(mode), length);
            let closing = self.query[self.at..].chars().next();
            self.at += closing.map_or(0, char::len_utf8);
        } else if !self.tokens.is_empty() && !self.query[start..].contains(is_text) {
            // It closes nothing and opens nothing.
            self.rewrites.push(self.at..start, "");
            self.at = start;
        } else {
            self.push(TokenKind::Unclosed, opening.len_utf8());
            self.at = self.query.len(); // it takes the rest, whatever that is
        }
    }

    /// Text up to the next space, quote, parenthesis or mark between clauses.
    fn text(&mut self, mode: MatchMode) {
        let rest = &self.query[self.at..];
        let is_inside = |i: usize, c: char| match c {
            '~' => number(&rest[i + 1..]).is_none(),
            '^' => weight(&rest[i + 1..]).is_none(),
            '&' => !rest[i..].starts_with("&&"),
            c => is_text(c) || between_digits(rest, i, c) || self.is_wildcard(self.at + i, c),
        };
        let end = rest
            .char_indices()
            .find(|&(i, c)| !is_inside(i, c))
            .map_or(rest.len(), |(i, _)| i);
        let end = end + detached_percent(rest, end);
        let text = &rest[..end];
        let is_wild = |text: &str| text.contains(|c| wildcard(c).is_some());
        let is_prefix = text
            .strip_suffix(['*', '٭'])
            .is_some_and(|rest| !rest.is_empty() && !is_wild(rest));
        if mode == MatchMode::Default
            && let Some(word) = text.strip_suffix('$')
            && word.ends_with(char::is_alphabetic)
        {
            self.at += word.len();
            self.push(TokenKind::Anchor, 1);
            return;
        }
        let kind = match (text, mode) {
            ("AND", MatchMode::Default) => TokenKind::And,
            ("OR", MatchMode::Default) => TokenKind::Or,
            ("NOT", MatchMode::Default) => TokenKind::Not,
            (_, MatchMode::Default) if is_prefix => TokenKind::Text(MatchMode::Prefix),
            (text, MatchMode::Default) if is_wild(text) => TokenKind::Text(MatchMode::Pattern),
            (text, MatchMode::Default) if is_near(text) => TokenKind::Near,
            _ => TokenKind::Text(mode),
        };
        // An operator sign that begins no operand still has to be passed.
        self.push(kind, end.max(rest.chars().next().map_or(0, char::len_utf8)));
    }

    /// Whether `c` at byte `at` stands for letters: `*` beside a letter, `?` before one.
    fn is_wildcard(&self, at: usize, c: char) -> bool {
        let (before, behind) = (&self.query[..at], &self.query[at + c.len_utf8()..]);
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_other = |c: &char| wildcard(*c).is_none();
        let is_behind = || is_letter(behind.chars().take(MAX_WILDCARDS).find(is_other));
        let is_before = || is_letter(before.chars().rev().take(MAX_WILDCARDS).find(is_other));
        match wildcard(c) {
            Some('*') => is_behind() || is_before(),
            Some(_) => is_behind(),
            None => false,
        }
    }
}

/// The length of a space and the percent sign behind the number that `text` has up to `end`: `50 %`.
fn detached_percent(text: &str, end: usize) -> usize {
    let sign = [" %", " ٪"].into_iter();
    let mut sign = sign.filter(|sign| text[end..].starts_with(sign));
    let is_number = text[..end].ends_with(char::is_numeric);
    let length = sign.next().filter(|_| is_number).map_or(0, str::len);
    let is_end = text[end + length..].chars().next();
    if is_end.is_none_or(|c| c.is_whitespace() || c == ')') {
        length
    } else {
        0
    }
}

/// Whether a percent sign is that of the number behind it.
fn is_percent(sign: char, behind: &str) -> bool {
    sign != '=' && behind.starts_with(char::is_numeric)
}

/// Whether `name` looks like that of a field, so that a slip in it is reported.
fn may_be_field(name: &str) -> bool {
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.-".contains(c);
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_name)
}

/// Whether `text` is `NEAR/3` and the like, or `NEAR` alone.
fn is_near(text: &str) -> bool {
    let number = text
        .strip_prefix("NEAR")
        .map(|rest| rest.strip_prefix('/').unwrap_or(rest));
    number.is_some_and(|number| number.chars().all(char::is_numeric))
}

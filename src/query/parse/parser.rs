//! The parser: tokens by the grammar.
//!
//! Knows tokens, not characters.

use std::ops::Range;

use crate::query::ast::{AskedWord, Mode, Scope, Syntax};
use crate::query::parse::error::{Mistake, Problem};
use crate::query::parse::lex::{Token, TokenKind, tokens};
use crate::query::parse::{MOST_PATTERNS, MOST_WORDS, words};

/// Parentheses and operators within each other, at most.
const DEEPEST: usize = 100;

/// The weights that can be given.
const WEIGHTS: std::ops::RangeInclusive<f32> = 1e-3..=1e3;

pub(super) type Parsed<T> = Result<T, Mistake>;

/// A query on its way into a tree.
pub(super) struct Parser<'a> {
    query: &'a str,
    pub(super) fields: &'a [String],
    tokens: Vec<Token>,
    pub(super) at: usize,
    depth: usize,
    /// Words so far.
    words: usize,
    /// Operands so far that take long to look for.
    patterns: usize,
}

impl<'a> Parser<'a> {
    pub fn new(query: &'a str, fields: &'a [String]) -> Self {
        // A name in small Latin letters is taken for a field, so that a slip in it is told.
        let is_field = |name: &str| {
            let is_name =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.-".contains(c);
            let looks_so =
                name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_name);
            looks_so || fields.iter().any(|field| field == name)
        };
        Self {
            query,
            fields,
            tokens: tokens(query, &is_field),
            at: 0,
            depth: 0,
            words: 0,
            patterns: 0,
        }
    }

    /// Parses the whole query.
    pub fn parse(mut self) -> Parsed<Syntax> {
        let tree = self.query(&Scope::Covered)?;
        if self.peek().is_some() {
            return Err(self.mistake(Problem::ExtraParenthesis, ""));
        }
        tree.ok_or(Mistake {
            problem: Problem::NoWord,
            range: self.query.len()..self.query.len(),
            mend: None,
        })
    }

    fn peek(&self) -> Option<TokenKind> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    /// The place of the next token.
    fn place(&self) -> Range<usize> {
        let end = self.query.len()..self.query.len();
        self.tokens
            .get(self.at)
            .map_or(end, |token| token.range.clone())
    }

    pub(super) fn text(&self, token: usize) -> &'a str {
        &self.query[self.tokens[token].range.clone()]
    }

    /// A problem with the next token, which `instead` mends.
    pub(super) fn mistake(&self, problem: Problem, instead: &str) -> Mistake {
        let range = self.place();
        Mistake {
            problem,
            mend: Some((range.clone(), instead.to_string())),
            range,
        }
    }

    /// A problem that nobody can mend.
    pub(super) fn hopeless(&self, problem: Problem) -> Mistake {
        Mistake {
            problem,
            range: self.place(),
            mend: None,
        }
    }

    /// A problem with the next token, which leaving out the token before it mends.
    fn without_last(&self, problem: Problem) -> Mistake {
        let last = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        Mistake {
            problem,
            range: self.place(),
            mend: last.map(|last| {
                let colon = usize::from(last.kind == TokenKind::Field);
                (last.range.start..last.range.end + colon, String::new())
            }),
        }
    }

    /// Alternatives; `None` if there is no word in them.
    fn query(&mut self, scope: &Scope) -> Parsed<Option<Syntax>> {
        let mut alternatives = Vec::new();
        loop {
            match self.sequence(scope)? {
                Some(part) => alternatives.push(part),
                None if self.peek() == Some(TokenKind::Or) => {
                    return Err(self.mistake(Problem::NothingBeside("OR"), ""));
                }
                None if !alternatives.is_empty() => {
                    return Err(self.without_last(Problem::NothingBeside("OR")));
                }
                None => return Ok(None),
            }
            if self.peek() != Some(TokenKind::Or) {
                break;
            }
            self.at += 1;
        }
        Ok(one_or(alternatives, Syntax::Any))
    }

    /// Parts that are all required.
    fn sequence(&mut self, scope: &Scope) -> Parsed<Option<Syntax>> {
        let mut parts: Vec<Syntax> = Vec::new();
        let mut within = Scope::Covered;
        let mut is_apart = false;
        loop {
            match self.peek() {
                None | Some(TokenKind::Or | TokenKind::Close) => break,
                Some(TokenKind::And) => {
                    self.at += 1;
                    is_apart = true;
                    let follows = !matches!(
                        self.peek(),
                        None | Some(TokenKind::Or | TokenKind::Close | TokenKind::And)
                    );
                    if parts.is_empty() || !follows {
                        self.at -= 1;
                        return Err(self.mistake(Problem::NothingBeside("AND"), ""));
                    }
                }
                Some(TokenKind::Field) if self.text(self.at) == "in" => within = self.zones()?,
                Some(next) => {
                    let is_parenthesis = next == TokenKind::Open;
                    let Some(part) = self.part(scope)? else {
                        continue; // punctuation
                    };
                    match (parts.last_mut(), part) {
                        // Words in a row stay together: they may be one name.
                        (Some(Syntax::Words(row, in_row)), Syntax::Words(mut words, scope))
                            if *in_row == scope =>
                        {
                            words[0].is_apart |= is_apart || is_parenthesis;
                            row.extend(words);
                        }
                        (_, part) => parts.push(part),
                    }
                    is_apart = is_parenthesis;
                }
            }
        }
        Ok(one_or(parts, Syntax::All).map(|all| all.within(&within)))
    }

    fn part(&mut self, scope: &Scope) -> Parsed<Option<Syntax>> {
        let token = self.tokens[self.at].clone();
        match token.kind {
            TokenKind::Text(mode) => {
                let asked = self.asked(&token.range, mode, scope)?;
                self.at += 1;
                let asked = self.fuzzy(asked)?;
                let part = one_word_or(asked, scope, Syntax::Words);
                self.weighted(part)
            }
            TokenKind::Quoted(mode) => {
                let asked = self.asked(&token.range, mode, scope)?;
                self.at += 1;
                let part = self.phrase(asked, scope)?;
                self.weighted(part)
            }
            TokenKind::Unclosed => {
                let end = self.query.len();
                Err(Mistake {
                    problem: Problem::OpenQuote,
                    mend: Some((end..end, closing(self.text(self.at)).to_string())),
                    range: token.range,
                })
            }
            TokenKind::Field => self.field(),
            TokenKind::Not => {
                self.at += 1;
                let part = self.operand(scope)?;
                Ok(part.map(|part| Syntax::Not(Box::new(part))))
            }
            TokenKind::Must => {
                self.at += 1;
                let part = self.operand(scope)?;
                Ok(part.map(|part| Syntax::Must(Box::new(part))))
            }
            TokenKind::Open => {
                let part = self.parenthesis(scope)?;
                self.weighted(part)
            }
            TokenKind::Tilde => Err(self.hopeless(Problem::NoDistance)),
            TokenKind::Boost => Err(self.hopeless(Problem::NoWeight)),
            TokenKind::Close | TokenKind::And | TokenKind::Or | TokenKind::Value => {
                Err(self.without_last(Problem::WordExpected))
            }
        }
    }

    /// The words of the next token.
    fn asked(&mut self, range: &Range<usize>, mode: Mode, scope: &Scope) -> Parsed<Vec<AskedWord>> {
        let is_pattern = matches!(mode, Mode::Pattern | Mode::Prefix);
        if is_pattern && matches!(scope, Scope::Named(_)) {
            return Err(self.hopeless(Problem::PatternInField));
        }
        let asked =
            words::asked(self.query, range, mode).map_err(|problem| self.hopeless(problem))?;
        self.count(asked.len(), usize::from(mode != Mode::Usual))?;
        Ok(asked)
    }

    /// Counts words, and operands that take long to look for.
    fn count(&mut self, words: usize, patterns: usize) -> Parsed<()> {
        self.words += words;
        self.patterns += patterns;
        if self.words > MOST_WORDS || self.patterns > MOST_PATTERNS {
            return Err(self.hopeless(Problem::TooManyWords));
        }
        Ok(())
    }

    /// `asked`, to be found by other words if a `~` follows.
    fn fuzzy(&mut self, mut asked: Vec<AskedWord>) -> Parsed<Vec<AskedWord>> {
        if self.peek() == Some(TokenKind::Tilde) {
            let number = self.text(self.at);
            match &mut asked[..] {
                [word] if word.mode == Mode::Usual => {
                    words::fuzzy(word, number).map_err(|problem| self.mistake(problem, "2"))?;
                }
                _ => return Err(self.hopeless(Problem::NoDistance)),
            }
            self.count(0, 1)?;
            self.at += 1;
        }
        Ok(asked)
    }

    /// What stands between quotes: words side by side, or near each other if a `~` follows.
    fn phrase(&mut self, asked: Vec<AskedWord>, scope: &Scope) -> Parsed<Option<Syntax>> {
        if self.peek() != Some(TokenKind::Tilde) {
            return Ok(one_word_or(asked, scope, Syntax::Phrase));
        }
        let Ok(distance) = self.text(self.at).parse() else {
            return Err(self.mistake(Problem::NoDistance, "5"));
        };
        self.at += 1;
        Ok(match asked.len() {
            0 | 1 => one_word_or(asked, scope, Syntax::Phrase),
            _ => Some(Syntax::Near(asked, distance, scope.clone())),
        })
    }

    /// `part`, which counts more or less if a `^` follows.
    fn weighted(&mut self, part: Option<Syntax>) -> Parsed<Option<Syntax>> {
        if self.peek() != Some(TokenKind::Boost) {
            return Ok(part);
        }
        let weight = self.text(self.at).parse::<f32>().ok();
        let Some(weight) = weight.filter(|weight| WEIGHTS.contains(weight)) else {
            return Err(self.mistake(Problem::NoWeight, "2"));
        };
        self.at += 1;
        Ok(part.map(|part| Syntax::Weighted(Box::new(part), weight)))
    }

    /// What an operator applies to.
    pub(super) fn operand(&mut self, scope: &Scope) -> Parsed<Option<Syntax>> {
        if self.at == self.tokens.len() {
            return Err(self.without_last(Problem::WordExpected));
        }
        self.nested(|parser| parser.part(scope))
    }

    fn parenthesis(&mut self, scope: &Scope) -> Parsed<Option<Syntax>> {
        let end = self.query.len();
        let unclosed = Mistake {
            problem: Problem::OpenParenthesis,
            range: self.place(),
            mend: Some((end..end, ")".into())),
        };
        self.at += 1;
        let inside = self.nested(|parser| parser.query(scope))?;
        if self.peek() != Some(TokenKind::Close) {
            return Err(unclosed);
        }
        self.at += 1;
        Ok(inside)
    }

    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth == DEEPEST {
            return Err(self.hopeless(Problem::TooDeep));
        }
        self.depth += 1;
        let result = parse(self);
        self.depth -= 1;
        result
    }
}

/// The quote that closes what `opening` opens.
fn closing(opening: &str) -> &'static str {
    match opening {
        "«" => "»",
        "‹" => "›",
        "\"" => "\"",
        _ => "”",
    }
}

/// One word in `make`; several in one run of text (`قره-باغ`) are a phrase.
fn one_word_or(
    asked: Vec<AskedWord>,
    scope: &Scope,
    make: fn(Vec<AskedWord>, Scope) -> Syntax,
) -> Option<Syntax> {
    match asked.len() {
        0 => None,
        1 => Some(make(asked, scope.clone())),
        _ => Some(Syntax::Phrase(asked, scope.clone())),
    }
}

/// The only part itself, several in `make`, none as `None`.
fn one_or(mut parts: Vec<Syntax>, make: fn(Vec<Syntax>) -> Syntax) -> Option<Syntax> {
    if parts.len() > 1 {
        Some(make(parts))
    } else {
        parts.pop()
    }
}

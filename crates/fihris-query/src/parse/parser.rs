//! The parser: tokens by the grammar.

use std::ops::Range;

use crate::ast::{Ast, MatchMode, QueryTerm, Scope};
use crate::parse::chars::plain_number;
use crate::parse::error::{ParseError, Problem};
use crate::parse::lex::{Token, TokenKind, tokens};
use crate::parse::limits::{MAX_PATTERNS, MAX_WORDS};
use crate::parse::operators::with_operators;
use crate::parse::options::ParseOptions;
use crate::parse::parsed::Parsed;
use crate::parse::rewrites::Rewrites;
use crate::parse::words;

/// Parentheses and operators within each other, at most.
const MAX_DEPTH: usize = 100;

/// The weights that can be given.
const WEIGHTS: std::ops::RangeInclusive<f32> = 1e-3..=1e3;

pub(super) type ParseResult<T> = Result<T, ParseError>;

/// A query on its way into a tree.
pub(super) struct Parser<'a> {
    pub(super) query: &'a str,
    pub(super) options: ParseOptions<'a>,
    pub(super) tokens: Vec<Token>,
    pub(super) rewrites: Rewrites,
    pub(super) at: usize,
    depth: usize,
    /// Words so far.
    words: usize,
    /// Operands so far that take long to look for.
    patterns: usize,
}

impl<'a> Parser<'a> {
    pub fn new(query: &'a str, options: ParseOptions<'a>) -> Self {
        let mut rewrites = Rewrites::default();
        let tokens = tokens(query, options, &mut rewrites);
        let tokens = with_operators(query, &tokens, &mut rewrites);
        Self {
            query,
            options,
            tokens,
            rewrites,
            at: 0,
            depth: 0,
            words: 0,
            patterns: 0,
        }
    }

    /// Parses the whole query.
    pub fn parse(mut self) -> ParseResult<Parsed> {
        let tree = self.query(&Scope::DefaultZones)?;
        if self.peek().is_some() {
            return Err(self.error(Problem::ExtraParenthesis, ""));
        }
        let ast = match tree {
            Some(ast) => ast,
            None if is_everything(self.query) => Ast::All(Vec::new()),
            None => {
                return Err(ParseError {
                    problem: Problem::NoWord,
                    range: self.query.len()..self.query.len(),
                    fix: None,
                });
            }
        };
        Ok(Parsed {
            ast,
            text: self.query.to_string(),
            rewrites: self.rewrites,
            is_other: false,
        })
    }

    pub(super) fn peek(&self) -> Option<TokenKind> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    /// The place of the next token.
    pub(super) fn place(&self) -> Range<usize> {
        let end = self.query.len()..self.query.len();
        self.tokens
            .get(self.at)
            .map_or(end, |token| token.range.clone())
    }

    pub(super) fn text(&self, token: usize) -> &'a str {
        &self.query[self.tokens[token].range.clone()]
    }

    /// A problem with the next token, which `instead` mends.
    pub(super) fn error(&self, problem: Problem, instead: &str) -> ParseError {
        let range = self.place();
        ParseError {
            problem,
            fix: Some((range.clone(), instead.to_string())),
            range,
        }
    }

    /// A problem without a fix.
    pub(super) fn unfixable(&self, problem: Problem) -> ParseError {
        ParseError {
            problem,
            range: self.place(),
            fix: None,
        }
    }

    /// A problem with the next token, which leaving out the token before it mends.
    fn fixed_without_last(&self, problem: Problem) -> ParseError {
        let last = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        ParseError {
            problem,
            range: self.place(),
            fix: last.map(|last| {
                let colon = usize::from(last.kind == TokenKind::Field);
                (last.range.start..last.range.end + colon, String::new())
            }),
        }
    }

    /// Alternatives; `None` if there is no word in them.
    fn query(&mut self, scope: &Scope) -> ParseResult<Option<Ast>> {
        let mut alternatives = Vec::new();
        loop {
            match self.sequence(scope)? {
                Some(part) => alternatives.push(part),
                None if self.peek() == Some(TokenKind::Or) => {
                    return Err(self.error(Problem::NothingBeside("OR"), ""));
                }
                None if !alternatives.is_empty() => {
                    return Err(self.fixed_without_last(Problem::NothingBeside("OR")));
                }
                None => return Ok(None),
            }
            if self.peek() != Some(TokenKind::Or) {
                break;
            }
            self.at += 1;
        }
        Ok(one_or(alternatives, Ast::Any))
    }

    /// Parts that are all required.
    fn sequence(&mut self, scope: &Scope) -> ParseResult<Option<Ast>> {
        let mut parts: Vec<Ast> = Vec::new();
        let mut within = Scope::DefaultZones;
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
                        return Err(self.error(Problem::NothingBeside("AND"), ""));
                    }
                }
                Some(TokenKind::Field) if self.names_zones() => within = self.zones()?,
                Some(next) => {
                    let is_parenthesis = next == TokenKind::Open;
                    let Some(part) = self.part(scope)? else {
                        continue; // punctuation
                    };
                    match (parts.last_mut(), part) {
                        // Words in a row stay together: they may be one name.
                        (Some(Ast::Words(row, in_row)), Ast::Words(mut words, scope))
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
        Ok(one_or(parts, Ast::All).map(|all| all.within(&within)))
    }

    fn part(&mut self, scope: &Scope) -> ParseResult<Option<Ast>> {
        let token = self.tokens[self.at].clone();
        match token.kind {
            TokenKind::Text(mode) => {
                let terms = self.terms(&token.range, mode, scope)?;
                self.at += 1;
                let part = if self.peek() == Some(TokenKind::Near) {
                    self.near(terms, &token.range, scope)?
                } else {
                    let terms = self.fuzzy(terms)?;
                    one_word_or(terms, scope, Ast::Words)
                };
                self.weighted(part)
            }
            TokenKind::Quoted(mode) => {
                let terms = self.terms(&token.range, mode, scope)?;
                self.at += 1;
                let part = self.phrase(terms, scope)?;
                self.weighted(part)
            }
            TokenKind::Unclosed => {
                let end = self.query.len();
                Err(ParseError {
                    problem: Problem::OpenQuote,
                    fix: Some((end..end, closing(self.text(self.at)).to_string())),
                    range: token.range,
                })
            }
            TokenKind::Field => self.field(),
            TokenKind::Not => {
                self.at += 1;
                let part = self.operand(scope)?;
                Ok(part.map(|part| Ast::Not(Box::new(part))))
            }
            TokenKind::Must => {
                self.at += 1;
                let part = self.operand(scope)?;
                Ok(part.map(|part| Ast::Must(Box::new(part))))
            }
            TokenKind::Open => {
                let part = self.parenthesis(scope)?;
                self.weighted(part)
            }
            TokenKind::Tilde => Err(self.unfixable(Problem::NoDistance)),
            TokenKind::Boost => Err(self.unfixable(Problem::NoWeight)),
            TokenKind::Anchor => Err(self.error(Problem::Anchor, "")),
            TokenKind::Regex => Err(self.regex()),
            TokenKind::Near => Err(self.unfixable(Problem::NearWords)),
            TokenKind::Close | TokenKind::And | TokenKind::Or | TokenKind::Value => {
                Err(self.fixed_without_last(Problem::WordExpected))
            }
        }
    }

    /// The words of the next token.
    pub(super) fn terms(
        &mut self,
        range: &Range<usize>,
        mode: MatchMode,
        scope: &Scope,
    ) -> ParseResult<Vec<QueryTerm>> {
        let is_pattern = matches!(mode, MatchMode::Pattern | MatchMode::Prefix);
        if is_pattern && matches!(scope, Scope::Field(_)) {
            return Err(self.unfixable(Problem::PatternInField));
        }
        let terms = words::parse_terms(self.query, range, mode)
            .map_err(|problem| self.unfixable(problem))?;
        self.count(terms.len(), usize::from(mode != MatchMode::Default))?;
        let text = &self.query[range.clone()];
        if is_pattern && text.contains(['؟', '٭']) {
            let plain = text.replace('؟', "?").replace('٭', "*");
            self.rewrites.push(range.clone(), plain);
        }
        Ok(terms)
    }

    /// Counts words, and operands that take long to look for.
    fn count(&mut self, words: usize, patterns: usize) -> ParseResult<()> {
        self.words += words;
        self.patterns += patterns;
        if self.words > MAX_WORDS || self.patterns > MAX_PATTERNS {
            return Err(self.unfixable(Problem::TooManyWords));
        }
        Ok(())
    }

    /// `terms`, to be found by other words if a `~` follows.
    fn fuzzy(&mut self, mut terms: Vec<QueryTerm>) -> ParseResult<Vec<QueryTerm>> {
        if self.peek() == Some(TokenKind::Tilde) {
            let number = self.text(self.at);
            match &mut terms[..] {
                [word] if word.mode == MatchMode::Default => {
                    words::fuzzy(word, &plain_number(number))
                        .map_err(|problem| self.error(problem, "2"))?;
                }
                _ => return Err(self.unfixable(Problem::NoDistance)),
            }
            self.count(0, 1)?;
            self.at += 1;
        }
        Ok(terms)
    }

    /// What stands between quotes: words side by side, or near each other if a `~` follows.
    fn phrase(&mut self, terms: Vec<QueryTerm>, scope: &Scope) -> ParseResult<Option<Ast>> {
        if self.peek() != Some(TokenKind::Tilde) {
            return Ok(one_word_or(terms, scope, Ast::Phrase));
        }
        let Ok(distance) = plain_number(self.text(self.at)).parse() else {
            return Err(self.error(Problem::NoDistance, "5"));
        };
        self.at += 1;
        Ok(match terms.len() {
            0 | 1 => one_word_or(terms, scope, Ast::Phrase),
            _ => Some(Ast::Near(terms, distance, scope.clone())),
        })
    }

    /// `part`, which counts more or less if a `^` follows.
    fn weighted(&mut self, part: Option<Ast>) -> ParseResult<Option<Ast>> {
        if self.peek() != Some(TokenKind::Boost) {
            return Ok(part);
        }
        let weight = plain_number(self.text(self.at)).parse::<f32>().ok();
        let Some(weight) = weight.filter(|weight| WEIGHTS.contains(weight)) else {
            return Err(self.error(Problem::NoWeight, "2"));
        };
        self.at += 1;
        Ok(part.map(|part| Ast::Boosted(Box::new(part), weight)))
    }

    /// What an operator applies to.
    pub(super) fn operand(&mut self, scope: &Scope) -> ParseResult<Option<Ast>> {
        if self.at == self.tokens.len() {
            return Err(self.fixed_without_last(Problem::WordExpected));
        }
        self.nested(|parser| parser.part(scope))
    }

    fn parenthesis(&mut self, scope: &Scope) -> ParseResult<Option<Ast>> {
        let end = self.query.len();
        let unclosed = ParseError {
            problem: Problem::OpenParenthesis,
            range: self.place(),
            fix: Some((end..end, ")".into())),
        };
        self.at += 1;
        let inside = self.nested(|parser| parser.query(scope))?;
        if self.peek() != Some(TokenKind::Close) {
            return Err(unclosed);
        }
        self.at += 1;
        Ok(inside)
    }

    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> ParseResult<T>) -> ParseResult<T> {
        if self.depth == MAX_DEPTH {
            return Err(self.unfixable(Problem::TooDeep));
        }
        self.depth += 1;
        let result = parse(self);
        self.depth -= 1;
        result
    }
}

/// Whether nothing is asked for but all articles: an empty query, or `*`.
fn is_everything(query: &str) -> bool {
    query
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '*' | '٭'))
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
    terms: Vec<QueryTerm>,
    scope: &Scope,
    make: fn(Vec<QueryTerm>, Scope) -> Ast,
) -> Option<Ast> {
    match terms.len() {
        0 => None,
        1 => Some(make(terms, scope.clone())),
        _ => Some(Ast::Phrase(terms, scope.clone())),
    }
}

/// The only part itself, several in `make`, none as `None`.
fn one_or(mut parts: Vec<Ast>, make: fn(Vec<Ast>) -> Ast) -> Option<Ast> {
    if parts.len() > 1 {
        Some(make(parts))
    } else {
        parts.pop()
    }
}

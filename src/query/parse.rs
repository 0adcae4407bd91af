//! Parsing: tokens become a [`Syntax`] tree.
//!
//! The grammar crate of the engine's family was tried first and does not serve: it takes the colon
//! and the brackets of a pasted headline for fields and ranges, knows neither `=word` nor Arabic
//! quotes, and names no place in its errors. Knows grammar, not vocabulary.
//!
//! ```text
//! query  := either ("OR" either)*
//! either := part (["AND"] part)*
//! part   := ("-" | "NOT") part | field part | "(" query ")" | phrase | word | "in:" zones | "mentions:" days
//! field  := "title:" | "tag:" | "source:"
//! ```
//!
//! `in:` applies to all parts beside it, whose zones no field names.

use std::ops::Range;

use thiserror::Error;

use super::lex::{Token, TokenKind, tokens};
use super::syntax::{AskedPeriod, AskedWord, Mode, Scope, Syntax, asked_words};

/// Parentheses within parentheses, at most.
const DEEPEST: usize = 100;

/// A query that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{problem}")]
pub struct QueryError {
    /// What is wrong, and what was expected.
    pub problem: &'static str,
    /// Where, as a byte range of the query; empty at its end.
    pub range: Range<usize>,
}

/// Parses `query`.
///
/// # Errors
/// If it holds no word, or parentheses, quotes or operators do not fit together.
///
/// ```
/// use fihris::query::parse;
/// assert!(parse("«قره باغ» -بيجر").is_ok());
/// let error = parse("(قره باغ").unwrap_err();
/// assert_eq!(error.problem, "this parenthesis is not closed");
/// assert_eq!(error.range, 0..1);
/// ```
pub fn parse(query: &str) -> Result<Syntax, QueryError> {
    let mut parser = Parser {
        query,
        tokens: tokens(query),
        at: 0,
        depth: 0,
    };
    let tree = parser.query(Scope::Covered)?;
    match parser.peek() {
        None => tree.ok_or_else(|| parser.error_at_end("there is no word in the query")),
        Some(_) => Err(parser.error("this parenthesis was not opened")),
    }
}

struct Parser<'a> {
    query: &'a str,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&TokenKind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn error(&self, problem: &'static str) -> QueryError {
        let end = self.query.len()..self.query.len();
        let range = self
            .tokens
            .get(self.at)
            .map_or(end, |token| token.range.clone());
        QueryError { problem, range }
    }

    fn error_at_end(&self, problem: &'static str) -> QueryError {
        QueryError {
            problem,
            range: self.query.len()..self.query.len(),
        }
    }

    /// Alternatives; `None` if there is no word in them.
    fn query(&mut self, scope: Scope) -> Result<Option<Syntax>, QueryError> {
        let mut alternatives = Vec::new();
        loop {
            match self.sequence(scope)? {
                Some(part) => alternatives.push(part),
                None if self.peek() == Some(&TokenKind::Or) || !alternatives.is_empty() => {
                    return Err(self.error("a word is missing beside OR"));
                }
                None => return Ok(None),
            }
            if self.peek() != Some(&TokenKind::Or) {
                break;
            }
            self.at += 1;
        }
        Ok(one_or(alternatives, Syntax::Any))
    }

    /// Parts that are all required.
    fn sequence(&mut self, scope: Scope) -> Result<Option<Syntax>, QueryError> {
        let mut parts: Vec<Syntax> = Vec::new();
        let mut within = Scope::Covered;
        loop {
            match self.peek() {
                None | Some(TokenKind::Or | TokenKind::Close) => break,
                Some(TokenKind::And) => {
                    self.at += 1;
                    let follows = !matches!(
                        self.peek(),
                        None | Some(TokenKind::Or | TokenKind::Close | TokenKind::And)
                    );
                    if parts.is_empty() || !follows {
                        self.at -= 1;
                        return Err(self.error("a word is missing beside AND"));
                    }
                }
                Some(TokenKind::In) => within = self.zones()?,
                Some(_) => {
                    let Some(part) = self.part(scope)? else {
                        continue; // punctuation
                    };
                    match (parts.last_mut(), part) {
                        // Words in a row stay together: they may be one name.
                        (Some(Syntax::Words(row, in_row)), Syntax::Words(words, scope))
                            if *in_row == scope =>
                        {
                            row.extend(words);
                        }
                        (_, part) => parts.push(part),
                    }
                }
            }
        }
        Ok(one_or(parts, Syntax::All).map(|all| all.within(within)))
    }

    /// The zones that `in:` names.
    fn zones(&mut self) -> Result<Scope, QueryError> {
        let names = &self.query[self.tokens[self.at].range.clone()];
        let Ok(zones) = names.parse() else {
            return Err(self.error(
                "there is no such zone; they are title, dateline, body, tags, source, related, furniture and all",
            ));
        };
        self.at += 1;
        Ok(Scope::Zones(zones))
    }

    fn part(&mut self, scope: Scope) -> Result<Option<Syntax>, QueryError> {
        let token = self.tokens[self.at].clone();
        match token.kind {
            TokenKind::Text(mode) => {
                self.at += 1;
                Ok(self.asked(&token.range, mode, scope, Syntax::Words))
            }
            TokenKind::Quoted => {
                self.at += 1;
                Ok(self.asked(&token.range, Mode::Usual, scope, Syntax::Phrase))
            }
            TokenKind::Unclosed => Err(self.error("this quotation mark is not closed")),
            TokenKind::Mentions => self.mentions().map(Some),
            TokenKind::Field(scope) => {
                self.at += 1;
                self.operand(scope)
            }
            TokenKind::Not => {
                self.at += 1;
                let part = self.operand(scope)?;
                Ok(part.map(|part| Syntax::Not(Box::new(part))))
            }
            TokenKind::Open => self.parenthesis(scope),
            TokenKind::Close | TokenKind::And | TokenKind::Or | TokenKind::In => {
                Err(self.error("a word was expected here"))
            }
        }
    }

    /// The period behind `mentions:`.
    fn mentions(&mut self) -> Result<Syntax, QueryError> {
        let typed = &self.query[self.tokens[self.at].range.clone()];
        let Ok(period) = typed.parse() else {
            return Err(self.error(
                "this is no date; dates are 2020, 2020-11, 2020-11-09, or two with .. between them",
            ));
        };
        self.at += 1;
        Ok(Syntax::Mentions(AskedPeriod {
            typed: format!("mentions:{typed}"),
            period,
        }))
    }

    /// What an operator applies to.
    fn operand(&mut self, scope: Scope) -> Result<Option<Syntax>, QueryError> {
        if self.at == self.tokens.len() {
            return Err(self.error("a word was expected here"));
        }
        self.nested(|parser| parser.part(scope))
    }

    fn parenthesis(&mut self, scope: Scope) -> Result<Option<Syntax>, QueryError> {
        let unclosed = self.error("this parenthesis is not closed");
        self.at += 1;
        let inside = self.nested(|parser| parser.query(scope))?;
        if self.peek() != Some(&TokenKind::Close) {
            return Err(unclosed);
        }
        self.at += 1;
        Ok(inside)
    }

    fn nested<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> Result<T, QueryError>,
    ) -> Result<T, QueryError> {
        if self.depth == DEEPEST {
            return Err(self.error("this is nested too deeply"));
        }
        self.depth += 1;
        let result = parse(self);
        self.depth -= 1;
        result
    }

    /// The words of a piece of the query. Several in one run of text (`قره-باغ`) are a phrase.
    fn asked(
        &self,
        range: &Range<usize>,
        mode: Mode,
        scope: Scope,
        make: fn(Vec<AskedWord>, Scope) -> Syntax,
    ) -> Option<Syntax> {
        let text = &self.query[range.clone()];
        let mut asked = asked_words(text);
        for word in &mut asked {
            word.range = range.start + word.range.start..range.start + word.range.end;
            if mode != Mode::Prefix {
                word.mode = mode;
            }
        }
        asked.last_mut()?.mode = mode;
        Some(match asked.len() {
            1 => make(asked, scope),
            _ => Syntax::Phrase(asked, scope),
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::ZoneKind;
    use proptest::prelude::*;

    /// The tree in one line: words by their forms, `=` and `*` as typed.
    fn show(tree: &Syntax) -> String {
        let words = |words: &[AskedWord]| {
            let word = |word: &AskedWord| match word.mode {
                Mode::Usual => word.form.clone(),
                Mode::Exact => format!("={}", word.typed),
                Mode::Prefix => format!("{}*", word.form),
            };
            words.iter().map(word).collect::<Vec<_>>().join(" ")
        };
        let scope = |scope: &Scope| match scope {
            Scope::Covered => String::new(),
            Scope::Origin => "source:".into(),
            Scope::Zones(zones) => {
                let kinds = ZoneKind::ALL
                    .into_iter()
                    .filter(|kind| zones.contains(*kind));
                kinds.map(ZoneKind::name).collect::<Vec<_>>().join("+") + ":"
            }
        };
        let list = |parts: &[Syntax]| parts.iter().map(show).collect::<Vec<_>>().join(" ");
        match tree {
            Syntax::Words(row, s) => format!("{}{}", scope(s), words(row)),
            Syntax::Phrase(row, s) => format!("{}\"{}\"", scope(s), words(row)),
            Syntax::All(parts) => format!("all({})", list(parts)),
            Syntax::Any(parts) => format!("any({})", list(parts)),
            Syntax::Not(part) => format!("not({})", show(part)),
            Syntax::Mentions(asked) => {
                format!("{}..{}", asked.period.first, asked.period.last)
            }
        }
    }

    #[test]
    fn reads_queries() {
        for (query, expected) in [
            ("قره باغ", "قره باغ"),
            ("\"وقف إطلاق\" النار", "all(\"وقف اطلاق\" النار)"),
            ("«قره باغ» “وقف”", "all(\"قره باغ\" \"وقف\")"),
            ("قره -بيجر", "all(قره not(بيجر))"),
            ("قره NOT (بيجر لبنان)", "all(قره not(بيجر لبنان))"),
            ("قره OR باغ لبنان", "any(قره باغ لبنان)"),
            ("(قره OR باغ) AND لبنان", "all(any(قره باغ) لبنان)"),
            ("الأرمي*", "الارمي*"),
            ("=إيران ايران", "=إيران ايران"),
            ("title:بوتين علييف", "all(title:بوتين علييف)"),
            (
                "title:(بوتين OR \"قره باغ\")",
                "any(title:بوتين title:\"قره باغ\")",
            ),
            (
                "الزبداني.. وحزب الله: هي معركة!",
                "الزبداني وحزب الله هي معركه",
            ),
            ("الروسي - الأذربيجاني", "الروسي الاذربيجاني"),
            ("قره-باغ", "\"قره باغ\""),
            ("source:تاس tag:قره", "all(source:تاس tags:قره)"),
            ("قره باغ in:related", "related:قره باغ"),
            (
                "in:tags,source قره title:باغ OR لبنان",
                "any(all(tags+source:قره title:باغ) لبنان)",
            ),
            ("a -title:b -tag:c", "all(a not(title:b) not(tags:c))"),
            ("in: قره", "in قره"),
            ("قره mentions:2020-11", "all(قره 2020-11-01..2020-11-30)"),
            ("mentions:2020-09-27..2020-11-10", "2020-09-27..2020-11-10"),
            ("6,500 06,00", "6500 06.00"),
            ("+قره، +باغ؟", "قره باغ"),
            ("-قره", "not(قره)"),
            ("or and", "or and"),
            ("قُتِـل", "قتل"),
        ] {
            let tree = parse(query).map(|tree| show(&tree));
            assert_eq!(tree.as_deref(), Ok(expected), "{query}");
        }
    }

    #[test]
    fn names_the_place_of_what_is_wrong() {
        for (query, problem, range) in [
            ("", "there is no word in the query", 0..0),
            ("... ؟ -", "there is no word in the query", 8..8),
            ("a (b", "this parenthesis is not closed", 2..3),
            ("a) b", "this parenthesis was not opened", 1..2),
            ("a \"b", "this quotation mark is not closed", 2..3),
            ("a OR", "a word is missing beside OR", 4..4),
            ("OR a", "a word is missing beside OR", 0..2),
            ("a AND", "a word is missing beside AND", 2..5),
            ("a NOT", "a word was expected here", 5..5),
            (
                "a mentions:nov",
                "this is no date; dates are 2020, 2020-11, 2020-11-09, or two with .. between them",
                11..14,
            ),
            ("in:tags", "there is no word in the query", 7..7),
            (
                "a in:menu",
                "there is no such zone; they are title, dateline, body, tags, source, related, furniture and all",
                5..9,
            ),
        ] {
            assert_eq!(parse(query), Err(QueryError { problem, range }), "{query}");
        }
        assert!(parse(&"(".repeat(100_000)).is_err());
        assert!(parse(&"-".repeat(100_000)).is_err());
    }

    proptest! {
        #[test]
        fn never_panics_and_points_into_the_query(
            query in "\\PC*|[قره باغ()\"«»*=:،,.-]*|(OR|AND|NOT|title:|in:|in:tags|mentions:2020|-|\\(|\\)|\"| |قره)*"
        ) {
            match parse(&query) {
                Ok(_) => {}
                Err(error) => prop_assert!(query.get(error.range).is_some()),
            }
        }
    }
}

//! `word NEAR/3 word`, as other tools have it: read as `"word word"~3`.

use std::ops::Range;

use crate::ast::{Ast, MatchMode, QueryTerm, Scope};
use crate::parse::chars::plain_number;
use crate::parse::error::Problem;
use crate::parse::lex::TokenKind;
use crate::parse::parser::{ParseResult, Parser};

/// How near words are where `NEAR` says no number, in words between them: as other tools do.
const DISTANCE: u32 = 10;

impl Parser<'_> {
    /// What begins with `terms`, at `range`, and goes on with the next token, a `NEAR`.
    pub(super) fn near(
        &mut self,
        mut terms: Vec<QueryTerm>,
        range: &Range<usize>,
        scope: &Scope,
    ) -> ParseResult<Option<Ast>> {
        let mut distance = None;
        let mut end = range.end;
        while self.peek() == Some(TokenKind::Near) {
            let digits = self
                .text(self.at)
                .trim_start_matches(|c: char| !c.is_numeric());
            let own = match digits {
                "" => Some(DISTANCE),
                digits => plain_number(digits).parse().ok(),
            };
            let is_plain = terms.iter().all(|term| term.mode == MatchMode::Default);
            let is_other = distance.is_some_and(|distance| Some(distance) != own);
            let next = self.tokens.get(self.at + 1).cloned();
            let next = next.filter(|it| it.kind == TokenKind::Text(MatchMode::Default));
            let (Some(own), Some(next), true, false) = (own, next, is_plain, is_other) else {
                return Err(self.unfixable(Problem::NearWords));
            };
            distance = Some(own);
            self.at += 1;
            terms.extend(self.terms(&next.range, MatchMode::Default, scope)?);
            self.at += 1;
            self.rewrites.push(end..next.range.start, " ");
            end = next.range.end;
        }
        let distance = distance.unwrap_or(DISTANCE);
        self.rewrites.push(range.start..range.start, "\"");
        self.rewrites.push(end..end, format!("\"~{distance}"));
        Ok(Some(Ast::Near(terms, distance, scope.clone())))
    }
}

//! Parsing a text, and what it was meant to be where it cannot be parsed.

use crate::ast::Ast;
use crate::parse::error::{ParseError, QueryError};
use crate::parse::parser::Parser;

/// The most mistakes of a query that are mended for a suggestion.
const MAX_FIXES: usize = 8;

/// Parses `query`.
///
/// # Errors
/// If it holds no word, or parentheses, quotes or operators do not fit together.
///
/// ```
/// use fihris_query::parse;
/// assert!(parse("«قره باغ» -بيجر").is_ok());
/// let error = parse("(قره باغ").unwrap_err();
/// assert_eq!(error.to_string(), "this parenthesis is not closed");
/// assert_eq!(error.range, 0..1);
/// assert_eq!(error.suggestion.as_deref(), Some("(قره باغ)"));
/// ```
pub fn parse(query: &str) -> Result<Ast, QueryError> {
    parse_with(query, &[])
}

/// Parses `query`, in which the names in `fields` are fields of the input.
///
/// # Errors
/// As [`parse`].
///
/// ```
/// use fihris_query::parse::parse_with;
/// assert!(parse_with("author:بولس", &["author".to_string()]).is_ok());
/// assert!(parse_with("author:بولس", &[]).is_err());
/// ```
pub fn parse_with(query: &str, fields: &[String]) -> Result<Ast, QueryError> {
    let parse = |query: &str| Parser::new(query, fields).parse();
    parse(query).map_err(|error| QueryError {
        suggestion: suggestion(query, &error, parse),
        problem: error.problem,
        range: error.range,
    })
}

/// `query` with its mistakes mended, if that can be done.
fn suggestion(
    query: &str,
    error: &ParseError,
    parse: impl Fn(&str) -> Result<Ast, ParseError>,
) -> Option<String> {
    let mut fixed = error.fixed(query)?;
    for _ in 1..MAX_FIXES {
        match parse(&fixed) {
            Ok(_) => return Some(fixed),
            Err(error) => fixed = error.fixed(&fixed)?,
        }
    }
    None
}

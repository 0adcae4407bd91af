//! Parsing a text, and what it was meant to be where it cannot be parsed.

use jiff::civil::Date;

use crate::ast::Ast;
use crate::parse::error::{ParseError, Problem, QueryError};
use crate::parse::options::ParseOptions;
use crate::parse::parsed::Parsed;
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
    read(query, ParseOptions::with_fields(fields)).map(|parsed| parsed.ast)
}

/// Parses `query` as `options` say, and says how it was read.
///
/// # Errors
/// As [`parse`].
///
/// ```
/// use fihris_query::parse::{ParseOptions, read};
/// let options = ParseOptions::default();
/// assert_eq!(read("القاهرة أو الرياض", options)?.read_as().as_deref(), Some("القاهرة OR الرياض"));
/// assert_eq!(read("القاهرة والرياض", options)?.read_as(), None);
/// # Ok::<_, fihris_query::QueryError>(())
/// ```
pub fn read(query: &str, options: ParseOptions) -> Result<Parsed, QueryError> {
    let parse = |query: &str| Parser::new(query, options).parse();
    parse(query).map_err(|error| QueryError {
        suggestion: suggestion(query, &error, parse),
        problem: error.problem,
        range: error.range,
    })
}

/// Looks for the mistakes in `query`, typed on the day `today`, that can be told before it is known which fields articles have.
///
/// # Errors
/// As [`read`], but for fields that are not known.
///
/// ```
/// use fihris_query::parse::check;
/// assert!(check("author:بولس", None).is_ok() && check("(قره باغ", None).is_err());
/// ```
pub fn check(query: &str, today: Option<Date>) -> Result<(), QueryError> {
    match read(query, ParseOptions { fields: &[], today }) {
        Err(error) if !matches!(error.problem, Problem::NoField(_)) => Err(error),
        _ => Ok(()),
    }
}

/// `query` with its mistakes mended, if that can be done.
fn suggestion(
    query: &str,
    error: &ParseError,
    parse: impl Fn(&str) -> Result<Parsed, ParseError>,
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

//! A query parsed before it is known which fields articles have.
//!
//! Its mistakes can be told before an index is opened or brought up to date. It is parsed again only where the
//! names of fields matter.

use crate::ast::Ast;
use crate::parse::error::{Problem, QueryError};
use crate::parse::text::parse_with;

/// A query that may still name fields of the input.
#[derive(Clone, Debug)]
pub struct PendingQuery<'a> {
    text: &'a str,
    /// `None` if it names a field that only an index can know.
    ast: Option<Ast>,
}

impl<'a> PendingQuery<'a> {
    /// Parses `text`.
    ///
    /// # Errors
    /// As [`parse_with`], but for fields that are not known.
    ///
    /// ```
    /// use fihris_query::parse::{PendingQuery, parse};
    /// let query = PendingQuery::parse("author:بولس")?;
    /// assert!(query.clone().bind(&["author".to_string()]).is_ok());
    /// assert!(query.bind(&[]).is_err());
    /// assert!(PendingQuery::parse("(قره باغ").is_err());
    /// assert_eq!(PendingQuery::parse("قره")?.bind(&[])?, parse("قره")?);
    /// # Ok::<_, fihris_query::QueryError>(())
    /// ```
    pub fn parse(text: &'a str) -> Result<Self, QueryError> {
        match parse_with(text, &[]) {
            Ok(ast) => Ok(Self {
                text,
                ast: Some(ast),
            }),
            Err(error) if matches!(error.problem, Problem::NoField(_)) => {
                Ok(Self { text, ast: None })
            }
            Err(error) => Err(error),
        }
    }

    /// The tree of the query, in which the names in `fields` are fields of the input.
    ///
    /// # Errors
    /// As [`parse_with`].
    pub fn bind(self, fields: &[String]) -> Result<Ast, QueryError> {
        let Self { text, ast } = self;
        let may_be_named = |field: &String| text.contains(&format!("{field}:"));
        match ast {
            Some(ast) if !fields.iter().any(may_be_named) => Ok(ast),
            _ => parse_with(text, fields),
        }
    }
}

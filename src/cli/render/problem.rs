//! Problems as JSON: what ends a run, or keeps one query of many from an answer.
//!
//! They go to stderr, as those for people do. Knows their form, not what goes wrong.

use std::ops::Range;

use serde::Serialize;

use super::json::{Line, write_line};

/// A problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What is wrong, for people.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The query that is not understood, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// Where in the query, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[usize; 2]>,
    /// The file of queries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The line in it, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The id of the query in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query_id: Option<String>,
}

impl Problem {
    /// This problem, in a place of a query.
    #[must_use]
    pub fn in_query(mut self, query: &str, range: &Range<usize>) -> Self {
        self.query = Some(query.to_string());
        self.range = Some([range.start, range.end]);
        self
    }

    /// The problem as a line of JSON, without its end.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = Vec::new();
        let _ = write_line(&mut line, &Line::new("error", self)); // writing to memory cannot fail
        String::from_utf8_lossy(&line).trim_end().to_string()
    }
}

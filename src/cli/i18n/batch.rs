//! What is said of the lines of a file of queries.
//!
//! Knows queries, not how they are read.

use std::path::Path;

use super::failures::query_problem;
use crate::i18n::Language;
use fihris_query::QueryError;

/// What is wrong with a line of a file of queries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// The query is not understood, and its words are looked for as they stand.
    PlainWords(QueryError),
    /// The query is not understood.
    NotParsed(QueryError),
    /// There is no id before the tab; the number of the line stands for it.
    NoId,
    /// The id is that of an earlier line; this one is not answered.
    RepeatedId {
        /// The earlier line, counted from 1.
        first: usize,
    },
    /// The line is no UTF-8; it is not answered.
    NotText,
}

impl LineProblem {
    /// What is wrong, in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Arabic => self.arabic(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::PlainWords(error) => format!("taken for plain words: {error}"),
            Self::NotParsed(error) => error.to_string(),
            Self::NoId => "there is no id before the tab; the number of the line is taken".into(),
            Self::RepeatedId { first } => {
                format!("not answered: this is the id of line {first} too")
            }
            Self::NotText => "not answered: no UTF-8".into(),
        }
    }

    fn arabic(&self) -> String {
        match self {
            Self::PlainWords(error) => format!(
                "عُدّ كلمات مجردة، لأنه لم يُفهم: {}",
                query_problem(&error.problem)
            ),
            Self::NotParsed(error) => query_problem(&error.problem),
            Self::NoId => "لا معرّف قبل علامة الجدولة، فاتُّخذ رقم السطر معرّفًا".into(),
            Self::RepeatedId { first } => {
                format!("لم يُجَب عنه: المعرّف نفسه في السطر {first}")
            }
            Self::NotText => "لم يُجَب عنه: ليس بترميز UTF-8".into(),
        }
    }
}

/// A line of a file of queries.
#[derive(Clone, Copy, Debug)]
pub struct QueryLine<'a> {
    /// The file.
    pub file: &'a Path,
    /// The number of the line, counted from 1.
    pub line: usize,
    /// The id of the query, clean, where it is not the number of the line.
    pub id: Option<&'a str>,
}

impl QueryLine<'_> {
    /// That `problem` is in this line, in `language`.
    pub(super) fn told(self, problem: &LineProblem, language: Language) -> String {
        let said = problem.text(language);
        let place = format!("{}:{}", self.file.display(), self.line);
        let id = self.id;
        match (language, id) {
            (Language::English, Some(id)) => format!("{place}: query {id}: {said}"),
            (Language::English, None) => format!("{place}: {said}"),
            (Language::Arabic, Some(id)) => format!("الاستعلام {id}: {said}:\n  {place}"),
            (Language::Arabic, None) => format!("{said}:\n  {place}"),
        }
    }
}

//! `fihris search --queries`: many queries in one process, on all cores.

use std::io::{self, Write};
use std::path::Path;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use crate::i18n::{LineProblem, Message, QueryLine};
use crate::render::clean::one_line;
use crate::render::json::{Line, write_line};
use crate::render::problem::Problem;
use fihris_index::Index;
use fihris_query::ast::{Ast, Scope, query_terms};
use fihris_query::parse::{MAX_WORDS, ParseOptions};
use fihris_query::{Expander, QueryError, Words, interpret};
use fihris_search::{Filter, SearchOptions, SearchResults, search};

use super::results::write_trec;
use crate::Outcome;
use crate::args::query_file::{QueryEntry, read};
use crate::support::context::SearchFormat;
use crate::support::failure::{Failure, eprint_problem, warn};
use crate::support::locale::language;

/// Queries that are answered before any is printed; bounds memory.
const CHUNK: usize = 256;

/// What all queries share.
pub struct Batch<'a> {
    pub index: &'a Index,
    pub expander: &'a Expander<'a>,
    pub filter: &'a Filter,
    /// The names of fields that articles have.
    pub fields: Vec<String>,
    /// The day that dates of queries are counted from.
    pub today: Date,
    pub limit: usize,
    pub format: SearchFormat,
}

#[derive(Serialize)]
struct Answer<'a> {
    query_id: &'a str,
    query: &'a str,
    total: u64,
    hits: Vec<RankedHit<'a>>,
    /// The query that says the same, where what stands in the file was read otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    read_as: Option<&'a str>,
    /// What is wrong with the line of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

/// What one query finds.
#[derive(Default)]
struct Found {
    results: SearchResults,
    read_as: Option<String>,
    problem: Option<LineProblem>,
}

#[derive(Serialize)]
struct RankedHit<'a> {
    rank: usize,
    id: &'a str,
    score: f32,
}

impl Batch<'_> {
    /// Answers each line of `file` (`-` is stdin) in order. What is wrong with one is told, and the others are answered.
    pub fn run(&self, file: &Path, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let entries = read(file).map_err(|error| {
            let error = &error;
            Failure::new(
                Message::CannotReadQueries { file, error },
                Message::QueriesAreText,
            )
        })?;
        let (mut is_found, mut has_problem) = (false, false);
        for chunk in entries.chunks(CHUNK) {
            let answers: Vec<_> = chunk.par_iter().map(|entry| self.answer(entry)).collect();
            for (entry, answer) in chunk.iter().zip(answers) {
                let found = answer?;
                if let Some(problem) = &found.problem {
                    has_problem = true;
                    tell(file, entry, problem);
                }
                is_found |= found.results.total > 0;
                self.write(entry, &found, out)?;
            }
        }
        out.flush()?;
        Ok(match (has_problem, is_found) {
            (true, _) => Outcome::Failed,
            (false, true) => Outcome::Done,
            (false, false) => Outcome::Nothing,
        })
    }

    /// Answers one query; what cannot be parsed is taken for plain words.
    fn answer(&self, entry: &QueryEntry) -> Result<Found, Failure> {
        let none = |problem| {
            Ok(Found {
                problem: Some(problem),
                ..Found::default()
            })
        };
        let options = ParseOptions {
            fields: &self.fields,
            today: Some(self.today),
        };
        let parsed = interpret(&entry.text, options, Words::new(self.index));
        let (query, read_as, problem) = match (parsed, &entry.problem) {
            (_, Some(problem)) if !entry.is_query() => return none(problem.clone()),
            (Ok(mut parsed), problem) => {
                let query = self.expander.expand_parsed(&mut parsed);
                (query, parsed.read_as(), problem.clone())
            }
            (Err(error), _) => match plain_words(&entry.text) {
                Some(syntax) => {
                    let query = self.expander.expand(&syntax);
                    (query, None, Some(LineProblem::PlainWords(error)))
                }
                None => return none(LineProblem::NotParsed(error)),
            },
        };
        let wanted = SearchOptions::best(self.limit);
        Ok(Found {
            results: search(self.index, &query, self.filter, wanted)?,
            read_as,
            problem,
        })
    }

    fn write(&self, entry: &QueryEntry, found: &Found, out: &mut dyn Write) -> io::Result<()> {
        let hits = found.results.docs.iter().enumerate();
        if self.format == SearchFormat::Json {
            let hits = hits.map(|(i, hit)| RankedHit {
                rank: i + 1,
                id: &hit.id,
                score: hit.score,
            });
            let problem = found.problem.as_ref();
            let answer = Answer {
                query_id: &entry.id,
                query: &entry.text,
                total: found.results.total,
                hits: hits.collect(),
                read_as: found.read_as.as_deref(),
                problem: problem.map(|problem| problem.text(language())),
            };
            return write_line(out, &Line::new("answer", answer));
        }
        hits.into_iter()
            .try_for_each(|(i, hit)| write_trec(out, &entry.id, i + 1, hit))
    }
}

/// Says what is wrong with a line of `file`.
fn tell(file: &Path, entry: &QueryEntry, problem: &LineProblem) {
    let id = entry.own_id().map(one_line);
    let at = QueryLine {
        file,
        line: entry.line,
        id: id.as_deref(),
    };
    let mut told = Problem {
        message: problem.text(language()),
        path: Some(file.display().to_string()),
        line: Some(entry.line),
        query_id: Some(entry.id.clone()),
        ..Problem::default()
    };
    if let LineProblem::PlainWords(error) | LineProblem::NotParsed(error) = problem {
        let QueryError { range, .. } = error;
        told = told.in_query(&entry.text, range);
    }
    eprint_problem(&told, |_| warn(Message::OneQuery { at, problem }));
}

/// A query of nothing but words, if it is one.
fn plain_words(text: &str) -> Option<Ast> {
    let asked = query_terms(text);
    (1..=MAX_WORDS)
        .contains(&asked.len())
        .then_some(Ast::Words(asked, Scope::DefaultZones))
}

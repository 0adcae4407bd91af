//! `fihris search --queries`: many queries in one process, on all cores.

use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use crate::i18n::{LineProblem, Message, QueryLine};
use crate::render::clean::{column, one_line};
use crate::render::json::{Line, write_line};
use crate::render::problem::Problem;
use fihris_index::Index;
use fihris_query::ast::{Ast, Scope, query_terms};
use fihris_query::parse::{MAX_WORDS, parse_with};
use fihris_query::{Expander, QueryError};
use fihris_search::{Filter, SearchOptions, SearchResults, search};

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
    pub limit: usize,
    pub format: SearchFormat,
}

#[derive(Serialize)]
struct Answer<'a> {
    query_id: &'a str,
    query: &'a str,
    total: u64,
    hits: Vec<RankedHit<'a>>,
    /// What is wrong with the line of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
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
                let (ranked, problem) = answer?;
                if let Some(problem) = &problem {
                    has_problem = true;
                    tell(file, entry, problem);
                }
                is_found |= ranked.total > 0;
                self.write(entry, &ranked, problem.as_ref(), out)?;
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
    fn answer(&self, entry: &QueryEntry) -> Result<(SearchResults, Option<LineProblem>), Failure> {
        let none = |problem| Ok((SearchResults::default(), Some(problem)));
        let (syntax, problem) = match (parse_with(&entry.text, &self.fields), &entry.problem) {
            (_, Some(problem)) if !entry.is_query() => return none(problem.clone()),
            (Ok(syntax), problem) => (syntax, problem.clone()),
            (Err(error), _) => match plain_words(&entry.text) {
                Some(syntax) => (syntax, Some(LineProblem::PlainWords(error))),
                None => return none(LineProblem::NotParsed(error)),
            },
        };
        let query = self.expander.expand(&syntax);
        let wanted = SearchOptions {
            limit: self.limit,
            group_copies: false,
        };
        Ok((search(self.index, &query, self.filter, wanted)?, problem))
    }

    fn write(
        &self,
        entry: &QueryEntry,
        ranked: &SearchResults,
        problem: Option<&LineProblem>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let hits = ranked.docs.iter().enumerate();
        if self.format == SearchFormat::Json {
            let hits = hits.map(|(i, hit)| RankedHit {
                rank: i + 1,
                id: &hit.id,
                score: hit.score,
            });
            let answer = Answer {
                query_id: &entry.id,
                query: &entry.text,
                total: ranked.total,
                hits: hits.collect(),
                problem: problem.map(|problem| problem.text(language())),
            };
            return write_line(out, &Line::new("answer", answer));
        }
        let query_id = column(&entry.id);
        for (i, hit) in hits {
            let (id, rank, score) = (column(&hit.id), i + 1, hit.score);
            writeln!(out, "{query_id} Q0 {id} {rank} {score:.5} fihris")?;
        }
        Ok(())
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

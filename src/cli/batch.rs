//! `fihris search --queries`: many queries in one process, on all cores.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use fihris::index::Index;
use fihris::output::clean::one_line;
use fihris::output::json::{Line, write_line};
use fihris::output::message::Message;
use fihris::query::parse::{MOST_WORDS, parse_with};
use fihris::query::syntax::{Scope, Syntax, asked_words};
use fihris::query::{Filter, Ranked, Resolver, Wanted, search};

use super::Outcome;
use super::context::SearchFormat;
use super::failure::{Failure, say};
use super::tongue::language;

/// Queries that are answered before any is printed; bounds memory.
const CHUNK: usize = 256;

/// A query of a file.
struct Asked {
    id: String,
    text: String,
}

/// What all queries share.
pub struct Batch<'a> {
    pub index: &'a Index,
    pub resolver: &'a Resolver<'a>,
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
}

#[derive(Serialize)]
struct RankedHit<'a> {
    rank: usize,
    id: &'a str,
    score: f32,
}

impl Batch<'_> {
    /// Answers each line of `file` (`-` is stdin) in order: a query, or an id, a tab and a query.
    pub fn run(&self, file: &Path, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let queries = read(file)?;
        let mut found = false;
        for chunk in queries.chunks(CHUNK) {
            let answers: Vec<_> = chunk.par_iter().map(|asked| self.answer(asked)).collect();
            for (asked, answer) in chunk.iter().zip(answers) {
                let (ranked, problem) = answer?;
                if let Some(problem) = problem {
                    let id = &one_line(&asked.id);
                    let problem = &problem;
                    say(Message::OneQuery { id, problem });
                }
                found |= ranked.total > 0;
                self.write(asked, &ranked, out)?;
            }
        }
        out.flush()?;
        Ok(if found {
            Outcome::Done
        } else {
            Outcome::Nothing
        })
    }

    /// Answers one query; what cannot be parsed is taken for plain words, and said so.
    fn answer(&self, asked: &Asked) -> Result<(Ranked, Option<String>), Failure> {
        let (syntax, problem) = match parse_with(&asked.text, &self.fields) {
            Ok(syntax) => (syntax, None),
            Err(error) => {
                let said = |message: Message| Some(message.text(language()));
                let error = &error;
                match plain_words(&asked.text) {
                    Some(syntax) => (syntax, said(Message::PlainWords { error })),
                    None => return Ok((Ranked::default(), said(Message::NotParsed { error }))),
                }
            }
        };
        let query = self.resolver.resolve(&syntax);
        let wanted = Wanted {
            limit: self.limit,
            grouped: false,
        };
        Ok((search(self.index, &query, self.filter, wanted)?, problem))
    }

    fn write(&self, asked: &Asked, ranked: &Ranked, out: &mut dyn Write) -> io::Result<()> {
        let hits = ranked.best.iter().enumerate();
        if self.format == SearchFormat::Json {
            let hits = hits.map(|(i, hit)| RankedHit {
                rank: i + 1,
                id: &hit.id,
                score: hit.score,
            });
            let answer = Answer {
                query_id: &asked.id,
                query: &asked.text,
                total: ranked.total,
                hits: hits.collect(),
            };
            return write_line(out, &Line::new("answer", answer));
        }
        for (i, hit) in hits {
            let id = hit.id.replace(char::is_whitespace, "_");
            writeln!(
                out,
                "{} Q0 {id} {} {:.5} fihris",
                asked.id,
                i + 1,
                hit.score
            )?;
        }
        Ok(())
    }
}

/// A query of nothing but words, if it is one.
fn plain_words(text: &str) -> Option<Syntax> {
    let asked = asked_words(text);
    (1..=MOST_WORDS)
        .contains(&asked.len())
        .then_some(Syntax::Words(asked, Scope::Covered))
}

fn read(file: &Path) -> Result<Vec<Asked>, Failure> {
    let mut text = String::new();
    let read = if file.as_os_str() == "-" {
        io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        fs::read_to_string(file).map(|contents| text = contents)
    };
    read.map_err(|error| {
        let error = &error;
        Failure::new(
            Message::CannotReadQueries { file, error },
            Message::QueriesAreText,
        )
    })?;
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    Ok(lines
        .map(|(i, line)| match line.split_once('\t') {
            Some((id, text)) => Asked {
                id: id.to_string(),
                text: text.to_string(),
            },
            None => Asked {
                id: (i + 1).to_string(),
                text: line.to_string(),
            },
        })
        .collect())
}

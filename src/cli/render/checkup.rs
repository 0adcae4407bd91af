//! What a check of an index found, as text and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use crate::i18n::Language;
use crate::i18n::Message;
use fihris::index::{Checkup, Repair};

/// Writes `checkup` for people.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, checkup: &Checkup, language: Language) -> io::Result<()> {
    let mut say = |message: Message| writeln!(out, "{}", message.text(language));
    for problem in &checkup.problems {
        say(Message::Problem(&one_line(&problem.what)))?;
    }
    if let Some(repair) = checkup.repair() {
        return say(Message::Repair(repair.command()));
    }
    say(Message::Sound {
        articles: checkup.articles,
        files: checkup.files,
    })
}

#[derive(Serialize)]
struct CheckupFields<'a> {
    sound: bool,
    articles: u64,
    files: u64,
    problems: Vec<ProblemFields<'a>>,
    /// What mends all that a command can mend.
    #[serde(skip_serializing_if = "Option::is_none")]
    repair: Option<&'static str>,
}

#[derive(Serialize)]
struct ProblemFields<'a> {
    problem: &'a str,
    repair: &'static str,
}

/// Writes `checkup` as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, checkup: &Checkup) -> io::Result<()> {
    let problems = checkup.problems.iter().map(|problem| ProblemFields {
        problem: &problem.what,
        repair: problem.repair.command(),
    });
    let fields = CheckupFields {
        sound: checkup.problems.is_empty(),
        articles: checkup.articles,
        files: checkup.files,
        problems: problems.collect(),
        repair: checkup.repair().map(Repair::command),
    };
    write_line(out, &Line::new("check", fields))
}

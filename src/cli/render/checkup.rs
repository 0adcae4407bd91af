//! What a check of an index found, as text and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use crate::i18n::{self, Language, Message};
use fihris_index::Checkup;

/// Writes `checkup` for people.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, checkup: &Checkup, language: Language) -> io::Result<()> {
    let mut write_message = |message: Message| writeln!(out, "{}", message.text(language));
    for problem in &checkup.problems {
        write_message(Message::Problem(&one_line(&i18n::problem(
            &problem.kind,
            language,
        ))))?;
    }
    if let Some(repair) = checkup.repair() {
        return write_message(Message::Repair(i18n::repair(repair, language)));
    }
    write_message(Message::Sound {
        articles: checkup.articles,
        files: checkup.files,
    })
}

#[derive(Serialize)]
struct CheckupFields {
    sound: bool,
    articles: u64,
    files: u64,
    problems: Vec<ProblemFields>,
    /// What mends all that a command can mend.
    #[serde(skip_serializing_if = "Option::is_none")]
    repair: Option<&'static str>,
}

#[derive(Serialize)]
struct ProblemFields {
    problem: String,
    repair: &'static str,
}

/// Writes `checkup` as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, checkup: &Checkup) -> io::Result<()> {
    let problems = checkup.problems.iter().map(|problem| ProblemFields {
        problem: problem.kind.to_string(),
        repair: i18n::repair(problem.repair, Language::English),
    });
    let fields = CheckupFields {
        sound: checkup.problems.is_empty(),
        articles: checkup.articles,
        files: checkup.files,
        problems: problems.collect(),
        repair: checkup
            .repair()
            .map(|repair| i18n::repair(repair, Language::English)),
    };
    write_line(out, &Line::new("check", fields))
}

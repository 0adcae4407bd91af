//! `fihris tutorial`: five tasks on articles of its own, each command with what it prints.
//!
//! The commands are run as somebody would type them, by this same program, in a temporary folder.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use crate::i18n::{GuideLine, Language, Message};

use crate::Outcome;
use crate::support::context::Context;
use crate::support::failure::Failure;
use crate::support::locale::values_among;

/// The articles, and what their file is called.
const NEWS: (&str, &str) = ("news.jsonl", include_str!("news.jsonl"));

/// The commands of the tasks, in their order.
const TASKS: &[&[&str]] = &[
    &["index", NEWS.0],
    &["search", "كاراباخ", "--sort", "date", "--limit", "3"],
    &["spellings", "كاراباخ"],
    &["kwic", "\"وقف إطلاق النار\""],
    &[
        "search",
        "كاراباخ",
        "--format",
        "csv",
        "--fields",
        "date,source,title",
    ],
];

/// What would have the commands answer otherwise than everywhere else.
const SURROUNDINGS: &[&str] = &["FIHRIS_INDEX", "FIHRIS_CSV_BOM", "CLICOLOR_FORCE"];

/// Walk through five tasks on articles of its own: index, search, spellings, context, a table
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(context: &Context, _: &Args) -> Result<Outcome, Failure> {
    let folder = tempfile::Builder::new().prefix("fihris-").tempdir();
    let folder = folder.map_err(|error| failed(&error))?;
    let file = folder.path().join(NEWS.0);
    fs::write(file, NEWS.1).map_err(|error| failed(&error))?;
    let style = context.style;
    let say = |line| style.say(Message::Guide(line));
    let mut out = context.screen(true);
    writeln!(out, "{}", say(GuideLine::Tutorial))?;
    for (number, command) in (1..).zip(TASKS) {
        writeln!(out, "\n{}", style.title(&say(GuideLine::Task(number))))?;
        writeln!(out, "$ fihris {}\n", typed(command))?;
        out.flush()?;
        let mut program =
            program(context, folder.path(), command).map_err(|error| failed(&error))?;
        if context.is_on_terminal() {
            // It knows best how its results are laid out there.
            program.status().map_err(|error| failed(&error))?;
        } else {
            let output = program.output().map_err(|error| failed(&error))?;
            out.write_all(&output.stdout)?;
            out.write_all(&output.stderr)?;
        }
    }
    writeln!(out, "\n{}", say(GuideLine::TutorialEnds))?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// The command as it is typed in a shell.
fn typed(command: &[&str]) -> String {
    let quoted = command.iter().map(|word| {
        if word.is_ascii() {
            (*word).to_string()
        } else {
            format!("'{word}'")
        }
    });
    quoted.collect::<Vec<String>>().join(" ")
}

/// This program with a command, in a folder and in surroundings of its own.
fn program(context: &Context, folder: &Path, command: &[&str]) -> io::Result<Command> {
    let language = match context.style.language {
        Language::English => "en",
        Language::Arabic => "ar",
    };
    let color = if context.style.color {
        "always"
    } else {
        "never"
    };
    let mut program = Command::new(std::env::current_exe()?);
    for name in SURROUNDINGS {
        program.env_remove(name);
    }
    program
        .current_dir(folder)
        .env("FIHRIS_CONFIG", "")
        .args(command)
        .args(["--lang", language, "--color", color, "--no-pager"]);
    for bidi in values_among(std::env::args_os(), "--bidi") {
        program.args(["--bidi", &bidi]);
    }
    Ok(program)
}

fn failed(error: &io::Error) -> Failure {
    let cannot = Message::Guide(GuideLine::CannotTeach(error));
    Failure::new(cannot, Message::Guide(GuideLine::NameTemporary))
}

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
const SURROUNDINGS: &[&str] = &[
    "FIHRIS_INDEX",
    "FIHRIS_BIDI",
    "FIHRIS_CSV_BOM",
    "CLICOLOR_FORCE",
];

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
        let printed = printed(context, folder.path(), command).map_err(|error| failed(&error))?;
        out.write_all(&printed)?;
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

/// What a command prints: its results, then what it says of them.
fn printed(context: &Context, folder: &Path, command: &[&str]) -> io::Result<Vec<u8>> {
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
    let output = program
        .current_dir(folder)
        .env("FIHRIS_CONFIG", "")
        .args(command)
        .args(["--lang", language, "--color", color, "--no-pager"])
        .output()?;
    let mut printed = output.stdout;
    printed.extend(output.stderr);
    Ok(printed)
}

fn failed(error: &io::Error) -> Failure {
    let cannot = Message::Guide(GuideLine::CannotTeach(error));
    Failure::new(cannot, Message::Guide(GuideLine::NameTemporary))
}

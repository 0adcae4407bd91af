//! Completions: what may stand next on a command line, asked for by the scripts of the shells.
//!
//! `fihris __complete SHELL WORD…` prints a line for each candidate, with a tab before what it means; `:files` says that names of
//! files may stand there too. Nothing is told of mistakes: a shell that completes has no use for them.

mod line;
mod place;
#[cfg(test)]
mod tests;
mod values;

use std::io::Write;
use std::process::ExitCode;

use clap::{Command, CommandFactory};

use self::line::{Typed, escaped};
use self::place::{Place, place};
pub use self::values::Known;
use crate::Args;
use crate::help::in_arabic;
use crate::i18n::Language;
use crate::render::clean::one_line;
use crate::support::locale::language;

/// What the scripts call.
const NAME: &str = "__complete";

/// What stands for names of files.
const FILES: &str = ":files";

/// The script of bash, which hands over the line, and those of shells that hand over words.
pub const BASH: &str = include_str!("fihris.bash");
pub const ZSH: &str = include_str!("fihris.zsh");
pub const FISH: &str = include_str!("fihris.fish");

/// Something that may stand next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub value: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// What may stand at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    pub words: Vec<Candidate>,
    pub files: bool,
}

/// Answers a script, if it is one that asks.
pub fn answer() -> Option<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    if args.next()?.to_str() != Some(NAME) {
        return None;
    }
    let words: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    if let Some((shell, words)) = words.split_first() {
        let typed = match shell.as_str() {
            "bash" => Typed::of_line(words.first().map_or("", |line| line)),
            _ => Typed::of_words(words),
        };
        let mut command = match language() {
            Language::English => Args::command(),
            Language::Arabic => in_arabic(Args::command()),
        };
        command.build();
        let known = Known::of_surroundings(&typed.words);
        let found = candidates(&command, &typed, &known);
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(printed(&found, &typed, shell).as_bytes()); // a shell that does not read has changed its mind
    }
    Some(ExitCode::SUCCESS)
}

/// What may stand where `typed` ends.
fn candidates(command: &Command, typed: &Typed, known: &Known) -> Candidates {
    let mut found = match place(command, &typed.words, &typed.current) {
        Place::Commands(command) => values::commands(command),
        Place::Options(command) => values::options(command),
        Place::Value {
            command,
            arg,
            before,
        } => {
            let of_value = typed.current.strip_prefix(&before).unwrap_or_default();
            let mut found = values::of(command, arg, of_value, known);
            for word in &mut found.words {
                word.value.insert_str(0, &before);
            }
            found
        }
        Place::Nothing => Candidates::default(),
    };
    // Who types a value of several words need not begin with the quotation mark that it needs.
    let plain = |text: &str| text.replace('"', "");
    let begun = plain(&typed.current);
    let goes_on = |word: &Candidate| plain(&word.value).starts_with(&begun);
    found.words.retain(goes_on);
    found
}

/// The lines that a script reads.
fn printed(found: &Candidates, typed: &Typed, shell: &str) -> String {
    let mut lines = String::new();
    if found.files {
        lines.push_str(FILES);
        lines.push('\n');
    }
    for word in &found.words {
        if shell == "bash" {
            // bash has the part behind the last of its signs between words replaced.
            let rest = word.value.get(typed.kept()..).unwrap_or_default();
            lines.push_str(&escaped(rest, typed.quote));
        } else {
            lines.push_str(&one_line(&word.value));
            lines.push('\t');
            lines.push_str(&one_line(&word.meaning));
        }
        lines.push('\n');
    }
    lines
}

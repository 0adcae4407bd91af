//! Help in Arabic: the tree of commands with other texts.
//!
//! The English texts stand beside the arguments; nothing here is looked at until a user who reads
//! Arabic asks for help or makes a mistake. What is typed (names of options, of values and of what stands for them)
//! is the same in both languages.

mod arabic;
mod arabic_commands;
mod arabic_reports;
mod errors;
pub mod manual;
mod query_language;
#[cfg(test)]
mod tests;

use std::io::Write as _;
use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{Arg, Command, CommandFactory, Error};

use crate::i18n::{Language, Message};
use crate::render::problem::Problem;

use self::arabic::ARGUMENTS;
use self::arabic_commands::COMMANDS;
use self::arabic_reports::REPORTS;
use crate::args::defaults::with_defaults;
use crate::support::bidi::Bidi;
use crate::support::config::Setting;
use crate::support::context::GLOBAL;
use crate::support::failure::{eprint_message, eprint_problem, lay_out};
use crate::support::locale::LanguageName;
use crate::support::out::Out;
use crate::support::{locale, onboarding};
use crate::{Args, Outcome, arguments};

pub use self::query_language::{QUERIES, QUERIES_HEAD, QUERIES_NOTES};

/// What a page of help looks like: the usage, which is Latin, on lines of its own.
const TEMPLATE: &str = "{about-with-newline}\nالاستعمال:\n  {usage}\n\n{all-args}{after-help}";

/// What is said where the arguments are no call of a command: help, or what is wrong with them.
pub fn instead(error: Error, language: Option<LanguageName>, settings: &[Setting]) -> ExitCode {
    locale::choose(locale::named_among(std::env::args_os()).or(language));
    let bidi = Bidi::of_surroundings();
    if let Some(layout) = bidi.look_of_messages() {
        lay_out(layout);
    }
    if onboarding::names_no_command(&error) {
        onboarding::greet();
        return Outcome::Failed.into();
    }
    let error = match locale::language() {
        Language::English => Err(error),
        Language::Arabic => {
            let command = with_defaults(Args::command(), settings);
            in_arabic(command).try_get_matches_from(arguments())
        }
    };
    let error = match error {
        Err(error) if is_page(&error) => return shown(&error, bidi),
        Err(error) => error,
        Ok(_) => return Outcome::Failed.into(), // what was no call is one in no language
    };
    let problem = Problem {
        message: said(error),
        ..Problem::default()
    };
    eprint_problem(&problem, |problem| {
        eprint_message(Message::Error(&problem.message));
    });
    Outcome::Failed.into()
}

/// What is wrong with arguments, in the user's language.
pub fn said(error: Error) -> String {
    match locale::language() {
        Language::English => errors::in_english(error),
        Language::Arabic => errors::in_arabic(&error),
    }
}

/// Whether it is a page that was asked for, and no mistake.
fn is_page(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::DisplayVersion
    )
}

/// Prints a page, in Arabic laid out as results are; that nobody reads it is no error.
fn shown(error: &Error, bidi: Bidi) -> ExitCode {
    let layout = match locale::language() {
        Language::English => None,
        Language::Arabic => bidi.layout(),
    };
    let _ = match layout {
        Some(layout) => {
            let mut out = Out::screen(layout, None);
            write!(out, "{}", error.render()).and_then(|()| out.flush())
        }
        None => error.print(),
    };
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// `command` with all it says in Arabic.
pub fn in_arabic(mut command: Command) -> Command {
    command.build();
    localized(command, "")
}

/// `command` in Arabic, where `path` is its name or empty for the program.
fn localized(command: Command, path: &str) -> Command {
    let text = |key: &str| find(COMMANDS, key);
    let about = text(path).unwrap_or_default();
    let mut command = command
        .about(about)
        .help_template(TEMPLATE)
        .subcommand_help_heading("الأوامر")
        .mut_args(|arg| with_help(arg, path));
    if path == "queries" {
        command = command.long_about(super::queries::arabic());
    } else if let Some(more) = text(&format!("{path}:long")) {
        command = command.long_about(format!("{about}\n\n{more}"));
    }
    if let Some(after) = text(&format!("{path}:after")) {
        command = command.after_help(after);
    }
    command.mut_subcommands(|inner| {
        // The command `help` repeats the others below itself, for which they have names of their own.
        let name = inner.get_name().to_string();
        localized(inner, &name)
    })
}

/// `arg` of the command called `path` in Arabic, with its values and its default behind the text.
fn with_help(arg: Arg, path: &str) -> Arg {
    let id = arg.get_id().to_string();
    let heading = match arg.get_help_heading() {
        Some(GLOBAL) if !path.is_empty() => "خيارات كل الأوامر",
        _ if arg.is_positional() => "المعطيات",
        _ => "الخيارات",
    };
    let said = |suffix: &str| argument(path, &format!("{id}{suffix}"));
    let help = said("").unwrap_or_default();
    let details = details(&arg);
    let values = values(&arg, |value| said(&format!(".{value}")));
    let place = arg.get_index().unwrap_or_default();
    let is_positional = arg.is_positional();
    let mut arg = arg
        .help_heading(heading)
        .hide_default_value(true)
        .hide_possible_values(true)
        .hide_env(true)
        .help(format!("{}{details}", said(":short").unwrap_or(help)))
        .long_help(format!(
            "{}{details}{values}",
            said(":long").unwrap_or(help)
        ));
    if is_positional {
        arg = arg.display_order(place);
    }
    arg
}

/// ` [القيم: text, json؛ الافتراضي: text]`
fn details(arg: &Arg) -> String {
    let mut details = Vec::new();
    let values = shown_values(arg);
    if !values.is_empty() && !arg.is_hide_possible_values_set() {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        details.push(format!("القيم: {}", names.join(", ")));
    }
    let defaults = arg.get_default_values();
    if !(defaults.is_empty() || arg.is_hide_default_value_set()) && arg.get_action().takes_values()
    {
        let defaults: Vec<_> = defaults
            .iter()
            .map(|value| value.to_string_lossy())
            .collect();
        details.push(format!("الافتراضي: {}", defaults.join(" ")));
    }
    if let Some(name) = arg.get_env() {
        details.push(format!("متغير البيئة: {}", name.to_string_lossy()));
    }
    if details.is_empty() {
        return String::new();
    }
    format!(" [{}]", details.join("؛ "))
}

/// The values that need explaining, a line each.
fn values(arg: &Arg, text: impl Fn(&str) -> Option<&'static str>) -> String {
    if arg.is_hide_possible_values_set() {
        return String::new();
    }
    let explained = shown_values(arg).into_iter().filter_map(|value| {
        let name = value.get_name();
        Some(format!("\n- {name}: {}", text(name)?))
    });
    let explained: String = explained.collect();
    if explained.is_empty() {
        return explained;
    }
    format!("\n{explained}")
}

fn shown_values(arg: &Arg) -> Vec<PossibleValue> {
    if !arg.get_action().takes_values() {
        return Vec::new();
    }
    let values = arg.get_possible_values().into_iter();
    values.filter(|value| !value.is_hide_set()).collect()
}

/// The text of an argument of `command`, or of one that means the same in all commands.
fn argument(command: &str, id: &str) -> Option<&'static str> {
    let of = |key: &str| find(ARGUMENTS, key).or_else(|| find(REPORTS, key));
    of(&format!("{command}.{id}")).or_else(|| of(&format!("*.{id}")))
}

fn find(table: &[(&str, &'static str)], key: &str) -> Option<&'static str> {
    let found = table.iter().find(|(name, _)| *name == key)?;
    Some(found.1)
}

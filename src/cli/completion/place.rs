//! Where a command line ends: at a command, an option, or the value of one.
//!
//! Knows arguments, not what their values are.

use clap::{Arg, Command};

/// What may stand at the end of a line.
pub enum Place<'a> {
    /// One of the commands of this.
    Commands(&'a Command),
    /// One of its options.
    Options(&'a Command),
    /// The value of an argument, behind what stands before it in the same word.
    Value {
        command: &'a Command,
        arg: &'a Arg,
        before: String,
    },
    /// Nothing that is known.
    Nothing,
}

/// The place of `current` behind `words`.
pub fn place<'a>(program: &'a Command, words: &[String], current: &str) -> Place<'a> {
    let mut command = program;
    let mut awaited: Option<&Arg> = None;
    let mut positionals = 0;
    let mut is_ended = false;
    for word in words {
        if awaited.take().is_some() {
            continue; // it is the value of the option before it
        }
        if word == "--" {
            is_ended = true;
        } else if let Some(option) = option(command, word).filter(|_| !is_ended) {
            awaited = option;
        } else if let Some(inner) = command.find_subcommand(word).filter(|_| positionals == 0) {
            if command.get_name() != "help" {
                command = inner;
            }
        } else if command.has_subcommands() {
            return Place::Nothing; // no command is called so
        } else {
            positionals += 1;
        }
    }
    if let Some(arg) = awaited {
        let before = String::new();
        return Place::Value {
            command,
            arg,
            before,
        };
    }
    if !is_ended
        && let Some((name, _)) = current.split_once('=')
        && let Some(Some(arg)) = option(command, name)
    {
        let before = format!("{name}=");
        return Place::Value {
            command,
            arg,
            before,
        };
    }
    if current.starts_with('-') && !is_ended {
        return Place::Options(command);
    }
    if command.has_subcommands() {
        return Place::Commands(command);
    }
    let all: Vec<&Arg> = command.get_positionals().collect();
    let many = all.iter().rfind(|arg| takes_many(arg));
    let arg = all.get(positionals).or(many).copied();
    match arg {
        Some(arg) => Place::Value {
            command,
            arg,
            before: String::new(),
        },
        None => Place::Nothing,
    }
}

/// Whether an argument may have several values.
fn takes_many(arg: &Arg) -> bool {
    arg.get_num_args()
        .is_some_and(|number| number.max_values() > 1)
        || matches!(arg.get_action(), clap::ArgAction::Append)
}

/// If `word` is an option of `command`, that which takes the next word for its value, if it is one that does.
#[expect(
    clippy::option_option,
    reason = "an option, and whether it takes a value"
)]
fn option<'a>(command: &'a Command, word: &str) -> Option<Option<&'a Arg>> {
    let name = word.strip_prefix('-')?;
    if name.is_empty() {
        return None; // stdin
    }
    let (name, has_value) = match name.split_once('=') {
        Some((name, _)) => (name, true),
        None => (name, false),
    };
    let mut args = command.get_arguments();
    let arg = match name.strip_prefix('-') {
        Some(long) => args.find(|arg| arg.get_long() == Some(long)),
        None => args.find(|arg| arg.get_short() == name.chars().next_back()),
    };
    let takes_value = |arg: &&Arg| arg.get_action().takes_values() && !has_value;
    Some(arg.filter(takes_value))
}

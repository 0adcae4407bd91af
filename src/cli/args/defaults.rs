//! Defaults for options: what the config file says takes the place of what is built in.
//!
//! They become defaults of the arguments themselves, so that the command line and the environment win over them, help shows
//! them, and each is checked like what is typed. Knows options, not where the file is.

use std::ffi::OsString;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, Error, FromArgMatches};

use crate::support::config::Setting;
use crate::{Args, Command as Subcommand};

/// The commands whose `--limit` is the most that is shown of what was found.
const LIMITED: &[&str] = &[
    "search",
    "terms",
    "compare",
    "names",
    "words",
    "collocates",
    "similar",
];

/// `command` with these settings as defaults.
pub fn with_defaults(command: Command, settings: &[Setting]) -> Command {
    command.mut_subcommands(|command| {
        let name = command.get_name().to_string();
        command.mut_args(|arg| {
            settings.iter().fold(arg, |arg, setting| {
                if applies(setting, &name, &arg) {
                    arg.default_value(&*setting.value.clone().leak()) // there are few, and as long as the process
                } else {
                    arg
                }
            })
        })
    })
}

/// Whether a setting is one for this argument, and a value that it has.
fn applies(setting: &Setting, command: &str, arg: &Arg) -> bool {
    if arg.get_id() != setting.key {
        return false;
    }
    match setting.key {
        "limit" => LIMITED.contains(&command),
        "format" => {
            let values = arg.get_possible_values();
            // What is exported is no report.
            command != "export"
                && values
                    .iter()
                    .any(|value| value.matches(&setting.value, false))
        }
        "zones" => arg.get_action().takes_values(), // that of show is a switch
        _ => false, // the language is no default of an argument, as it is needed before there are any
    }
}

/// The arguments that were typed, by `command`.
pub fn parse(mut command: Command, typed: Vec<OsString>) -> Result<Args, Error> {
    let matches = command.try_get_matches_from_mut(typed)?;
    let mut args = Args::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    if let (Subcommand::Search(search), Some(matches)) =
        (&mut args.command, matches.subcommand_matches("search"))
    {
        search.leave_out_defaults(is_default(matches, "format"), is_default(matches, "limit"));
    }
    Ok(args)
}

/// Whether nobody typed the argument.
fn is_default(matches: &ArgMatches, id: &str) -> bool {
    matches.value_source(id) == Some(ValueSource::DefaultValue)
}

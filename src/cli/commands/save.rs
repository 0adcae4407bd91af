//! `fihris save` and `fihris run`: searches by a name, and what is new of them.

use std::ffi::OsString;
use std::io::Write;

use clap::Parser;

use crate::args::fields::FieldsArg;
use crate::args::number::number;
use crate::args::search::SearchArgs;
use crate::i18n::{Message, SavedLine};
use crate::render::clean::one_line;
use fihris_analysis::news::Seen;

use crate::commands::search;
use crate::support::context::{Context, SearchFormat};
use crate::support::failure::{Failure, eprint_message};
use crate::support::saved::SavedSearches;
use crate::{Outcome, help};

/// Save a search by a name, for the command run
///
/// Without a name, the saved searches are listed. What is found when a search is saved is not new.
#[derive(Debug, clap::Args)]
pub struct SaveArgs {
    /// Forget the search of this name
    #[arg(long, requires = "name", conflicts_with = "arguments")]
    forget: bool,
    /// What to call it: letters, figures, - and _
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// The query, with paths and options, as search takes them
    #[arg(
        value_name = "QUERY…",
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    arguments: Vec<OsString>,
}

/// Run a saved search
///
/// With --new, only articles are shown that were not when it was saved or last run so. An article was shown if one with
/// its id, in the same file, was; one of which there are several versions, if one with its id or its address was. What
/// --limit leaves out is new the next time.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// Its name
    #[arg(value_name = "NAME")]
    name: String,
    /// Show only what is new, all of it; the exit status is 1 if that is nothing
    #[arg(long)]
    new: bool,
    /// Show at most so many
    #[arg(short = 'n', long, value_name = "N", value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: Option<usize>,
    /// As search has it, whatever was saved
    #[arg(long, value_enum)]
    format: Option<SearchFormat>,
    #[command(flatten)]
    fields: FieldsArg,
}

/// A search as it is typed.
#[derive(Debug, Parser)]
#[command(name = "fihris search", no_binary_name = true)]
struct Typed {
    #[command(flatten)]
    search: SearchArgs,
}

/// Saves, lists or forgets.
pub fn save(context: &Context, args: &SaveArgs) -> Result<Outcome, Failure> {
    let searches = SavedSearches::new(context);
    let Some(name) = &args.name else {
        return list(context, &searches);
    };
    if args.forget {
        searches.forget(name)?;
        eprint_message(Message::Saved(SavedLine::Forgotten(&one_line(name))));
        return Ok(Outcome::Done);
    }
    if args.arguments.is_empty() {
        return Err(Failure::new(
            Message::Saved(SavedLine::NothingToSave),
            Message::Saved(SavedLine::SaveOne),
        ));
    }
    let mut arguments = Vec::new();
    for argument in &args.arguments {
        let Some(text) = argument.to_str() else {
            return Err(Failure::new(
                Message::Saved(SavedLine::SavedIsText),
                Message::Saved(SavedLine::SaveOne),
            ));
        };
        arguments.push(text.to_string());
    }
    let typed = parse(&arguments)?;
    let mut seen = Seen::default();
    search::mark_seen(context, &typed, &mut seen)?;
    searches.save(name, arguments, &seen)?;
    eprint_message(Message::Saved(SavedLine::Saved(&one_line(name))));
    Ok(Outcome::Done)
}

/// Runs a saved search.
pub fn run(context: &Context, args: &RunArgs) -> Result<Outcome, Failure> {
    let searches = SavedSearches::new(context);
    let saved = searches.get(&args.name)?;
    let mut typed = parse(&saved.arguments)?;
    typed.show(args.limit, args.format, &args.fields);
    if !args.new {
        return search::run(context, &typed);
    }
    if !typed.names_hits() {
        return Err(Failure::new(
            Message::Saved(SavedLine::NewIsOfHits),
            Message::Saved(SavedLine::LeaveOutForNew),
        ));
    }
    typed.show_all();
    let mut seen = searches.seen(&args.name)?;
    let outcome = search::run_with(context, &typed, Some(&mut seen))?;
    searches.keep(&args.name, &seen)?;
    Ok(outcome)
}

/// The search that these arguments are.
fn parse(arguments: &[String]) -> Result<SearchArgs, Failure> {
    match Typed::try_parse_from(arguments) {
        Ok(typed) => Ok(typed.search),
        Err(error) => {
            let said = help::said(error);
            Err(Failure::new(
                Message::Saved(SavedLine::Is(&said)),
                Message::Saved(SavedLine::SearchTakes),
            ))
        }
    }
}

/// Lists the saved searches, a name and what was typed a line.
fn list(context: &Context, searches: &SavedSearches) -> Result<Outcome, Failure> {
    let mut out = context.screen(true);
    let names = searches.names()?;
    for name in &names {
        let arguments = searches.get(name)?.arguments;
        writeln!(out, "{name}\t{}", one_line(&arguments.join(" ")))?;
    }
    out.flush()?;
    Ok(Outcome::of_finding(!names.is_empty()))
}

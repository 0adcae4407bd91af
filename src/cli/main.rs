//! The `fihris` command: arguments become calls of the library, results an exit status.
//!
//! Only this folder knows clap, the terminal, languages and exit codes.

mod args;
mod commands;
mod completion;
mod help;
mod i18n;
mod render;
mod support;

use std::error::Error as _;
use std::ffi::OsString;
use std::io;
use std::panic;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use fihris_index::{IndexError, IoAction};
use i18n::Message;

use args::defaults::{parse, with_defaults};
use args::short::with_numbers_apart;
use commands::{
    analyze, check, collocates, compare, config, copies, explain, export, formats, index, kwic,
    learn, list, names, queries, remove, sample, save, search, shell, show, similar, spellings,
    status, terms, timeline, tutorial, words,
};
use support::config::Config;
use support::context::{Context, GlobalArgs};
use support::failure::{self, Failure, eprint_message};
use support::locale::{self, LanguageName};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Something was found, or the work is done.
    Done,
    /// Nothing was found.
    Nothing,
    /// Part of the work could not be done; the messages are out.
    Failed,
}

impl Outcome {
    /// Whether something was found; if not, it is said.
    fn of_finding(is_something: bool) -> Self {
        if is_something {
            return Self::Done;
        }
        eprint_message(Message::NothingFound);
        Self::Nothing
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => 0.into(),
            Outcome::Nothing => 1.into(),
            Outcome::Failed => 2.into(),
        }
    }
}

/// Index and search Arabic news.
#[derive(Debug, Parser)]
#[command(name = "fihris", bin_name = "fihris", version, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Args {
    #[command(flatten)]
    global: GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Exit status: 0 found or done, 1 nothing found, 2 error.
Config file: ~/.config/fihris/config.toml, or the one that FIHRIS_CONFIG names; fihris config shows what holds.
Try: fihris search 'قره باغ' FOLDER";

#[derive(Debug, Subcommand)]
enum Command {
    Index(index::Args),
    Remove(remove::Args),
    Learn(learn::Args),
    Search(search::Args),
    Show(show::Args),
    List(list::Args),
    Export(export::Args),
    Sample(sample::Args),
    Copies(copies::Args),
    Kwic(kwic::Args),
    Timeline(timeline::Args),
    Spellings(spellings::Args),
    Terms(terms::Args),
    Compare(compare::Args),
    Names(names::Args),
    Words(words::Args),
    Collocates(collocates::Args),
    Similar(similar::Args),
    Save(save::SaveArgs),
    Run(save::RunArgs),
    Status(status::Args),
    Config(config::Args),
    Check(check::Args),
    Analyze(analyze::Args),
    Explain(explain::Args),
    Formats(formats::Args),
    Queries(queries::Args),
    Tutorial(tutorial::Args),
    Completions(shell::CompletionsArgs),
    Man(shell::ManArgs),
}

/// Runs the program.
fn main() -> ExitCode {
    if let Some(answered) = completion::answer() {
        return answered;
    }
    let config = Config::load();
    let settings = config.as_ref().map(Config::settings).unwrap_or_default();
    let in_file = settings.iter().find(|setting| setting.key == "format");
    let formats = locale::values_among(std::env::args_os(), "--format");
    let format = formats.last().or(in_file.map(|setting| &setting.value));
    let is_json = format.is_some_and(|format| format == "json" || format == "jsonl");
    failure::choose_format(is_json);
    if is_json {
        locale::choose(Some(LanguageName::English)); // programs are spoken to in one language
    }
    let language = config.as_ref().ok().and_then(Config::language);
    let args = match parse(with_defaults(Args::command(), &settings), arguments()) {
        Ok(args) => args,
        Err(error) => return help::instead(error, language, &settings),
    };
    locale::choose(args.global.lang.or(language));
    failure::report_panics();
    let run = || {
        config?;
        run(args)
    };
    let result = panic::catch_unwind(panic::AssertUnwindSafe(run));
    let result = result.unwrap_or_else(|_| Err(Failure::of_panic()));
    match result {
        Ok(outcome) => outcome.into(),
        Err(failure) if failure.is_closed_pipe() => Outcome::Done.into(),
        Err(failure) => {
            failure.print();
            Outcome::Failed.into()
        }
    }
}

/// What was typed, as clap understands it.
fn arguments() -> Vec<OsString> {
    remove::with_streams_last(with_numbers_apart(std::env::args_os()))
}

/// Starts the threads that all work is shared among: later, that there are none would be a panic.
fn start_threads() -> Result<(), Failure> {
    let started = rayon::ThreadPoolBuilder::new().build_global();
    started.map_err(|error| {
        let source = error.source().and_then(|source| source.downcast_ref());
        let number = source.and_then(io::Error::raw_os_error);
        let source = number.map_or_else(|| io::Error::other(error), io::Error::from_raw_os_error);
        Failure::from(IndexError::Io {
            action: IoAction::Start,
            path: "threads".into(),
            source,
        })
    })
}

fn run(args: Args) -> Result<Outcome, Failure> {
    start_threads()?;
    let context = Context::new(&args.global)?;
    match args.command {
        Command::Index(args) => index::run(&context, &args),
        Command::Remove(args) => remove::run(&context, &args),
        Command::Learn(args) => learn::run(&context, &args),
        Command::Search(args) => search::run(&context, &args),
        Command::Show(args) => show::run(&context, &args),
        Command::List(args) => list::run(&context, &args),
        Command::Export(args) => export::run(&context, &args),
        Command::Sample(args) => sample::run(&context, &args),
        Command::Copies(args) => copies::run(&context, &args),
        Command::Kwic(args) => kwic::run(&context, &args),
        Command::Timeline(args) => timeline::run(&context, &args),
        Command::Spellings(args) => spellings::run(&context, &args),
        Command::Terms(args) => terms::run(&context, &args),
        Command::Compare(args) => compare::run(&context, &args),
        Command::Names(args) => names::run(&context, &args),
        Command::Words(args) => words::run(&context, &args),
        Command::Collocates(args) => collocates::run(&context, &args),
        Command::Similar(args) => similar::run(&context, &args),
        Command::Save(args) => save::save(&context, &args),
        Command::Run(args) => save::run(&context, &args),
        Command::Status(args) => status::run(&context, &args),
        Command::Config(args) => config::run(&context, &args),
        Command::Check(args) => check::run(&context, &args),
        Command::Analyze(args) => analyze::run(&context, &args),
        Command::Explain(args) => explain::run(&context, &args),
        Command::Formats(args) => formats::run(&context, &args),
        Command::Queries(args) => queries::run(&context, &args),
        Command::Tutorial(args) => tutorial::run(&context, &args),
        Command::Completions(args) => shell::completions(&context, &args),
        Command::Man(args) => shell::man(&args),
    }
}

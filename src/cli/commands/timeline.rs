//! `fihris timeline`: when something was written about.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::i18n::{Label, Message};
use crate::render::html;
use crate::render::timeline::{write_csv, write_json, write_text};
use fihris_analysis::timeline::{MAX_STEPS, Step, TimelineOptions, timeline};
use fihris_search::MatchSet;

use crate::Outcome;
use crate::args::query::AskArgs;
use crate::support::context::{Context, TableFormat};
use crate::support::failure::{Failure, eprint_message};

/// Count the articles that match in each day, month or year: in all, and of every 10,000
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    ask: AskArgs,
    /// How long a step is
    #[arg(long, value_enum, default_value_t, value_name = "STEP")]
    by: StepName,
    /// Write a picture of it, too
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// For people, one JSON object a step, CSV, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum StepName {
    Day,
    #[default]
    Month,
    Year,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = args.ask.ask(context)?;
    let step = match args.by {
        StepName::Day => Step::Day,
        StepName::Month => Step::Month,
        StepName::Year => Step::Year,
    };
    let found = MatchSet::find(&asked.index, &asked.query, &asked.filter)?;
    let timeline = timeline(asked.matches(&found.addresses), TimelineOptions { step })?;
    if let Some(file) = &args.svg {
        let title = args.ask.query();
        let picture = html::timeline::svg(&timeline, step, title).into_string();
        fs::write(file, picture).map_err(|error| {
            let error = &error;
            Failure::new(
                Message::CannotWriteTo { file, error },
                Message::NameAWritableFile,
            )
        })?;
    }
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Text => write_text(&mut out, &timeline, step, context.style)?,
        TableFormat::Json => write_json(&mut out, &timeline, step)?,
        TableFormat::Html => {
            let page = context.page(Label::Timeline, Some(args.ask.query()));
            html::timeline::write(&mut out, page, &timeline, step)?;
        }
        TableFormat::Csv => write_csv(&mut out, &timeline, step)?,
    }
    out.flush()?;
    if args.format == TableFormat::Text && timeline.undated > 0 {
        eprint_message(Message::Undated(timeline.undated));
    }
    if timeline.has_merged_buckets() {
        eprint_message(Message::StepsInOne(MAX_STEPS));
    }
    Ok(Outcome::of_finding(!found.is_empty()))
}

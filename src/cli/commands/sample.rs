//! `fihris sample`: articles drawn at random.

use std::path::PathBuf;

use crate::args::fields::FieldsArg;
use crate::args::number::number;
use crate::args::query::{MatchArgs, ask};
use crate::i18n::{Message, TableLine};
use fihris_analysis::sample::sample;

use super::list::Listing;
use crate::Outcome;
use crate::support::context::{Context, RowFormat};
use crate::support::failure::{Failure, eprint_message};

/// Draw articles at random, all or of those that match: to code by hand, say
///
/// The same seed draws the same articles, however the index came to be.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// So many
    #[arg(value_name = "N", value_parser = number::<usize>, allow_negative_numbers = true)]
    number: usize,
    /// What to look for, as in search; without it all articles may be drawn
    #[arg(allow_hyphen_values = true)]
    query: Option<String>,
    /// Bring the index up to date with these files and folders first, and draw only what is in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Any number: another one draws others
    #[arg(long, value_name = "S", default_value_t = 0, value_parser = number::<u64>, allow_negative_numbers = true)]
    seed: u64,
    /// For people, one JSON object an article, or a table
    #[arg(long, value_enum, default_value_t)]
    format: RowFormat,
    #[command(flatten)]
    fields: FieldsArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = ask(context, args.query.as_deref(), &args.paths, &args.matching)?;
    let articles = asked.all()?;
    let drawn = sample(asked.matches(&articles), args.number, args.seed)?;
    let listing = Listing {
        context,
        asked: &asked,
        format: args.format,
        fields: &args.fields,
    };
    listing.write(&drawn, articles.len(), 0)?;
    if !articles.is_empty() {
        eprint_message(Message::Table(TableLine::Drawn {
            drawn: drawn.len() as u64,
            articles: articles.len() as u64,
            seed: args.seed,
        }));
    }
    Ok(Outcome::of_finding(!articles.is_empty()))
}

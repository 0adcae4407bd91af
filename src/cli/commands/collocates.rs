//! `fihris collocates`: the words near the matches.

use std::io::Write;

use clap::ValueEnum;

use crate::args::number::number;
use crate::i18n::{Label, Message};
use crate::render::collocates::{write_csv, write_json, write_text};
use crate::render::html;
use fihris_analysis::collocates::{CollocateOptions, CollocateOrder, collocates};
use fihris_analysis::terms::WordOptions;

use crate::Outcome;
use crate::args::query::AskArgs;
use crate::support::context::{Context, TableFormat};
use crate::support::failure::{Failure, eprint_message};

/// List the words that stand near the matches of a query more often than elsewhere
///
/// Words of one core are counted together, or with --no-inflection each form by itself. A word counts
/// once, for the nearest match in its zone; the words of the matches do not count.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    ask: AskArgs,
    /// How many words on either side are near
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = number::<usize>, allow_negative_numbers = true)]
    window: usize,
    /// Typical: by log-likelihood, if more frequent near than elsewhere; dice: by logDice; frequent: by
    /// number
    #[arg(long, value_enum, default_value_t)]
    sort: OrderName,
    /// Also words such as في and التي
    #[arg(long)]
    stop_words: bool,
    /// So many words at most
    #[arg(short = 'n', long, value_name = "N", default_value_t = 30, value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: usize,
    /// For people, one JSON object a word, CSV, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum OrderName {
    #[default]
    Typical,
    Dice,
    Frequent,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = args.ask.ask(context)?;
    let articles = asked.all()?;
    let options = CollocateOptions {
        window: args.window,
        words: WordOptions {
            by_word: args.ask.options().inflection,
            stop_words: args.stop_words,
        },
        order: match args.sort {
            OrderName::Typical => CollocateOrder::Typical,
            OrderName::Dice => CollocateOrder::Dice,
            OrderName::Frequent => CollocateOrder::Frequent,
        },
    };
    let matches = asked.matches(&articles);
    let mut near = collocates(matches, options)?;
    let is_found = !near.words.is_empty();
    near.words.truncate(args.limit);
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Text => write_text(&mut out, &near, context.style)?,
        TableFormat::Json => write_json(&mut out, &near)?,
        TableFormat::Html => {
            let page = context
                .page(Label::Collocates, Some(args.ask.query()))
                .of_finding(is_found);
            html::terms::write_collocates(&mut out, page, &near)?;
        }
        TableFormat::Csv => write_csv(&mut out, &near)?,
    }
    out.flush()?;
    if args.format == TableFormat::Text {
        eprint_message(Message::NearMatches {
            matches: near.matches,
            near: near.total.target,
            others: near.total.reference,
        });
    }
    Ok(Outcome::of_finding(is_found))
}

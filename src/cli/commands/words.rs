//! `fihris words`: the words that an index holds.

use std::io::Write;

use crate::args::number::number;
use crate::i18n::Message;
use crate::render::words::{write_csv, write_json, write_text};
use fihris_analysis::words::indexed_words;

use crate::Outcome;
use crate::args::lexicon::LexiconArg;
use crate::support::context::{Context, ListFormat};
use crate::support::failure::{Failure, eprint_message};

/// List the words that the index holds, the most frequent first
///
/// The forms of one word are together. Those that the lexicon does not know are names, loan words and slips;
/// what should be known goes into lexicon.tsv in the folder of the index.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only words that the lexicon does not know
    #[arg(long)]
    unknown: bool,
    /// So many words at most
    #[arg(short = 'n', long, value_name = "N", default_value_t = 30, value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: usize,
    #[command(flatten)]
    lexicon: LexiconArg,
    /// For people, one JSON object a word, or a CSV line a form
    #[arg(long, value_enum, default_value_t)]
    format: ListFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let index = context.open_with(&args.lexicon.load(context)?)?;
    let mut list = indexed_words(&index, args.unknown);
    let is_found = !list.words.is_empty();
    list.words.truncate(args.limit);
    let mut out = context.screen(args.format == ListFormat::Text);
    match args.format {
        ListFormat::Text => write_text(&mut out, &list.words, context.style)?,
        ListFormat::Json => write_json(&mut out, &list)?,
        ListFormat::Csv => write_csv(&mut out, &list.words)?,
    }
    out.flush()?;
    if args.format == ListFormat::Text {
        eprint_message(Message::WordsTotal {
            forms: list.forms,
            unknown: list.unknown,
        });
    }
    Ok(Outcome::of_finding(is_found))
}

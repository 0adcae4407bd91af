//! `fihris spellings`: who writes a word how.

use std::io::Write;

use crate::i18n::{Label, Message};
use crate::render::html;
use crate::render::spellings::{write_csv, write_json, write_text};
use fihris_analysis::spellings::{SpellingOptions, spelling_distribution};
use fihris_query::expansion::{Query, TermExpansion};

use crate::Outcome;
use crate::args::query::AskArgs;
use crate::support::context::{Context, TableFormat};
use crate::support::failure::Failure;

/// Count the spellings of a word or a name, by year and by source
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    ask: AskArgs,
    /// For people, one JSON object a spelling, CSV, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = args.ask.ask(context)?;
    let term = only_word(&asked.query)?;
    let articles = asked.all()?;
    let options = SpellingOptions { term };
    let spellings = spelling_distribution(asked.matches(&articles), options)?;
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Text => write_text(&mut out, &spellings, context.style)?,
        TableFormat::Json => write_json(&mut out, &spellings)?,
        TableFormat::Html => {
            let page = context.page(Label::Spellings, Some(args.ask.query()));
            html::spellings::write(&mut out, &page, &spellings)?;
        }
        TableFormat::Csv => write_csv(&mut out, &spellings)?,
    }
    out.flush()?;
    Ok(Outcome::of_finding(!spellings.is_empty()))
}

/// The word that was asked for, or the name of several.
fn only_word(query: &Query) -> Result<&TermExpansion, Failure> {
    match &query.clauses[..] {
        [clause] if clause.terms.len() == 1 => Ok(&clause.terms[0]),
        _ => Err(Failure::new(Message::OneWordOnly, Message::AskEachWord)),
    }
}

//! `fihris explain`: what a query means, and what of it the index holds.

use std::io::Write;

use crate::i18n::Label;
use crate::render::explanation::{write_json, write_text};
use crate::render::html;
use fihris_search::explain::explain;

use crate::Outcome;
use crate::args::query::AskArgs;
use crate::support::context::{Context, PageFormat};
use crate::support::failure::Failure;

/// Show what a query means: its parts, and for each word what it stands for in the index
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    ask: AskArgs,
    /// For people, one JSON object, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = args.ask.ask(context)?;
    let (tree, articles) = explain(&asked.index, &asked.query, &asked.filter)?;
    let mut out = context.screen(args.format == PageFormat::Text);
    match args.format {
        PageFormat::Text => write_text(&mut out, &tree, articles, context.style)?,
        PageFormat::Json => write_json(&mut out, args.ask.query(), &tree, articles)?,
        PageFormat::Html => {
            let page = context.page(Label::Explain, Some(args.ask.query()));
            html::explanation::write(&mut out, page, &tree, articles)?;
        }
    }
    out.flush()?;
    Ok(Outcome::of_finding(articles > 0))
}

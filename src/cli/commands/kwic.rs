//! `fihris kwic`: each match in its context, a line each.

use std::io::Write;

use clap::ValueEnum;

use crate::args::number::{NotANumber, number};
use crate::i18n::{Label, Message};
use crate::render::concordance::{write_csv, write_json, write_text};
use crate::render::html;
use crate::render::screen::write_concordance;
use fihris_analysis::concordance::{
    Concordance, ConcordanceOptions, ConcordanceOrder, concordance,
};
use fihris_search::{SearchOptions, search};

use crate::Outcome;
use crate::args::query::AskArgs;
use crate::support::context::{Context, TableFormat};
use crate::support::failure::{Failure, eprint_message};

/// Show each match with the words around it, a line each (keyword in context)
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    ask: AskArgs,
    /// In the order of the articles' ranks, or by the words before or after
    #[arg(long, value_enum, default_value_t)]
    sort: OrderName,
    /// Words on either side, 1000 at most
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = words_beside, allow_negative_numbers = true)]
    words: u16,
    /// Only so many matches, drawn at random, the same each time
    #[arg(long, value_name = "N", value_parser = number::<usize>, allow_negative_numbers = true)]
    sample: Option<usize>,
    /// Look into so many articles, the best
    #[arg(short = 'n', long, value_name = "N", default_value_t = 1000, value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: usize,
    /// For people, one JSON object a match, CSV, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum OrderName {
    #[default]
    Rank,
    Before,
    After,
}

/// The most words on either side.
const MAX_WORDS_BESIDE: u16 = 1000;

/// The number of words in `text`.
fn words_beside(text: &str) -> Result<u16, NotANumber> {
    let words: u64 = number(text)?;
    let few = u16::try_from(words).ok();
    few.filter(|words| *words <= MAX_WORDS_BESIDE)
        .ok_or(NotANumber::Above(MAX_WORDS_BESIDE.into()))
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = args.ask.ask(context)?;
    let wanted = SearchOptions::best(args.limit);
    let ranked = search(&asked.index, &asked.query, &asked.filter, wanted)?;
    let options = ConcordanceOptions {
        context: usize::from(args.words),
        sample: args.sample,
        order: match args.sort {
            OrderName::Rank => ConcordanceOrder::Rank,
            OrderName::Before => ConcordanceOrder::Before,
            OrderName::After => ConcordanceOrder::After,
        },
    };
    let Concordance { lines, matches } = concordance(asked.matches(&ranked.addresses()), options)?;
    // With --limit 0 nobody looks for matches, but there are articles.
    let is_found = matches > 0 || (ranked.docs.is_empty() && ranked.total > 0);
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Text => match out.raw() {
            Some((raw, layout)) => write_concordance(raw, &lines, context.style, layout)?,
            None => write_text(&mut out, &lines, context.style)?,
        },
        TableFormat::Json => write_json(&mut out, &lines, &context.path_names()?)?,
        TableFormat::Html => {
            let page = context
                .page(Label::Kwic, Some(args.ask.query()))
                .of_finding(is_found)
                .with(Label::Matches, &lines.len())
                .with(Label::Articles, &ranked.total)
                .with(Label::ArticlesShown, &ranked.docs.len());
            html::concordance::write(&mut out, &page, &lines, &context.path_names()?)?;
        }
        TableFormat::Csv => write_csv(&mut out, &lines, &context.path_names()?)?,
    }
    out.flush()?;
    let articles = ranked.docs.len() as u64;
    if articles < ranked.total {
        eprint_message(Message::BestOf {
            best: articles,
            articles: ranked.total,
        });
    }
    Ok(Outcome::of_finding(is_found))
}

//! `fihris terms`: the words of the articles that match.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::args::number::number;
use crate::i18n::{Label, Message, TableLine};
use crate::render::html;
use crate::render::terms::{write_csv, write_json, write_text};
use fihris_analysis::keyness::BEYOND_CHANCE;
use fihris_analysis::terms::{
    Term, TermOptions, TermOrder, Terms, WordOptions, terms, terms_against,
};
use fihris_index::ArticleAddress;

use crate::Outcome;
use crate::args::query::{Asked, MatchArgs, ask, parse_early};
use crate::support::context::{Context, TableFormat};
use crate::support::failure::{Failure, eprint_message};

/// List the words of the articles that match: the most typical against all others, or the most frequent
///
/// Words of one core are counted together, or with --no-inflection each form by itself. Both kinds of
/// articles are counted in the zones that are searched. Copies count each.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to look for, as in search; without it all articles match, which asks for --on and the like
    #[arg(allow_hyphen_values = true)]
    query: Option<String>,
    /// Compare with the articles of this query, not with all others; those of both count on neither side
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    vs: Option<String>,
    /// Bring the index up to date with these files and folders first, and search only in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Typical: by log-likelihood, if more frequent than in other articles; frequent: by number. Else
    /// typical where there are other articles
    #[arg(long, value_enum)]
    sort: Option<OrderName>,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OrderName {
    Typical,
    Frequent,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    args.vs.as_deref().map_or(Ok(()), parse_early)?;
    let asked = ask(context, args.query.as_deref(), &args.paths, &args.matching)?;
    let articles = asked.all()?;
    let others = args
        .vs
        .as_deref()
        .map(|vs| others(&asked, vs))
        .transpose()?;
    let matching = args.matching.options();
    let options = TermOptions {
        zones: matching.zones,
        words: WordOptions {
            by_word: matching.inflection,
            stop_words: args.stop_words,
        },
        order: args.sort.map(|order| match order {
            OrderName::Typical => TermOrder::Typical,
            OrderName::Frequent => TermOrder::Frequent,
        }),
    };
    let matches = asked.matches(&articles);
    let mut table = match &others {
        Some(others) => terms_against(matches, others, options)?,
        None => terms(matches, options)?,
    };
    let is_found = !table.terms.is_empty();
    table.terms.truncate(args.limit);
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Text => write_text(&mut out, &table.terms, context.style)?,
        TableFormat::Json => write_json(&mut out, &table, args.vs.as_deref())?,
        TableFormat::Html => {
            let page = context
                .page(Label::Terms, args.query.as_deref())
                .of_finding(is_found);
            html::terms::write(&mut out, page, &table)?;
        }
        TableFormat::Csv => write_csv(&mut out, &table.terms)?,
    }
    out.flush()?;
    if args.format == TableFormat::Text {
        let Terms {
            articles,
            words,
            in_both,
            ..
        } = &table;
        let articles = [articles.target, articles.reference];
        let words = [words.target, words.reference];
        eprint_message(match in_both {
            Some(in_both) => Message::Table(TableLine::ComparedTwo {
                articles,
                words,
                in_both: *in_both,
            }),
            None => Message::Compared { articles, words },
        });
        if in_both.is_some() && args.sort != Some(OrderName::Frequent) {
            tell_chance(&table.terms.iter().collect::<Vec<&Term>>());
        }
    }
    Ok(Outcome::of_finding(is_found))
}

/// The articles of the query that is compared with.
fn others(asked: &Asked, vs: &str) -> Result<Vec<ArticleAddress>, Failure> {
    let query = asked.another(vs)?;
    Ok(asked.find(&query)?.addresses)
}

/// Says which differences are beyond chance, and of how many of these words they are not.
pub(super) fn tell_chance(shown: &[&Term]) {
    if shown.is_empty() {
        return;
    }
    let below = shown.iter().filter(|term| term.g2 < BEYOND_CHANCE).count();
    let shown = shown.len();
    eprint_message(Message::Table(TableLine::ByChance { below, shown }));
}

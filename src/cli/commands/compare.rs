//! `fihris compare`: two sources, queries or periods side by side.

use std::io::Write;
use std::path::PathBuf;

use crate::args::number::number;
use crate::commands::terms::tell_chance;
use crate::i18n::{Label, Message, TableLine};
use crate::render::compare::{Named, write_csv, write_json, write_text};
use crate::render::html;
use fihris_analysis::compare::{Comparison, compare, published_by};
use fihris_analysis::terms::{Term, TermOptions, WordOptions};
use fihris_index::ArticleAddress;
use fihris_search::Matches;

use crate::Outcome;
use crate::args::query::{Asked, MatchArgs, ask, parse_early};
use crate::support::context::{Context, TableFormat};
use crate::support::failure::{Failure, eprint_message};

/// Compare two sources, or the articles of two queries: how many there are, from when, and the typical words of each
///
/// The words are those of terms --vs, from either side. Articles of both are left out. Copies count each.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A source by its whole name, as list --sources prints it, or a query, as in search; periods are asked for as in
    /// date:2020-11
    #[arg(allow_hyphen_values = true)]
    one: String,
    /// What it is compared with: another source or query
    #[arg(allow_hyphen_values = true)]
    other: String,
    /// Bring the index up to date with these files and folders first, and look only in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Also words such as في and التي
    #[arg(long)]
    stop_words: bool,
    /// So many words of each at most
    #[arg(short = 'n', long, value_name = "N", default_value_t = 15, value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: usize,
    /// For people, one JSON object a side and a word, CSV, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = ask(context, None, &args.paths, &args.matching)?;
    let all = asked.all()?;
    let sides = [
        side(&asked, &all, &args.one)?,
        side(&asked, &all, &args.other)?,
    ];
    let matching = args.matching.options();
    let options = TermOptions {
        zones: matching.zones,
        words: WordOptions {
            by_word: matching.inflection,
            stop_words: args.stop_words,
        },
        order: None,
    };
    let [one, other] = &sides;
    let matches = |articles| Matches::new(&asked.index, &asked.query, articles);
    let mut found = compare([matches(one), matches(other)], options)?;
    for side in &mut found.sides {
        side.terms.truncate(args.limit);
    }
    let names = [&*args.one, &*args.other];
    let is_found = found.sides.iter().any(|side| side.published.articles > 0);
    write(
        context,
        args,
        Named {
            names,
            found: &found,
        },
    )?;
    Ok(Outcome::of_finding(is_found))
}

/// The articles of a source that is called so, else those of a query.
fn side(asked: &Asked, all: &[ArticleAddress], text: &str) -> Result<Vec<ArticleAddress>, Failure> {
    if let Some(articles) = published_by(&asked.index, text.trim(), all)? {
        return Ok(articles);
    }
    parse_early(text)?;
    let query = asked.another(text)?;
    Ok(asked.find(&query)?.addresses)
}

fn write(context: &Context, args: &Args, named: Named) -> Result<(), Failure> {
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Text => write_text(&mut out, named, context.style)?,
        TableFormat::Json => write_json(&mut out, named)?,
        TableFormat::Html => {
            let asked = named.names.join(" / ");
            let page = context.page(Label::Compare, Some(&asked));
            html::compare::write(&mut out, &page.noting(Label::BeyondChance), named)?;
        }
        TableFormat::Csv => write_csv(&mut out, named)?,
    }
    out.flush()?;
    if args.format == TableFormat::Text {
        let Comparison { sides, in_both } = named.found;
        let shown: Vec<&Term> = sides.iter().flat_map(|side| &side.terms).collect();
        eprint_message(Message::Table(TableLine::InBoth(*in_both)));
        tell_chance(&shown);
    }
    Ok(())
}

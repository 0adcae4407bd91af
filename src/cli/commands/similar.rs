//! `fihris similar`: articles like one.

use std::io::Write;
use std::path::PathBuf;

use crate::args::number::number;
use crate::i18n::{Label, Message};
use crate::render::clean::one_line;
use crate::render::html;
use crate::render::similar::{write_csv, write_json, write_json_summary, write_text};
use fihris_analysis::more_like_this::MoreLikeThis;
use fihris_index::{Index, IndexError};
use fihris_query::{ExpandOptions, Expander, Words};
use fihris_search::ScoredDoc;
use fihris_search::{Highlighter, Hit, SearchOptions, SearchResults, explain_score, search};

use crate::Outcome;
use crate::args::query::{MatchArgs, Opened};
use crate::commands::show::find;
use crate::support::context::{Context, TableFormat};
use crate::support::failure::{Failure, eprint_message};

/// Find articles like one: those that share most of its typical words
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The article's path or id, as search prints it; of a text with several stories, the first
    id: String,
    /// Bring the index up to date with these files and folders first, and search only in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// So many articles at most
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: usize,
    /// Show the copies of the article, too, and those of others by themselves
    #[arg(long)]
    no_group: bool,
    /// For people, one JSON object an article, CSV, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let opened = Opened::new(context, &args.paths, &args.matching)?;
    let index = opened.index;
    let texts = find(context, &index, &args.id)?;
    let Some(article) = texts.first().and_then(|stories| stories.first()) else {
        if args.format == TableFormat::Html {
            let page = context.page(Label::Similar, Some(&args.id));
            page.write_nothing(&mut context.out())?;
        }
        eprint_message(Message::NoArticle {
            id: &one_line(&args.id),
        });
        return Ok(Outcome::Nothing);
    };
    if texts.len() > 1 {
        eprint_message(Message::FirstOfSameId {
            id: &one_line(&args.id),
            articles: texts.len(),
            path: &one_line(&opened.path_names.show(&article.file)),
        });
    }
    let options = ExpandOptions {
        require_all: false,
        ..args.matching.options()
    };
    let expander = Expander::new(Words::new(&index), &opened.variants, options);
    let articles = index.vocabulary().statistics().articles;
    let more_like_this = MoreLikeThis::new(article, &expander, options.zones, articles);
    let wanted = SearchOptions {
        group_copies: !args.no_group,
        ..SearchOptions::best(args.limit.max(1).saturating_add(1)) // with the article itself
    };
    let mut ranked = search(&index, &more_like_this.query, &opened.filter, wanted)?;
    leave_out(&index, &article.id, args.no_group, &mut ranked)?;
    let is_found = !ranked.docs.is_empty();
    ranked.docs.truncate(args.limit);
    let highlighter = Highlighter::new(&more_like_this.query);
    let mut hits = Vec::new();
    Hit::read_all(&index, &highlighter, &ranked.docs, |_, hit| {
        hits.push(hit);
        Ok::<_, IndexError>(())
    })?;
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Text => hits.iter().try_for_each(|hit| {
            write_text(
                &mut out,
                hit,
                &more_like_this,
                &opened.path_names,
                context.style,
            )
        })?,
        TableFormat::Json => {
            for (rank, (found, hit)) in (1..).zip(ranked.docs.iter().zip(&hits)) {
                let reasons = explain_score(&index, &more_like_this.query, found, hit)?;
                write_json(
                    &mut out,
                    (hit, &reasons),
                    rank,
                    &more_like_this,
                    &opened.path_names,
                )?;
            }
            write_json_summary(&mut out, &article.id, &more_like_this, hits.len())?;
        }
        TableFormat::Html => {
            let found = ranked.docs.iter().zip(hits.iter().cloned());
            let explained = found.map(|(found, hit)| {
                let why = explain_score(&index, &more_like_this.query, found, &hit)?;
                Ok((hit, why))
            });
            let hits = explained.collect::<Result<Vec<_>, IndexError>>()?;
            let page = context
                .page(Label::Similar, Some(&article.id))
                .of_finding(is_found);
            html::hits::write_similar(&mut out, &page, &hits, &more_like_this, &opened.path_names)?;
        }
        TableFormat::Csv => write_csv(&mut out, &hits, &more_like_this, &opened.path_names)?,
    }
    out.flush()?;
    Ok(if is_found {
        Outcome::Done
    } else {
        Outcome::Nothing
    })
}

/// Takes the article with this id out of what was found, and its copies unless they are wanted.
fn leave_out(
    index: &Index,
    id: &str,
    with_copies: bool,
    ranked: &mut SearchResults,
) -> Result<(), IndexError> {
    let address = index.address(id)?;
    let copies = index.copies()?;
    let is_other = |found: &ScoredDoc| {
        let is_copy = |address| !with_copies && copies.are_copies(address, found.address);
        Some(found.address) != address && !address.is_some_and(is_copy)
    };
    ranked.docs.retain(is_other);
    Ok(())
}

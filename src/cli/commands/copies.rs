//! `fihris copies`: stories that were printed more than once.

use std::io::Write;

use crate::args::number::number;
use crate::i18n::Label;
use crate::render::copies::{CopyGroup, write_csv, write_json, write_text};
use crate::render::copy::Copy;
use crate::render::html;
use fihris_index::IndexError;

use crate::Outcome;
use crate::support::context::{Context, TableFormat};
use crate::support::failure::Failure;

/// List the stories that several articles tell in nearly the same words, the most copied first
#[derive(Debug, clap::Args)]
pub struct Args {
    /// List the copies among the earlier versions of articles too, each as an article of its own
    #[arg(long)]
    versions: bool,
    /// List at most so many stories
    #[arg(short = 'n', long, value_name = "N", value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: Option<usize>,
    /// Leave out the first so many
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number::<usize>, allow_negative_numbers = true)]
    offset: usize,
    /// For people, one JSON object a group, a CSV line an article, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let index = context.open()?;
    let path_names = context.path_names()?;
    let of_all;
    let copies = if args.versions && !index.versions().is_empty() {
        of_all = index.copies_of_all_versions()?;
        &of_all
    } else {
        index.copies()?
    };
    let mut groups = Vec::new();
    for cluster in copies.clusters() {
        let told = cluster.into_iter().map(|address| {
            let article = index.article(address)?;
            let copy = Copy::new(&article, &path_names);
            Ok((address, copy.with_version(index.versions().get(address))))
        });
        let told: Vec<_> = told.collect::<Result<_, IndexError>>()?;
        groups.extend(CopyGroup::all_of(told, |articles| copies.groups(articles)));
    }
    groups.sort_by_cached_key(CopyGroup::rank);
    let all = groups.len();
    let first = args.offset.min(all);
    groups.drain(..first);
    groups.truncate(args.limit.unwrap_or(all));
    let mut out = context.screen(args.format == TableFormat::Text);
    match args.format {
        TableFormat::Html => {
            let page = context.page(Label::Copies, None).with(Label::Stories, &all);
            html::copies::write(&mut out, page, &groups, first, all)?;
        }
        TableFormat::Csv => write_csv(&mut out, &groups)?,
        TableFormat::Json => groups
            .iter()
            .try_for_each(|group| write_json(&mut out, group))?,
        TableFormat::Text => groups
            .iter()
            .try_for_each(|group| write_text(&mut out, group, context.style))?,
    }
    out.flush()?;
    Ok(Outcome::of_finding(all > 0))
}

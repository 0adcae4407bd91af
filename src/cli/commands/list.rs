//! `fihris list`: which articles are in the index, and whose they are.

use std::io::Write;
use std::path::PathBuf;

use crate::args::fields::FieldsArg;
use crate::args::number::number;
use crate::args::query::{Asked, MatchArgs, ask};
use crate::args::sort::SortName;
use crate::i18n::{Message, TableLine};
use crate::render::copy::Copy;
use crate::render::list::{self, OF_ARTICLES};
use crate::render::rows::{Row, RowForm, RowWriter};
use crate::render::sources;
use fihris_analysis::coverage::coverage;
use fihris_index::ArticleAddress;
use fihris_search::{SearchOptions, SortOrder, search};

use crate::Outcome;
use crate::support::articles::each_article;
use crate::support::context::{Context, RowFormat};
use crate::support::failure::{Failure, eprint_message};

/// List the articles of the index, all or those that match
///
/// They come in the order in which they were read: by file, and by their places in it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to look for, as in search; without it all articles are listed
    #[arg(allow_hyphen_values = true)]
    query: Option<String>,
    /// Bring the index up to date with these files and folders first, and list only what is in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// List who published them instead: how many articles, from when to when, and on which days none
    #[arg(long, conflicts_with_all = ["sort", "offset", "fields"])]
    sources: bool,
    /// The order: path, date, -date (the newest first), source, or score
    #[arg(
        long,
        value_enum,
        default_value = "path",
        value_name = "ORDER",
        allow_hyphen_values = true,
        hide_possible_values = true
    )]
    sort: SortName,
    /// List at most so many
    #[arg(short = 'n', long, value_name = "N", value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: Option<usize>,
    /// Leave out the first so many
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number::<usize>, allow_negative_numbers = true)]
    offset: usize,
    /// For people, one JSON object an article, or a table
    #[arg(long, value_enum, default_value_t)]
    format: RowFormat,
    #[command(flatten)]
    fields: FieldsArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = ask(context, args.query.as_deref(), &args.paths, &args.matching)?;
    if args.sources {
        return list_sources(context, args, &asked);
    }
    let mut articles = asked.in_order(args.sort.get())?;
    let total = articles.len();
    articles.drain(..args.offset.min(total));
    articles.truncate(args.limit.unwrap_or(usize::MAX));
    let listing = Listing {
        context,
        asked: &asked,
        format: args.format,
        fields: &args.fields,
    };
    listing.write(&articles, total, args.offset)?;
    if args.format == RowFormat::Text && total > 0 {
        eprint_message(if articles.len() < total {
            let first = args.offset.saturating_add(1);
            let last = args.offset.saturating_add(articles.len());
            let articles = total as u64;
            Message::Table(TableLine::Listed {
                articles,
                first,
                last,
            })
        } else {
            Message::Articles(total as u64)
        });
    }
    Ok(Outcome::of_finding(total > 0))
}

/// How articles are listed.
pub(super) struct Listing<'a> {
    pub context: &'a Context,
    pub asked: &'a Asked,
    pub format: RowFormat,
    pub fields: &'a FieldsArg,
}

impl Listing<'_> {
    /// Writes `articles`, which are some of `total`, from the number `offset` on.
    ///
    /// # Errors
    /// If a column is of no article, the index cannot be read, or the output fails.
    pub fn write(
        &self,
        articles: &[ArticleAddress],
        total: usize,
        offset: usize,
    ) -> Result<(), Failure> {
        let (context, index) = (self.context, &self.asked.index);
        let form = self.format.rows();
        let columns = self.fields.columns(form, OF_ARTICLES, index)?;
        let path_names = context.path_names()?;
        let mut out = context.screen(self.format == RowFormat::Text);
        match form {
            Some(form) => {
                let mut rows = RowWriter::new(&mut out, form, &columns)?;
                each_article(index, articles, |article| {
                    let row = Row {
                        article: &article,
                        hit: None,
                        path_names: &path_names,
                    };
                    Ok(rows.write(row)?)
                })?;
                rows.finish()?;
            }
            None => each_article(index, articles, |article| {
                match self.format {
                    RowFormat::Json => list::write_json(&mut out, &article, &path_names)?,
                    _ => Copy::new(&article, &path_names).write_line(&mut out, context.style)?,
                }
                Ok(())
            })?,
        }
        if self.format == RowFormat::Json {
            list::write_summary(&mut out, total, offset, articles.len())?;
        }
        out.flush()?;
        Ok(())
    }
}

/// Lists who published the articles that match.
fn list_sources(context: &Context, args: &Args, asked: &Asked) -> Result<Outcome, Failure> {
    let articles = asked.all()?;
    let mut coverage = coverage(asked.matches(&articles))?;
    coverage.sources.truncate(args.limit.unwrap_or(usize::MAX));
    let mut out = context.screen(args.format == RowFormat::Text);
    match args.format {
        RowFormat::Text => sources::write_text(&mut out, &coverage, context.style)?,
        RowFormat::Json => sources::write_json(&mut out, &coverage)?,
        RowFormat::Csv => sources::write_table(&mut out, &coverage, RowForm::Csv)?,
        RowFormat::Tsv => sources::write_table(&mut out, &coverage, RowForm::Tsv)?,
        RowFormat::Jsonl => sources::write_table(&mut out, &coverage, RowForm::Jsonl)?,
    }
    out.flush()?;
    Ok(Outcome::of_finding(!articles.is_empty()))
}

impl Asked {
    /// All articles that match, each by itself, in this order.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn in_order(&self, order: SortOrder) -> Result<Vec<ArticleAddress>, Failure> {
        if order == SortOrder::Path {
            let mut articles = self.all()?;
            self.index.put_in_order(&mut articles)?;
            return Ok(articles);
        }
        let wanted = SearchOptions {
            order,
            ..SearchOptions::best(usize::MAX)
        };
        let found = search(&self.index, &self.query, &self.filter, wanted)?;
        if found.undated > 0 {
            eprint_message(Message::Undated(found.undated));
        }
        Ok(found.addresses())
    }
}

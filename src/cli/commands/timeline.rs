//! `fihris timeline`: when something was written about.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use clap::ValueEnum;

use crate::i18n::{AskingLine, Label, Message};
use crate::render::copy::Copy;
use crate::render::html;
use crate::render::timeline::{
    write_csv, write_json, write_series_csv, write_series_json, write_series_text, write_text,
};
use fihris_analysis::timeline::{MAX_STEPS, Step, Timeline, TimelineOptions, timelines};
use fihris_index::ArticleAddress;
use fihris_search::Matches;

use crate::Outcome;
use crate::args::query::{Asked, MatchArgs, ask, parse_early};
use crate::support::articles::each_article;
use crate::support::context::{Context, TableFormat};
use crate::support::failure::{Failure, eprint_message};

/// So many articles stand on a page with their timeline at most.
const MOST_LISTED: usize = 100;

/// The most queries that are counted side by side.
const MOST_SERIES: usize = 8;

/// Count the articles that match in each day, week, month or year: in all, and of every 10,000
///
/// Several queries are counted side by side. A step without any article is no zero: it has a dash, or in CSV and JSON no
/// share.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to look for, as in search; quote it, for the shell
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// More queries, eight in all; what is there as a file or folder is one with which the index is brought up to date
    /// first, and to which the search keeps
    #[arg(value_name = "QUERY|PATH")]
    more: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Count only articles that this query finds, too, and of every 10,000 of them
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    base: Option<String>,
    /// How long a step is; weeks begin on Monday
    #[arg(long, value_enum, default_value_t, value_name = "STEP")]
    by: StepName,
    /// Write a picture of it, too
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// For people, one JSON object a step, CSV, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum StepName {
    Day,
    Week,
    #[default]
    Month,
    Year,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let (queries, paths) = args.queries_and_paths()?;
    for query in queries.iter().copied().chain(args.base.as_deref()) {
        parse_early(query)?;
    }
    let asked = ask(context, Some(queries[0]), &paths, &args.matching)?;
    let step = match args.by {
        StepName::Day => Step::Day,
        StepName::Week => Step::Week,
        StepName::Month => Step::Month,
        StepName::Year => Step::Year,
    };
    let mut found = vec![asked.find(&asked.query)?];
    for query in &queries[1..] {
        found.push(asked.find(&asked.another(query)?)?);
    }
    let base = match &args.base {
        Some(base) => Some(asked.find(&asked.another(base)?)?.addresses),
        None => None,
    };
    if let Some(base) = &base {
        let base: HashSet<&ArticleAddress> = base.iter().collect();
        for found in &mut found {
            found.addresses.retain(|address| base.contains(address));
        }
    }
    let series = found.iter().map(|found| asked.matches(&found.addresses));
    let series: Vec<Matches> = series.collect();
    let timelines = timelines(&series, base.as_deref(), TimelineOptions { step })?;
    let is_found = found.iter().any(|found| !found.is_empty());
    let series: Vec<(&str, Timeline)> = queries.into_iter().zip(timelines).collect();
    let mut out = context.screen(args.format == TableFormat::Text);
    match &series[..] {
        [(query, timeline)] => {
            if let Some(file) = &args.svg {
                write_picture(file, timeline, step, query)?;
            }
            let few = found[0].addresses.len() <= MOST_LISTED;
            let listed = (few && args.format == TableFormat::Html)
                .then(|| listed(context, &asked, &found[0].addresses))
                .transpose()?;
            let listed = listed.unwrap_or_default();
            write_one(context, args, &mut out, (query, timeline, &listed), step)?;
        }
        _ => write_several(context, args, &mut out, &series, step)?,
    }
    out.flush()?;
    let undated: u64 = series.iter().map(|(_, timeline)| timeline.undated).sum();
    if args.format == TableFormat::Text && undated > 0 {
        eprint_message(Message::Undated(undated));
    }
    if series
        .iter()
        .any(|(_, timeline)| timeline.has_merged_buckets())
    {
        eprint_message(Message::StepsInOne(MAX_STEPS));
    }
    Ok(Outcome::of_finding(is_found))
}

impl Args {
    /// What is counted, and the files and folders that it is counted in.
    fn queries_and_paths(&self) -> Result<(Vec<&str>, Vec<PathBuf>), Failure> {
        let (mut queries, mut paths) = (vec![self.query.as_str()], Vec::new());
        for argument in &self.more {
            let is_path = argument.symlink_metadata().is_ok() || looks_like_path(argument);
            match argument.to_str() {
                Some(query) if !is_path => queries.push(query),
                _ => paths.push(argument.clone()),
            }
        }
        if queries.len() > MOST_SERIES {
            let most = Message::Asking(AskingLine::MostSeries(MOST_SERIES));
            return Err(Failure::new(
                most,
                Message::Asking(AskingLine::LeaveOutSome),
            ));
        }
        if queries.len() > 1 && self.svg.is_some() {
            return Err(Failure::new(
                Message::Asking(AskingLine::SvgIsOfOne),
                Message::Asking(AskingLine::UseHtml),
            ));
        }
        Ok((queries, paths))
    }
}

/// Whether what is not there was meant as a path all the same: it has a separator and no sign that queries have.
fn looks_like_path(argument: &Path) -> bool {
    argument.to_str().is_none_or(|text| {
        text.contains(MAIN_SEPARATOR) && !text.contains([' ', ':', '"', '(', '*'])
    })
}

fn write_picture(file: &Path, timeline: &Timeline, step: Step, title: &str) -> Result<(), Failure> {
    let picture = html::timeline::svg(timeline, step, title).into_string();
    fs::write(file, picture).map_err(|error| {
        let error = &error;
        Failure::new(
            Message::CannotWriteTo { file, error },
            Message::NameAWritableFile,
        )
    })
}

/// What is told of a few articles on a page, by their days.
fn listed(
    context: &Context,
    asked: &Asked,
    articles: &[ArticleAddress],
) -> Result<Vec<Copy>, Failure> {
    let path_names = context.path_names()?;
    let mut listed = Vec::new();
    each_article(&asked.index, articles, |article| {
        listed.push(Copy::new(&article, &path_names));
        Ok(())
    })?;
    listed.sort_by_key(Copy::day);
    Ok(listed)
}

/// Writes what was counted for one query.
fn write_one(
    context: &Context,
    args: &Args,
    out: &mut dyn Write,
    (query, timeline, articles): (&str, &Timeline, &[Copy]),
    step: Step,
) -> io::Result<()> {
    match args.format {
        TableFormat::Text => write_text(out, timeline, step, context.style),
        TableFormat::Json => write_json(out, timeline, step),
        TableFormat::Html => {
            let page = context.page(Label::Timeline, Some(query));
            html::timeline::write(out, page, timeline, step, articles)
        }
        TableFormat::Csv => write_csv(out, timeline, step),
    }
}

/// Writes what was counted for several queries.
fn write_several(
    context: &Context,
    args: &Args,
    out: &mut dyn Write,
    series: &[(&str, Timeline)],
    step: Step,
) -> io::Result<()> {
    match args.format {
        TableFormat::Text => write_series_text(out, series, step, context.style),
        TableFormat::Json => write_series_json(out, series, step),
        TableFormat::Html => {
            let queries: Vec<&str> = series.iter().map(|(query, _)| *query).collect();
            let queries = queries.join("، ");
            let page = context.page(Label::Timeline, Some(&queries));
            html::timeline::write_series(out, &page, series, step)
        }
        TableFormat::Csv => write_series_csv(out, series, step),
    }
}

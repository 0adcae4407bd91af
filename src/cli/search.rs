//! `fihris search`: find articles.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use fihris::corpus::{Places, ZoneSet};
use fihris::index::{Index, IndexError};
use fihris::output::copies::Copy;
use fihris::output::hits;
use fihris::output::json::{self, Line};
use fihris::query::{
    Hit, Marker, Query, Ranked, ResolveOptions, Resolver, Spellings, Wanted, reasons, search,
};

use super::Outcome;
use super::answer::Answer;
use super::ask::{MatchArgs, check, understood, update_first};
use super::batch::Batch;
use super::context::{Context, SearchFormat};
use super::failure::Failure;

/// Find articles
///
/// All words are required, in any order and with any clitics, endings and known spellings.
/// fihris help queries shows all that can be asked.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to look for; quote it, for the shell
    #[arg(allow_hyphen_values = true, required_unless_present = "queries")]
    query: Option<String>,
    /// Bring the index up to date with these files and folders first, and search only in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Where no article has all the words, do not show those with some
    #[arg(long, conflicts_with = "any")]
    all: bool,
    /// Show at most so many hits
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// Leave out the first so many hits
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: usize,
    /// Print only how many articles match
    #[arg(long, conflicts_with = "files")]
    pub count: bool,
    /// Print only the paths of the files that match, all of them
    #[arg(long)]
    pub files: bool,
    /// Show copies of an article as hits of their own, not under the best of them
    #[arg(long)]
    no_group: bool,
    /// Show all words behind each score, with their shares of it
    #[arg(long, conflicts_with_all = ["count", "files"])]
    why: bool,
    /// List the copies under each hit
    #[arg(long, conflicts_with_all = ["no_group", "count", "files"])]
    copies: bool,
    /// Answer each line of a file: a query, or an id, a tab and a query; - is stdin
    #[arg(long, value_name = "FILE", conflicts_with_all = ["count", "files", "offset"])]
    queries: Option<PathBuf>,
    /// For people, one JSON object a line, or a TREC run
    #[arg(long, value_enum, default_value_t)]
    pub format: SearchFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    if args.format == SearchFormat::Trec && args.queries.is_none() {
        return Err(Failure::new(
            "--format trec is for a file of queries",
            "name one with --queries FILE",
        ));
    }
    // With a file of queries, every argument is a path.
    let mut paths: Vec<PathBuf> = args.paths.clone();
    let mut text = args.query.clone().unwrap_or_default();
    if args.queries.is_some() && args.query.is_some() {
        paths.insert(0, PathBuf::from(std::mem::take(&mut text)));
    }
    let variants = args.matching.spellings.load(context)?;
    let places = context.places()?;
    if args.queries.is_none() {
        check(&text)?;
    }
    let within = update_first(context, &places, &paths)?;
    let filter = args.matching.filter.filter(within);
    let index = context.open()?;
    let spellings = Spellings::new(&variants);
    let options = args.matching.options();
    let resolver = Resolver::new(index.vocabulary(), &spellings, options);
    let some = ResolveOptions {
        all: false,
        ..options
    };
    let some = Resolver::new(index.vocabulary(), &spellings, some);
    let mut out = context.out();
    if let Some(file) = &args.queries {
        let batch = Batch {
            index: &index,
            resolver: &resolver,
            filter: &filter,
            fields: index.field_names()?,
            limit: args.limit,
            format: args.format,
        };
        return batch.run(file, &mut out);
    }
    let syntax = understood(&text, &index)?;
    let mut query = resolver.resolve(&syntax);
    let limit = match args {
        Args { count: true, .. } => 0,
        Args { files: true, .. } => usize::MAX,
        _ => args.limit.saturating_add(args.offset),
    };
    let wanted = Wanted {
        limit,
        grouped: !(args.no_group || args.count || args.files),
    };
    let mut ranked = search(&index, &query, &filter, wanted)?;
    let total = ranked.total;
    let may_be_partial = !(args.all || args.matching.any || args.count || args.files);
    let is_partial = total == 0 && may_be_partial && query.wanted().len() > 1;
    if is_partial {
        query = some.resolve(&syntax);
        ranked = search(&index, &query, &filter, wanted)?;
    }
    let shown = match (args.count, args.files) {
        (true, _) => 0,
        (_, true) => write_files(&mut out, &index, &ranked, &places, args.format)?,
        _ => write_hits(&mut out, context, &index, &query, &ranked, &places, args)?,
    };
    let elsewhere = match args.matching.zones {
        None if !is_partial => {
            let options = ResolveOptions {
                zones: ZoneSet::ALL,
                ..options
            };
            let query = Resolver::new(index.vocabulary(), &spellings, options).resolve(&syntax);
            let counted = Wanted {
                limit: 0,
                grouped: false,
            };
            let all = search(&index, &query, &filter, counted)?.total;
            all.saturating_sub(total)
        }
        _ => 0,
    };
    let answer = Answer {
        total,
        stories: ranked.stories,
        partial: is_partial.then_some(ranked.total),
        undated: ranked.undated,
        elsewhere,
        shown,
    };
    answer.tell(&mut out, args, &text)?;
    out.flush()?;
    Ok(if total > 0 {
        Outcome::Done
    } else {
        Outcome::Nothing
    })
}

fn write_hits(
    out: &mut dyn Write,
    context: &Context,
    index: &Index,
    query: &Query,
    ranked: &Ranked,
    places: &Places,
    args: &Args,
) -> Result<usize, Failure> {
    let marker = Marker::new(query);
    let mut shown = 0;
    for (rank, found) in ranked.best.iter().enumerate().skip(args.offset) {
        let hit = Hit::read(index, &marker, found)?;
        let copies = if args.copies {
            let copies = found.copies.iter();
            let read = |address: &_| Ok(Copy::of(&index.article(*address)?, places));
            Some(
                copies
                    .map(read)
                    .collect::<Result<Vec<Copy>, IndexError>>()?,
            )
        } else {
            None
        };
        let is_json = args.format == SearchFormat::Json;
        let why = if is_json || args.why {
            Some(reasons(index, query, found, &hit)?)
        } else {
            None
        };
        if is_json {
            let why = why.unwrap_or_default();
            let fields = json::hit(&hit, &why, rank + 1, places, copies);
            json::write_line(out, &Line::new("hit", fields))?;
        } else {
            hits::write_hit(
                out,
                &hit,
                why.as_ref(),
                places,
                copies.as_deref(),
                context.style,
            )?;
        }
        shown += 1;
    }
    Ok(shown)
}

fn write_files(
    out: &mut dyn Write,
    index: &Index,
    ranked: &Ranked,
    places: &Places,
    format: SearchFormat,
) -> Result<usize, Failure> {
    let mut seen = HashSet::new();
    let mut shown = 0;
    for found in &ranked.best {
        let file = index.file_of(found.address)?;
        if !seen.insert(file.clone()) {
            continue;
        }
        let path = places.show(&file);
        if format == SearchFormat::Json {
            json::write_line(out, &Line::new("file", serde_json::json!({ "path": path })))?;
        } else {
            writeln!(out, "{path}")?;
        }
        shown += 1;
    }
    Ok(shown)
}

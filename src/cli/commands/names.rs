//! `fihris names`: the people, places and organisations that articles name.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::args::number::number;
use crate::i18n::{Label, Message, TableLine};
use crate::render::html;
use crate::render::names::{write_json, write_table, write_text};
use fihris_analysis::names::{NameKind, names};

use crate::Outcome;
use crate::args::query::{MatchArgs, ask};
use crate::support::context::{Context, ReportFormat};
use crate::support::failure::{Failure, eprint_message};

/// List the people, places and organisations that the articles name, with their spellings
///
/// Names are known by the lexicon, by titles and words such as مدينة and شركة beside them, and by unknown words in a row: some are missed,
/// and some are none. Those of which nothing tells what they are of are called name.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to look for, as in search; without it all articles are read
    #[arg(allow_hyphen_values = true)]
    query: Option<String>,
    /// Bring the index up to date with these files and folders first, and read only what is in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Only names of these
    #[arg(long, value_enum)]
    kind: Option<KindName>,
    /// So many names at most
    #[arg(short = 'n', long, value_name = "N", default_value_t = 30, value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: usize,
    /// For people, one JSON object a name, a table, or a page of HTML
    #[arg(long, value_enum, default_value_t)]
    format: ReportFormat,
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum KindName {
    /// People and families
    Person,
    /// Places
    Place,
    /// Organisations
    Organisation,
    /// What nothing tells
    Name,
}

impl KindName {
    fn get(self) -> NameKind {
        match self {
            Self::Person => NameKind::Person,
            Self::Place => NameKind::Place,
            Self::Organisation => NameKind::Organisation,
            Self::Name => NameKind::Other,
        }
    }
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let asked = ask(context, args.query.as_deref(), &args.paths, &args.matching)?;
    let articles = asked.all()?;
    let zones = args.matching.options().zones;
    let mut found = names(asked.matches(&articles), zones, asked.variants())?;
    if let Some(kind) = args.kind {
        found.names.retain(|name| name.kind == kind.get());
    }
    let all = found.names.len();
    found.names.truncate(args.limit);
    let mut out = context.screen(args.format == ReportFormat::Text);
    match (args.format, args.format.rows()) {
        (_, Some(form)) => write_table(&mut out, &found, form)?,
        (ReportFormat::Json, _) => write_json(&mut out, &found, all)?,
        (ReportFormat::Html, _) => {
            let page = context
                .page(Label::Names, args.query.as_deref())
                .of_finding(all > 0);
            html::names::write(&mut out, page, &found)?;
        }
        _ => write_text(&mut out, &found.names, context.style)?,
    }
    out.flush()?;
    if args.format == ReportFormat::Text {
        eprint_message(Message::Table(TableLine::NamesTotal {
            names: all,
            articles: found.articles,
            given_up: found.given_up,
        }));
    }
    Ok(Outcome::of_finding(all > 0))
}

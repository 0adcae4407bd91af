//! `fihris export`: articles as they went in.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::args::query::{Asked, MatchArgs, ask};
use crate::i18n::{AskingLine, Message, TableLine};
use crate::render::export::{CsvExport, file_name, write_record};
use fihris_index::{ArticleAddress, make_folder};
use fihris_search::SortOrder;

use crate::Outcome;
use crate::support::articles::each_article;
use crate::support::context::Context;
use crate::support::failure::{Failure, eprint_message};

/// Write articles as they went in: all their fields, and their texts byte for byte
///
/// The title and the text, with an empty line between, are the text that show prints; where no empty line stands
/// behind the title, the text has it all. What is written can be indexed again: the ids stay the same.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to look for, as in search; without it all articles are written
    #[arg(allow_hyphen_values = true)]
    query: Option<String>,
    /// Bring the index up to date with these files and folders first, and write only what is in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// JSON Lines, CSV, or a text file an article in the folder that --output names
    #[arg(long, value_enum, default_value_t)]
    format: ExportFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    #[default]
    Jsonl,
    Csv,
    Text,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let folder = match args.format {
        ExportFormat::Text => Some(empty_folder(context.output())?),
        ExportFormat::Jsonl | ExportFormat::Csv => None,
    };
    let asked = ask(context, args.query.as_deref(), &args.paths, &args.matching)?;
    let articles = asked.in_order(SortOrder::Path)?;
    if let Some(folder) = folder {
        write_texts(folder, &asked, &articles)?;
    } else {
        let mut out = context.out();
        match args.format {
            ExportFormat::Csv => write_csv(&mut out, &asked, &articles)?,
            _ => each_article(&asked.index, &articles, |article| {
                Ok(write_record(&mut out, &article)?)
            })?,
        }
        out.flush()?;
    }
    if let Some(to) = context.output() {
        let articles = articles.len() as u64;
        eprint_message(Message::Table(TableLine::Exported { articles, to }));
    }
    Ok(Outcome::of_finding(!articles.is_empty()))
}

/// The folder for texts, with nothing in it.
fn empty_folder(named: Option<&Path>) -> Result<&Path, Failure> {
    let Some(folder) = named else {
        return Err(Failure::new(
            Message::Asking(AskingLine::TextsNeedAFolder),
            Message::Asking(AskingLine::NameAFolder),
        ));
    };
    let is_empty = match fs::read_dir(folder) {
        Ok(mut files) => files.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if !is_empty {
        let not_empty = Message::Asking(AskingLine::FolderIsNotEmpty(folder));
        return Err(Failure::new(
            not_empty,
            Message::Asking(AskingLine::NameAFolder),
        ));
    }
    make_folder(folder).map_err(|error| cannot_write(folder, &error))?;
    Ok(folder)
}

/// Writes a table with all fields that one of the articles has.
fn write_csv(
    out: &mut dyn Write,
    asked: &Asked,
    articles: &[ArticleAddress],
) -> Result<(), Failure> {
    let mut names = HashSet::new();
    each_article(&asked.index, articles, |article| {
        names.extend(article.fields.into_keys());
        Ok(())
    })?;
    let mut csv = CsvExport::new(out, names)?;
    each_article(&asked.index, articles, |article| Ok(csv.write(&article)?))?;
    Ok(csv.finish()?)
}

/// Writes a file an article.
fn write_texts(folder: &Path, asked: &Asked, articles: &[ArticleAddress]) -> Result<(), Failure> {
    let mut names = HashSet::new();
    each_article(&asked.index, articles, |article| {
        let file = folder.join(file_name(&article.id, &mut names));
        let written =
            File::create_new(&file).and_then(|mut to| to.write_all(article.text.as_bytes()));
        written.map_err(|error| cannot_write(&file, &error))
    })
}

fn cannot_write(file: &Path, error: &io::Error) -> Failure {
    Failure::new(
        Message::CannotWriteTo { file, error },
        Message::NameAWritableFile,
    )
}

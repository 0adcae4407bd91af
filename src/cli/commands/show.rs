//! `fihris show`: print an article.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::i18n::{Label, Message};
use crate::render::article::{Of, write_dates, write_json, write_number, write_zones};
use crate::render::clean::{lines, one_line};
use crate::render::{html, version};
use fihris_corpus::{Article, PathNames};
use fihris_index::Index;

use crate::Outcome;
use crate::support::context::{Context, PageFormat};
use crate::support::failure::{Failure, eprint_message, note};

/// Print the text of an article, as it was indexed
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The article's path or id, as search prints it; of a text with several stories, all of them
    #[arg(allow_hyphen_values = true)]
    id: String,
    /// Say of each part of the text what it is
    #[arg(long)]
    zones: bool,
    /// List the dates in the text, and when it was published
    #[arg(long, conflicts_with = "zones")]
    dates: bool,
    /// Show the earlier versions of the article too
    #[arg(long)]
    versions: bool,
    /// For people, one JSON object an article, or a page of HTML with zones and dates
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let mut index = context.open()?;
    if args.versions {
        index = index.with_all_versions()?;
    }
    let texts = find(context, &index, &args.id)?;
    let path_names = context.path_names()?;
    let mut out = context.screen(args.format == PageFormat::Text);
    if args.format == PageFormat::Html {
        let page = context.page(Label::Article, Some(&args.id));
        html::article::write(&mut out, &page, &texts, &path_names)?;
        out.flush()?;
    }
    if texts.is_empty() {
        eprint_message(Message::NoArticle {
            id: &one_line(&args.id),
        });
        return Ok(Outcome::Nothing);
    }
    if texts.len() > 1 {
        eprint_message(Message::SameId {
            id: &one_line(&args.id),
            articles: texts.len(),
        });
    }
    if args.format == PageFormat::Html {
        return Ok(Outcome::Done);
    }
    for (number, text) in (1..).zip(&texts) {
        let of = Of {
            number,
            all: texts.len(),
        };
        if args.format == PageFormat::Text
            && let Some(first) = text.first()
        {
            write_number(&mut out, of, first, &path_names, context.style)?;
        }
        write_stories(&mut out, text, of, &path_names, (context, args, &index))?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// Writes the stories of a text, which is one of so many with its id.
fn write_stories(
    out: &mut dyn Write,
    stories: &[Article],
    of: Of,
    path_names: &PathNames,
    (context, args, index): (&Context, &Args, &Index),
) -> Result<(), Failure> {
    for article in stories {
        let version = index.version_of(article)?;
        if let Some(version) = version.filter(|_| args.format == PageFormat::Text) {
            note(version::said(version, context.style.language));
        }
        match args.format {
            PageFormat::Json => write_json(out, article, (of, version), path_names)?,
            PageFormat::Text if args.dates => write_dates(out, article, context.style)?,
            PageFormat::Text if args.zones => write_zones(out, article, context.style)?,
            PageFormat::Text if io::stdout().is_terminal() => {
                // Without the spaces at their beginnings, as lines with those hold columns on a screen.
                for line in lines(&article.text).lines() {
                    writeln!(out, "{}", line.trim())?;
                }
            }
            _ => {
                out.write_all(article.text.as_bytes())?;
                // The line with the number of the next one stands by itself.
                if of.number < of.all && !article.text.ends_with('\n') {
                    writeln!(out)?;
                }
            }
        }
    }
    Ok(())
}

/// The stories of each text with this id, or of the file at this path.
pub(super) fn find(
    context: &Context,
    index: &Index,
    id: &str,
) -> Result<Vec<Vec<Article>>, Failure> {
    let texts = index.texts(id)?;
    if !texts.is_empty() {
        return Ok(texts);
    }
    let path_names = context.path_names()?;
    Ok(match path_names.resolve(Path::new(id)) {
        Ok(path) => index.texts(&path_names.name(&path))?,
        Err(_) => texts,
    })
}

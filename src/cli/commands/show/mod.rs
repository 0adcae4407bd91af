//! `fihris show`: print articles.

mod passages;

use std::io::{self, Write};
use std::path::Path;

use crate::i18n::{Label, Message};
use crate::render::article::{Of, write_dates, write_json, write_number, write_zones};
use crate::render::clean::{lines, one_line};
use crate::render::{html, version};
use fihris_corpus::{Article, PathNames};
use fihris_index::Index;

use self::passages::Passages;
use crate::Outcome;
use crate::support::context::{Context, PageFormat};
use crate::support::failure::{Failure, eprint_message, note};

/// Print the texts of articles, as they were indexed
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The article's path or id, as search prints it; of a text with several stories, all of them
    #[arg(allow_hyphen_values = true)]
    id: String,
    /// More articles
    #[arg(value_name = "ID")]
    more: Vec<String>,
    /// Say of each part of the text what it is
    #[arg(long)]
    zones: bool,
    /// List the dates in the text, and when it was published
    #[arg(long, conflicts_with = "zones")]
    dates: bool,
    /// Only the paragraphs in which this query matches, with its words marked
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true, conflicts_with_all = ["zones", "dates", "format"])]
    context: Option<String>,
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
    let path_names = context.path_names()?;
    let mut texts = Vec::new();
    let mut is_one_missing = false;
    for id in args.ids() {
        let found = find(context, &index, id)?;
        tell_number(id, found.len());
        is_one_missing |= found.is_empty();
        texts.push(found);
    }
    let mut out = context.screen(args.format == PageFormat::Text);
    let ids = args.ids().collect::<Vec<&str>>().join(" ");
    if args.format == PageFormat::Html {
        let page = context.page(Label::Article, Some(&ids));
        html::article::write(&mut out, &page, &texts.concat(), &path_names)?;
    } else {
        let passages = match &args.context {
            Some(query) => Some(Passages::new(context, &index, query)?),
            None => None,
        };
        for texts in &texts {
            let all = texts.len();
            for (number, text) in (1..).zip(texts) {
                let of = Of { number, all };
                if args.format == PageFormat::Text
                    && let Some(first) = text.first()
                {
                    write_head(&mut out, of, first, &path_names, (context, args))?;
                }
                if let Some(passages) = &passages {
                    text.iter()
                        .try_for_each(|story| passages.write(&mut out, story, context.style))?;
                } else {
                    write_stories(&mut out, text, of, &path_names, (context, args, &index))?;
                }
            }
        }
    }
    out.flush()?;
    Ok(match is_one_missing {
        true if texts.iter().all(Vec::is_empty) => Outcome::Nothing,
        true => Outcome::Failed,
        false => Outcome::Done,
    })
}

impl Args {
    fn ids(&self) -> impl Iterator<Item = &str> {
        let more = self.more.iter();
        [&self.id].into_iter().chain(more).map(String::as_str)
    }
}

/// Says that there is no article with this id, or that there are several.
fn tell_number(id: &str, articles: usize) {
    let id = &one_line(id);
    match articles {
        0 => eprint_message(Message::NoArticle { id }),
        1 => {}
        _ => eprint_message(Message::SameId { id, articles }),
    }
}

/// Writes what tells the articles apart, where there are several: the number of those with one id, or the id.
fn write_head(
    out: &mut dyn Write,
    of: Of,
    first: &Article,
    path_names: &PathNames,
    (context, args): (&Context, &Args),
) -> io::Result<()> {
    let is_headed = args.zones || args.dates; // by the id, whatever else there is
    if !args.more.is_empty() && of.all == 1 && !is_headed {
        writeln!(out, "{}", context.style.link(&one_line(&first.id), None))?;
    }
    write_number(out, of, first, path_names, context.style)
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
            PageFormat::Text if context.is_on_terminal() => {
                // Without the spaces at their beginnings, as lines with those hold columns on a screen.
                for line in lines(&article.text).lines() {
                    writeln!(out, "{}", line.trim())?;
                }
            }
            _ => {
                out.write_all(article.text.as_bytes())?;
                // The line that heads the next one stands by itself.
                let is_last = of.number == of.all && args.more.is_empty();
                if !is_last && !article.text.ends_with('\n') {
                    writeln!(out)?;
                }
            }
        }
    }
    Ok(())
}

/// The stories of each text with this id, or of the file at this path.
pub(in crate::commands) fn find(
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

//! Articles like one: as hits with the words they share, as JSON and CSV.
//!
//! Knows how they look, not how they are found.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::hits::{imprint, link, marked, title_range};
use super::json::{HitFields, Line, hit, write_line};
use super::style::Style;
use crate::i18n::Message;
use fihris_analysis::more_like_this::MoreLikeThis;
use fihris_corpus::PathNames;
use fihris_search::{Hit, ScoreExplanation};

/// Writes one article for people, followed by an empty line.
///
/// # Errors
/// If `out` fails.
pub fn write_text(
    out: &mut dyn Write,
    found: &Hit,
    more_like_this: &MoreLikeThis,
    path_names: &PathNames,
    style: Style,
) -> io::Result<()> {
    writeln!(out, "{}", link(found, path_names, style))?;
    if let Some(imprint) = imprint(&found.article) {
        writeln!(out, "{}", style.dim(&imprint))?;
    }
    let title = title_range(found);
    let snippet = found.snippet.as_ref().map(|snippet| &snippet.range);
    // Without a headline, a piece of the text says best what it is about.
    if let Some(range) = title.as_ref().or(snippet) {
        let headline = style.title(&marked(found, range, style));
        writeln!(out, "{}", style.web_link(&headline, found.article.url()))?;
    }
    let shared = more_like_this.shared(found).join("، ");
    writeln!(
        out,
        "{}",
        style.dim(&style.say(Message::SharedWords(&style.isolate(&one_line(&shared)))))
    )?;
    if found.copies > 0 {
        writeln!(
            out,
            "{}",
            style.dim(&style.say(Message::CopiesOfSimilar(found.copies)))
        )?;
    }
    writeln!(out)
}

#[derive(Serialize)]
struct SimilarFields<'a> {
    #[serde(flatten)]
    hit: HitFields<'a>,
    shared: Vec<&'a str>,
}

/// Writes one article as a JSON line; `rank` counts from 1.
///
/// # Errors
/// If `out` fails.
pub fn write_json(
    out: &mut dyn Write,
    (found, reasons): (&Hit, &ScoreExplanation),
    rank: usize,
    more_like_this: &MoreLikeThis,
    path_names: &PathNames,
) -> io::Result<()> {
    let fields = SimilarFields {
        hit: hit(found, reasons, rank, path_names, None),
        shared: more_like_this.shared(found),
    };
    write_line(out, &Line::new("similar", fields))
}

#[derive(Serialize)]
struct SummaryFields<'a> {
    id: &'a str,
    words: Vec<WordFields<'a>>,
    shown: usize,
}

#[derive(Serialize)]
struct WordFields<'a> {
    word: &'a str,
    occurrences: u32,
    articles: u32,
}

/// Writes a JSON line with the words by which articles like `id` were looked for, and how many are shown.
///
/// # Errors
/// If `out` fails.
pub fn write_json_summary(
    out: &mut dyn Write,
    id: &str,
    more_like_this: &MoreLikeThis,
    shown: usize,
) -> io::Result<()> {
    let words = more_like_this.words.iter().map(|typical| WordFields {
        word: &typical.word,
        occurrences: typical.occurrences,
        articles: typical.articles,
    });
    let summary = SummaryFields {
        id,
        words: words.collect(),
        shown,
    };
    write_line(out, &Line::new("summary", summary))
}

/// Writes the articles as CSV, best first; shared words are separated by `|`.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(
    out: &mut dyn Write,
    found: &[Hit],
    more_like_this: &MoreLikeThis,
    path_names: &PathNames,
) -> io::Result<()> {
    let mut csv = CsvWriter::new(
        out,
        &[
            "rank",
            "id",
            "path",
            "published",
            "source",
            "score",
            "copies",
            "title",
            "shared",
        ],
    )?;
    for (rank, hit) in (1..).zip(found) {
        let rank: usize = rank;
        let article = &hit.article;
        let published = article.published.as_ref();
        csv.write_row([
            &rank.to_string(),
            article.id.as_str(),
            &*path_names.show(&article.file),
            &published
                .map(|published| published.date.to_string())
                .unwrap_or_default(),
            article.source.as_deref().unwrap_or_default(),
            &hit.score.to_string(),
            &hit.copies.to_string(),
            article.title().unwrap_or_default(),
            &more_like_this.shared(hit).join("|"),
        ])?;
    }
    csv.finish()
}

//! Lists of articles: what each is called, who published it when, and where it is.
//!
//! Knows how articles are listed, not which.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;

use super::json::{Line, write_line};
use fihris_corpus::{Article, PathNames};

/// The columns of a table of articles where none are chosen.
pub const OF_ARTICLES: &[&str] = &[
    "id", "title", "date", "source", "author", "url", "path", "place",
];

#[derive(Serialize)]
struct ListedFields<'a> {
    id: &'a str,
    path: String,
    place: u64,
    published: Option<Date>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
}

/// Writes an article as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(
    out: &mut dyn Write,
    article: &Article,
    path_names: &PathNames,
) -> io::Result<()> {
    let fields = ListedFields {
        id: &article.id,
        path: path_names.show(&article.file),
        place: article.place,
        published: article.published.as_ref().map(|published| published.date),
        source: article.source.as_deref(),
        url: article.url(),
        title: article.title(),
    };
    write_line(out, &Line::new("listed", fields))
}

/// Writes a JSON line with how many articles match and are listed.
///
/// # Errors
/// If `out` fails.
pub fn write_summary(
    out: &mut dyn Write,
    total: usize,
    offset: usize,
    shown: usize,
) -> io::Result<()> {
    let fields = json!({ "total": total, "offset": offset, "shown": shown });
    write_line(out, &Line::new("summary", fields))
}

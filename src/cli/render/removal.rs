//! What was taken out of an index, as text and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use crate::i18n::Language;
use crate::i18n::RemovalLine;
use fihris_corpus::PathNames;
use fihris_index::Removed;
use fihris_index::remove::Origin;

/// Writes what was removed for people.
///
/// # Errors
/// If `out` fails.
pub fn write_text(
    out: &mut dyn Write,
    removed: &Removed,
    path_names: &PathNames,
    dry_run: bool,
    language: Language,
) -> io::Result<()> {
    for removal in &removed.removals {
        let line = RemovalLine::Removed {
            name: &one_line(&path_names.show(&removal.name)),
            origin: removal.origin,
            files: removal.files,
            articles: removal.articles,
            dry_run,
        };
        writeln!(out, "{}", line.text(language))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct RemovalFields<'a> {
    path: String,
    origin: &'a str,
    files: u64,
    articles: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    comes_again_by: Option<String>,
}

#[derive(Serialize)]
struct SummaryFields {
    dry_run: bool,
    removed: usize,
    unknown: Vec<String>,
    articles: u64,
}

/// Writes what was removed as JSON lines, with a summary at the end.
///
/// # Errors
/// If `out` fails.
pub fn write_json(
    out: &mut dyn Write,
    removed: &Removed,
    path_names: &PathNames,
    dry_run: bool,
) -> io::Result<()> {
    for removal in &removed.removals {
        let root = removal.comes_again_by.as_ref();
        let fields = RemovalFields {
            path: path_names.show(&removal.name),
            origin: match removal.origin {
                Origin::Root => "root",
                Origin::Path => "path",
                Origin::Stream => "stream",
            },
            files: removal.files,
            articles: removal.articles,
            comes_again_by: root.map(|root| path_names.show(root)),
        };
        write_line(out, &Line::new("removal", fields))?;
    }
    let unknown = removed.unknown.iter();
    let fields = SummaryFields {
        dry_run,
        removed: removed.removals.len(),
        unknown: unknown
            .map(|path| path.to_string_lossy().into_owned())
            .collect(),
        articles: removed.articles,
    };
    write_line(out, &Line::new("summary", fields))
}

/// Writes how many articles were removed, each by itself, and how many are left, as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_summary(
    out: &mut dyn Write,
    dry_run: bool,
    removed: usize,
    articles: u64,
) -> io::Result<()> {
    let fields = SummaryFields {
        dry_run,
        removed,
        unknown: Vec::new(),
        articles,
    };
    write_line(out, &Line::new("summary", fields))
}

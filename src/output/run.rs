//! A run of indexing, told while it goes on and summed up at its end.
//!
//! Knows how events and figures read, not what they come from.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use crate::corpus::Places;
use crate::corpus::format::READABLE;
use crate::index::{Event, Report};

/// An event as a line of text: `added: a.txt`. Progress has none.
#[must_use]
pub fn event_line(event: &Event, places: &Places) -> Option<String> {
    let (action, name, reason) = event_parts(event)?;
    let path = one_line(&places.show(name));
    Some(match reason {
        Some(reason) => format!("{action}: {path}: {}", one_line(reason)),
        None => format!("{action}: {path}"),
    })
}

#[derive(Serialize)]
struct FileFields<'a> {
    action: &'a str,
    path: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

/// Writes an event as a JSON line. Progress has none.
///
/// # Errors
/// If `out` fails.
pub fn write_event(out: &mut dyn Write, event: &Event, places: &Places) -> io::Result<()> {
    let Some((action, name, reason)) = event_parts(event) else {
        return Ok(());
    };
    write_line(
        out,
        &Line::new(
            "file",
            FileFields {
                action,
                path: places.show(name),
                reason,
            },
        ),
    )
}

fn event_parts<'a>(event: &Event<'a>) -> Option<(&'static str, &'a str, Option<&'a str>)> {
    Some(match *event {
        Event::Progress { .. } => return None,
        Event::Added(name) => ("added", name, None),
        Event::Changed(name) => ("changed", name, None),
        Event::Removed(name) => ("removed", name, None),
        Event::Skipped(name, reason) => ("skipped", name, Some(reason)),
        Event::Note(name, note) => ("note", name, Some(note)),
    })
}

#[derive(Serialize)]
struct ReportFields {
    dry_run: bool,
    added: u64,
    changed: u64,
    removed: u64,
    unchanged: u64,
    skipped: u64,
    other_kinds: u64,
    bytes_read: u64,
    articles: u64,
    seconds: f64,
}

/// Writes the figures of a run as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_report(out: &mut dyn Write, report: &Report, dry_run: bool) -> io::Result<()> {
    let fields = ReportFields {
        dry_run,
        added: report.added,
        changed: report.changed,
        removed: report.removed,
        unchanged: report.unchanged,
        skipped: report.skipped,
        other_kinds: report.other_kinds,
        bytes_read: report.bytes,
        articles: report.articles,
        seconds: report.took.as_secs_f64(),
    };
    write_line(out, &Line::new("summary", fields))
}

/// The figures of a run in one line of text.
#[must_use]
pub fn summary(report: &Report, dry_run: bool) -> String {
    let mut parts = Vec::new();
    let files = [
        (report.added, "added"),
        (report.changed, "changed"),
        (report.removed, "removed"),
        (report.unchanged, "unchanged"),
        (report.skipped, "skipped"),
        (report.other_kinds, "of other kinds passed over"),
    ];
    for (count, what) in files {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    if parts.is_empty() {
        parts.push(format!("no file found that fihris reads ({READABLE})"));
    }
    let files = parts.join(", ");
    if dry_run {
        return format!("would be: {files}");
    }
    let took = report.took.as_secs_f64();
    let articles = report.articles;
    let noun = if articles == 1 { "article" } else { "articles" };
    format!("files: {files}; {articles} {noun} in the index; {took:.2} s")
}

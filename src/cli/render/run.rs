//! A run of indexing, told while it goes on and summed up at its end.
//!
//! Knows how events and figures read, not what they come from.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use crate::i18n::{Language, Message, notes, skip_reason};
use fihris_corpus::note::field_list;
use fihris_corpus::{Format, Kinds, PathNames, ReadFile};
use fihris_index::{Event, Report};

/// An event as a line of text: `added: a.txt`. Progress has none.
#[must_use]
pub fn event_line(event: &Event, path_names: &PathNames, language: Language) -> Option<String> {
    let path = |name| one_line(&path_names.show(name));
    let said = |message: Message| Some(message.text(language));
    match *event {
        Event::Progress { .. } => None,
        Event::Added(name) => said(Message::Added(&path(name))),
        Event::Changed(name) => said(Message::Changed(&path(name))),
        Event::Reread(name) => said(Message::Reread(&path(name))),
        Event::Removed(name) => said(Message::Removed(&path(name))),
        Event::Stream(name, counts) => said(Message::StreamTaken(&path(name), counts)),
        Event::Read {
            name,
            format,
            read,
            articles,
        } => said(Message::FileRead {
            path: &path(name),
            kind: &format.usual_ending(),
            encoding: read.encoding.name(),
            fields: &one_line(&field_list(&read.fields)),
            articles,
        }),
        Event::PassedOver(name, reason) => {
            let reason = reason.map(|reason| one_line(&skip_reason(reason, language)));
            said(Message::PassedOver {
                path: &path(name),
                reason: reason.as_deref(),
            })
        }
        Event::Skipped(name, reason) => said(Message::Skipped {
            path: &path(name),
            reason: &one_line(&skip_reason(reason, language)),
        }),
        Event::Note(name, note) => said(Message::Note {
            path: &path(name),
            note: &one_line(&notes(std::slice::from_ref(note), language)),
        }),
    }
}

#[derive(Serialize)]
struct FileFields<'a> {
    action: &'a str,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(flatten)]
    records: Option<RecordFields>,
    #[serde(flatten)]
    reading: Option<ReadingFields<'a>>,
}

/// How a file is read.
#[derive(Serialize)]
struct ReadingFields<'a> {
    format: String,
    encoding: &'a str,
    fields: BTreeMap<&'a str, Vec<&'a str>>,
    articles: u64,
}

impl<'a> ReadingFields<'a> {
    fn new(format: Format, read: &'a ReadFile, articles: u64) -> Self {
        let mut fields: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (part, name) in &read.fields {
            fields.entry(part.name()).or_default().push(&**name);
        }
        Self {
            format: format.usual_ending(),
            encoding: read.encoding.name(),
            fields,
            articles,
        }
    }
}

/// What became of the records of a stream.
#[derive(Serialize)]
struct RecordFields {
    added: u64,
    replaced: u64,
    unchanged: u64,
}

/// Writes an event as a JSON line. Progress has none.
///
/// # Errors
/// If `out` fails.
pub fn write_event(out: &mut dyn Write, event: &Event, path_names: &PathNames) -> io::Result<()> {
    let Some((action, name, reason)) = event_parts(event) else {
        return Ok(());
    };
    let records = match *event {
        Event::Stream(_, counts) => Some(RecordFields {
            added: counts.added,
            replaced: counts.replaced,
            unchanged: counts.unchanged,
        }),
        _ => None,
    };
    let reading = match *event {
        Event::Read {
            format,
            read,
            articles,
            ..
        } => Some(ReadingFields::new(format, read, articles)),
        _ => None,
    };
    write_line(
        out,
        &Line::new(
            "file",
            FileFields {
                action,
                path: path_names.show(name),
                reason,
                records,
                reading,
            },
        ),
    )
}

fn event_parts<'a>(event: &Event<'a>) -> Option<(&'static str, &'a str, Option<String>)> {
    let told = |reason| skip_reason(reason, Language::English);
    Some(match *event {
        Event::Progress { .. } => return None,
        Event::Added(name) => ("added", name, None),
        Event::Stream(name, _) => ("stream", name, None),
        Event::Changed(name) => ("changed", name, None),
        Event::Reread(name) => ("reread", name, None),
        Event::Removed(name) => ("removed", name, None),
        Event::Read { name, .. } => ("read", name, None),
        Event::PassedOver(name, reason) => ("passed_over", name, reason.map(told)),
        Event::Skipped(name, reason) => ("skipped", name, Some(told(reason))),
        Event::Note(name, note) => {
            let note = notes(std::slice::from_ref(note), Language::English);
            ("note", name, Some(note))
        }
    })
}

#[derive(Serialize)]
struct ReportFields<'a> {
    dry_run: bool,
    added: u64,
    changed: u64,
    reread: u64,
    removed: u64,
    unchanged: u64,
    skipped: u64,
    other_kinds: u64,
    kinds_not_read: &'a Kinds,
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
        reread: report.reread,
        removed: report.removed,
        unchanged: report.unchanged,
        skipped: report.skipped,
        other_kinds: report.kinds.files(),
        kinds_not_read: &report.kinds,
        bytes_read: report.bytes,
        articles: report.articles,
        seconds: report.took.as_secs_f64(),
    };
    write_line(out, &Line::new("summary", fields))
}

/// The figures of a run in one line of text.
#[must_use]
pub fn summary(report: &Report, dry_run: bool, language: Language) -> String {
    let numbers = [
        report.added,
        report.changed,
        report.reread,
        report.removed,
        report.unchanged,
        report.skipped,
    ];
    let files = &Message::Files(&numbers, &report.kinds).text(language);
    let said = if dry_run {
        Message::WouldBe { files }
    } else {
        Message::Done {
            files,
            articles: report.articles,
            seconds: report.took.as_secs_f64(),
        }
    };
    said.text(language)
}

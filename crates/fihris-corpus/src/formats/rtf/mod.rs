//! RTF: a text with its looks, as word processors of all kinds write it.
//!
//! Arabic stands in it as bytes of a code page, which the file or a font names, or as Unicode. What is not for readers,
//! such as styles, pictures, and the heads of pages, is passed over.

mod code_page;
mod contents;
mod group;
mod tokens;

#[cfg(test)]
mod tests;

use std::io::BufRead;

use super::exports;
use super::office::document;
use crate::bounded::read_whole;
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};
use crate::tags::tidy;
use crate::value::{Record, Value};
use contents::Contents;

/// Reads the text.
///
/// # Errors
/// If it is none, breaks off or is too large, or whoever takes the record fails.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_RECORD)?;
    let start = bytes.trim_ascii_start();
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    if start.is_empty() {
        return Err(SkipReason::Empty.into());
    }
    if !start.starts_with(b"{\\rtf") {
        return Err(SkipReason::damaged(DamageKind::Other, "it does not begin as RTF does").into());
    }
    let mut contents = Contents::read(start);
    let ends_inside = contents.ends_inside;
    let text = text(&mut contents);
    if !exports::read(&text, sink)? {
        let record = document(about(&mut contents), &text);
        if record.is_empty() {
            return Err(SkipReason::Empty.into());
        }
        sink.push_record(Ok(record), 1, 1, false)?;
    }
    if ends_inside {
        return Err(SkipReason::EndsInside.into());
    }
    Ok(())
}

/// What the properties say of the text.
fn about(contents: &mut Contents) -> Record {
    let mut record = Record::new();
    for name in ["title", "author", "subject", "keywords"] {
        Value::add(&mut record, name, contents.text(name).trim().into());
    }
    let times = [contents.created, contents.changed];
    if let Some([year, month, day, hour, minute]) = times.into_iter().find(|time| time[0] > 0) {
        let time = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00");
        Value::add(&mut record, "date", time);
    }
    record
}

/// The text with its notes, a paragraph a line.
fn text(contents: &mut Contents) -> String {
    let text = format!("{}\n{}", contents.text("body"), contents.text("notes"));
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    tidy(&lines.join("\n"))
}

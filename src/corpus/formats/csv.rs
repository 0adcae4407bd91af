//! Tables: a row an article, the first row names its cells.
//!
//! Quotation marks hold separators and line breaks. Knows rows and cells, not which cell is what.

use std::io::{self, BufRead, Read};

use ::csv::{ByteRecord, ReaderBuilder};
use serde_json::Value;

use super::count;
use crate::corpus::limits::Allowance;
use crate::corpus::record::Record;
use crate::corpus::sink::Sink;
use crate::corpus::skip::SkipReason;

/// Reads a record a row, its cells separated by `separator`, or by what separates the names in the
/// first row. Rows with too few or too many cells are told, and the rest goes on.
///
/// # Errors
/// If `input` fails, a row is too large, or the first does not say where the text is.
pub fn read(
    input: &mut dyn BufRead,
    separator: Option<u8>,
    sink: &mut Sink,
) -> Result<(), SkipReason> {
    let separator = separator.map_or_else(|| guess(input), Ok)?;
    let mut rows = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(Quotes {
            input: Allowance::new(input),
            is_open: false,
        });
    let mut row = ByteRecord::new();
    let mut names: Option<Vec<String>> = None;
    let mut last = 0;
    let mut spans_lines = false;
    loop {
        let is_there = rows
            .read_byte_record(&mut row)
            .map_err(|error| reason(error).after_line(last))?;
        if !is_there {
            break;
        }
        rows.get_mut().input.renew();
        last = line(&row);
        spans_lines = row.as_slice().contains(&b'\n');
        match &names {
            None => names = Some(header(&row, sink)?),
            Some(names) => {
                let record = record(names, &row, sink);
                sink.record(record, last, last, true);
            }
        }
    }
    if spans_lines && rows.get_ref().is_open {
        sink.skipped(last, SkipReason::OpenQuote);
    }
    Ok(())
}

/// Passes bytes on and sees whether quotation marks are in pairs.
struct Quotes<R> {
    input: R,
    is_open: bool,
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.is_open ^= count(&buffer[..length], b'"') % 2 == 1;
        Ok(length)
    }
}

/// What separates the names in the first row.
fn guess(input: &mut dyn BufRead) -> Result<u8, SkipReason> {
    let start = input.fill_buf()?;
    let first = start.split(|&byte| byte == b'\n').next().unwrap_or(start);
    let likeliest = [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|&separator| count(first, separator));
    Ok(likeliest.unwrap_or(b','))
}

fn header(row: &ByteRecord, sink: &mut Sink) -> Result<Vec<String>, SkipReason> {
    let cells = row.iter().map(|cell| sink.decode(cell.to_vec()));
    let names = cells
        .map(|name| name.map(|name| name.trim().to_string()))
        .collect::<Result<Vec<_>, _>>()?;
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    if sink.map().has_text(&all) {
        return Ok(names);
    }
    Err(SkipReason::NoTextNamed(all.join(", ")))
}

fn record(names: &[String], row: &ByteRecord, sink: &mut Sink) -> Result<Record, SkipReason> {
    if row.len() != names.len() {
        return Err(SkipReason::BadRecord(format!(
            "cells: {}, but the first row has {}",
            row.len(),
            names.len()
        )));
    }
    let mut record = Record::new();
    for (name, cell) in names.iter().zip(row) {
        if !name.is_empty() && !cell.is_empty() {
            record.insert(name.clone(), Value::String(sink.decode(cell.to_vec())?));
        }
    }
    Ok(record)
}

fn line(row: &ByteRecord) -> usize {
    let line = row.position().map_or(0, ::csv::Position::line);
    usize::try_from(line).unwrap_or(usize::MAX)
}

fn reason(error: ::csv::Error) -> SkipReason {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error.into(),
        other => SkipReason::Damaged(format!("{other:?}")),
    }
}

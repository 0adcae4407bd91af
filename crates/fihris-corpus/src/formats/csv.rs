//! Tables: a row an article, the first row names its cells.
//!
//! Quotation marks hold separators and line breaks.

use std::io::BufRead;

use super::count;
use super::rows::Rows;
use crate::limits::excerpt_of_names;
use crate::sink::{ArticleSink, Stop};
use crate::skip::{RecordProblem, SkipReason};
use crate::value::{Record, Value};

/// Reads a record a row, its cells separated by `separator`, or by what separates the names in the
/// first row. Rows with too few or too many cells, or too large, are told, and the rest goes on.
///
/// # Errors
/// If `input` or whoever takes the records fails, or the first row does not say where the text is.
pub fn read<E>(
    input: &mut dyn BufRead,
    separator: Option<u8>,
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    let said = said(input)?;
    let separator = said.or(separator);
    let separator = separator.map_or_else(|| guess(input), Ok)?;
    let mut rows = Rows::new(input, separator);
    let mut names: Option<Vec<String>> = None;
    loop {
        let last = rows.line();
        let row = rows.next();
        match row.map_err(|error| SkipReason::from(error).after_line(last))? {
            None => break,
            Some(row) => match &names {
                None => names = Some(first(row, &rows, sink)?),
                Some(names) => {
                    let record = row.and_then(|()| record(names, &rows, sink));
                    sink.push_record(record, rows.line(), rows.line(), true)?;
                }
            },
        }
    }
    if rows.ends_in_quotes() {
        sink.skip_line(rows.line(), SkipReason::OpenQuote)?;
    }
    Ok(())
}

/// What separates cells as a line before the first row says, for Excel; that line is taken.
fn said(input: &mut dyn BufRead) -> Result<Option<u8>, SkipReason> {
    let start = input.fill_buf()?;
    let length = match start {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', _, b'\n', ..] => 6,
        [
            b's' | b'S',
            b'e' | b'E',
            b'p' | b'P',
            b'=',
            _,
            b'\r',
            b'\n',
            ..,
        ] => 7,
        _ => return Ok(None),
    };
    let separator = start[4];
    input.consume(length);
    Ok(Some(separator))
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

/// The names in the first row.
fn first<E>(
    row: Result<(), SkipReason>,
    rows: &Rows,
    sink: &mut ArticleSink<E>,
) -> Result<Vec<String>, SkipReason> {
    row?;
    let cells = rows.cells().map(|cell| sink.decode(cell.to_vec()));
    let names = cells
        .map(|name| name.map(|name| name.trim().to_string()))
        .collect::<Result<Vec<_>, _>>()?;
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    if sink.map().has_text_or_title(&all) {
        return Ok(names);
    }
    Err(SkipReason::NoTextNamed(excerpt_of_names(all)))
}

fn record<E>(
    names: &[String],
    rows: &Rows,
    sink: &mut ArticleSink<E>,
) -> Result<Record, SkipReason> {
    let count = rows.cells().count();
    if count != names.len() {
        return Err(SkipReason::BadRecord(RecordProblem::Cells {
            cells: count,
            columns: names.len(),
        }));
    }
    let mut record = Record::new();
    for (name, cell) in names.iter().zip(rows.cells()) {
        if !name.is_empty() && !cell.is_empty() {
            record.insert(name.clone(), Value::Text(sink.decode(cell.to_vec())?));
        }
    }
    Ok(record)
}

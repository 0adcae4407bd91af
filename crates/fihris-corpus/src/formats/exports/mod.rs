//! Exports of press databases: articles one after the other in one text, with what the database knows of each.
//!
//! They come as plain text, RTF or Word; the lines are the same.

mod factiva;
mod lexis;
mod lexis_lines;

#[cfg(test)]
mod tests;

use crate::limits::prefix;
use crate::sink::{ArticleSink, Stop};
use crate::value::Record;

/// So far into a text are signs of an export looked for, in bytes.
const REACH: usize = 1 << 16;

/// Takes an article, and the line that it begins at, from 1.
type Take<'a, E> = dyn FnMut(Record, usize) -> Result<(), E> + 'a;

/// Reads the articles of `text` and says true, if it is an export.
///
/// # Errors
/// If whoever takes the records fails.
pub fn read<E>(text: &str, sink: &mut ArticleSink<E>) -> Result<bool, Stop<E>> {
    let start = prefix(text, REACH);
    let mut number = 0;
    let mut take = |record: Record, line| {
        number += 1;
        sink.push_record(Ok(record), number, line, false)
    };
    if factiva::is_export(start) {
        factiva::read(text, &mut take)?;
    } else if lexis::is_export(start) {
        lexis::read(text, &mut take)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// `text` with one space between its words.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! The formats of files, a module each.
//!
//! Each turns a stream of bytes into records or texts and gives them to a [`super::sink::ArticleSink`].

#[cfg(feature = "parquet")]
pub mod arrow;
mod brackets;
pub mod csv;
pub mod doc;
mod envelope;
pub mod exports;
pub mod feed;
mod head;
pub mod html;
pub mod json;
pub mod json_lines;
mod json_record;
mod lists;
pub mod mail;
pub mod markup;
pub mod office;
pub mod openiti;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod pdf;
pub mod references;
mod rows;
pub mod rtf;
pub mod saved_page;
pub mod sqlite;
pub mod subtitles;
pub mod text;
pub mod treebank;
pub mod warc;
mod wordpress;
mod xml;

use std::io::BufRead;

use crate::bounded::read_until;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;

/// The text of the next line of `input`, whose number from 1 is `line`, and whether there was one; `None` of a line that
/// cannot be read, which is told.
///
/// # Errors
/// If `input` or whoever takes the problems fails.
fn decoded_line<E>(
    input: &mut dyn BufRead,
    line: usize,
    sink: &mut ArticleSink<E>,
) -> Result<Option<(bool, String)>, Stop<E>> {
    let mut bytes = Vec::new();
    let (is_there, fits) = read_until(input, b'\n', &mut bytes)
        .map_err(|error| SkipReason::from(error).after_line(line - 1))?;
    match fits.and_then(|()| sink.decode(bytes)) {
        Ok(text) => Ok(Some((is_there, text))),
        Err(reason) => {
            sink.skip_line(line, reason)?;
            Ok(None)
        }
    }
}

/// How often `byte` is in `bytes`.
fn count(bytes: &[u8], byte: u8) -> usize {
    bytes.iter().map(|&other| usize::from(other == byte)).sum()
}

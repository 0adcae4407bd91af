//! Parquet: a table by columns, in which data sets are handed round; a row is a record.
//!
//! A stream is in memory at once, packed, a large file page by page; its rows come one by one. Columns that Zstandard or Brotli packed are
//! not read, as their unpackers are not part of the program.

use std::io::BufRead;

use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};

use super::guarded;
use crate::bounded::read_whole;
use crate::limits::{LARGEST_RECORD, LARGEST_TEXT, excerpt};
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};
use crate::value::record;

/// What the reader says, before the name of the way of packing, where it cannot unpack a column.
const NO_UNPACKER: &str = "Disabled feature at compile time: ";

/// What a row counts at least of what the file unpacks to, in bytes.
const LEAST_ROW: u64 = 4096;

/// Reads the rows of all groups of a table that comes as a stream, which is in memory meanwhile.
///
/// # Errors
/// If the table is damaged or too large, or whoever takes the records fails. What came before was handed over.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_TEXT)?;
    read_rows(bytes::Bytes::from(bytes), sink)
}

/// Reads the rows of all groups of `table`, of which a page a column is in memory at once.
///
/// # Errors
/// If the table is damaged, or whoever takes the records fails.
pub fn read_rows<E>(
    table: impl ChunkReader + 'static,
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    let opened = guarded(|| SerializedFileReader::new(table).map_err(|error| damaged(&error)))?;
    let mut rows = guarded(|| opened.get_row_iter(None).map_err(|error| damaged(&error)))?;
    let mut number = 0;
    while let Some(row) = guarded(|| rows.next().transpose().map_err(|error| damaged(&error)))? {
        number += 1;
        let text = row.to_json_value().to_string();
        // A few bytes can stand for any number of rows.
        let size = LEAST_ROW.max(text.len() as u64);
        sink.unpack_limit().count(size)?;
        let record = match size {
            0..=LARGEST_RECORD => record(&text).map_err(|(_, reason)| reason),
            _ => Err(SkipReason::TooLarge(LARGEST_RECORD)),
        };
        sink.push_record(record, number, number, true)?;
    }
    Ok(())
}

fn damaged(error: &ParquetError) -> SkipReason {
    let message = error.to_string();
    match message.split_once(NO_UNPACKER) {
        Some((_, name)) => SkipReason::PackedColumns(excerpt(name).into_owned()),
        None => SkipReason::damaged(DamageKind::Other, excerpt(&message)),
    }
}

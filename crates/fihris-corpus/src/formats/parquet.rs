//! Parquet: a table by columns, in which data sets are handed round; a row is a record.
//!
//! The file is in memory at once, packed; its rows come one by one. Columns that Zstandard or Brotli packed are
//! not read, as their unpackers are not part of the program.

use std::io::BufRead;

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::guarded;
use crate::bounded::read_whole;
use crate::limits::{LARGEST_TEXT, excerpt};
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};
use crate::value::record;

/// What a row counts at least of what the file unpacks to, in bytes.
const LEAST_ROW: u64 = 4096;

/// Reads the rows of all groups.
///
/// # Errors
/// If the table is damaged or too large, or whoever takes the records fails. What came before was handed over.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_TEXT)?;
    let opened = guarded(|| {
        SerializedFileReader::new(bytes::Bytes::from(bytes)).map_err(|error| damaged(&error))
    })?;
    let mut rows = guarded(|| opened.get_row_iter(None).map_err(|error| damaged(&error)))?;
    let mut number = 0;
    while let Some(row) = guarded(|| rows.next().transpose().map_err(|error| damaged(&error)))? {
        number += 1;
        let text = row.to_json_value().to_string();
        // A few bytes can stand for any number of rows.
        let size = LEAST_ROW.max(text.len() as u64);
        sink.unpack_limit().count(size)?;
        let record = record(&text).map_err(|(_, reason)| reason);
        sink.push_record(record, number, number, true)?;
    }
    Ok(())
}

fn damaged(error: &ParquetError) -> SkipReason {
    SkipReason::damaged(DamageKind::Other, excerpt(&error.to_string()))
}

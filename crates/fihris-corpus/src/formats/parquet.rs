//! Parquet: a table by columns, in which data sets are handed round; a row is a record.
//!
//! The file is in memory at once, packed; its rows come one by one. Columns that Zstandard or Brotli packed are
//! not read, as their unpackers are not part of the program.

use std::io::BufRead;
use std::panic::{self, AssertUnwindSafe};

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};

use crate::bounded::read_whole;
use crate::limits::{LARGEST_TEXT, excerpt};
use crate::sink::{ArticleSink, Stop};
use crate::skip::{Damage, DamageKind, SkipReason};
use crate::value::record;

/// What a row counts at least of what the file unpacks to, in bytes.
const LEAST_ROW: u64 = 4096;

/// Reads the rows of all groups.
///
/// # Errors
/// If the table is damaged or too large, or whoever takes the records fails. What came before was handed over.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_TEXT)?;
    let opened = guarded(|| SerializedFileReader::new(bytes::Bytes::from(bytes)))?;
    let mut rows = guarded(|| opened.get_row_iter(None))?;
    let mut number = 0;
    while let Some(row) = guarded(|| rows.next().transpose())? {
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

/// What `work` gives; it is done by others, who may not bear what they are given.
fn guarded<T>(work: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, SkipReason> {
    match panic::catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(result)) => Ok(result),
        Ok(Err(error)) => Err(damaged(&error.to_string())),
        Err(_) => Err(damaged("its reader fails on it")),
    }
}

fn damaged(message: &str) -> SkipReason {
    SkipReason::Damaged(Damage {
        kind: DamageKind::Other,
        message: excerpt(message).into_owned(),
        last_line: None,
    })
}

//! Parquet: a table by columns, in which data sets are handed round; a row is a record.
//!
//! A stream is in memory at once, packed, a large file page by page; its rows come one by one. What packs the pages of a column is unpacked
//! here, where it is bounded, and not by the reader of the format.

mod group;
mod pages;
#[cfg(test)]
mod tests;
mod unpack;

use std::io::BufRead;
use std::sync::Arc;

use parquet::errors::ParquetError;
use parquet::file::metadata::ParquetMetaDataReader;
use parquet::file::reader::ChunkReader;
use parquet::record::Row;
use parquet::record::reader::RowIter;

use self::group::Group;
use self::pages::PageLimit;
use crate::bounded::read_whole;
use crate::guarded::{caught, guarded};
use crate::limits::{LARGEST_TEXT, excerpt};
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};

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
    let table = Arc::new(table);
    let metadata = guarded(|| {
        let reader = ParquetMetaDataReader::new();
        reader
            .parse_and_finish(&*table)
            .map_err(|error| damaged(&error))
    })?;
    let limit = PageLimit::of_file(table.len());
    let mut number = 0;
    for metadata in metadata.row_groups() {
        let group = Group {
            table: Arc::clone(&table),
            metadata,
            limit: Arc::clone(&limit),
        };
        let rows = || RowIter::from_row_group(None, &group).map_err(|error| damaged(&error));
        let mut rows = guarded(rows)?;
        while let Some(row) = guarded(|| rows.next().transpose().map_err(|error| damaged(&error)))?
        {
            number += 1;
            sink.push_json_row(Ok(cells(&row).to_string()), number)?;
        }
    }
    Ok(())
}

/// The cells of a row, as JSON; one that cannot be written as such, as a time beyond all calendars, is none.
fn cells(row: &Row) -> serde_json::Value {
    let cells = row.get_column_iter().map(|(name, cell)| {
        let value = caught(|| cell.to_json_value());
        (name.clone(), value.unwrap_or_default())
    });
    serde_json::Value::Object(cells.collect())
}

fn damaged(error: &ParquetError) -> SkipReason {
    let own = match error {
        ParquetError::External(inner) => inner.downcast_ref::<SkipReason>(),
        _ => None,
    };
    own.cloned()
        .unwrap_or_else(|| SkipReason::damaged(DamageKind::Other, excerpt(&error.to_string())))
}

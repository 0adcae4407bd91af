//! `SQLite`: databases of tables, an article a row, read by a small reader of our own.
//!
//! It reads the file format as <https://www.sqlite.org/fileformat2.html> describes it, and only what rows need: no index, no
//! journal, no query. The file is in memory, bounded. A table is like a folder: its articles are in `news.db/posts`.

mod database;
mod row;
mod schema;
#[cfg(test)]
mod tests;
mod tree;

use std::io::BufRead;
use std::ops::ControlFlow;

use self::database::Database;
use self::row::Cell;
use self::schema::{Table, tables};
use self::tree::{Found, walk};
use crate::bounded::read_whole;
use crate::limits::{LARGEST_TEXT, excerpt, excerpt_of_names, prefix};
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::{Record, Value};

/// What a row counts at least of what the file unpacks to, in bytes: rows may share theirs.
const LEAST_ROW: u64 = 64;

/// The most bytes of the name of a table in that of its articles.
const LONGEST_TABLE: usize = 200;

/// Reads the rows of all tables that have a column for a text, or, where there is none, for a title; of one alone if the user names it.
///
/// # Errors
/// If the file is none, too large or damaged from its first page on, or if whoever takes the records fails.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_TEXT)?;
    let database = Database::new(bytes)?;
    let mut all = tables(&database)?;
    if let Some(name) = &sink.map().table {
        let names = excerpt_of_names(all.iter().map(|table| &*table.name));
        all.retain(|table| table.name.eq_ignore_ascii_case(name));
        if all.is_empty() {
            let name = excerpt(name).into_owned();
            return Err(SkipReason::NoTable { name, names }.into());
        }
    }
    let has_text = |table: &&Table| sink.map().has_text(&table.columns());
    let mut chosen: Vec<&Table> = all.iter().filter(has_text).collect();
    if chosen.is_empty() {
        let has_title = |table: &&Table| sink.map().has_text_or_title(&table.columns());
        chosen = all.iter().filter(has_title).collect();
    }
    if chosen.is_empty() {
        let names = all.iter().flat_map(Table::columns);
        let names: Vec<&str> = names.collect();
        return Err(match names[..] {
            [] => SkipReason::Empty,
            _ => SkipReason::NoTableOfTexts(excerpt_of_names(names)),
        }
        .into());
    }
    for table in chosen {
        let name = prefix(&table.name, LONGEST_TABLE).replace('/', "_");
        sink.in_archive(&name, |sink| read_table(&database, table, sink))?;
    }
    Ok(())
}

/// Reads the rows of a table; what is damaged is told by the number of its page or row, and the rest goes on.
fn read_table<E>(
    database: &Database,
    table: &Table,
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    let Some(root) = table.root else {
        return sink.skip_file(SkipReason::OtherTable);
    };
    let mut rows = 0;
    let mut stop = None;
    walk(database, root, &mut |found| {
        let done = match found {
            Found::Row { id, payload } => {
                rows += 1;
                let number = usize::try_from(id).unwrap_or(rows);
                let size = LEAST_ROW.max(payload.len() as u64);
                let counted = sink.unpack_limit().count(size).map_err(Stop::from);
                counted.and_then(|()| {
                    let record = record(database, table, id, &payload, sink);
                    sink.push_record(record, number, number, true)
                })
            }
            Found::Damage { page, reason } => sink.skip_place(&format!("page {page}"), reason),
        };
        match done {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stop = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    stop.map_or(Ok(()), Err)
}

/// The values of a row by the names of their columns.
fn record<E>(
    database: &Database,
    table: &Table,
    id: i64,
    payload: &[u8],
    sink: &mut ArticleSink<E>,
) -> Result<Record, SkipReason> {
    let mut record = Record::new();
    let stored = table.columns.iter().filter(|column| column.is_stored);
    for (column, cell) in stored.zip(row::cells(payload)?) {
        let text = match cell {
            Cell::Null if column.is_row_id => id.to_string(),
            Cell::Null => continue,
            Cell::Integer(number) => number.to_string(),
            Cell::Real(number) => number.to_string(),
            Cell::Text(bytes) => match database.to_utf8(bytes) {
                Some(text) => text,
                None => sink.decode(bytes.to_vec())?,
            },
            // Many programs keep texts so.
            Cell::Blob(bytes) => match str::from_utf8(bytes) {
                Ok(text) if !text.contains('\0') => text.to_string(),
                _ => continue,
            },
        };
        Value::add(&mut record, &column.name, text);
    }
    Ok(record)
}

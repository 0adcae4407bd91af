//! Trees of pages: the rows of a table, in their order.
//!
//! No page is visited twice, whatever they say of each other.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::ControlFlow;

use super::database::{Database, HEADER, damaged};
use crate::limits::LARGEST_RECORD;
use crate::skip::SkipReason;

/// The kind of a page that leads to others.
const INTERIOR: u8 = 5;

/// The kind of a page with rows.
const LEAF: u8 = 13;

/// So many pages that are not there are told of a table.
const MOST_MISSING: usize = 100;

/// What is in a table.
pub(super) enum Found<'a> {
    /// A row: its number, and its cells as they are stored.
    Row {
        /// Its number.
        id: i64,
        /// Its cells.
        payload: Cow<'a, [u8]>,
    },
    /// A page, or a row on it, that cannot be read.
    Damage {
        /// The number of the page.
        page: u32,
        /// Why.
        reason: SkipReason,
    },
}

/// Gives all that is below the page `root` to `take`, until that breaks.
pub(super) fn walk(database: &Database, root: u32, take: &mut dyn FnMut(Found) -> ControlFlow<()>) {
    let mut seen = HashSet::new();
    let mut waiting = vec![root];
    let mut is_told = false;
    while let Some(number) = waiting.pop() {
        let page = if seen.insert(number) {
            Page::new(database, number)
        } else if std::mem::replace(&mut is_told, true) {
            continue;
        } else {
            Err(damaged("a page belongs to two places"))
        };
        let done = page.and_then(|page| match page.kind {
            INTERIOR => page.children(&mut waiting).map(ControlFlow::Continue),
            LEAF => Ok(page.rows(database, take).map_continue(|()| ())),
            _ => Err(damaged("a page of another kind is among those of a table")),
        });
        let flow = match done {
            Ok(flow) => flow,
            Err(reason) => take(Found::Damage {
                page: number,
                reason,
            }),
        };
        // Each page is told once at most, but those that are not there may be many.
        if flow.is_break() || seen.len() > database.pages() + MOST_MISSING {
            return;
        }
    }
}

/// A page of a tree.
struct Page<'a> {
    number: u32,
    kind: u8,
    bytes: &'a [u8],
    /// Where the header of the page begins.
    start: usize,
    cells: usize,
}

impl<'a> Page<'a> {
    fn new(database: &'a Database, number: u32) -> Result<Self, SkipReason> {
        let bytes = database.page(number)?;
        let start = if number == 1 { HEADER } else { 0 };
        Ok(Self {
            number,
            kind: bytes[start],
            bytes,
            start,
            cells: number_at(bytes, start + 3),
        })
    }

    /// Where the cells are, as the page says.
    fn offsets(&self, header: usize) -> impl Iterator<Item = usize> + use<'a> {
        let pointers = self.bytes.get(self.start + header..).unwrap_or_default();
        let pointers = pointers.as_chunks::<2>().0.iter().take(self.cells);
        pointers.map(|pointer| u16::from_be_bytes(*pointer).into())
    }

    /// Puts the pages that this leads to before those that are waiting.
    fn children(&self, waiting: &mut Vec<u32>) -> Result<(), SkipReason> {
        let first = waiting.len();
        for offset in self.offsets(12) {
            waiting.push(page_number(self.bytes, offset)?);
        }
        waiting.push(page_number(self.bytes, self.start + 8)?);
        waiting[first..].reverse();
        Ok(())
    }

    /// Gives the rows of this page to `take`; of those that cannot be read, the first is told.
    fn rows(
        &self,
        database: &Database,
        take: &mut dyn FnMut(Found) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut problem = None;
        for offset in self.offsets(8) {
            match row(database, self.bytes, offset) {
                Ok((id, payload)) => take(Found::Row { id, payload })?,
                Err(reason) => drop(problem.get_or_insert(reason)),
            }
        }
        let page = self.number;
        problem.map_or(ControlFlow::Continue(()), |reason| {
            take(Found::Damage { page, reason })
        })
    }
}

/// The row whose cell begins at `offset` of a page: its number and what is stored of it.
fn row<'a>(
    database: &Database,
    page: &'a [u8],
    offset: usize,
) -> Result<(i64, Cow<'a, [u8]>), SkipReason> {
    let broken = || damaged("a row goes over the end of its page");
    let cell = page.get(offset..).ok_or_else(broken)?;
    let (size, cell) = varint(cell).ok_or_else(broken)?;
    let (id, cell) = varint(cell).ok_or_else(broken)?;
    let id = id.cast_signed();
    if size > LARGEST_RECORD {
        return Err(SkipReason::TooLarge(LARGEST_RECORD));
    }
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size > database.size() {
        return Err(damaged("a row is larger than the file"));
    }
    let usable = database.usable;
    let most = usable - 35;
    if size <= most {
        return Ok((id, Cow::Borrowed(cell.get(..size).ok_or_else(broken)?)));
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let fitting = least + (size - least) % (usable - 4);
    let here = if fitting <= most { fitting } else { least };
    let mut payload = cell.get(..here).ok_or_else(broken)?.to_vec();
    let mut next = page_number(cell, here)?;
    // Each page has as much of it as it holds, so that they end even where they lead round.
    while payload.len() < size {
        let page = database.page(next)?;
        let part = &page[4..];
        let length = part.len().min(size - payload.len());
        payload.extend_from_slice(&part[..length]);
        next = page_number(page, 0)?;
    }
    Ok((id, Cow::Owned(payload)))
}

/// The number in two bytes; 0 where there is none.
fn number_at(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..at + 2) {
        Some(&[high, low]) => u16::from_be_bytes([high, low]).into(),
        _ => 0,
    }
}

fn page_number(bytes: &[u8], at: usize) -> Result<u32, SkipReason> {
    match bytes.get(at..at.saturating_add(4)) {
        Some(&[a, b, c, d]) => Ok(u32::from_be_bytes([a, b, c, d])),
        _ => Err(damaged("the number of a page goes over the end of another")),
    }
}

/// The number that `bytes` begin with, seven bits a byte, and what follows.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number: u64 = 0;
    for (index, &byte) in bytes.iter().enumerate().take(9) {
        if index == 8 {
            return Some(((number << 8) | u64::from(byte), &bytes[9..]));
        }
        number = (number << 7) | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[index + 1..]));
        }
    }
    None
}

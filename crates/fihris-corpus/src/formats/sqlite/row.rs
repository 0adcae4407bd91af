//! Rows: what the bytes of one hold.

use super::database::damaged;
use super::tree::varint;
use crate::limits::MOST_FIELDS;
use crate::skip::SkipReason;
use crate::value::many_fields;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Another number.
    Real(f64),
    /// A text in the encoding of the database.
    Text(&'a [u8]),
    /// Bytes.
    Blob(&'a [u8]),
}

/// The cells of a row.
///
/// # Errors
/// If they go over its end, or are too many.
pub(super) fn cells(payload: &[u8]) -> Result<Vec<Cell<'_>>, SkipReason> {
    let broken = || damaged("the cells of a row go over its end");
    let (size, rest) = varint(payload).ok_or_else(broken)?;
    let size = usize::try_from(size).map_err(|_| broken())?;
    let first = payload.len() - rest.len();
    let mut types = payload.get(first..size).ok_or_else(broken)?;
    let mut contents = &payload[size..];
    let mut cells = Vec::new();
    while !types.is_empty() {
        let (kind, rest) = varint(types).ok_or_else(broken)?;
        types = rest;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => kind,
            5 => 6,
            6 | 7 => 8,
            10 | 11 => return Err(broken()), // of no file
            _ => (kind - 12) / 2,
        };
        let length = usize::try_from(length).map_err(|_| broken())?;
        let (bytes, rest) = contents.split_at_checked(length).ok_or_else(broken)?;
        contents = rest;
        if cells.len() == MOST_FIELDS {
            return Err(many_fields());
        }
        cells.push(match kind {
            0 => Cell::Null,
            8 => Cell::Integer(0),
            9 => Cell::Integer(1),
            7 => Cell::Real(f64::from_bits(integer(bytes).cast_unsigned())),
            1..=6 => Cell::Integer(integer(bytes)),
            _ if kind % 2 == 0 => Cell::Blob(bytes),
            _ => Cell::Text(bytes),
        });
    }
    Ok(cells)
}

/// The number in up to eight bytes, the first of which has its sign.
fn integer(bytes: &[u8]) -> i64 {
    let sign = bytes
        .first()
        .map_or(0, |byte| i64::from(byte.cast_signed() >> 7));
    bytes
        .iter()
        .fold(sign, |number, byte| (number << 8) | i64::from(*byte))
}

//! A database: its header and its pages.

use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::format_table::SQLITE;
use crate::skip::{DamageKind, SkipReason};

/// The size of the header, which is in the first page.
pub(super) const HEADER: usize = 100;

/// A page may have so few bytes that are used.
const LEAST_USABLE: usize = 480;

/// A database in memory.
pub(super) struct Database {
    bytes: Vec<u8>,
    page_size: usize,
    /// The bytes of a page that are used.
    pub usable: usize,
    /// What texts are in: 1 for UTF-8, 2 and 3 for UTF-16.
    encoding: u8,
}

impl Database {
    /// The database in `bytes`.
    ///
    /// # Errors
    /// If it is none: of another kind, or encrypted as a whole.
    pub fn new(bytes: Vec<u8>) -> Result<Self, SkipReason> {
        if bytes.is_empty() {
            return Err(SkipReason::Empty);
        }
        if !bytes.starts_with(SQLITE) {
            return Err(damaged("no database of SQLite, or an encrypted one"));
        }
        let header = bytes.get(..HEADER).ok_or_else(truncated)?;
        let page_size = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 1 << 16,
            size => usize::from(size),
        };
        let usable = page_size.saturating_sub(header[20].into());
        if !page_size.is_power_of_two() || usable < LEAST_USABLE {
            return Err(damaged("its pages have a size that cannot be"));
        }
        Ok(Self {
            page_size,
            usable,
            encoding: header[59],
            bytes,
        })
    }

    /// How many pages there are, of which the last may be cut short.
    pub fn pages(&self) -> usize {
        self.bytes.len().div_ceil(self.page_size)
    }

    /// The page of this number, from 1.
    ///
    /// # Errors
    /// If it is not there.
    pub fn page(&self, number: u32) -> Result<&[u8], SkipReason> {
        let index = (number as usize).checked_sub(1);
        let start = index.and_then(|index| index.checked_mul(self.page_size));
        let page = start.and_then(|start| self.bytes.get(start..start.checked_add(self.usable)?));
        page.ok_or_else(truncated)
    }

    /// How many bytes there are.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// A text that is in UTF-16, as UTF-8; none where texts are in UTF-8 already.
    pub fn to_utf8(&self, text: &[u8]) -> Option<String> {
        let encoding = match self.encoding {
            2 => UTF_16LE,
            3 => UTF_16BE,
            _ => return None,
        };
        Some(encoding.decode_without_bom_handling(text).0.into_owned())
    }
}

pub(super) fn damaged(message: &str) -> SkipReason {
    SkipReason::damaged(DamageKind::Other, message)
}

pub(super) fn truncated() -> SkipReason {
    SkipReason::damaged(DamageKind::Truncated, "a page is not there")
}

//! Pages: the pieces of a column, unpacked one at a time and counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use parquet::basic::Compression;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};

use super::unpack::unpack;
use crate::limits::{LARGEST_PAGES, UNPACKED_FLOOR, UNPACKED_RATIO};
use crate::skip::SkipReason;

/// How much the pages of a file unpack to: all of them, and those that are in memory.
pub(super) struct PageLimit {
    /// Bytes that may come out yet.
    left: AtomicU64,
    /// Bytes in memory.
    held: AtomicU64,
    /// Bytes that may come out at all.
    most: u64,
}

impl PageLimit {
    /// For a file of so many bytes.
    pub fn of_file(size: u64) -> Arc<Self> {
        let most = UNPACKED_FLOOR.max(size.saturating_mul(UNPACKED_RATIO));
        Arc::new(Self {
            left: most.into(),
            held: 0.into(),
            most,
        })
    }

    /// How many bytes a page may have that comes next.
    fn most(&self) -> u64 {
        let held = self.held.load(Ordering::Relaxed);
        let room = LARGEST_PAGES.saturating_sub(held);
        room.min(self.left.load(Ordering::Relaxed))
    }

    /// Why a page does not come.
    fn refuse(&self) -> ParquetError {
        let held = self.held.load(Ordering::Relaxed);
        let room = LARGEST_PAGES.saturating_sub(held);
        ParquetError::External(Box::new(if room < self.left.load(Ordering::Relaxed) {
            SkipReason::TooLarge(LARGEST_PAGES)
        } else {
            SkipReason::Unpacked(self.most)
        }))
    }

    /// Counts a page that is in memory from now on.
    fn take(&self, bytes: u64) {
        let left = self.left.load(Ordering::Relaxed);
        self.left
            .store(left.saturating_sub(bytes), Ordering::Relaxed);
        self.held.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Counts a page that is no longer in memory.
    fn give_back(&self, bytes: u64) {
        self.held.fetch_sub(bytes, Ordering::Relaxed);
    }
}

/// The pages of a column, unpacked.
pub(super) struct Pages<P> {
    packed: P,
    packing: Compression,
    limit: Arc<PageLimit>,
    /// The bytes of its dictionary, and of the page that came last.
    held: [u64; 2],
}

impl<P: PageReader> Pages<P> {
    /// Those of `packed`, which come as they are in the file.
    pub fn new(packed: P, packing: Compression, limit: Arc<PageLimit>) -> Self {
        Self {
            packed,
            packing,
            limit,
            held: [0, 0],
        }
    }

    /// A page or a dictionary without its first `levels` bytes, which are never packed.
    fn unpacked(&mut self, bytes: &Bytes, levels: usize, is_dictionary: bool) -> Result<Bytes> {
        let short = || ParquetError::EOF("a page ends in its levels".into());
        let packed = bytes.get(levels..).ok_or_else(short)?;
        self.drop_last(is_dictionary);
        let unpacked = unpack(self.packing, packed, &bytes[..levels], self.limit.most());
        let unpacked = unpacked.map_err(|reason| ParquetError::External(Box::new(reason)))?;
        let unpacked = unpacked.ok_or_else(|| self.limit.refuse())?;
        self.hold(Bytes::from(unpacked), is_dictionary)
    }

    /// The last page is in memory no more.
    fn drop_last(&mut self, is_dictionary: bool) {
        let last = std::mem::take(&mut self.held[usize::from(!is_dictionary)]);
        self.limit.give_back(last);
    }

    /// Counts what is in memory now.
    fn hold(&mut self, bytes: Bytes, is_dictionary: bool) -> Result<Bytes> {
        let size = bytes.len() as u64;
        if size > self.limit.most() {
            return Err(self.limit.refuse());
        }
        self.held[usize::from(!is_dictionary)] = size;
        self.limit.take(size);
        Ok(bytes)
    }

    fn unpack(&mut self, page: &mut Page) -> Result<()> {
        let is_dictionary = page.is_dictionary_page();
        let (bytes, levels, is_packed) = match page {
            Page::DataPage { buf, .. } | Page::DictionaryPage { buf, .. } => (buf, 0, true),
            Page::DataPageV2 {
                buf,
                is_compressed,
                def_levels_byte_len,
                rep_levels_byte_len,
                ..
            } => {
                let levels = u64::from(*def_levels_byte_len) + u64::from(*rep_levels_byte_len);
                (buf, usize::try_from(levels)?, *is_compressed)
            }
        };
        if is_packed && self.packing != Compression::UNCOMPRESSED {
            *bytes = self.unpacked(bytes, levels, is_dictionary)?;
        } else {
            self.drop_last(is_dictionary);
            self.hold(bytes.clone(), is_dictionary)?;
        }
        Ok(())
    }
}

impl<P: PageReader> PageReader for Pages<P> {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let mut page = self.packed.get_next_page()?;
        if let Some(page) = &mut page {
            self.unpack(page)?;
        }
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.packed.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.packed.skip_next_page()
    }
}

impl<P: PageReader> Iterator for Pages<P> {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl<P> Drop for Pages<P> {
    fn drop(&mut self) {
        self.limit.give_back(self.held.iter().sum());
    }
}

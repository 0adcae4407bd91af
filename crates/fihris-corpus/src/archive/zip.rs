//! Zip: the files in the order of the archive's own list.
//!
//! The list may lie: it is bounded before it is read, and no two files may stand in the same bytes.

use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::limits::LARGEST_DIRECTORY;
use super::super::sink::{ArticleSink, Stop};
use super::super::skip::{DamageKind, SkipReason};
use super::entry::{ReadFormat, nothing_unless, read_entry, skip};

/// The length of the header of each file, without its name.
const HEADER: u64 = 30;

/// The folder of a crawl that has its web archives.
const CRAWL: &str = "archive/";

/// Reads the files of a zip by `read`.
///
/// # Errors
/// If it is none or is damaged, unpacks to too much, or there is nothing in it to read; or if whoever takes
/// the articles fails.
pub fn read_zip<E>(
    file: impl Read + Seek,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let left = Rc::new(Cell::new(LARGEST_DIRECTORY));
    let input = Directory {
        file,
        left: left.clone(),
    };
    let mut archive = ZipArchive::new(BufReader::new(input)).map_err(damaged)?;
    left.set(u64::MAX); // the list is read
    let unpack_limit = sink.unpack_limit();
    let overlapping = overlapping(&archive);
    let is_crawl = is_crawl(&archive);
    let mut readable = 0;
    for number in 0..archive.len() {
        let entry = archive.by_index_data(number).map_err(damaged)?;
        if !entry.is_file() {
            continue;
        }
        let name = match entry.name() {
            Ok(name) => name.into_owned(),
            Err(error) => {
                readable += 1;
                skip(&format!("{}", number + 1), damaged(error), sink)?;
                continue;
            }
        };
        if is_crawl && !name.starts_with(CRAWL) {
            continue;
        }
        if overlapping.contains(&number) {
            readable += 1;
            skip(&name, SkipReason::SharedBytes, sink)?;
            continue;
        }
        match archive.by_index(number) {
            Ok(entry) => {
                let mut entry = unpack_limit.count_unpacked(entry);
                readable += u64::from(read_entry(&name, &mut entry, sink, read)?);
            }
            Err(error) => {
                readable += 1;
                skip(&name, damaged(error), sink)?;
            }
        }
        unpack_limit.check()?;
    }
    Ok(nothing_unless(readable)?)
}

/// Whether it is a crawl of sites (WACZ): web archives in a folder of their own, and what programs that show them need.
fn is_crawl<R: Read + Seek>(archive: &ZipArchive<R>) -> bool {
    let names = || archive.file_names().filter_map(Result::ok);
    let is_warc = |name: &str| name.starts_with(CRAWL) && name.contains(".warc");
    names().any(|name| name == "datapackage.json") && names().any(|name| is_warc(&name))
}

/// The numbers of files that begin before another one ends.
fn overlapping<R: Read + Seek>(archive: &ZipArchive<R>) -> HashSet<usize> {
    let entries = (0..archive.len()).filter_map(|number| {
        let entry = archive.by_index_data(number).ok()?;
        let start = entry.header_start();
        let end = start
            .saturating_add(HEADER)
            .saturating_add(entry.compressed_size());
        entry.is_file().then_some((start, end, number))
    });
    let mut entries: Vec<(u64, u64, usize)> = entries.collect();
    entries.sort_unstable_by_key(|&(start, _, number)| (start, number));
    let mut overlapping = HashSet::new();
    let mut last_end = 0;
    for (start, end, number) in entries {
        if start < last_end {
            overlapping.insert(number);
        } else {
            last_end = end;
        }
    }
    overlapping
}

fn damaged(error: ZipError) -> SkipReason {
    match error {
        ZipError::Io(error) => error.into(),
        ZipError::InvalidArchive(_) => SkipReason::damaged(DamageKind::Zip, error.to_string()),
        other => SkipReason::damaged(DamageKind::Other, other.to_string()),
    }
}

/// Lets so many bytes of a file through as are left.
struct Directory<R> {
    file: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Directory<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        let left = self.left.get().checked_sub(length as u64);
        let reason = SkipReason::LargeDirectory(LARGEST_DIRECTORY);
        self.left.set(left.ok_or_else(|| io::Error::other(reason))?);
        Ok(length)
    }
}

impl<R: Seek> Seek for Directory<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

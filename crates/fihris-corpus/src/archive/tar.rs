//! Tar: files one after the other, each after its header.

use std::io::{self, BufRead};

use tar::{Archive, EntryType};

use super::super::name::encode;
use super::super::sink::{ArticleSink, Stop};
use super::super::skip::SkipReason;
use super::entry::{ReadFormat, nothing_unless, read_entry, skip};
use super::headers::{Dropped, Headers};

/// Reads the files of a tar by `read`, one after the other.
///
/// # Errors
/// If it breaks off or is damaged, unpacks to too much, or there is nothing in it to read; or if whoever takes
/// the articles fails.
pub fn read_tar<E>(
    input: &mut dyn BufRead,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let dropped = Dropped::default();
    let unpack_limit = sink.unpack_limit();
    let mut readable = 0;
    for entry in Archive::new(Headers::new(input, dropped.clone())).entries()? {
        for name in dropped.take_sparse() {
            readable += 1;
            skip(&encode(&name), SkipReason::Sparse, sink)?;
        }
        unpack_limit.check()?; // also where the error is of another kind
        let mut entry = entry?;
        let is_named = !dropped.take_name();
        let kind = entry.header().entry_type();
        if matches!(kind, EntryType::Regular | EntryType::Continuous) {
            let name = encode(&entry.path_bytes()).into_owned();
            if is_named {
                readable += u64::from(read_entry(&name, &mut entry, sink, read)?);
            } else {
                readable += 1;
                skip(&name, SkipReason::LongName, sink)?;
            }
        }
        io::copy(&mut entry, &mut io::sink())?;
        dropped.expect_header();
    }
    unpack_limit.check()?;
    Ok(nothing_unless(readable)?)
}

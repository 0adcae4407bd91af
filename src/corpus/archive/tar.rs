//! Tar: files one behind the other, each behind its header.

use std::io::{self, BufRead};

use tar::{Archive, EntryType};

use super::super::name::encode;
use super::super::sink::ArticleSink;
use super::super::skip::SkipReason;
use super::headers::{Dropped, Headers};
use super::{nothing_unless, read_entry, skip};

/// Reads the files of a tar, one behind the other.
///
/// # Errors
/// If it breaks off or is damaged, unpacks to too much, or there is nothing in it to read.
pub fn read_tar(input: &mut dyn BufRead, sink: &mut ArticleSink) -> Result<(), SkipReason> {
    let dropped = Dropped::default();
    let unpack_limit = sink.unpack_limit();
    let mut readable = 0;
    for entry in Archive::new(Headers::new(input, dropped.clone())).entries()? {
        for name in dropped.take_sparse() {
            readable += 1;
            skip(&encode(&name), SkipReason::Sparse, sink);
        }
        unpack_limit.check()?; // also where the error is of another kind
        let mut entry = entry?;
        let is_named = !dropped.take_name();
        let kind = entry.header().entry_type();
        if matches!(kind, EntryType::Regular | EntryType::Continuous) {
            let name = encode(&entry.path_bytes()).into_owned();
            if is_named {
                readable += u64::from(read_entry(&name, &mut entry, sink));
            } else {
                readable += 1;
                skip(&name, SkipReason::LongName, sink);
            }
        }
        io::copy(&mut entry, &mut io::sink())?;
        dropped.expect_header();
    }
    unpack_limit.check()?;
    nothing_unless(readable)
}

//! Archives: the files in a file.
//!
//! Each is read as one on disk would be, if its kind is read; its name is that of the archive, a slash
//! and its own. Archives in archives stay closed. Knows containers, not what is in a file.

use std::io::{BufRead, BufReader, Read, Seek};
use std::path::Path;

use tar::{Archive, EntryType};
use zip::ZipArchive;

use super::format::Format;
use super::limits::LONGEST_NAME;
use super::name::encode;
use super::read::read_format;
use super::sink::Sink;
use super::skip::SkipReason;

/// Reads the files of a tar, one behind the other.
///
/// # Errors
/// If it breaks off or is damaged, or there is nothing in it to read.
pub fn read_tar(input: &mut dyn BufRead, sink: &mut Sink) -> Result<(), SkipReason> {
    let mut readable = 0;
    for entry in Archive::new(input).entries()? {
        let mut entry = entry?;
        let kind = entry.header().entry_type();
        if matches!(kind, EntryType::Regular | EntryType::Continuous) {
            let name = encode(&entry.path_bytes()).into_owned();
            readable += u64::from(read_entry(&name, &mut entry, sink));
        }
    }
    nothing_unless(readable)
}

/// Reads the files of a zip.
///
/// # Errors
/// If it is none or is damaged, or there is nothing in it to read.
pub fn read_zip(file: impl Read + Seek, sink: &mut Sink) -> Result<(), SkipReason> {
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(&error))?;
    let mut readable = 0;
    for number in 0..archive.len() {
        let (name, is_file) = match archive.by_index_data(number) {
            Ok(entry) => (
                entry.name().map_err(|error| damaged(&error))?.into_owned(),
                entry.is_file(),
            ),
            Err(error) => return Err(damaged(&error)),
        };
        if !is_file {
            continue;
        }
        match archive.by_index(number) {
            Ok(mut entry) => readable += u64::from(read_entry(&name, &mut entry, sink)),
            Err(error) => {
                readable += 1;
                sink.inside(&clean(&name), |sink| sink.skipped_whole(damaged(&error)));
            }
        }
    }
    nothing_unless(readable)
}

/// Reads a file in an archive; false if its kind is not read.
fn read_entry(name: &str, input: &mut dyn Read, sink: &mut Sink) -> bool {
    let name = clean(name);
    if name.split('/').any(|part| part.starts_with('.')) {
        return false; // hidden, as on disk
    }
    let Some(format) = Format::of(Path::new(&name)) else {
        sink.other_kind();
        return false;
    };
    if name.len() > LONGEST_NAME {
        let beginning: String = name.chars().take(80).collect();
        sink.inside(&beginning, |sink| sink.skipped_whole(SkipReason::LongName));
        return true;
    }
    sink.inside(&name, |sink| {
        let result = if format.is_archive() {
            Err(SkipReason::NestedArchive)
        } else {
            read_format(format, BufReader::new(input), sink)
        };
        if let Err(reason) = result {
            sink.skipped_whole(reason);
        }
    });
    true
}

/// A name without what only says where it lies: `./a//b.txt` is `a/b.txt`.
fn clean(name: &str) -> String {
    let name = name.replace('\\', "/"); // as some programs write them
    let parts = name.split('/');
    let kept: Vec<&str> = parts
        .filter(|part| !matches!(*part, "" | "." | ".."))
        .collect();
    kept.join("/")
}

fn damaged(error: &zip::result::ZipError) -> SkipReason {
    SkipReason::Damaged(error.to_string())
}

fn nothing_unless(readable: u64) -> Result<(), SkipReason> {
    if readable == 0 {
        return Err(SkipReason::NothingInside);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_say_where_they_lie() {
        for (name, expected) in [
            ("./a//b.txt", "a/b.txt"),
            ("/a.txt", "a.txt"),
            ("../../a.txt", "a.txt"),
            ("a\\b.txt", "a/b.txt"),
            ("أخبار/خبر.txt", "أخبار/خبر.txt"),
        ] {
            assert_eq!(clean(name), expected);
        }
    }
}

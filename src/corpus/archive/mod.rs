//! Archives: the files in a file.
//!
//! Each is read as one on disk would be, if its kind is read; its name is that of the archive, a slash
//! and its own. Archives in archives stay closed. Knows containers, not what is in a file.

mod headers;
mod tar;
mod zip;

pub use tar::read_tar;
pub use zip::read_zip;

use std::io::{BufReader, Read};
use std::path::Path;

use super::format::Format;
use super::limits::{LONGEST_NAME, prefix};
use super::read::read_format;
use super::sink::ArticleSink;
use super::skip::SkipReason;

/// Reads a file in an archive; false if its kind is not read.
fn read_entry(name: &str, input: &mut dyn Read, sink: &mut ArticleSink) -> bool {
    let name = clean(name);
    if name.split('/').any(|part| part.starts_with('.')) {
        return false; // hidden, as on disk
    }
    let Some(format) = Format::from_path(Path::new(&name)) else {
        sink.push_unread(prefix(&name, LONGEST_NAME));
        return false;
    };
    if name.len() > LONGEST_NAME {
        skip(prefix(&name, 160), SkipReason::LongName, sink);
        return true;
    }
    sink.in_archive(&name, |sink| {
        let result = if format.is_archive() {
            Err(SkipReason::NestedArchive)
        } else {
            read_format(format, BufReader::new(input), sink)
        };
        match result {
            Ok(()) | Err(SkipReason::Unpacked(_)) => {} // told of the whole archive
            Err(reason) => sink.skip_file(reason),
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

/// Tells why a file in an archive is not read.
fn skip(name: &str, reason: SkipReason, sink: &mut ArticleSink) {
    sink.in_archive(&clean(name), |sink| sink.skip_file(reason));
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

//! A file in an archive.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use crate::format::Format;
use crate::limits::{LONGEST_NAME, prefix};
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;

/// Reads what a file of this format holds; given by whoever knows all formats.
pub type ReadFormat<E> = fn(Format, &mut dyn BufRead, &mut ArticleSink<E>) -> Result<(), Stop<E>>;

/// Reads a file in an archive by `read`; false if its kind is not read.
///
/// # Errors
/// If whoever takes the articles fails.
pub fn read_entry<E>(
    name: &str,
    input: &mut dyn Read,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<bool, Stop<E>> {
    let name = clean(name);
    if name.split('/').any(|part| part.starts_with('.')) {
        return Ok(false); // hidden, as on disk
    }
    let Some(format) = Format::from_path(Path::new(&name)) else {
        sink.push_unread(prefix(&name, LONGEST_NAME))?;
        return Ok(false);
    };
    if name.len() > LONGEST_NAME {
        skip(prefix(&name, 160), SkipReason::LongName, sink)?;
        return Ok(true);
    }
    inside(&name, sink, |sink| {
        if format.is_archive() {
            return Err(SkipReason::NestedArchive.into());
        }
        read(format, &mut BufReader::new(input), sink)
    })?;
    Ok(true)
}

/// Does `work` for the file called `name` in the one that is being read, and tells why that fails.
pub(super) fn inside<E>(
    name: &str,
    sink: &mut ArticleSink<E>,
    work: impl FnOnce(&mut ArticleSink<E>) -> Result<(), Stop<E>>,
) -> Result<(), Stop<E>> {
    sink.in_archive(name, |sink| match work(sink) {
        Err(Stop::Skip(SkipReason::Unpacked(_))) => Ok(()), // told of the whole archive
        Err(Stop::Skip(reason)) => sink.skip_file(reason),
        other => other,
    })
}

/// A name without what only says where it lies: `./a//b.txt` is `a/b.txt`.
pub(super) fn clean(name: &str) -> String {
    let name = name.replace('\\', "/"); // as some programs write them
    let parts = name.split('/');
    let kept: Vec<&str> = parts
        .filter(|part| !matches!(*part, "" | "." | ".."))
        .collect();
    kept.join("/")
}

/// Tells why a file in an archive is not read.
pub(super) fn skip<E>(
    name: &str,
    reason: SkipReason,
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    sink.in_archive(&clean(name), |sink| sink.skip_file(reason))
}

/// Fails unless there were `readable` files.
pub(super) fn nothing_unless(readable: u64) -> Result<(), SkipReason> {
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

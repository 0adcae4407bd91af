//! An archive in a file that is none itself, as in mail.

use std::io::{BufRead, Seek};

use super::entry::{ReadFormat, clean, inside};
use super::seven_zip::read_seven_zip;
use super::zip::read_zip;
use crate::file_kind::Kind;
use crate::format::Format;
use crate::limits::{LONGEST_NAME, prefix};
use crate::sink::{ArticleSink, Stop};

/// Reads an archive of this format in a file that is none itself: what is in it, by `read`.
///
/// # Errors
/// If whoever takes the articles fails.
pub fn read_archive<E>(
    name: &str,
    format: Format,
    mut input: impl BufRead + Seek,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let name = clean(name);
    inside(prefix(&name, LONGEST_NAME), sink, |sink| {
        match format.kind {
            Kind::Zip => read_zip(input, sink, read),
            Kind::SevenZip => read_seven_zip(input, sink, read),
            _ => read(format, &mut input, sink),
        }
    })
}

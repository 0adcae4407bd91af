//! Reading: a file's bytes become articles, one at a time.
//!
//! A collection of any size streams through, a record at a time. Knows formats, not what is indexed
//! already.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};

use xxhash_rust::xxh3::Xxh3Default;

use super::archive::{read_tar, read_zip};
use super::compression::unpack;
use super::decode::decode;
use super::fields::FieldMap;
use super::format::{Format, Kind};
use super::formats::{csv, json, json_lines, markup};
use super::limits::read_whole;
use super::sink::{Found, Sink};
use super::skip::SkipReason;

/// Reads the articles of `file`, which is called `name`, and gives each to `take`. Returns the XXH3 of
/// all its bytes.
///
/// # Errors
/// With the hash, if the bytes cannot be had, break off, or are no articles; what came before was given
/// to `take`.
pub fn read_file(
    name: &str,
    format: Format,
    map: &FieldMap,
    mut file: File,
    take: &mut dyn FnMut(Found),
) -> Result<u64, (u64, SkipReason)> {
    let mut sink = Sink::new(name, map, take);
    if format.kind == Kind::Zip {
        let hash = hash(&file)
            .and_then(|hash| file.rewind().map(|()| hash))
            .map_err(|error| (0, error.into()))?;
        return read_zip(file, &mut sink)
            .map(|()| hash)
            .map_err(|reason| (hash, reason));
    }
    hashing(file, |input| read_format(format, input, &mut sink))
}

/// The same for a stream whose first bytes tell its format.
///
/// # Errors
/// As for a file.
pub fn read_stream(
    name: &str,
    map: &FieldMap,
    input: impl Read,
    take: &mut dyn FnMut(Found),
) -> Result<u64, (u64, SkipReason)> {
    let mut sink = Sink::new(name, map, take);
    hashing(input, |input| {
        let Format { compression, .. } = Format::guess(input.fill_buf()?);
        let mut input = unpack(compression, input);
        let format = Format::guess(input.fill_buf()?);
        read_kind(format.kind, &mut *input, &mut sink)
    })
}

/// Reads what `input` holds.
///
/// # Errors
/// As for a file.
pub(super) fn read_format(
    format: Format,
    input: impl BufRead,
    sink: &mut Sink,
) -> Result<(), SkipReason> {
    read_kind(format.kind, &mut *unpack(format.compression, input), sink)
}

fn read_kind(kind: Kind, input: &mut dyn BufRead, sink: &mut Sink) -> Result<(), SkipReason> {
    let before = sink.found();
    let is_archive = Format::plain(kind).is_archive();
    if let Some(at) = input.fill_buf()?.iter().position(|&byte| byte == 0)
        && !is_archive
    {
        return Err(SkipReason::Binary { at });
    }
    match kind {
        Kind::Text => sink.text(&decode(read_whole(input)?)?),
        Kind::JsonLines => json_lines::read(input, sink),
        Kind::Json => json::read(input, sink),
        Kind::Csv => csv::read(input, None, sink),
        Kind::Tsv => csv::read(input, Some(b'\t'), sink),
        Kind::Markup => markup::read(input, sink),
        Kind::Tar => read_tar(input, sink),
        Kind::Zip => Err(SkipReason::ZipInStream),
    }?;
    if sink.found() == before && !is_archive {
        return Err(SkipReason::Empty);
    }
    Ok(())
}

/// The XXH3 of all bytes of `file`.
///
/// # Errors
/// If they cannot be read.
pub fn hash(file: impl Read) -> io::Result<u64> {
    let mut input = Hashing::new(file);
    io::copy(&mut input, &mut io::sink())?;
    Ok(input.hasher.digest())
}

/// Does `work` with `input`, and hashes all of it, also what `work` leaves.
fn hashing(
    input: impl Read,
    work: impl FnOnce(&mut dyn BufRead) -> Result<(), SkipReason>,
) -> Result<u64, (u64, SkipReason)> {
    let mut input = BufReader::with_capacity(1 << 16, Hashing::new(input));
    let result = work(&mut input);
    let rest = io::copy(input.get_mut(), &mut io::sink());
    let hash = input.get_ref().hasher.digest();
    match (result, rest) {
        (Ok(()), Ok(_)) => Ok(hash),
        (Err(reason), _) => Err((hash, reason)),
        (Ok(()), Err(error)) => Err((hash, error.into())),
    }
}

/// Passes bytes on and hashes them.
struct Hashing<R> {
    input: R,
    hasher: Xxh3Default,
}

impl<R> Hashing<R> {
    fn new(input: R) -> Self {
        Self {
            input,
            hasher: Xxh3Default::new(),
        }
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.hasher.update(&buffer[..length]);
        Ok(length)
    }
}

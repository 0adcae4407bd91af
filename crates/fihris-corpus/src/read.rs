//! Reading: a file's bytes become articles, one at a time.
//!
//! A collection of any size streams through, a record at a time.

use std::io::{self, BufRead, BufReader, Read, Seek};

use xxhash_rust::xxh3::Xxh3Default;

use super::archive::{read_seven_zip, read_tar, read_zip};
use super::bounded::read_whole;
use super::compression::unpack;
use super::encoding::{decode, decode_stream};
use super::event::{ReadError, ReadFile};
use super::file_kind::Kind;
use super::format::Format;
#[cfg(feature = "parquet")]
use super::formats::{arrow, parquet};
use super::formats::{
    csv, exports, html, json, json_lines, mail, markup, office, openiti, pdf, references, rtf,
    saved_page, sqlite, subtitles, text, treebank, warc,
};
use super::limits::LARGEST_TEXT;
use super::options::ReadOptions;
use super::sink::{ArticleSink, Consumer, Stop};
use super::skip::{SkipReason, SystemError};
use super::start::Started;

/// Bytes that are read at once.
const BUFFER: usize = 1 << 16;

/// Reads the articles of `file`, which is called `name`, and hands each to `consumer`.
///
/// # Errors
/// If the bytes cannot be had, break off, or are no articles; what came before was handed over. At once, if
/// `consumer` fails.
pub fn read_file<'a, E>(
    name: &str,
    format: Format,
    options: &'a ReadOptions,
    file: impl Read + Seek,
    consumer: &'a mut Consumer<'a, E>,
) -> Result<ReadFile, ReadError<E>> {
    let mut sink = ArticleSink::new(name, options, consumer);
    let mut file = Watched::new(file);
    let hash = if format.kind.is_stream() {
        let input = sink.unpack_limit().count_packed(&mut file);
        hashing(input, |input| read_format(format, input, &mut sink))
    } else {
        let hash = hash(sink.unpack_limit().count_packed(&mut file))
            .and_then(|hash| file.rewind().map(|()| hash))
            .map_err(|error| ReadError::Skipped {
                hash: 0,
                reason: SkipReason::unreadable(&error),
            })?;
        let read = match format.kind {
            Kind::SevenZip => read_seven_zip(&mut file, &mut sink, read_format),
            _ => read_zip(&mut file, &mut sink, read_format),
        };
        read.map(|()| hash).map_err(|stop| with_hash(stop, hash))
    };
    Ok(sink.finish(file.unless_failed(hash)?))
}

/// The same for a stream whose first bytes tell its format.
///
/// # Errors
/// As for a file.
pub fn read_stream<'a, E>(
    name: &str,
    options: &'a ReadOptions,
    input: impl Read,
    consumer: &'a mut Consumer<'a, E>,
) -> Result<ReadFile, ReadError<E>> {
    let mut sink = ArticleSink::new(name, options, consumer);
    let mut input = Watched::new(input);
    let packed = sink.unpack_limit().count_packed(&mut input);
    let hash = hashing(packed, |input| {
        let input = Started::new(input);
        let Format { compression, .. } = Format::guess(input.start());
        let input = BufReader::with_capacity(BUFFER, input);
        let input = Started::new(unpack(compression, input, &sink.unpack_limit()));
        let Format { kind, .. } = Format::guess(input.start());
        let mut input = BufReader::with_capacity(BUFFER, input);
        read_kind(kind, &mut input, &mut sink)
    });
    Ok(sink.finish(input.unless_failed(hash)?))
}

/// Reads what `input` holds.
fn read_format<E>(
    format: Format,
    input: &mut dyn BufRead,
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    let mut input = unpack(format.compression, input, &sink.unpack_limit());
    read_kind(format.kind, &mut *input, sink)
}

fn read_kind<E>(
    kind: Kind,
    input: &mut dyn BufRead,
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    let before = sink.found();
    match kind {
        Kind::Text => {
            let decoded = decode(read_whole(input, LARGEST_TEXT)?, sink.hint())?;
            if is_table(&decoded.text) {
                sink.set_encoding(decoded.encoding);
                return csv::read(&mut decoded.text.as_bytes(), Some(b'\t'), sink);
            }
            if exports::read(&decoded.text, sink)? {
                sink.set_encoding(decoded.encoding);
                return nothing_unless_found(sink, before);
            }
            if openiti::is_book(&decoded.text) {
                sink.set_encoding(decoded.encoding);
                openiti::read(&decoded.text, sink)?;
                return nothing_unless_found(sink, before);
            }
            let articles =
                text::articles(&sink.id_of_text(&decoded.text), sink.name(), &decoded.text)?;
            sink.push_text(&decoded, articles)?;
        }
        Kind::Html => {
            let decoded = decode(html::read_page(input)?, sink.hint())?;
            let articles =
                html::articles(&sink.id_of_text(&decoded.text), sink.name(), &decoded.text)?;
            sink.push_text(&decoded, articles)?;
        }
        Kind::Subtitles => {
            let mut decoded = decode(read_whole(input, LARGEST_TEXT)?, sink.hint())?;
            decoded.text = subtitles::text(&decoded.text);
            let articles =
                text::articles(&sink.id_of_text(&decoded.text), sink.name(), &decoded.text)?;
            sink.push_text(&decoded, articles)?;
        }
        Kind::SavedPage => saved_page::read(input, sink)?,
        Kind::Message => mail::read_message(input, sink, read_format)?,
        Kind::Mailbox => mail::read_mailbox(input, sink, read_format)?,
        Kind::Pdf => pdf::read(input, sink)?,
        Kind::Rtf => rtf::read(input, sink)?,
        Kind::Warc => warc::read(input, sink)?,
        #[cfg(feature = "parquet")]
        Kind::Parquet => parquet::read(input, sink)?,
        #[cfg(feature = "parquet")]
        Kind::Arrow => arrow::read(input, sink)?,
        #[cfg(not(feature = "parquet"))]
        Kind::Parquet | Kind::Arrow => return Err(SkipReason::NotBuilt("parquet".into()).into()),
        Kind::Sqlite => sqlite::read(input, sink)?,
        Kind::Office(office) => office::read(office, input, sink)?,
        Kind::Tar => return read_tar(input, sink, read_format),
        Kind::Zip | Kind::SevenZip => return Err(SkipReason::ZipInStream.into()),
        kind => {
            let (stream, encoding) = decode_stream(input, sink.hint())?;
            sink.set_encoding(encoding);
            let input: &mut dyn BufRead = &mut BufReader::with_capacity(BUFFER, stream);
            match kind {
                Kind::JsonLines => json_lines::read(input, sink),
                Kind::Json => json::read(input, sink),
                Kind::Csv => csv::read(input, None, sink),
                Kind::Ris => references::read_ris(input, sink),
                Kind::Treebank => treebank::read(input, sink),
                Kind::Bibtex => references::read_bibtex(input, sink),
                Kind::Tsv => csv::read(input, Some(b'\t'), sink),
                _ => markup::read(input, sink),
            }?;
        }
    }
    nothing_unless_found(sink, before)
}

/// Fails unless more than `before` was found.
fn nothing_unless_found<E>(sink: &ArticleSink<E>, before: u64) -> Result<(), Stop<E>> {
    if sink.found() == before {
        return Err(SkipReason::Empty.into());
    }
    Ok(())
}

/// Whether a text is a table, as Excel saves one as "Unicode Text": tabs between names, and as many in the next line.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines();
    let (Some(names), Some(first)) = (lines.next(), lines.next()) else {
        return false;
    };
    let tabs = |line: &str| line.bytes().filter(|byte| *byte == b'\t').count();
    Format::guess_table(names.as_bytes()) == Some(Kind::Tsv) && tabs(names) == tabs(first)
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
fn hashing<E>(
    input: impl Read,
    work: impl FnOnce(&mut dyn BufRead) -> Result<(), Stop<E>>,
) -> Result<u64, ReadError<E>> {
    let mut input = BufReader::with_capacity(BUFFER, Hashing::new(input));
    let result = match work(&mut input) {
        Err(Stop::Consumer(error)) => return Err(ReadError::Consumer(error)),
        result => result,
    };
    let rest = io::copy(input.get_mut(), &mut io::sink());
    let hash = input.get_ref().hasher.digest();
    match (result, rest) {
        (Ok(()), Ok(_)) => Ok(hash),
        (Err(stop), _) => Err(with_hash(stop, hash)),
        (Ok(()), Err(error)) => Err(with_hash(error.into(), hash)),
    }
}

/// Why a file whose bytes have this hash is not read to its end.
fn with_hash<E>(stop: Stop<E>, hash: u64) -> ReadError<E> {
    match stop {
        Stop::Skip(reason) => ReadError::Skipped { hash, reason },
        Stop::Consumer(error) => ReadError::Consumer(error),
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

/// Passes bytes on, and remembers whether the system once failed to give them. Whoever takes them apart may
/// go on after that, or call it damage.
struct Watched<R> {
    input: R,
    failure: Option<SystemError>,
}

impl<R> Watched<R> {
    fn new(input: R) -> Self {
        Self {
            input,
            failure: None,
        }
    }

    /// What came of reading, unless the bytes could not be had.
    fn unless_failed<E>(self, read: Result<u64, ReadError<E>>) -> Result<u64, ReadError<E>> {
        match (self.failure, read) {
            (Some(failure), Ok(_) | Err(ReadError::Skipped { .. })) => Err(ReadError::Skipped {
                hash: 0,
                reason: SkipReason::Unreadable(failure),
            }),
            (_, read) => read,
        }
    }

    fn watch<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &result
            && error.kind() != io::ErrorKind::Interrupted
            && self.failure.is_none()
        {
            self.failure = Some(error.into());
        }
        result
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let result = self.input.read(buffer);
        self.watch(result)
    }
}

impl<R: Seek> Seek for Watched<R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.input.seek(to) // to where a damaged archive says, so that a refusal tells nothing
    }
}

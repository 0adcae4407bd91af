//! Reading: a file's bytes become articles, one at a time.
//!
//! A collection of any size streams through, a record at a time. Knows formats, not what is indexed
//! already.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use xxhash_rust::xxh3::Xxh3Default;

use super::article::Article;
use super::encoding::{Decoded, Encoding, EncodingChoice, Hint, decode, decode_stream};
use super::format::Format;
use super::json_lines::{self, FieldMap};
use super::skip::SkipReason;
use super::text;

/// What comes out of a file: articles, and records that are none with their line.
pub type Found = Result<Article, (usize, SkipReason)>;

/// How files are read, as the user wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The names of the fields in collections.
    pub fields: FieldMap,
    /// The encoding of files that are not plainly in Unicode.
    pub encoding: EncodingChoice,
}

/// What is known of a file when all of it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFile {
    /// The XXH3 of all bytes.
    pub hash: u64,
    /// What the bytes are in.
    pub encoding: Encoding,
    /// Where the text was garbled or lost, for people.
    pub note: Option<String>,
}

/// Reads the articles of `input`, which is called `name`, and gives each to `take`.
///
/// # Errors
/// If the bytes cannot be had, or the whole is no article; with the XXH3 of the bytes that were read.
pub fn read(
    name: &str,
    format: Format,
    options: &ReadOptions,
    input: impl Read,
    take: &mut dyn FnMut(Found),
) -> Result<ReadFile, (u64, SkipReason)> {
    let mut input = Hashing {
        input: BufReader::with_capacity(1 << 16, input),
        hasher: Xxh3Default::new(),
    };
    let hint = Hint {
        forced: options.encoding.forced(),
        declared: None,
    };
    let result = match format {
        Format::Text => read_text(name, hint, &mut input, take),
        Format::JsonLines => read_lines(name, hint, &options.fields, &mut input, take),
    };
    let hash = input.hasher.digest();
    match result {
        Ok((encoding, note)) => Ok(ReadFile {
            hash,
            encoding,
            note,
        }),
        Err(reason) => Err((hash, reason)),
    }
}

/// The XXH3 of all bytes of `file`.
///
/// # Errors
/// If they cannot be read.
pub fn hash(file: File) -> io::Result<u64> {
    let mut input = Hashing {
        input: file,
        hasher: Xxh3Default::new(),
    };
    io::copy(&mut input, &mut io::sink())?;
    Ok(input.hasher.digest())
}

fn unreadable(error: &io::Error) -> SkipReason {
    SkipReason::Unreadable(error.to_string())
}

/// The encoding of a file, and what there is to say of it.
type Told = (Encoding, Option<String>);

fn read_text(
    name: &str,
    hint: Hint,
    input: &mut impl Read,
    take: &mut dyn FnMut(Found),
) -> Result<Told, SkipReason> {
    let mut bytes = Vec::new();
    input
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    let decoded = decode(bytes, hint)?;
    for article in noted(text::articles(name, &decoded.text)?, &decoded) {
        take(Ok(article));
    }
    Ok((decoded.encoding, decoded.note()))
}

/// The articles of a text, which say what there is to say of it.
fn noted(mut articles: Vec<Article>, decoded: &Decoded) -> Vec<Article> {
    if let Some(note) = decoded.note() {
        for article in &mut articles {
            article.note = Some(note.clone());
        }
    }
    articles
}

fn read_lines(
    name: &str,
    hint: Hint,
    map: &FieldMap,
    input: &mut impl Read,
    take: &mut dyn FnMut(Found),
) -> Result<Told, SkipReason> {
    let (stream, encoding) = decode_stream(input, hint)?;
    let mut input = BufReader::with_capacity(1 << 16, stream);
    let mut records_noted = 0;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input
            .read_until(b'\n', &mut line)
            .map_err(|error| unreadable(&error))?
            == 0
        {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let articles = Decoded::of_utf8(std::mem::take(&mut line), encoding).and_then(|decoded| {
            let articles = json_lines::articles(&decoded.text, map, (name, number))?;
            records_noted += usize::from(decoded.note().is_some());
            Ok(noted(articles, &decoded))
        });
        match articles {
            Ok(articles) => articles.into_iter().for_each(|article| take(Ok(article))),
            Err(reason) => take(Err((number, reason))),
        }
    }
    let note = match records_noted {
        0 => None,
        1 => Some("garbled text in 1 record".to_string()),
        more => Some(format!("garbled text in {more} records")),
    };
    Ok((encoding, note))
}

/// Passes bytes on and hashes them.
struct Hashing<R> {
    input: R,
    hasher: Xxh3Default,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.hasher.update(&buffer[..length]);
        Ok(length)
    }
}

//! Reading: a file's bytes become articles, one at a time.
//!
//! A collection of any size streams through, a record at a time. Knows formats, not what is indexed
//! already.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use xxhash_rust::xxh3::Xxh3Default;

use super::article::Article;
use super::decode::decode;
use super::format::Format;
use super::json_lines::{self, FieldMap};
use super::skip::SkipReason;
use super::text;

/// What comes out of a file: articles, and records that are none with their line.
pub type Found = Result<Article, (usize, SkipReason)>;

/// Reads the articles of `input`, which is called `name`, and gives each to `take`. Returns the XXH3 of
/// all bytes.
///
/// # Errors
/// If the bytes cannot be had, or the whole is no article.
pub fn read(
    name: &str,
    format: Format,
    map: &FieldMap,
    input: impl Read,
    take: &mut dyn FnMut(Found),
) -> Result<u64, (u64, SkipReason)> {
    let mut input = BufReader::with_capacity(
        1 << 16,
        Hashing {
            input,
            hasher: Xxh3Default::new(),
        },
    );
    let result = match format {
        Format::Text => read_text(name, &mut input)
            .map(|articles| articles.into_iter().for_each(|article| take(Ok(article)))),
        Format::JsonLines => read_lines(name, map, &mut input, take),
    };
    let hash = input.get_ref().hasher.digest();
    match result {
        Ok(()) => Ok(hash),
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

fn read_text(name: &str, input: &mut impl Read) -> Result<Vec<Article>, SkipReason> {
    let mut bytes = Vec::new();
    input
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    text::articles(name, &decode(bytes)?)
}

fn read_lines(
    name: &str,
    map: &FieldMap,
    input: &mut impl BufRead,
    take: &mut dyn FnMut(Found),
) -> Result<(), SkipReason> {
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
        let articles = decode(std::mem::take(&mut line))
            .and_then(|line| json_lines::articles(&line, map, (name, number)));
        match articles {
            Ok(articles) => articles.into_iter().for_each(|article| take(Ok(article))),
            Err(reason) => take(Err((number, reason))),
        }
    }
    Ok(())
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

//! Limits: how much of a file is held in memory at once.
//!
//! A packed file may unpack to more than any machine holds. Knows sizes, not formats.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use super::skip::SkipReason;

/// The largest file, unpacked and in bytes, that is read whole.
pub const LARGEST_TEXT: u64 = 256 << 20;

/// The largest page, unpacked and in bytes; its tree takes about thirteen times as much.
pub const LARGEST_PAGE: u64 = 16 << 20;

/// The largest record of a collection, in bytes.
pub const LARGEST_RECORD: u64 = 64 << 20;

/// The most fields of a record, and columns of a table.
pub const MOST_FIELDS: usize = 10_000;

/// The most values of a record: fields, and what is in lists, and in records in a list.
pub const MOST_VALUES: usize = 500_000;

/// So many times its size may a file unpack to, with all that is in it. Articles are packed to a fifth of
/// their size, tables with much of the same to a fiftieth.
pub const UNPACKED_RATIO: u64 = 200;

/// So many bytes may any file unpack to.
pub const UNPACKED_FLOOR: u64 = 64 << 20;

/// The largest list of files in a zip, in bytes; it is in memory at once, in a form about five times as large.
pub const LARGEST_DIRECTORY: u64 = 32 << 20;

/// The longest header with the name of a file in a tar, in bytes.
pub const LARGEST_HEADER: u64 = 1 << 20;

/// The longest name that an index keeps whole, in bytes: of a file in an archive, of a source, and an id.
pub const LONGEST_NAME: usize = 4096;

/// The most bytes of a piece of the input in what people are told.
pub const LONGEST_EXCERPT: usize = 80;

/// So many bytes of names people are told at once.
const LONGEST_LIST: usize = 1000;

/// The beginning of `text`, whole characters of at most `most` bytes.
#[must_use]
pub fn prefix(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// `text` as people are told it: what is too long for them ends in `…`.
#[must_use]
pub fn excerpt(text: &str) -> Cow<'_, str> {
    match prefix(text, LONGEST_EXCERPT) {
        whole if whole.len() == text.len() => whole.into(),
        beginning => format!("{beginning}…").into(),
    }
}

/// `names` as people are told them; `…` stands for those that are too many.
pub fn excerpt_of_names<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for name in names {
        if !list.is_empty() {
            list.push_str(", ");
        }
        if list.len() > LONGEST_LIST {
            list.push('…');
            break;
        }
        list.push_str(&excerpt(name));
    }
    list
}

/// All bytes of `input`.
///
/// # Errors
/// If it fails, or is larger than `largest`.
pub fn read_whole(input: &mut dyn BufRead, largest: u64) -> Result<Vec<u8>, SkipReason> {
    let mut bytes = Vec::new();
    let length = input.take(largest + 1).read_to_end(&mut bytes)?;
    if length as u64 > largest {
        return Err(SkipReason::TooLarge(largest));
    }
    Ok(bytes)
}

/// Puts what comes up to and with `end` into `bytes`, at most [`LARGEST_RECORD`] of it; the rest is
/// passed over. Says whether there was anything, and whether all of it fitted.
///
/// # Errors
/// If `input` fails.
pub fn read_until(
    input: &mut dyn BufRead,
    end: u8,
    bytes: &mut Vec<u8>,
) -> io::Result<(bool, Result<(), SkipReason>)> {
    bytes.clear();
    let length = (&mut *input).take(LARGEST_RECORD).read_until(end, bytes)?;
    if length as u64 == LARGEST_RECORD && bytes.last() != Some(&end) {
        input.skip_until(end)?;
        return Ok((true, Err(SkipReason::TooLarge(LARGEST_RECORD))));
    }
    Ok((length > 0, Ok(())))
}

/// Lets [`LARGEST_RECORD`] bytes through, and so many again after each [`ByteLimit::reset`].
pub struct ByteLimit<'a> {
    input: &'a mut dyn BufRead,
    left: u64,
}

impl<'a> ByteLimit<'a> {
    /// Over `input`.
    pub fn new(input: &'a mut dyn BufRead) -> Self {
        Self {
            input,
            left: LARGEST_RECORD,
        }
    }

    /// At the end of a record.
    pub fn reset(&mut self) {
        self.left = LARGEST_RECORD;
    }
}

impl Read for ByteLimit<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.left = self
            .left
            .checked_sub(length as u64)
            .ok_or_else(|| io::Error::other(SkipReason::TooLarge(LARGEST_RECORD)))?;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many spaces, and then a line.
    fn spaces(count: u64) -> impl BufRead {
        io::BufReader::new(io::repeat(b' ').take(count)).chain(&b"\nabc\n"[..])
    }

    #[test]
    fn a_prefix_ends_between_characters() {
        for (most, expected) in [(0, ""), (1, ""), (2, "ن"), (3, "ن"), (4, "نص"), (9, "نص")] {
            assert_eq!(prefix("نص", most), expected);
        }
    }

    #[test]
    fn people_are_told_little() {
        let long = "ن".repeat(100);
        let cut = "ن".repeat(LONGEST_EXCERPT / 2) + "…";
        assert_eq!(excerpt_of_names(["a", &long, "b"]), format!("a, {cut}, b"));
        assert_eq!(excerpt_of_names([]), "");
        let many = excerpt_of_names(vec!["name"; 1000]);
        assert!(many.len() < 2 * LONGEST_LIST && many.ends_with("name, …"));
    }

    #[test]
    fn what_is_too_large_is_passed_over() {
        let mut input = spaces(LARGEST_RECORD);
        let mut line = Vec::new();
        let (is_there, fits) = read_until(&mut input, b'\n', &mut line).unwrap();
        assert!(is_there && fits == Err(SkipReason::TooLarge(LARGEST_RECORD)));
        assert_eq!(
            read_until(&mut input, b'\n', &mut line).unwrap(),
            (true, Ok(()))
        );
        assert_eq!(line, b"abc\n");
        assert!(!read_until(&mut input, b'\n', &mut line).unwrap().0);
        assert_eq!(
            read_whole(&mut spaces(LARGEST_PAGE), LARGEST_PAGE),
            Err(SkipReason::TooLarge(LARGEST_PAGE))
        );
        assert!(
            io::copy(
                &mut ByteLimit::new(&mut spaces(LARGEST_RECORD)),
                &mut io::sink()
            )
            .is_err()
        );
        assert!(io::copy(&mut ByteLimit::new(&mut spaces(9)), &mut io::sink()).is_ok());
    }
}

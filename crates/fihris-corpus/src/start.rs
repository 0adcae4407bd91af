//! The start of a stream: so much of it as tells its format and its encoding.
//!
//! A pipe, or what unpacks a file, may give a few bytes at first, which tell nothing yet.

use std::io::{self, Cursor, Read};

/// Bytes that are looked at.
const LENGTH: usize = 1 << 16;

/// A reader whose first bytes can be looked at.
pub struct Started<R> {
    start: Cursor<Vec<u8>>,
    /// Why there is no more in `start`; told when that is read.
    failure: Option<io::Error>,
    /// Whether `start` is all.
    is_all: bool,
    rest: R,
}

impl<R: Read> Started<R> {
    /// Waits for the start of `input`.
    pub fn new(mut input: R) -> Self {
        let mut start = Vec::with_capacity(LENGTH);
        let read = (&mut input).take(LENGTH as u64).read_to_end(&mut start);
        Self {
            is_all: read.is_ok() && start.len() < LENGTH,
            start: Cursor::new(start),
            failure: read.err(),
            rest: input,
        }
    }

    /// The first bytes.
    pub fn start(&self) -> &[u8] {
        self.start.get_ref()
    }

    /// Whether these are all, and nothing failed.
    pub fn is_all(&self) -> bool {
        self.is_all
    }

    /// Passes over the first `length` bytes.
    pub fn skip(&mut self, length: usize) {
        self.start.set_position(length as u64);
    }
}

impl<R: Read> Read for Started<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.start.read(buffer)?;
        if length > 0 || buffer.is_empty() {
            return Ok(length);
        }
        match self.failure.take() {
            Some(failure) => Err(failure),
            None if self.is_all => Ok(0),
            None => self.rest.read(buffer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a byte at a time, and fails after the last one.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(&mut buffer[..1])? {
                0 => Err(io::Error::other("broken off")),
                length => Ok(length),
            }
        }
    }

    #[test]
    fn what_comes_slowly_is_there_at_once_and_what_fails_is_told_behind_it() {
        let mut started = Started::new(Slow(b"id,text\n"));
        assert_eq!(started.start(), b"id,text\n");
        assert!(!started.is_all());
        started.skip(3);
        let mut text = Vec::new();
        let error = started.read_to_end(&mut text).unwrap_err();
        assert_eq!(
            (&*text, &*error.to_string()),
            (&b"text\n"[..], "broken off")
        );
    }

    #[test]
    fn all_is_read_whatever_its_length() {
        for length in [0, 1, LENGTH - 1, LENGTH, LENGTH + 1, 3 * LENGTH] {
            let bytes = vec![7; length];
            let mut started = Started::new(&*bytes);
            assert_eq!(started.is_all(), length < LENGTH);
            let mut read = Vec::new();
            started.read_to_end(&mut read).unwrap();
            assert!(read == bytes, "{length}");
        }
    }

    #[test]
    fn what_is_before_a_break_is_read() {
        use crate::{ReadError, ReadEvent, ReadOptions, SkipReason, read_stream};
        let input = Slow(b"id,title,text\n1,a,b\n2,c,d\n3,");
        let mut ids = Vec::new();
        let options = ReadOptions::default();
        let read = read_stream("-", &options, input, &mut |event| {
            if let ReadEvent::Article(article) = event {
                ids.push(article.id);
            }
            Ok::<_, std::convert::Infallible>(())
        });
        assert_eq!(ids, ["1", "2"]);
        let reason = SkipReason::unreadable(&io::Error::other("broken off"));
        assert_eq!(read, Err(ReadError::Skipped { hash: 0, reason }));
    }
}

//! Bzip2: the streams of a file, one after the other.
//!
//! A decoder clears megabytes for each stream, whatever is in it. So streams without anything in them are
//! passed over without one, and only so many may be tiny.

use std::io::{self, BufRead, Read};

use bzip2::bufread::BzDecoder;

/// A stream of fewer bytes than this is tiny: a headline takes more.
const TINY: u64 = 128;

/// So many streams of a file may be tiny: a decoder for each takes about a tenth of a millisecond.
const MOST_TINY: usize = 4096;

/// The bytes of a stream that holds nothing, whose fourth is a digit, the size of its blocks.
const EMPTY: &[u8; 14] = b"BZh9\x17\x72\x45\x38\x50\x90\0\0\0\0";

/// The place of that digit.
const LEVEL: usize = 3;

/// The contents of bzip2 streams.
pub struct Bzip2Streams<R> {
    /// The stream that is read; none at the end of the file.
    stream: Option<BzDecoder<R>>,
    /// How many tiny ones were read.
    tiny: usize,
}

impl<R: BufRead> Bzip2Streams<R> {
    pub fn new(input: R) -> Self {
        Self {
            stream: Some(BzDecoder::new(input)),
            tiny: 0,
        }
    }

    /// Goes to the next stream, if there is one.
    fn next_stream(&mut self, ended: BzDecoder<R>) -> io::Result<()> {
        if ended.total_in() < TINY {
            self.tiny += 1;
        }
        if self.tiny > MOST_TINY {
            return Err(io::Error::other(format!(
                "more than {MOST_TINY} of its streams are shorter than {TINY} bytes; unpack it first"
            )));
        }
        let mut input = ended.into_inner();
        while input.fill_buf()?.get(..EMPTY.len()).is_some_and(is_empty) {
            input.consume(EMPTY.len());
        }
        if !input.fill_buf()?.is_empty() {
            self.stream = Some(BzDecoder::new(input));
        }
        Ok(())
    }
}

/// Whether a stream holds nothing.
fn is_empty(stream: &[u8]) -> bool {
    let (before, after) = (&stream[..LEVEL], &stream[LEVEL + 1..]);
    (before, after) == (&EMPTY[..LEVEL], &EMPTY[LEVEL + 1..])
        && matches!(stream[LEVEL], b'1'..=b'9')
}

impl<R: BufRead> Read for Bzip2Streams<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while let Some(stream) = &mut self.stream {
            let length = stream.read(buffer)?;
            if length > 0 {
                return Ok(length);
            }
            if let Some(ended) = self.stream.take() {
                self.next_stream(ended)?;
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use bzip2::Compression;
    use bzip2::write::BzEncoder;

    use super::*;

    fn packed(text: &str, level: u32) -> Vec<u8> {
        let mut packer = BzEncoder::new(Vec::new(), Compression::new(level));
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    fn read(bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        Bzip2Streams::new(bytes).read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn an_empty_stream_is_as_the_packer_makes_it() {
        for level in 1..=9 {
            let stream = packed("", level);
            assert!(stream.len() == EMPTY.len() && is_empty(&stream), "{level}");
        }
    }

    #[test]
    fn streams_are_one_and_empty_ones_nothing() {
        let long = "خبر ".repeat(400_000); // two blocks
        let empty = packed("", 1).repeat(100_000);
        let all = [&empty, &packed("أول ", 9)[..], &empty, &packed(&long, 9)].concat();
        assert_eq!(read(&all).unwrap(), format!("أول {long}"));
        assert_eq!(read(&empty).unwrap(), "");
    }

    #[test]
    fn what_is_behind_a_stream_and_none_itself_is_damage() {
        for behind in [
            &b"BZh9"[..],
            b"more",
            &EMPTY[..13],
            b"BZh0\x17\x72\x45\x38\x50\x90\0\0\0\0",
        ] {
            assert!(
                read(&[&packed("خبر", 9), behind].concat()).is_err(),
                "{behind:?}"
            );
        }
    }

    #[test]
    fn so_many_may_be_tiny() {
        let tiny = packed("خبر ", 1);
        assert_eq!(
            read(&tiny.repeat(MOST_TINY)).unwrap().chars().count(),
            4 * MOST_TINY
        );
        let error = read(&tiny.repeat(MOST_TINY + 1)).unwrap_err();
        assert!(error.to_string().contains("4096 of its streams"), "{error}");
    }
}

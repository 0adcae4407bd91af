//! Streams: a collection of any size becomes UTF-8 a chunk at a time.
//!
//! Only the beginning is looked at to find the encoding. What breaks later stays broken, so that it is seen
//! in its line.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult};

use super::detect::{Hint, detect};
use super::name::Encoding;
use crate::skip::SkipReason;
use crate::start::Started;

/// Bytes that are decoded at once.
const CHUNK: usize = 1 << 14;

/// Stands in the output for what is malformed in the input; it occurs nowhere in UTF-8.
const BROKEN: u8 = 0xFF;

/// A reader of UTF-8 from `input`, without a byte order mark, and the encoding of the input.
///
/// # Errors
/// If the beginning is in no encoding that is sure.
pub fn decode_stream<R: Read>(
    input: R,
    hint: Hint,
) -> Result<(Utf8Stream<R>, Encoding), SkipReason> {
    let mut input = Started::new(input);
    let start = input.start();
    let (encoding, mark) = match detect(start, input.is_all(), hint) {
        Err(_) if is_mostly_utf_8(start) => (Encoding::UTF_8, 0),
        detected => detected?,
    };
    let decoder =
        (encoding != Encoding::UTF_8).then(|| encoding.0.new_decoder_without_bom_handling());
    input.skip(mark);
    let stream = Utf8Stream {
        input,
        decoder,
        decoded: Vec::new(),
        given: 0,
    };
    Ok((stream, encoding))
}

/// Whether at least half of the lines are UTF-8, not only ASCII: the others will be told one by one.
fn is_mostly_utf_8(start: &[u8]) -> bool {
    let lines = start
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_ascii());
    let (valid, broken): (Vec<&[u8]>, Vec<&[u8]>) =
        lines.partition(|line| std::str::from_utf8(line).is_ok());
    !valid.is_empty() && valid.len() >= broken.len()
}

/// Gives UTF-8, with a byte 0xFF in the place of what is malformed; what is UTF-8 already passes as it is.
pub struct Utf8Stream<R> {
    input: Started<R>,
    /// `None` for UTF-8, and at the end.
    decoder: Option<Decoder>,
    decoded: Vec<u8>,
    /// How much of `decoded` was read.
    given: usize,
}

impl<R: Read> Read for Utf8Stream<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.decoded.len() {
            let Some(mut decoder) = self.decoder.take() else {
                return self.input.read(buffer);
            };
            let mut chunk = vec![0; CHUNK];
            let length = match self.input.read(&mut chunk) {
                Ok(length) => length,
                Err(error) => {
                    self.decoder = Some(decoder);
                    return Err(error);
                }
            };
            self.given = 0;
            self.decoded.clear();
            decode_chunk(&mut decoder, &chunk[..length], &mut self.decoded);
            if length > 0 {
                self.decoder = Some(decoder);
            }
        }
        let rest = &self.decoded[self.given..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}

/// Decodes a chunk; an empty one is the end.
fn decode_chunk(decoder: &mut Decoder, mut chunk: &[u8], output: &mut Vec<u8>) {
    let is_last = chunk.is_empty();
    loop {
        let start = output.len();
        // Three bytes for each, and a character that began in the chunk before.
        output.resize(start + 3 * chunk.len() + 8, 0);
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(chunk, &mut output[start..], is_last);
        output.truncate(start + written);
        chunk = &chunk[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => output.push(BROKEN),
        }
    }
}

//! Brotli: the one stream of a file.
//!
//! Brotli has no bytes by which a start is known and no checksum, so that all behind the stream is damage. The
//! decoder's own reader passes over it.

use std::io::{self, BufRead, Read};

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};

type State = BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>;

/// The contents of a Brotli stream.
pub struct BrotliStream<R> {
    input: R,
    /// On the heap, as it is large.
    state: Box<State>,
    has_ended: bool,
}

impl<R: BufRead> BrotliStream<R> {
    pub fn new(input: R) -> Self {
        let memory = StandardAlloc::default;
        Self {
            input,
            state: Box::new(State::new(memory(), memory(), memory())),
            has_ended: false,
        }
    }
}

impl<R: BufRead> Read for BrotliStream<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (mut length, mut left) = (0, buffer.len());
        while length == 0 && left > 0 {
            let input = self.input.fill_buf()?;
            if self.has_ended && !input.is_empty() {
                return Err(io::Error::other("there is more behind the Brotli stream"));
            }
            if self.has_ended {
                break;
            }
            let is_all = input.is_empty();
            let (mut consumed, mut available) = (0, input.len());
            let result = BrotliDecompressStream(
                &mut available,
                &mut consumed,
                input,
                &mut left,
                &mut length,
                buffer,
                &mut 0,
                &mut self.state,
            );
            self.input.consume(consumed);
            match result {
                BrotliResult::ResultSuccess => self.has_ended = true,
                BrotliResult::ResultFailure if length == 0 => {
                    return Err(io::Error::other("no valid Brotli stream"));
                }
                BrotliResult::NeedsMoreInput if length == 0 && is_all => {
                    return Err(io::Error::other("the Brotli stream breaks off"));
                }
                // What came out is given first; a failure is told once more.
                BrotliResult::ResultFailure
                | BrotliResult::NeedsMoreInput
                | BrotliResult::NeedsMoreOutput => {}
            }
        }
        Ok(length)
    }
}

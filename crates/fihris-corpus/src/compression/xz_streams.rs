//! XZ: the streams of a file, one after the other, within a bound on the dictionary.

use std::io::{self, BufRead, Read};

use lzma_rust2::XzReader;

use super::too_large_a_dictionary;
use crate::limits::LARGEST_DICTIONARY;

/// What a decoder takes beside its dictionary, in KiB: far more than it does.
const DECODER_MEMORY: u64 = 1 << 10;

/// The contents of XZ streams.
pub struct XzStreams<R: Read>(XzReader<R>);

impl<R: BufRead> XzStreams<R> {
    pub fn new(input: R) -> Self {
        let memory = u32::try_from((LARGEST_DICTIONARY >> 10) + DECODER_MEMORY);
        Self(XzReader::new_mem_limit(
            input,
            true,
            memory.unwrap_or(u32::MAX),
        ))
    }
}

impl<R: BufRead> Read for XzStreams<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::OutOfMemory => too_large_a_dictionary(),
            _ => error,
        })
    }
}

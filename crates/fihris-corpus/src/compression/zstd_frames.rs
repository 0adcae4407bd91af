//! Zstandard: the frames of a file, one after the other.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::{skip_frame, too_large_a_dictionary};
use crate::limits::LARGEST_DICTIONARY;

/// The contents of Zstandard frames.
pub struct ZstdFrames<R> {
    input: R,
    decoder: FrameDecoder,
    is_in_frame: bool,
}

impl<R: BufRead> ZstdFrames<R> {
    pub fn new(input: R) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(LARGEST_DICTIONARY);
        Self {
            input,
            decoder,
            is_in_frame: false,
        }
    }

    /// Goes to the next frame; false if there is none.
    fn open(&mut self) -> io::Result<bool> {
        while !self.input.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.input) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    if !skip_frame(&mut self.input, length)? {
                        return Err(self.broken());
                    }
                }
                Err(FrameDecoderError::WindowSizeTooBig { .. }) => {
                    return Err(too_large_a_dictionary());
                }
                Err(_) => return Err(self.broken()),
            }
        }
        Ok(false)
    }

    /// What is wrong: the decoder's own words are for those who write decoders.
    fn broken(&mut self) -> io::Error {
        match self.input.fill_buf() {
            Ok([]) => io::Error::other("the Zstandard stream breaks off"),
            Ok(_) => io::Error::other("no valid Zstandard stream"),
            Err(error) => error,
        }
    }

    /// Whether the frame holds what was packed, as far as it says.
    fn check(&self) -> io::Result<()> {
        let said = self.decoder.get_checksum_from_data();
        if said.is_some() && said != self.decoder.get_calculated_checksum() {
            return Err(io::Error::other("the checksum is wrong"));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for ZstdFrames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.is_in_frame && !self.open()? {
                return Ok(0);
            }
            self.is_in_frame = true;
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let block = BlockDecodingStrategy::UptoBlocks(1);
                if self.decoder.decode_blocks(&mut self.input, block).is_err() {
                    return Err(self.broken());
                }
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            self.check()?;
            self.is_in_frame = false;
        }
    }
}

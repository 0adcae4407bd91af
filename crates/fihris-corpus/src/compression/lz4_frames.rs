//! LZ4: the frames of a file, one after the other.
//!
//! The decoder ends with the first frame, and takes one that breaks off between two blocks for a whole one.

use std::io::{self, BufRead, Read};

use lz4_flex::frame::{Error, FrameDecoder};

use super::skip_frame;

/// The first byte of frames as the kernel's tools make them, which end with the file.
const WITHOUT_END: u8 = 0x02;

/// The contents of LZ4 frames.
pub struct Lz4Frames<R: Read> {
    decoder: FrameDecoder<Watched<R>>,
    is_in_frame: bool,
    /// Whether the frame that is read has a mark at its end.
    has_end_mark: bool,
}

impl<R: BufRead> Lz4Frames<R> {
    pub fn new(input: R) -> Self {
        Self {
            decoder: FrameDecoder::new(Watched {
                input,
                has_ended: false,
            }),
            is_in_frame: false,
            has_end_mark: true,
        }
    }

    /// Goes to the next frame; false if there is none.
    fn open(&mut self) -> io::Result<bool> {
        let first = self.decoder.get_mut().input.fill_buf()?.first();
        self.is_in_frame = first.is_some();
        self.has_end_mark = first != Some(&WITHOUT_END);
        Ok(self.is_in_frame)
    }
}

fn breaks_off() -> io::Error {
    io::Error::other("the LZ4 stream breaks off")
}

impl<R: BufRead> Read for Lz4Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while self.is_in_frame || self.open()? {
            match self.decoder.read(buffer) {
                Ok(0) if self.decoder.get_ref().has_ended && self.has_end_mark => {
                    return Err(breaks_off());
                }
                Ok(0) => self.is_in_frame = false,
                Ok(length) => return Ok(length),
                Err(error) => {
                    let length = skippable(&error).ok_or(error)?;
                    if !skip_frame(&mut self.decoder.get_mut().input, length)? {
                        return Err(breaks_off());
                    }
                    self.is_in_frame = false;
                }
            }
        }
        Ok(0)
    }
}

/// The length of a frame for other programs, where the decoder met one.
fn skippable(error: &io::Error) -> Option<u32> {
    match error.get_ref()?.downcast_ref()? {
        Error::SkippableFrame(length) => Some(*length),
        _ => None,
    }
}

/// An input that knows whether more was asked of it than it has.
struct Watched<R> {
    input: R,
    has_ended: bool,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.has_ended |= length == 0 && !buffer.is_empty();
        Ok(length)
    }
}

//! Compression: packed bytes become bytes, as a stream.
//!
//! Several packed pieces one after the other are one, as `cat` makes them.

use std::io::{self, BufRead, BufReader, Read};

use brotli_decompressor::Decompressor as Brotli;
use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use lz4_flex::frame::FrameDecoder as Lz4Frames;
use lzma_rust2::XzReader;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::file_kind::Compression;
use super::unpack_limit::UnpackLimit;

/// Bytes that are read at once.
const BUFFER: usize = 1 << 16;

/// What `input` holds, unpacked; it fails where more comes out of a file than `unpacking` lets through.
pub fn unpack<'a>(
    compression: Compression,
    input: impl BufRead + 'a,
    unpack_limit: &UnpackLimit,
) -> Box<dyn BufRead + 'a> {
    if compression == Compression::None {
        return Box::new(input);
    }
    Box::new(BufReader::with_capacity(
        BUFFER,
        unpack_limit.count_unpacked(unpacked(compression, input)),
    ))
}

/// Puts all that `packed` holds behind `bytes`; false if that makes more than `most` bytes.
///
/// # Errors
/// If it cannot be unpacked.
#[cfg(feature = "parquet")]
pub fn unpack_all(
    compression: Compression,
    packed: &[u8],
    bytes: &mut Vec<u8>,
    most: u64,
) -> io::Result<bool> {
    let left = most.saturating_sub(bytes.len() as u64);
    unpacked(compression, packed)
        .take(left.saturating_add(1))
        .read_to_end(bytes)?;
    Ok(bytes.len() as u64 <= most)
}

/// What `input` holds.
fn unpacked<'a>(compression: Compression, input: impl BufRead + 'a) -> Box<dyn Read + 'a> {
    match compression {
        Compression::None => Box::new(input),
        Compression::Gzip => Box::new(MultiGzDecoder::new(input)),
        Compression::Zstd => Box::new(Frames::new(input)),
        Compression::Bzip2 => Box::new(MultiBzDecoder::new(input)),
        Compression::Xz => Box::new(XzReader::new(input, true)),
        Compression::Lz4 => Box::new(Lz4Frames::new(input)),
        Compression::Brotli => Box::new(Brotli::new(input, BUFFER)),
    }
}

/// The contents of Zstandard frames.
struct Frames<R> {
    input: R,
    decoder: FrameDecoder,
    is_in_frame: bool,
}

impl<R: BufRead> Frames<R> {
    fn new(input: R) -> Self {
        Self {
            input,
            decoder: FrameDecoder::new(),
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
                    let mut frame = (&mut self.input).take(length.into());
                    io::copy(&mut frame, &mut io::sink())?;
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

impl<R: BufRead> Read for Frames<R> {
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    fn gzip(text: &str) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    fn zstd(text: &str) -> Vec<u8> {
        compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
    }

    fn read(compression: Compression, bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        unpack(compression, bytes, &UnpackLimit::default()).read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn several_pieces_are_one() {
        let skipped = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9]; // a frame for other programs
        let long = "خبر ".repeat(100_000);
        let gz = [gzip("أول "), gzip(&long)].concat();
        assert_eq!(read(Compression::Gzip, &gz).unwrap(), format!("أول {long}"));
        let zst = [&zstd("أول "), &skipped[..], &zstd(&long)].concat();
        assert_eq!(
            read(Compression::Zstd, &zst).unwrap(),
            format!("أول {long}")
        );
        assert_eq!(read(Compression::Zstd, b"").unwrap(), "");
    }

    #[test]
    fn what_is_broken_fails() {
        let long = "خبر ".repeat(1000);
        for (compression, mut bytes) in [
            (Compression::Gzip, gzip(&long)),
            (Compression::Zstd, zstd(&long)),
        ] {
            assert!(read(compression, &bytes[..bytes.len() / 2]).is_err());
            let at = bytes.len() - 2; // in the checksum or the length
            bytes[at] ^= 1;
            assert!(read(compression, &bytes).is_err(), "{compression:?}");
            assert!(read(compression, b"no such thing").is_err());
        }
    }
}

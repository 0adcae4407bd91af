//! Compression: packed bytes become bytes, as a stream.
//!
//! Several packed pieces one after the other are one, as `cat` makes them.

mod brotli_stream;
mod bzip2_streams;
mod lz4_frames;
mod xz_streams;
mod zstd_frames;

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use self::brotli_stream::BrotliStream;
use self::bzip2_streams::Bzip2Streams;
use self::lz4_frames::Lz4Frames;
use self::xz_streams::XzStreams;
use self::zstd_frames::ZstdFrames;
use super::file_kind::Compression;
use super::limits::LARGEST_DICTIONARY;
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
        Compression::Zstd => Box::new(ZstdFrames::new(input)),
        Compression::Bzip2 => Box::new(Bzip2Streams::new(input)),
        Compression::Xz => Box::new(XzStreams::new(input)),
        Compression::Lz4 => Box::new(Lz4Frames::new(input)),
        Compression::Brotli => Box::new(BrotliStream::new(input)),
    }
}

/// Passes over a frame of this length, which is for other programs; false if it breaks off.
fn skip_frame(input: impl Read, length: u32) -> io::Result<bool> {
    let mut frame = input.take(length.into());
    Ok(io::copy(&mut frame, &mut io::sink())? == u64::from(length))
}

/// What is wrong with a stream that can only be unpacked with more memory than it may take.
fn too_large_a_dictionary() -> io::Error {
    let most = LARGEST_DICTIONARY >> 20;
    io::Error::other(format!(
        "it needs a dictionary of more than {most} MiB; unpack it first"
    ))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;
    use std::path::Path;

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

    fn bzip2(text: &str) -> Vec<u8> {
        let mut packer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::best());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    fn lz4(text: &str) -> Vec<u8> {
        let mut packer = lz4_flex::frame::FrameEncoder::new(Vec::new());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    fn read(compression: Compression, bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        unpack(compression, bytes, &UnpackLimit::default()).read_to_string(&mut text)?;
        Ok(text)
    }

    /// Files of each way of packing with the same in them.
    fn packed() -> Vec<(Compression, Vec<u8>, String)> {
        let produced = |name: &str| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/produced");
            fs::read(folder.join(name)).unwrap()
        };
        let brotli = produced("packed.txt.br");
        let text = read(Compression::Brotli, &brotli).unwrap();
        assert!(text.contains("مكتبة"), "{text}");
        [
            (Compression::Gzip, gzip(&text)),
            (Compression::Zstd, zstd(&text)),
            (Compression::Bzip2, bzip2(&text)),
            (Compression::Xz, produced("packed.txt.xz")),
            (Compression::Lz4, produced("packed.txt.lz4")),
            (Compression::Brotli, brotli),
        ]
        .map(|(compression, bytes)| (compression, bytes, text.clone()))
        .into()
    }

    #[test]
    fn several_pieces_are_one_and_what_breaks_off_is_told() {
        for (compression, piece, text) in packed() {
            let pieces = if compression == Compression::Brotli {
                1
            } else {
                2
            };
            let all = piece.repeat(pieces);
            for length in 1..=all.len() {
                let found = read(compression, &all[..length]);
                let whole = length / piece.len();
                if length % piece.len() == 0 {
                    assert_eq!(
                        found.unwrap(),
                        text.repeat(whole),
                        "{compression:?} {length}"
                    );
                } else {
                    assert!(found.is_err(), "{compression:?} {length}: {found:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_behind_all_pieces_is_told() {
        for (compression, piece, _) in packed() {
            for more in ["x", "more than this"] {
                let found = read(compression, &[&piece, more.as_bytes()].concat());
                assert!(found.is_err(), "{compression:?} {found:?}");
            }
        }
    }

    #[test]
    fn frames_for_other_programs_are_passed_over() {
        let skipped = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9];
        for (compression, piece, text) in packed() {
            if let Compression::Zstd | Compression::Lz4 = compression {
                let all = [&skipped, &piece[..], &skipped, &piece, &skipped].concat();
                assert_eq!(read(compression, &all).unwrap(), text.repeat(2));
                assert!(read(compression, &all[..all.len() - 1]).is_err());
            }
        }
    }

    #[test]
    fn what_is_long_is_whole() {
        let long = "خبر ".repeat(100_000);
        for (compression, bytes) in [
            (Compression::Gzip, gzip(&long)),
            (Compression::Zstd, zstd(&long)),
            (Compression::Lz4, lz4(&long)),
        ] {
            assert_eq!(read(compression, &bytes).unwrap(), long);
        }
    }

    #[test]
    fn what_is_spoilt_is_told() {
        for (compression, mut bytes, _) in packed() {
            let at = bytes.len() - 2; // in the checksum or the length
            bytes[at] ^= 1;
            let has_checksum = compression != Compression::Brotli;
            assert_eq!(
                read(compression, &bytes).is_err(),
                has_checksum,
                "{compression:?}"
            );
            assert!(
                read(compression, b"no such thing").is_err(),
                "{compression:?}"
            );
        }
    }

    #[test]
    fn a_dictionary_has_a_bound() {
        // Frames of one byte, after a window of 128 MiB and one of 512 MiB.
        let frame = |window: u8| [&b"\x28\xB5\x2F\xFD\0"[..], &[window], b"\x09\0\0x"].concat();
        assert_eq!(read(Compression::Zstd, &frame(17 << 3)).unwrap(), "x");
        let error = read(Compression::Zstd, &frame(19 << 3)).unwrap_err();
        assert!(error.to_string().contains("more than 256 MiB"), "{error}");

        // The byte of the dictionary, and the checksum of the header that it is in.
        let mut xz = *b"\xFD7zXZ\0\0\0\xFF\x12\xD9\x41\x02\0\x21\x01\x20\0\0\0\x09\x88\xA5\
            \x76\x01\0\0x\0\0\0\0\0\x01\x11\x01\xAD\xA6\x58\x04\x06\x72\x9E\x7A\x01\0\0\0\0\0YZ";
        assert_eq!(read(Compression::Xz, &xz).unwrap(), "x");
        xz[16] = 0x22; // 512 MiB
        xz[20..24].copy_from_slice(b"\x82\x40\xAC\xDC");
        let error = read(Compression::Xz, &xz).unwrap_err();
        assert!(error.to_string().contains("more than 256 MiB"), "{error}");
    }
}

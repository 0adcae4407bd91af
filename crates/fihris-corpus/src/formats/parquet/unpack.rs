//! Unpacking pages, each by itself.

use parquet::basic::Compression as Packing;

use crate::compression::unpack_all;
use crate::file_kind::Compression;
use crate::limits::excerpt;
use crate::skip::{DamageKind, SkipReason};

/// The most bytes that a byte packed by Snappy stands for: three copy up to 64.
const SNAPPY_RATIO: usize = 32;

/// The length of what stands before each piece that Hadoop packs by LZ4.
const HADOOP_HEADER: usize = 8;

/// `before` and what `packed` holds; `None` if that is more than `most` bytes.
///
/// # Errors
/// If it is damaged, or packed in another way.
pub(super) fn unpack(
    packing: Packing,
    packed: &[u8],
    before: &[u8],
    most: u64,
) -> Result<Option<Vec<u8>>, SkipReason> {
    let mut bytes = before.to_vec();
    if packed.is_empty() {
        return Ok(Some(bytes)); // only empty values are on it
    }
    let fits = match packing {
        Packing::GZIP(_) => unpack_all(Compression::Gzip, packed, &mut bytes, most)?,
        Packing::ZSTD(_) => unpack_all(Compression::Zstd, packed, &mut bytes, most)?,
        Packing::BROTLI(_) => unpack_all(Compression::Brotli, packed, &mut bytes, most)?,
        Packing::SNAPPY => unpack_snappy(packed, &mut bytes, most)?,
        Packing::LZ4_RAW => unpack_lz4(packed, &mut bytes, most)?,
        Packing::LZ4 => unpack_old_lz4(packed, &mut bytes, most)?,
        Packing::LZO => return Err(SkipReason::PackedColumns("LZO".into())),
        Packing::UNCOMPRESSED => {
            bytes.extend_from_slice(packed);
            bytes.len() as u64 <= most
        }
    };
    Ok(fits.then_some(bytes))
}

fn damaged(error: impl std::fmt::Display) -> SkipReason {
    SkipReason::damaged(DamageKind::Compression, excerpt(&error.to_string()))
}

/// Makes room for so many bytes more; false if they are too many.
fn grow(bytes: &mut Vec<u8>, more: usize, most: u64) -> bool {
    let length = bytes.len().saturating_add(more);
    let fits = length as u64 <= most;
    if fits {
        bytes.resize(length, 0);
    }
    fits
}

fn unpack_snappy(packed: &[u8], bytes: &mut Vec<u8>, most: u64) -> Result<bool, SkipReason> {
    let length = snap::raw::decompress_len(packed).map_err(damaged)?;
    if length > packed.len().saturating_mul(SNAPPY_RATIO) {
        return Err(damaged("it says that more is in it than can be"));
    }
    let start = bytes.len();
    if !grow(bytes, length, most) {
        return Ok(false);
    }
    let mut decoder = snap::raw::Decoder::new();
    let unpacked = decoder.decompress(packed, &mut bytes[start..]);
    unpacked.map_err(damaged)?;
    Ok(true)
}

fn unpack_lz4(packed: &[u8], bytes: &mut Vec<u8>, most: u64) -> Result<bool, SkipReason> {
    let length = lz4_length(packed).ok_or_else(|| damaged("it breaks off"))?;
    let start = bytes.len();
    if !grow(bytes, length, most) {
        return Ok(false);
    }
    let unpacked = lz4_flex::block::decompress_into(packed, &mut bytes[start..]);
    let length = unpacked.map_err(damaged)?;
    bytes.truncate(start + length);
    Ok(true)
}

/// Unpacks what older programs called LZ4: pieces as Hadoop makes them, or a stream, or one piece without a header.
fn unpack_old_lz4(packed: &[u8], bytes: &mut Vec<u8>, most: u64) -> Result<bool, SkipReason> {
    let start = bytes.len();
    if let Ok(fits) = unpack_hadoop(packed, bytes, most) {
        return Ok(fits);
    }
    bytes.truncate(start);
    if let Ok(fits) = unpack_all(Compression::Lz4, packed, bytes, most) {
        return Ok(fits);
    }
    bytes.truncate(start);
    unpack_lz4(packed, bytes, most)
}

/// Unpacks pieces that each have two lengths before them: unpacked and packed.
fn unpack_hadoop(mut packed: &[u8], bytes: &mut Vec<u8>, most: u64) -> Result<bool, SkipReason> {
    let short = || damaged("it breaks off");
    while !packed.is_empty() {
        let (header, rest) = packed
            .split_first_chunk::<HADOOP_HEADER>()
            .ok_or_else(short)?;
        let [a, b, c, d, length @ ..] = *header;
        let length = usize::try_from(u32::from_be_bytes(length)).map_err(damaged)?;
        let (piece, rest) = rest.split_at_checked(length).ok_or_else(short)?;
        let start = bytes.len();
        if !unpack_lz4(piece, bytes, most)? {
            return Ok(false);
        }
        if (bytes.len() - start) as u64 != u64::from(u32::from_be_bytes([a, b, c, d])) {
            return Err(damaged("a piece has another length than it says"));
        }
        packed = rest;
    }
    Ok(true)
}

/// How long a piece packed by LZ4 is when it is unpacked, as its tokens say; `None` if it breaks off.
fn lz4_length(packed: &[u8]) -> Option<usize> {
    /// The length that a half of a token says, with the bytes behind it where it is full.
    fn whole(half: u8, rest: &mut &[u8]) -> Option<usize> {
        let mut length = usize::from(half);
        let mut is_full = half == 15;
        while is_full {
            let (more, behind) = rest.split_first()?;
            *rest = behind;
            length += usize::from(*more);
            is_full = *more == 255;
        }
        Some(length)
    }
    let mut rest = packed;
    let mut length = 0_usize;
    while let Some((token, behind)) = rest.split_first() {
        rest = behind;
        let literals = whole(token >> 4, &mut rest)?;
        length = length.checked_add(literals)?;
        rest = rest.get(literals..)?;
        if rest.is_empty() {
            break; // the last has no copy
        }
        rest = rest.get(2..)?; // from where it copies
        let copied = whole(token & 15, &mut rest)?;
        length = length.checked_add(copied + 4)?;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    /// A text, and in what ways it is packed.
    fn packed(text: &[u8]) -> Vec<(Packing, Vec<u8>)> {
        let block = lz4_flex::block::compress(text);
        let [length, size] = [text.len(), block.len()].map(|it| u32::try_from(it).unwrap());
        let hadoop = [&length.to_be_bytes()[..], &size.to_be_bytes(), &block].concat();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(text).unwrap();
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        vec![
            (Packing::LZ4, hadoop.repeat(2)),
            (Packing::LZ4, block.clone()),
            (Packing::LZ4_RAW, block),
            (
                Packing::SNAPPY,
                snap::raw::Encoder::new().compress_vec(text).unwrap(),
            ),
            (
                Packing::GZIP(parquet::basic::GzipLevel::default()),
                gzip.finish().unwrap(),
            ),
            (
                Packing::ZSTD(parquet::basic::ZstdLevel::default()),
                ruzstd::encoding::compress_to_vec(text, level),
            ),
        ]
    }

    #[test]
    fn what_is_packed_comes_out_up_to_a_limit() {
        for length in [1, 20, 1000, 100_000] {
            let text = "وصلت السفينة ".repeat(length);
            for (number, (packing, bytes)) in packed(text.as_bytes()).into_iter().enumerate() {
                let text = text.repeat(if number == 0 { 2 } else { 1 });
                let found = unpack(packing, &bytes, b"12", 1 << 30).unwrap().unwrap();
                assert!(
                    found == [b"12", text.as_bytes()].concat(),
                    "{packing:?} {length}"
                );
                let most = text.len() as u64;
                assert_eq!(
                    unpack(packing, &bytes, b"12", most),
                    Ok(None),
                    "{packing:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_broken_fails_and_takes_no_memory() {
        let text = "وصلت السفينة ".repeat(100);
        for (packing, bytes) in packed(text.as_bytes()) {
            for length in 1..bytes.len() {
                let found = unpack(packing, &bytes[..length], b"", 1 << 20);
                let is_whole = matches!(found, Ok(Some(found)) if found == text.as_bytes());
                assert!(
                    !is_whole || matches!(packing, Packing::LZ4),
                    "{packing:?} {length}"
                );
            }
        }
        let long = [0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0]; // 2 GiB
        assert!(unpack(Packing::SNAPPY, &long, b"", u64::MAX).is_err());
        assert_eq!(
            unpack(Packing::LZO, b"1", b"", 9),
            Err(SkipReason::PackedColumns("LZO".into()))
        );
    }
}

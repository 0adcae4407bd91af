//! What a server answered: a status, a header, and a body in pieces or packed.

use std::io::{BufRead, BufReader, Cursor};

use super::fields::read_fields;
use crate::bounded::{read_until, read_whole};
use crate::compression::unpack;
use crate::encoding::Encoding;
use crate::file_kind::Compression;
use crate::limits::LARGEST_PAGE;
use crate::skip::{DamageKind, SkipReason};
use crate::unpack_limit::UnpackLimit;

/// The header of an answer.
#[derive(Debug, Default)]
pub(super) struct Response {
    pub media_type: String,
    is_chunked: bool,
    packed: String,
}

impl Response {
    /// Reads the header at the start of `content`; `None` if the server gave no page there.
    ///
    /// # Errors
    /// If `content` fails or is no answer.
    pub fn read(content: &mut dyn BufRead) -> Result<Option<Self>, SkipReason> {
        let mut line = Vec::new();
        read_until(content, b'\n', &mut line)?.1?;
        let status = String::from_utf8_lossy(&line).into_owned();
        let mut words = status.split_whitespace();
        if !words
            .next()
            .is_some_and(|version| version.starts_with("HTTP"))
        {
            return Err(SkipReason::damaged(
                DamageKind::Other,
                "an answer of a server does not begin with its status",
            ));
        }
        if words.next() != Some("200") {
            return Ok(None);
        }
        let mut response = Self::default();
        // What breaks off inside of a header has an empty body.
        read_fields(content, "an answer", |name, value| match name {
            "content-type" => response.media_type = value.into(),
            "transfer-encoding" => response.is_chunked = value.eq_ignore_ascii_case("chunked"),
            "content-encoding" => response.packed = value.to_ascii_lowercase(),
            _ => {}
        })?;
        Ok(Some(response))
    }

    /// The encoding that the media type names.
    pub fn encoding(&self) -> Option<Encoding> {
        let (_, label) = self.media_type.split_once("charset=")?;
        let label = label.split(';').next().unwrap_or_default();
        Encoding::from_label(label.trim().trim_matches(['"', '\'']))
    }

    /// The body behind the header.
    ///
    /// # Errors
    /// If it is too large, or cannot be unpacked.
    pub fn body(&self, content: &mut dyn BufRead) -> Result<Vec<u8>, SkipReason> {
        let mut bytes = read_whole(content, LARGEST_PAGE)?;
        if self.is_chunked
            && let Some(whole) = joined(&bytes)
        {
            bytes = whole;
        }
        let compression = match &*self.packed {
            "gzip" | "x-gzip" if bytes.starts_with(&[0x1F, 0x8B]) => Compression::Gzip,
            "br" => Compression::Brotli,
            "zstd" => Compression::Zstd,
            // Many crawlers keep the header and unpack the body.
            _ => return Ok(bytes),
        };
        let input = BufReader::new(Cursor::new(&bytes));
        let mut unpacked = unpack(compression, input, &UnpackLimit::default());
        match read_whole(&mut unpacked, LARGEST_PAGE) {
            Err(SkipReason::Damaged(_)) if compression == Compression::Brotli => {
                drop(unpacked);
                Ok(bytes)
            }
            unpacked => unpacked,
        }
    }
}

/// A body without the lengths of its pieces; `None` if there are none, as in the archives of many crawlers.
fn joined(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = bytes.iter().take(100).position(|&byte| byte == b'\n')?;
        let length = str::from_utf8(&bytes[..end]).ok()?;
        let length = length.split(';').next().unwrap_or_default().trim();
        let length = usize::from_str_radix(length, 16).ok()?;
        bytes = &bytes[end + 1..];
        if length == 0 {
            return Some(whole);
        }
        let (piece, rest) = bytes.split_at_checked(length)?;
        whole.extend_from_slice(piece);
        bytes = rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.strip_prefix(b"\n"))?;
    }
}

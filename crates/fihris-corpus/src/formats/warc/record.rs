//! The header of a record in a web archive.

use std::io::BufRead;

use super::fields::read_fields;
use crate::bounded::read_until;
use crate::skip::{DamageKind, SkipReason};

/// What the header of a record says of it.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// `response`, `request`, `conversion` and so on.
    pub kind: String,
    /// Where the record comes from.
    pub address: String,
    /// When it was taken.
    pub date: String,
    /// The media type of the content.
    pub media_type: String,
    /// The bytes of the content.
    pub length: u64,
}

/// Reads the header of the next record; `None` behind the last.
///
/// # Errors
/// If `input` fails, or is no archive there.
pub(super) fn next_header(input: &mut dyn BufRead) -> Result<Option<Header>, SkipReason> {
    let mut line = Vec::new();
    // Empty lines stand behind each record.
    loop {
        let (is_there, fits) = read_until(input, b'\n', &mut line)?;
        fits?;
        match line.trim_ascii() {
            _ if !is_there => return Ok(None),
            [] => {}
            version if version.starts_with(b"WARC/") => break,
            _ => {
                return Err(SkipReason::damaged(
                    DamageKind::Other,
                    "a record of the web archive does not begin where it must",
                ));
            }
        }
    }
    let mut header = Header::default();
    let mut length = None;
    let is_whole = read_fields(input, "a record", |name, value| match name {
        "warc-type" => header.kind = value.to_ascii_lowercase(),
        // Between angle brackets in old archives.
        "warc-target-uri" => header.address = value.trim_matches(['<', '>']).into(),
        "warc-date" => header.date = value.into(),
        "content-type" => header.media_type = value.into(),
        "content-length" => length = value.parse().ok(),
        _ => {}
    })?;
    if !is_whole {
        return Err(SkipReason::EndsInside);
    }
    header.length = length.ok_or_else(|| {
        SkipReason::damaged(DamageKind::Other, "a record does not say its length")
    })?;
    Ok(Some(header))
}

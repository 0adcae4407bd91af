//! The header of a record in a web archive.

use std::io::BufRead;

use crate::bounded::read_until;
use crate::skip::{Damage, DamageKind, SkipReason};

/// The most lines of a header.
const MOST_LINES: usize = 1000;

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
                return Err(damaged(
                    "a record of the web archive does not begin where it must",
                ));
            }
        }
    }
    let mut header = Header::default();
    let mut length = None;
    for _ in 0..MOST_LINES {
        let (is_there, fits) = read_until(input, b'\n', &mut line)?;
        fits?;
        if !is_there {
            return Err(SkipReason::EndsInside);
        }
        let text = String::from_utf8_lossy(line.trim_ascii());
        if text.is_empty() {
            header.length = length.ok_or_else(|| damaged("a record does not say its length"))?;
            return Ok(Some(header));
        }
        let (name, value) = field(&text);
        match &*name.to_ascii_lowercase() {
            "warc-type" => header.kind = value.to_ascii_lowercase(),
            // Between angle brackets in old archives.
            "warc-target-uri" => header.address = value.trim_matches(['<', '>']).into(),
            "warc-date" => header.date = value.into(),
            "content-type" => header.media_type = value.into(),
            "content-length" => length = value.parse().ok(),
            _ => {}
        }
    }
    Err(damaged("the header of a record has too many lines"))
}

/// The name and the value in a line of a header.
pub(super) fn field(line: &str) -> (&str, &str) {
    let (name, value) = line.split_once(':').unwrap_or((line, ""));
    (name.trim(), value.trim())
}

pub(super) fn damaged(message: &str) -> SkipReason {
    SkipReason::Damaged(Damage {
        kind: DamageKind::Other,
        message: message.into(),
        last_line: None,
    })
}

//! Formats: how a file holds its articles.
//!
//! Knows names of files and first bytes, not contents.

use std::path::Path;

/// How a file holds its articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One article in plain text: `.txt`.
    Text,
    /// A JSON object a line, an article each: `.jsonl`, `.ndjson`.
    JsonLines,
}

impl Format {
    /// The format of a file by its name, if it is one that is read.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match &*extension {
            "txt" => Some(Self::Text),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// The format of a stream without a name, by its first bytes.
    #[must_use]
    pub fn guess(start: &[u8]) -> Self {
        // Byte order marks and the other half of units in UTF-16.
        let marks = b"\xEF\xBB\xBF\xFF\xFE\0";
        let is_text = |byte: &&u8| !byte.is_ascii_whitespace() && !marks.contains(byte);
        match start.iter().find(is_text) {
            Some(b'{') => Self::JsonLines,
            _ => Self::Text,
        }
    }
}

//! Encodings by name, and what a user chooses among them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A character encoding of the Encoding Standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(pub(super) &'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);
    /// UTF-16, the lower byte first.
    pub const UTF_16LE: Self = Self(encoding_rs::UTF_16LE);
    /// UTF-16, the higher byte first.
    pub const UTF_16BE: Self = Self(encoding_rs::UTF_16BE);
    /// The Arabic code page of Windows.
    pub const WINDOWS_1256: Self = Self(encoding_rs::WINDOWS_1256);
    /// The Arabic part of ISO 8859.
    pub const ISO_8859_6: Self = Self(encoding_rs::ISO_8859_6);

    /// The encoding that a page or a user calls `label`, in any case: `cp1256`, `Arabic`, `utf-8`.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        // Labels such as ISO-2022-KR stand for no encoding, on purpose.
        (encoding != encoding_rs::REPLACEMENT).then_some(Self(encoding))
    }

    /// Its name in the Encoding Standard.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// Whether the encoding of files is found out or known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum EncodingChoice {
    /// Found out for each file.
    #[default]
    Detect,
    /// This one, but for files that are plainly in Unicode.
    Forced(Encoding),
}

/// A name that is no encoding's.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("there is no encoding {0:?}; try windows-1256, iso-8859-6, utf-8 or auto")]
pub struct UnknownEncoding(pub String);

/// The name of the choice to detect.
const DETECT: &str = "auto";

impl EncodingChoice {
    /// The encoding that is known.
    #[must_use]
    pub fn forced(self) -> Option<Encoding> {
        match self {
            Self::Detect => None,
            Self::Forced(encoding) => Some(encoding),
        }
    }
}

impl std::str::FromStr for EncodingChoice {
    type Err = UnknownEncoding;

    fn from_str(label: &str) -> Result<Self, UnknownEncoding> {
        if label.eq_ignore_ascii_case(DETECT) {
            return Ok(Self::Detect);
        }
        let encoding = Encoding::from_label(label);
        encoding
            .map(Self::Forced)
            .ok_or_else(|| UnknownEncoding(label.to_string()))
    }
}

impl TryFrom<String> for EncodingChoice {
    type Error = UnknownEncoding;

    fn try_from(label: String) -> Result<Self, UnknownEncoding> {
        label.parse()
    }
}

impl From<EncodingChoice> for String {
    fn from(choice: EncodingChoice) -> Self {
        choice.forced().map_or(DETECT, Encoding::name).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_encodings() {
        for (label, name) in [
            ("cp1256", "windows-1256"),
            (" Arabic ", "ISO-8859-6"),
            ("AUTO", "auto"),
            ("utf8", "UTF-8"),
        ] {
            let choice: EncodingChoice = label.parse().unwrap();
            assert_eq!(String::from(choice), name, "{label}");
        }
        for label in ["", "windows", "iso-2022-kr"] {
            assert!(label.parse::<EncodingChoice>().is_err(), "{label}");
        }
    }
}

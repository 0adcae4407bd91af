//! Encodings: the bytes of a text become UTF-8, never silently wrong.
//!
//! Signs are asked from the surest down: a byte order mark, valid UTF-8, UTF-16 by its units, what the text
//! declares, how well its letters read. What stays in doubt is refused. Text that was garbled by a wrong
//! encoding before it came here is repaired where that is sure.

mod bigrams;
mod bytes;
mod declared;
mod detect;
mod legacy;
mod mojibake;
mod name;
mod stream;
#[cfg(test)]
mod tests;
mod utf16;

pub use declared::declared;
pub use detect::Hint;
pub use mojibake::Repaired;
pub use name::{Encoding, EncodingChoice, UnknownEncoding};
pub use stream::{Utf8Stream, decode_stream};

use encoding_rs::DecoderResult;

use super::note::Note;
use super::skip::SkipReason;
use bytes::{has_any, has_pair};

/// The last two bytes of the replacement character.
const LOST: [u8; 2] = *b"\xBF\xBD";

/// NUL, and the higher byte of Arabic in UTF-16, of which every text in UTF-16 has one or the other.
const SIGNS_OF_UTF_16: [u8; 2] = [0x00, 0x06];

/// One lost character in so many bytes is much.
const BYTES_FOR_A_LOST: usize = 1000;

/// A decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What its bytes were in.
    pub encoding: Encoding,
    /// Where it had been garbled before.
    pub repaired: Option<Repaired>,
    /// Replacement characters (U+FFFD) in it, which somebody before us put for what they could not read.
    pub lost: usize,
}

impl Decoded {
    /// A text that is UTF-8 by now, and was in `encoding`.
    ///
    /// # Errors
    /// [`SkipReason::Malformed`] if it is not, [`SkipReason::Binary`] if there is a NUL byte in it.
    pub fn from_utf8(bytes: Vec<u8>, encoding: Encoding) -> Result<Self, SkipReason> {
        if has_any(&bytes, [0, 0]) {
            let at = bytes.iter().position(|&byte| byte == 0).unwrap_or(0);
            return Err(SkipReason::Binary { at });
        }
        let text = String::from_utf8(bytes).map_err(|error| SkipReason::Malformed {
            encoding: encoding.name().to_string(),
            at: error.utf8_error().valid_up_to(),
        })?;
        Ok(Self::from_text(text, encoding))
    }

    fn from_text(text: String, encoding: Encoding) -> Self {
        let (text, repaired) = mojibake::repair(text);
        let lost = if has_pair(text.as_bytes(), LOST) {
            text.matches(char::REPLACEMENT_CHARACTER).count()
        } else {
            0
        };
        Self {
            text,
            encoding,
            repaired,
            lost,
        }
    }

    /// What a reader of the text should know.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let repaired = self
            .repaired
            .map(|Repaired { lines, left }| Note::Repaired { lines, left });
        let is_much = self.lost > 0 && self.lost * BYTES_FOR_A_LOST >= self.text.len();
        let lost = is_much.then_some(Note::LostCharacters(self.lost));
        repaired.into_iter().chain(lost).collect()
    }
}

/// The text of `bytes`, the whole of it.
///
/// # Errors
/// If they are no text, or text in no encoding that is sure.
pub fn decode(bytes: Vec<u8>, hint: Hint) -> Result<Decoded, SkipReason> {
    // Nearly all texts are UTF-8, and need no other sign.
    let mut bytes = bytes;
    if hint.forced.is_none() && !has_any(&bytes, SIGNS_OF_UTF_16) {
        match String::from_utf8(bytes) {
            Ok(mut text) => {
                if text.starts_with('\u{FEFF}') {
                    text.drain(..'\u{FEFF}'.len_utf8());
                }
                return Ok(Decoded::from_text(text, Encoding::UTF_8));
            }
            Err(error) => bytes = error.into_bytes(),
        }
    }
    let (encoding, mark) = detect::detect(&bytes, true, hint)?;
    if encoding == Encoding::UTF_8 {
        bytes.drain(..mark);
        return Decoded::from_utf8(bytes, encoding);
    }
    let text = strictly(encoding, &bytes[mark..])?;
    match text.find('\0') {
        Some(at) => Err(SkipReason::Binary { at }),
        None => Ok(Decoded::from_text(text, encoding)),
    }
}

/// Decodes and puts nothing in the place of what is malformed.
fn strictly(encoding: Encoding, bytes: &[u8]) -> Result<String, SkipReason> {
    let mut decoder = encoding.0.new_decoder_without_bom_handling();
    let length = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(length.unwrap_or(0));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (_, read) => Err(SkipReason::Malformed {
            encoding: encoding.name().to_string(),
            at: read.saturating_sub(1),
        }),
    }
}

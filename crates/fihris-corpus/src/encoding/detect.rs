//! Detection: the encoding of bytes, by the surest sign first.

use super::declared::declared;
use super::legacy::legacy;
use super::name::Encoding;
use super::utf16::utf16_without_mark;
use crate::skip::SkipReason;

/// What is known of a text's encoding before it is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// What the user says; what is plainly Unicode goes before.
    pub forced: Option<Encoding>,
    /// What whoever sent the text says; the bytes must agree. Where `None`, the text's own declaration.
    pub declared: Option<Encoding>,
}

/// The encoding of a text that begins with `start`, and the length of its byte order mark. `is_all` if
/// that is the whole text.
///
/// # Errors
/// If the bytes are no text, or text in no encoding that is sure.
pub(super) fn detect(
    start: &[u8],
    is_all: bool,
    hint: Hint,
) -> Result<(Encoding, usize), SkipReason> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(start) {
        return Ok((Encoding(encoding), length));
    }
    unmarked(start, is_all, hint).map(|encoding| (encoding, 0))
}

fn unmarked(start: &[u8], is_all: bool, hint: Hint) -> Result<Encoding, SkipReason> {
    if let Some(encoding) = utf16_without_mark(start) {
        return Ok(encoding);
    }
    let nul = start.iter().position(|&byte| byte == 0);
    let broken = std::str::from_utf8(start).err();
    let is_utf8 = broken.is_none_or(|error| !is_all && error.error_len().is_none());
    if let Some(forced) = hint.forced {
        let is_plain = is_utf8 && nul.is_none() && !start.is_ascii();
        return Ok(if is_plain { Encoding::UTF_8 } else { forced });
    }
    if is_utf8 {
        return Ok(Encoding::UTF_8);
    }
    if let Some(at) = nul.filter(|_| is_all) {
        return Err(SkipReason::Binary { at });
    }
    if is_mostly_utf8(start) {
        return Ok(Encoding::UTF_8);
    }
    match legacy(start, hint.declared.or_else(|| declared(start))) {
        // Lines that are in order can be read.
        Err(_) if !is_all && is_utf8_by_line(start) => Ok(Encoding::UTF_8),
        found => found,
    }
}

/// Whether far more characters outside ASCII are in order than not: broken UTF-8, no other encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > 4 * broken
}

/// Whether most lines are UTF-8.
fn is_utf8_by_line(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for line in bytes.split(|&byte| byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => sound += usize::from(!line.is_empty()),
            Err(_) => broken += 1,
        }
    }
    sound >= broken && sound > 0
}

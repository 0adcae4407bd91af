//! The parts of a message: what is in them, once decoded.
//!
//! Messages within a message are kept closed when it is taken apart, so that no depth of them is too much for the
//! memory of a thread.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding as Transfer, Message, MessageParser, MessagePart, MimeHeaders};

use super::boundaries::are_few;
use crate::encoding::{Decoded, Encoding, Hint, decode};
use crate::guarded::guarded;
use crate::skip::{DamageKind, SkipReason};

/// Media types whose parts would be taken apart with the message, behind their slash...
const OPENED: [&[u8]; 3] = [b"rfc822", b"global", b"digest"];

/// ...and as they are called instead.
pub(super) const CLOSED: [&str; 2] = ["xfc822", "xlobal"];

/// `bytes` with other names for messages in messages, as long as their own.
pub(in crate::formats) fn closed(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut closed = Cow::Borrowed(bytes);
    for at in memchr::memchr_iter(b'/', bytes) {
        let behind = bytes[at + 1..].trim_ascii_start();
        let is_it = |name: &[u8]| {
            let start = behind.get(..name.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        if OPENED.into_iter().any(is_it) {
            let place = bytes.len() - behind.len();
            closed.to_mut()[place] = b'x';
        }
    }
    closed
}

/// The message in `closed` bytes.
///
/// # Errors
/// If there is none.
pub(in crate::formats) fn parse(closed: &[u8]) -> Result<Message<'_>, SkipReason> {
    let none = || SkipReason::damaged(DamageKind::Other, "no message with a header");
    if !are_few(closed) {
        let reason = "it names many parts that it does not have";
        return Err(SkipReason::damaged(DamageKind::Other, reason));
    }
    let message = guarded(|| MessageParser::default().parse(closed).ok_or_else(none))?;
    if message.headers().is_empty() {
        return Err(none());
    }
    Ok(message)
}

/// The bytes of `part` of the message in `bytes`, as they were before they were made fit for mail.
pub(super) fn contents<'a>(bytes: &'a [u8], part: &'a MessagePart) -> Cow<'a, [u8]> {
    let ends = [part.raw_body_offset(), part.raw_end_offset()].map(|at| usize::try_from(at).ok());
    let raw = match ends {
        [Some(start), Some(end)] => bytes.get(start..end).unwrap_or_default(),
        _ => &[],
    };
    let decoded = match part.encoding {
        Transfer::None => return raw.into(),
        Transfer::QuotedPrintable => quoted_printable_decode(raw),
        Transfer::Base64 => base64_decode(raw),
    };
    decoded.map_or_else(|| part.contents().into(), Cow::Owned)
}

/// The text of `part` of the message in `bytes`, in the encoding that it names where the bytes agree.
///
/// # Errors
/// If it is no text, or in no encoding that can be told.
pub(in crate::formats) fn text(
    bytes: &[u8],
    part: &MessagePart,
    mut hint: Hint,
) -> Result<Decoded, SkipReason> {
    let media_type = part.content_type();
    let label = media_type.and_then(|it| it.attribute("charset"));
    hint.declared = label.and_then(Encoding::from_label);
    decode(contents(bytes, part).into_owned(), hint)
}

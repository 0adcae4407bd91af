//! What is attached to a message: files of kinds that are read are articles of their own.
//!
//! So are those in attached archives. Messages in a message are read as such, up to a depth; pictures within the text are passed over.

use std::collections::HashSet;
use std::io::Cursor;
use std::path::Path;

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::parts::{CLOSED, contents};
use crate::archive::{ReadFormat, read_archive, read_entry};
use crate::format::Format;
use crate::limits::{LONGEST_NAME, prefix};
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};

/// So deep may messages lie in each other.
const DEEPEST: usize = 5;

/// Endings of names for media types, for what has no name.
const ENDINGS: &[(&str, &str, &str)] = &[
    ("text", "plain", "txt"),
    ("text", "html", "html"),
    ("text", "csv", "csv"),
    ("text", "rtf", "rtf"),
    ("application", "rtf", "rtf"),
    ("application", "pdf", "pdf"),
    ("application", "json", "json"),
    ("application", "msword", "doc"),
    ("application", "zip", "zip"),
    ("application", "x-zip-compressed", "zip"),
    ("application", "x-7z-compressed", "7z"),
    ("application", "x-tar", "tar"),
];

/// Reads what is attached to the message in `bytes` by `read`.
///
/// # Errors
/// If whoever takes the articles fails.
pub(super) fn read_all<E>(
    bytes: &[u8],
    message: &Message,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let mut known = HashSet::new();
    for (number, part) in (1..).zip(message.attachments()) {
        let Some(mut name) = name(part, number) else {
            continue;
        };
        if !known.insert(name.clone()) {
            name = format!("{number}-{name}");
        }
        if sink.depth() >= DEEPEST {
            let reason = "a message in so many others; it is not read with what is attached to it";
            return sink.skip_file(SkipReason::damaged(DamageKind::Other, reason));
        }
        let contents = contents(bytes, part);
        match Format::from_path(Path::new(&name)).filter(|format| format.is_archive()) {
            Some(format) => {
                read_archive(&name, format, Cursor::new(&*contents), sink, read)?;
            }
            None => {
                read_entry(&name, &mut &*contents, sink, read)?;
            }
        }
    }
    Ok(())
}

/// The name of an attachment; `None` if it is a part of the text.
fn name(part: &MessagePart, number: usize) -> Option<String> {
    if is_message(part) {
        let name = part.attachment_name().unwrap_or("message");
        let name = name.trim_end_matches(".eml").replace(['/', '\\'], "_");
        return Some(format!("{number}-{}.eml", prefix(&name, LONGEST_NAME / 2)));
    }
    let is_attached = part
        .content_disposition()
        .is_some_and(mail_parser::ContentType::is_attachment);
    let name = part.attachment_name().unwrap_or_default();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.trim().trim_start_matches('.');
    if !name.is_empty() {
        let is_picture =
            matches!(part.body, PartType::InlineBinary(_)) || part.content_id().is_some();
        return (is_attached || !is_picture).then(|| name.to_string());
    }
    let ending = ENDINGS
        .iter()
        .find(|(kind, name, _)| part.is_content_type(kind, name));
    let ending = ending.filter(|_| is_attached)?;
    Some(format!("{number}.{}", ending.2))
}

fn is_message(part: &MessagePart) -> bool {
    CLOSED
        .iter()
        .any(|name| part.is_content_type("message", name))
}

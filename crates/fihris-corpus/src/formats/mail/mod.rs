//! Mail: a message (`.eml`), or many one after the other (`.mbox`).
//!
//! The body is the plain one where there is one, else HTML as text; what it quotes and the signature are zones of their
//! own. Files that are attached are read as those in an archive.

mod attachments;
mod boundaries;
mod message;
pub(super) mod parts;
mod quotes;

#[cfg(test)]
mod tests;

use std::io::BufRead;

use mail_parser::{Message, MimeHeaders};

use crate::archive::ReadFormat;
use crate::bounded::{read_until, read_whole};
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};

/// Reads a message, and what is attached to it by `read`.
///
/// # Errors
/// If it is none or too large, or whoever takes the record fails.
pub fn read_message<E>(
    input: &mut dyn BufRead,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_RECORD)?;
    let closed = parts::closed(&bytes);
    let message = parts::parse(&closed)?;
    push(&bytes, &message, (1, 1), sink)?;
    attachments::read_all(&bytes, &message, sink, read)
}

/// Reads the messages of a mailbox, and what is attached to them by `read`; what is none is told with its line.
///
/// # Errors
/// If `input` or whoever takes the records fails.
pub fn read_mailbox<E>(
    input: &mut dyn BufRead,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let mut bytes = Vec::new();
    let mut line = Vec::new();
    let (mut number, mut first) = (1, 1);
    let mut is_after_empty = true;
    let mut problem = None;
    for count in 1.. {
        let (is_there, fits) = read_until(input, b'\n', &mut line)
            .map_err(|error| SkipReason::from(error).after_line(count - 1))?;
        let begins = is_after_empty && line.starts_with(b"From ");
        if (begins || !is_there) && !(bytes.is_empty() && problem.is_none()) {
            match problem.take() {
                Some(reason) => sink.skip_line(first, reason)?,
                None => read_one(&bytes, (number, first), sink, read)?,
            }
            number += 1;
        }
        if begins || !is_there {
            bytes.clear();
            first = count;
        }
        if !is_there {
            break;
        }
        is_after_empty = line.trim_ascii().is_empty();
        if begins {
            continue;
        }
        // A line of the text that begins like a message has a sign before it.
        let quotes = line.iter().take_while(|byte| **byte == b'>').count();
        let is_quoted = quotes > 0 && line[quotes..].starts_with(b"From ");
        if bytes.len() as u64 > LARGEST_RECORD || fits.is_err() {
            problem = Some(SkipReason::TooLarge(LARGEST_RECORD));
            bytes.clear();
        } else if problem.is_none() {
            bytes.extend_from_slice(&line[usize::from(is_quoted)..]);
        }
    }
    Ok(())
}

/// Reads a message of a mailbox, by its number there and its first line.
fn read_one<E>(
    bytes: &[u8],
    place: (usize, usize),
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let closed = parts::closed(bytes);
    let message = match parts::parse(&closed) {
        Ok(message) => message,
        Err(reason) => return sink.skip_line(place.1, reason),
    };
    push(bytes, &message, place, sink)?;
    if message.attachment_count() == 0 {
        return Ok(());
    }
    sink.in_archive(&place.0.to_string(), |sink| {
        attachments::read_all(bytes, &message, sink, read)
    })
}

/// Gives what a message says itself.
fn push<E>(
    bytes: &[u8],
    message: &Message,
    (number, line): (usize, usize),
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    if is_encrypted(message) {
        let reason = SkipReason::damaged(DamageKind::Other, "its text is encrypted");
        sink.skip_line(line, reason)?;
    }
    let record = message::record(bytes, message, sink.hint());
    sink.push_changed_record(record, number, line, quotes::set_apart)
}

fn is_encrypted(message: &Message) -> bool {
    let is_type = |kind, name| message.is_content_type(kind, name);
    let kind = message
        .content_type()
        .and_then(|it| it.attribute("smime-type"));
    let is_signed = kind.is_some_and(|it| it.eq_ignore_ascii_case("signed-data"));
    let is_sealed = is_type("application", "pkcs7-mime") || is_type("application", "x-pkcs7-mime");
    is_type("multipart", "encrypted") || is_sealed && !is_signed
}

//! Mail: a message (`.eml`), or many one after the other (`.mbox`).
//!
//! The body is the plain one where there is one, else HTML as text. Attachments are not read.

pub(super) mod parts;

use std::borrow::Cow;
use std::io::BufRead;

use mail_parser::Address;

use crate::bounded::{read_until, read_whole};
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::{Record, Value};

/// Reads a message.
///
/// # Errors
/// If it is none or too large, or whoever takes the record fails.
pub fn read_message<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_RECORD)?;
    sink.push_record(message(&bytes), 1, 1, false)
}

/// Reads the messages of a mailbox; what is none is told with its line.
///
/// # Errors
/// If `input` or whoever takes the records fails.
pub fn read_mailbox<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
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
            let record = match problem.take() {
                Some(reason) => Err(reason),
                None => message(&bytes),
            };
            sink.push_record(record, number, first, false)?;
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

/// The message in `bytes`.
fn message(bytes: &[u8]) -> Result<Record, SkipReason> {
    let bytes = parts::closed(bytes);
    let message = parts::parse(&bytes)?;
    let text = message.body_text(0).map(Cow::into_owned);
    let mut record = Record::new();
    for (name, text) in [
        ("title", message.subject().map(str::to_string)),
        ("text", text),
        (
            "date",
            message.date().map(mail_parser::DateTime::to_rfc3339),
        ),
        ("author", message.from().map(names)),
        ("to", message.to().map(names)),
        ("id", message.message_id().map(str::to_string)),
    ] {
        Value::add(&mut record, name, text.unwrap_or_default());
    }
    Ok(record)
}

/// The names of people, or their addresses where they have none.
fn names(address: &Address) -> String {
    let names = address.iter();
    let names = names.filter_map(|person| person.name().or_else(|| person.address()));
    names.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_bodies_are_decoded() {
        let mail = "From: =?utf-8?B?2KPYrdmF2K8=?= <a@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?B?2LnZhtmI2KfZhg==?=\r\n\
            Date: Thu, 4 Mar 2021 08:00:00 +0000\r\nMessage-ID: <7@example.org>\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n\
            --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n2YbYtQ==\r\n\
            --x\r\nContent-Type: text/html\r\n\r\n<p>other</p>\r\n--x--\r\n";
        let record = message(mail.as_bytes()).unwrap();
        let fields = record.into_iter();
        let fields: Vec<String> = fields
            .map(|(name, value)| format!("{name}={}", value.into_text("|").unwrap()))
            .collect();
        assert_eq!(
            fields.join("; "),
            "author=أحمد; date=2021-03-04T08:00:00Z; id=7@example.org; text=نص; title=عنوان; to=b@example.org"
        );
        for none in ["", "\r\n"] {
            assert!(message(none.as_bytes()).is_err(), "{none:?}");
        }
    }
}

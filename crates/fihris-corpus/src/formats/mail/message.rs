//! What a message says, without what is attached to it.

use mail_parser::{Address, DateTime, Message, MessagePart, PartType};

use super::parts;
use crate::encoding::Hint;
use crate::skip::SkipReason;
use crate::tags::plain;
use crate::value::{Record, Value};

/// The subject, text, day and people of the message in `bytes`.
///
/// # Errors
/// If its text is in no encoding that can be told.
pub(super) fn record(bytes: &[u8], message: &Message, hint: Hint) -> Result<Record, SkipReason> {
    let mut record = Record::new();
    for (name, text) in [
        ("title", message.subject().map(str::to_string)),
        ("text", Some(text(bytes, message, hint)?)),
        ("date", message.date().map(DateTime::to_rfc3339)),
        ("author", message.from().map(names)),
        ("to", message.to().map(names)),
        ("id", message.message_id().map(str::to_string)),
    ] {
        Value::add(&mut record, name, text.unwrap_or_default());
    }
    Ok(record)
}

/// The texts of the body: the plain ones where there are such, else HTML as text.
fn text(bytes: &[u8], message: &Message, hint: Hint) -> Result<String, SkipReason> {
    let bodies = message.text_bodies().filter(|part| part.is_text());
    let texts = bodies.map(|part| {
        let text = match parts::text(bytes, part, hint) {
            Ok(decoded) => decoded.text,
            // Of few letters nobody can tell the encoding; the message says it.
            Err(reason) => said(part).ok_or(reason)?,
        };
        Ok(if part.is_text_html() {
            plain(&text)
        } else {
            text
        })
    });
    let texts: Vec<String> = texts.collect::<Result<_, SkipReason>>()?;
    Ok(texts.join("\n\n"))
}

/// The text of a part as it says to be encoded, if that is right.
fn said(part: &MessagePart) -> Option<String> {
    let (PartType::Text(text) | PartType::Html(text)) = &part.body else {
        return None;
    };
    (!text.contains('\u{FFFD}')).then(|| text.replace('\0', ""))
}

/// The names of people, or their addresses where they have none.
fn names(address: &Address) -> String {
    let names = address.iter();
    let names = names.filter_map(|person| person.name().or_else(|| person.address()));
    names.collect::<Vec<_>>().join(", ")
}

//! The text that a value of JSON stands for: a string, the name of a thing, a piece of a text with marks.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde_json::value::RawValue;

/// What a thing is called, or stands for.
pub(super) fn thing(json: &str) -> Option<String> {
    let thing: Thing = serde_json::from_str(json).ok()?;
    if let Some(name) = thing.name {
        return Some(text(name.get())).filter(|_| name.get().starts_with('"'));
    }
    // As databases write what JSON has no type for, and sites what they show.
    let values = [thing.oid, thing.number, thing.rendered, thing.main];
    let value = values.into_iter().flatten().next().or(thing.date)?.get();
    match value.as_bytes().first() {
        Some(b'"') => Some(text(value)),
        Some(b'{') => thing_in(value),
        Some(b'0'..=b'9' | b'-') => Some(value.into()),
        _ => None,
    }
}

/// The number in a date.
fn thing_in(json: &str) -> Option<String> {
    let Thing { number, .. } = serde_json::from_str(json).ok()?;
    number.map(|number| text(number.get()))
}

/// A thing may have a name, or be a value of a database.
#[derive(serde::Deserialize)]
struct Thing<'a> {
    #[serde(borrow)]
    name: Option<&'a RawValue>,
    #[serde(borrow, rename = "$oid")]
    oid: Option<&'a RawValue>,
    #[serde(borrow, rename = "$date")]
    date: Option<&'a RawValue>,
    #[serde(borrow, rename = "$numberLong")]
    number: Option<&'a RawValue>,
    #[serde(borrow)]
    rendered: Option<&'a RawValue>,
    #[serde(borrow)]
    main: Option<&'a RawValue>,
}

/// A piece of a text with marks, as Telegram has it.
#[derive(serde::Deserialize)]
struct Piece<'a> {
    #[serde(borrow)]
    text: Option<&'a RawValue>,
}

/// Its text, if that is one.
pub(super) fn piece(json: &str) -> Option<String> {
    let Piece { text: piece } = serde_json::from_str(json).ok()?;
    Some(text(
        piece.filter(|piece| piece.get().starts_with('"'))?.get(),
    ))
}

/// The text in a JSON string; halves of characters are lost.
pub(super) fn text(json: &str) -> String {
    serde_json::from_str(json).unwrap_or_else(|_| {
        let mut json = serde_json::Deserializer::from_str(json);
        json.deserialize_bytes(Lossy).unwrap_or_default()
    })
}

struct Lossy;

impl Visitor<'_> for Lossy {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<String, E> {
        Ok(String::from_utf8_lossy(bytes).into_owned())
    }
}

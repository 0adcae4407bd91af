//! Settings with their origins, as lines of TOML and as JSON.
//!
//! Knows how settings look, not where they are looked for.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::{Message, OriginLine};

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<'a> {
    /// Nobody said anything else.
    BuiltIn,
    /// The config file.
    File(&'a str),
    /// A variable of the environment.
    Variable(&'a str),
    /// An option.
    Option(&'a str),
    /// The locale.
    Locale,
    /// It was looked for, and is there.
    Found,
    /// It is not there.
    NotThere,
}

/// A setting that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    key: String,
    value: String,
    origin: Origin<'a>,
}

impl<'a> Shown<'a> {
    /// The setting `key`.
    #[must_use]
    pub fn new(key: &str, value: String, origin: Origin<'a>) -> Self {
        Self {
            key: key.to_string(),
            value,
            origin,
        }
    }
}

impl<'a> Origin<'a> {
    fn message(self) -> Message<'a> {
        match self {
            Self::BuiltIn => Message::Origin(OriginLine::FromNowhere),
            Self::File(file) => Message::Origin(OriginLine::FromFile(file)),
            Self::Variable(name) => Message::Origin(OriginLine::FromVariable(name)),
            Self::Option(name) => Message::Origin(OriginLine::FromOption(name)),
            Self::Locale => Message::Origin(OriginLine::FromLocale),
            Self::Found => Message::Origin(OriginLine::FromFinding),
            Self::NotThere => Message::Origin(OriginLine::NotThere),
        }
    }

    /// Its name, and what it is the name of.
    fn named(self) -> (&'static str, Option<&'a str>) {
        match self {
            Self::BuiltIn => ("built-in", None),
            Self::File(file) => ("file", Some(file)),
            Self::Variable(name) => ("environment", Some(name)),
            Self::Option(name) => ("option", Some(name)),
            Self::Locale => ("locale", None),
            Self::Found => ("found", None),
            Self::NotThere => ("not-there", None),
        }
    }
}

/// Writes a line a setting, with its origin behind it.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, settings: &[Shown], style: Style) -> io::Result<()> {
    for Shown { key, value, origin } in settings {
        let is_word = value.parse::<u64>().is_ok() || matches!(&**value, "true" | "false");
        let value = if is_word {
            value.clone()
        } else {
            format!(
                "\"{}\"",
                one_line(value).replace('\\', "\\\\").replace('"', "\\\"")
            )
        };
        let origin = style.dim(&format!("# {}", one_line(&style.say(origin.message()))));
        writeln!(out, "{} = {value}  {origin}", one_line(key))?;
    }
    Ok(())
}

/// Writes a JSON line a setting.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, settings: &[Shown]) -> io::Result<()> {
    #[derive(Serialize)]
    struct Fields<'a> {
        key: &'a str,
        value: &'a str,
        from: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        place: Option<&'a str>,
    }
    settings.iter().try_for_each(|setting| {
        let (from, place) = setting.origin.named();
        let fields = Fields {
            key: &setting.key,
            value: &setting.value,
            from,
            place,
        };
        write_line(out, &Line::new("setting", fields))
    })
}

//! Settings with their origins, as lines of TOML and as JSON.
//!
//! Knows how settings look, not where they are looked for.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::{Message, SettingOrigin};

/// A setting that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    key: String,
    value: String,
    origin: SettingOrigin<'a>,
}

impl<'a> Shown<'a> {
    /// The setting `key`.
    #[must_use]
    pub fn new(key: &str, value: String, origin: SettingOrigin<'a>) -> Self {
        Self {
            key: key.to_string(),
            value,
            origin,
        }
    }
}

/// The name of an origin, and what it is the name of.
fn named(origin: SettingOrigin<'_>) -> (&'static str, Option<&str>) {
    match origin {
        SettingOrigin::BuiltIn => ("built-in", None),
        SettingOrigin::File(file) => ("file", Some(file)),
        SettingOrigin::Variable(name) => ("environment", Some(name)),
        SettingOrigin::Option(name) => ("option", Some(name)),
        SettingOrigin::Locale => ("locale", None),
        SettingOrigin::Found => ("found", None),
        SettingOrigin::NotThere => ("not-there", None),
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
        let origin = style.dim(&format!(
            "# {}",
            one_line(&style.say(Message::Origin(*origin)))
        ));
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
        let (from, place) = named(setting.origin);
        let fields = Fields {
            key: &setting.key,
            value: &setting.value,
            from,
            place,
        };
        write_line(out, &Line::new("setting", fields))
    })
}

//! Templates: a line for each article, as its fields stand in a text that was typed.
//!
//! `{title}` stands for a field, `{{` and `}}` for braces, `\t`, `\n` and `\\` for what they do elsewhere.

use std::io::{self, Write};
use std::str::FromStr;

use thiserror::Error;

use super::clean::one_line;
use super::rows::{Row, RowField};

/// A text with fields in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// A field by its name.
    Field(String),
}

/// What is no template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadTemplate {
    /// A brace is not closed.
    #[error("a {{ is not closed; fields are written as in {{title}}, and a brace as {{{{")]
    Open,
    /// A brace is not opened.
    #[error("a }} stands alone; fields are written as in {{title}}, and a brace as }}}}")]
    Closed,
    /// A field has no name.
    #[error("{{}} names no field; fields are written as in {{title}}")]
    NoName,
}

impl FromStr for Template {
    type Err = BadTemplate;

    fn from_str(typed: &str) -> Result<Self, BadTemplate> {
        let mut pieces = Vec::new();
        let mut text = String::new();
        let mut rest = typed;
        while let Some(c) = rest.chars().next() {
            let pair = rest.get(..2).unwrap_or_default();
            let (stands_for, length) = match (pair, c) {
                ("{{", _) => ('{', 2),
                ("}}", _) => ('}', 2),
                ("\\t", _) => ('\t', 2),
                ("\\n", _) => ('\n', 2),
                ("\\\\", _) => ('\\', 2),
                (_, '}') => return Err(BadTemplate::Closed),
                (_, '{') => {
                    let (name, behind) = rest[1..].split_once('}').ok_or(BadTemplate::Open)?;
                    if name.trim().is_empty() {
                        return Err(BadTemplate::NoName);
                    }
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                    pieces.push(Piece::Field(name.trim().to_string()));
                    rest = behind;
                    continue;
                }
                (_, c) => (c, c.len_utf8()),
            };
            text.push(stands_for);
            rest = &rest[length..];
        }
        pieces.push(Piece::Text(text));
        Ok(Self(pieces))
    }
}

impl Template {
    /// The names of its fields, in their order.
    pub fn fields(&self) -> Vec<String> {
        let names = self.0.iter().filter_map(|piece| match piece {
            Piece::Field(name) => Some(name.clone()),
            Piece::Text(_) => None,
        });
        names.collect()
    }

    /// Writes `row`; `fields` are what its names mean, in their order. A value is on one line.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn write(&self, out: &mut dyn Write, row: Row, fields: &[RowField]) -> io::Result<()> {
        let mut fields = fields.iter();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => write!(out, "{text}")?,
                Piece::Field(_) => {
                    let value = fields.next().map(|field| row.text(field));
                    write!(out, "{}", one_line(&value.unwrap_or_default()))?;
                }
            }
        }
        writeln!(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_in_braces() {
        let parsed = |typed: &str| typed.parse::<Template>();
        let template = parsed("{title}\\t{{{ source }}}").unwrap();
        assert_eq!(template.fields(), ["title", "source"]);
        let text = |text: &str| Piece::Text(text.into());
        let field = |name: &str| Piece::Field(name.into());
        let expected = [
            text(""),
            field("title"),
            text("\t{"),
            field("source"),
            text("}"),
        ];
        assert_eq!(template.0, expected);
        assert_eq!(parsed("م\\\\\\n").unwrap().0, [text("م\\\n")]);
        for (bad, why) in [
            ("{title", BadTemplate::Open),
            ("title}", BadTemplate::Closed),
            ("{ }", BadTemplate::NoName),
        ] {
            assert_eq!(parsed(bad), Err(why), "{bad}");
        }
    }
}

//! Groups of hits: how many have the same source, month or year.
//!
//! Knows how groups look, not what they are made by.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::Label;
use fihris_search::Group;

/// Writes a line a group for people: the number, then the name.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, groups: &[Group], style: Style) -> io::Result<()> {
    let not_known = Label::NotKnown.text(style.language);
    groups.iter().try_for_each(|group| {
        let name = group.name.as_deref().unwrap_or(not_known);
        writeln!(out, "{:>8}  {}", group.articles, one_line(name))
    })
}

/// Writes a JSON line a group.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, groups: &[Group]) -> io::Result<()> {
    #[derive(Serialize)]
    struct Fields<'a> {
        name: Option<&'a str>,
        articles: u64,
    }
    groups.iter().try_for_each(|group| {
        let fields = Fields {
            name: group.name.as_deref(),
            articles: group.articles,
        };
        write_line(out, &Line::new("group", fields))
    })
}

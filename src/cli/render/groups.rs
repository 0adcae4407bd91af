//! Groups of hits: how many have the same source, month, author, or two of these.
//!
//! Knows how groups look, not what they are made by.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::rows::{RowForm, TableWriter};
use super::style::Style;
use crate::i18n::Label;
use fihris_search::Group;

/// Writes a line a group for people: the number, then the name. Groups of two names stand below a line with the first
/// and the number of all of it.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, groups: &[Group], style: Style) -> io::Result<()> {
    let not_known = Label::NotKnown.text(style.language);
    let said =
        |name: &Option<String>| style.isolate(&one_line(name.as_deref().unwrap_or(not_known)));
    for of_first in groups.chunk_by(|a, b| a.names.len() > 1 && a.names[0] == b.names[0]) {
        let articles: u64 = of_first.iter().map(|group| group.articles).sum();
        writeln!(out, "{articles:>8}  {}", said(&of_first[0].names[0]))?;
        for group in of_first {
            if let Some(second) = group.names.get(1) {
                writeln!(out, "{:>16}  {}", group.articles, said(second))?;
            }
        }
    }
    Ok(())
}

/// Writes a JSON line a group.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, groups: &[Group]) -> io::Result<()> {
    #[derive(Serialize)]
    struct Fields<'a> {
        name: &'a Option<String>,
        /// Where groups have two names.
        #[serde(skip_serializing_if = "Option::is_none")]
        second: Option<&'a Option<String>>,
        articles: u64,
    }
    groups.iter().try_for_each(|group| {
        let fields = Fields {
            name: &group.names[0],
            second: group.names.get(1),
            articles: group.articles,
        };
        write_line(out, &Line::new("group", fields))
    })
}

/// Writes a row a group, with a column for each of what they are by, called `names`.
///
/// # Errors
/// If `out` fails.
pub fn write_table(
    out: &mut dyn Write,
    groups: &[Group],
    names: &[&str],
    form: RowForm,
) -> io::Result<()> {
    let columns = [names, &["articles"]].concat();
    let mut table = TableWriter::new(out, form, &columns)?;
    for group in groups {
        let mut row: Vec<Value> = group.names.iter().cloned().map(Value::from).collect();
        row.push(group.articles.into());
        table.write(&row)?;
    }
    table.finish()
}

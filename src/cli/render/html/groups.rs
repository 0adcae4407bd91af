//! Groups of hits: how many have the same source, month, author, or two of these.
//!
//! Knows how groups look, not what they are made by.

use std::io::{self, Write};

use maud::html;

use super::find::{command, field, found};
use super::page::Page;
use super::table::{Column, table};
use super::text;
use crate::i18n::Label;
use fihris_search::Group;

/// Writes a page with a row for each group.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: &Page, groups: &[Group], by: &[&str]) -> io::Result<()> {
    if groups.is_empty() {
        return page.write_nothing(out);
    }
    let most = groups.iter().map(|group| group.articles).max().unwrap_or(0);
    let rows = html! {
        @for group in groups {
            tr {
                @for (i, name) in group.names.iter().enumerate() {
                    @let not_known = || html! { (page.say(Label::NotKnown)) };
                    @let name = name.as_deref().map_or_else(not_known, text::piece);
                    @if i == 0 { th scope="row" { (name) } } @else { td { (name) } }
                }
                (found(group.articles, most, narrowed(page.asked, group, by).as_deref()))
            }
        }
    };
    let names = groups.first().map_or(1, |group| group.names.len());
    let mut columns = vec![Column::Text(Label::Name); names];
    columns.push(Column::Figure(Label::Articles));
    let example = groups
        .iter()
        .find_map(|group| narrowed(page.asked, group, by));
    let table = table(page.say(page.subject), &columns, &rows, page.language);
    page.write(out, &[table, page.example(example.as_deref())])
}

/// The command that finds the articles of a group, where the names of all it is by are known.
fn narrowed(asked: Option<&str>, group: &Group, by: &[&str]) -> Option<String> {
    let narrowed = by.iter().zip(&group.names).map(|(by, name)| {
        let name = name.as_deref()?;
        Some(match *by {
            "day" | "month" | "year" => format!("date:{name}"),
            "week" => return None,
            by => field(by, name),
        })
    });
    let narrowed = narrowed.collect::<Option<Vec<String>>>()?;
    Some(command(asked, &narrowed.join(" ")))
}

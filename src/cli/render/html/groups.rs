//! Groups of hits: how many have the same source, month or year.
//!
//! Knows how groups look, not what they are made by.

use std::io::{self, Write};

use maud::html;

use super::page::Page;
use super::table::{Column, figure, table};
use super::text;
use crate::i18n::Label;
use fihris_search::Group;

/// Writes a page with a row for each group.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: &Page, groups: &[Group]) -> io::Result<()> {
    if groups.is_empty() {
        return page.write_nothing(out);
    }
    let rows = html! {
        @for group in groups {
            tr {
                th scope="row" {
                    @match &group.name {
                        Some(name) => (text::piece(name)),
                        None => (page.say(Label::NotKnown)),
                    }
                }
                (figure(&group.articles))
            }
        }
    };
    let columns = [Column::Text(Label::Name), Column::Figure(Label::Articles)];
    page.write(
        out,
        &[table(
            page.say(page.subject),
            &columns,
            &rows,
            page.language,
        )],
    )
}

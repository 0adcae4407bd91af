//! Groups of hits: how many have the same source, month, author, or two of these.
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
                @for (i, name) in group.names.iter().enumerate() {
                    @let not_known = || html! { (page.say(Label::NotKnown)) };
                    @let name = name.as_deref().map_or_else(not_known, text::piece);
                    @if i == 0 { th scope="row" { (name) } } @else { td { (name) } }
                }
                (figure(&group.articles))
            }
        }
    };
    let names = groups.first().map_or(1, |group| group.names.len());
    let mut columns = vec![Column::Text(Label::Name); names];
    columns.push(Column::Figure(Label::Articles));
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

//! Names with their spellings.
//!
//! Knows how they look, not how they are found.

use std::io::{self, Write};

use maud::html;

use super::find::{command, found as counted, phrase};
use super::page::Page;
use super::table::{Column, figure, table};
use super::terms::forms;
use super::text;
use crate::i18n::Label;
use crate::render::names::kind_label;
use fihris_analysis::names::Names;

/// Writes a page with a row for each name.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: Page, found: &Names) -> io::Result<()> {
    let page = page
        .with(Label::Articles, &found.articles)
        .noting(Label::NamesAreGuessed);
    if found.names.is_empty() {
        return page.write_nothing(out);
    }
    let columns = [
        Column::Text(Label::Name),
        Column::Text(Label::OfWhat),
        Column::Figure(Label::Articles),
        Column::Figure(Label::Times),
        Column::Text(Label::OtherSpellings),
    ];
    let most = found
        .names
        .iter()
        .map(|name| name.articles)
        .max()
        .unwrap_or(0);
    let rows = html! {
        @for name in &found.names {
            tr {
                th scope="row" { (text::piece(&name.name)) }
                td { (page.say(kind_label(name.kind))) }
                (counted(name.articles, most, Some(&command(page.asked, &phrase(&name.name)))))
                (figure(&name.times))
                (forms(name.spellings.get(1..).unwrap_or_default()))
            }
        }
    };
    let first = found.names.first();
    let example = first.map(|name| command(page.asked, &phrase(&name.name)));
    let table = table(page.say(page.subject), &columns, &rows, page.language);
    page.write(out, &[table, page.example(example.as_deref())])
}

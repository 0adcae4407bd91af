//! Tables, which the page's script makes sortable.
//!
//! Knows headings and how figures look, not what they count.

use maud::{Markup, html};

use super::text;
use crate::i18n::Label;
use crate::i18n::Language;

/// The head of a column.
#[derive(Clone, Copy, Debug)]
pub enum Column {
    /// Of words.
    Text(Label),
    /// Of figures.
    Figure(Label),
}

/// A table with a row a line; each of `rows` is its cells.
pub fn table(caption: &str, columns: &[Column], rows: &Markup, language: Language) -> Markup {
    let columns = columns.iter().map(|column| match column {
        Column::Text(label) => html! { th scope="col" { (label.text(language)) } },
        Column::Figure(label) => html! { th.n scope="col" { (label.text(language)) } },
    });
    framed(caption, &columns.collect::<Vec<_>>(), rows)
}

/// The same with columns that have other headings, each a `th`.
pub fn framed(caption: &str, heads: &[Markup], rows: &Markup) -> Markup {
    html! {
        div.scroll tabindex="0" role="group" aria-label=(text::clean(caption)) {
            table.sort {
                caption { (text::clean(caption)) }
                thead { tr { @for head in heads { (head) } } }
                tbody { (rows) }
            }
        }
    }
}

/// A cell with a number.
pub fn figure(number: &impl ToString) -> Markup {
    html! { td.n { (number.to_string()) } }
}

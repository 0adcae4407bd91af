//! Two sets of articles side by side.
//!
//! Knows how they look, not how they are compared.

use std::io::{self, Write};

use maud::html;

use super::page::Page;
use super::table::{figure, framed};
use super::terms::term_table;
use super::text;
use crate::i18n::Label;
use crate::render::compare::{FIGURES, Named};

/// Writes a page with the figures of both sides, and a table of words for each.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: &Page, named: Named) -> io::Result<()> {
    let sides = &named.found.sides;
    if sides.iter().all(|side| side.published.articles == 0) {
        return page.write_nothing(out);
    }
    let heads = [
        html! { th scope="col" { (page.say(Label::Name)) } },
        html! { th.n scope="col" { (text::piece(named.names[0])) } },
        html! { th.n scope="col" { (text::piece(named.names[1])) } },
    ];
    let rows = html! {
        @for (label, of) in FIGURES {
            tr {
                th scope="row" { (page.say(*label)) }
                @for side in sides { (figure(&of(side))) }
            }
        }
        tr {
            th scope="row" { (page.say(Label::InBoth)) }
            td.n colspan="2" { (named.found.in_both) }
        }
    };
    let mut parts = vec![framed(page.say(page.subject), &heads, &rows)];
    for (name, side) in named.names.iter().zip(sides) {
        let caption = format!("{}: {name}", page.say(Label::TypicalWords));
        parts.push(term_table(page, &caption, &side.terms, Some(name)));
    }
    page.write(out, &parts)
}

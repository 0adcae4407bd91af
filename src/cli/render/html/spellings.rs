//! Tables of spellings: who writes a word how.
//!
//! Knows how the tables look, not how spellings are counted.

use std::io::{self, Write};

use maud::{Markup, html};

use super::page::Page;
use super::table::{Column, figure, framed, table};
use super::terms::forms;
use super::text;
use crate::i18n::{Label, rule};
use crate::render::spellings::{sources, years};
use fihris_analysis::spellings::{Cell, SpellingDistribution};

/// Writes a page with the spellings, then how often each occurs in each year and in each source.
///
/// # Errors
/// If `out` fails.
pub fn write(
    out: &mut dyn Write,
    page: &Page,
    spellings: &[SpellingDistribution],
) -> io::Result<()> {
    if spellings.is_empty() {
        return page.write_nothing(out);
    }
    let unknown = |name| html! { (page.say(name)) };
    let of_year = |year: &Option<i16>| {
        let known = year.map(|year| html! { (format!("{year:04}")) });
        known.unwrap_or_else(|| unknown(Label::NoYear))
    };
    let of_source = |source: &&Option<String>| {
        let known = source.as_deref().map(text::piece);
        known.unwrap_or_else(|| unknown(Label::NoSource))
    };
    let by_year = rows(spellings, &years(spellings), of_year, |cell, year| {
        cell.year == *year
    });
    let by_source = rows(spellings, &sources(spellings), of_source, |cell, source| {
        cell.source == **source
    });
    page.write(
        out,
        &[
            all(page, spellings),
            cross(page, (Label::ByYear, Label::Year), spellings, &by_year),
            cross(
                page,
                (Label::BySource, Label::Source),
                spellings,
                &by_source,
            ),
        ],
    )
}

fn all(page: &Page, spellings: &[SpellingDistribution]) -> Markup {
    let columns = [
        Column::Text(Label::Spelling),
        Column::Figure(Label::Times),
        Column::Figure(Label::Articles),
        Column::Text(Label::Rule),
        Column::Text(Label::Forms),
    ];
    let rows = html! {
        @for one in spellings {
            @let total = one.total();
            tr {
                th scope="row" { (text::piece(&one.spelling)) }
                (figure(&total.occurrences))
                (figure(&total.articles))
                td { (rule(one.rule, page.language)) }
                (forms(&one.forms))
            }
        }
    };
    table(page.say(Label::Spellings), &columns, &rows, page.language)
}

/// A row for each of `groups`, with how often each spelling occurs in the cells that `is_in` it.
fn rows<G>(
    spellings: &[SpellingDistribution],
    groups: &[G],
    name: impl Fn(&G) -> Markup,
    is_in: impl Fn(&Cell, &G) -> bool,
) -> Markup {
    html! {
        @for group in groups {
            tr {
                th scope="row" { (name(group)) }
                @for one in spellings {
                    (figure(&one.within(|cell| is_in(cell, group)).occurrences))
                }
            }
        }
    }
}

/// A table of `rows` with a column for each spelling.
fn cross(
    page: &Page,
    (caption, first): (Label, Label),
    spellings: &[SpellingDistribution],
    rows: &Markup,
) -> Markup {
    let mut heads = vec![html! { th scope="col" { (page.say(first)) } }];
    heads.extend(
        spellings
            .iter()
            .map(|one| html! { th.n scope="col" { (text::piece(&one.spelling)) } }),
    );
    framed(page.say(caption), &heads, rows)
}

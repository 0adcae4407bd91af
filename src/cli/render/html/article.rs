//! An article by itself: its parts under their names, with the dates in them.
//!
//! Knows how an article looks, not where it comes from.

use std::io::{self, Write};
use std::ops::Range;

use maud::{Markup, html};

use super::page::Page;
use super::table::{Column, table};
use super::text;
use crate::i18n::{Label, zone};
use crate::render::article::days;
use crate::render::link::article_address;
use arabic_dates::Mention;
use fihris_corpus::{Article, Notes, PathNames, ZoneKind};

/// Writes a page with the stories of each of `texts`, which have one id.
///
/// # Errors
/// If `out` fails.
pub fn write(
    out: &mut dyn Write,
    page: &Page,
    texts: &[Vec<Article>],
    path_names: &PathNames,
) -> io::Result<()> {
    let is_named = texts.len() > 1;
    let stories = texts.iter().flatten();
    let stories = stories.map(|story| told(page, story, path_names, is_named));
    page.write(out, &stories.collect::<Vec<Markup>>())
}

/// A story, with the name of its file where the id does not tell which one it is.
fn told(page: &Page, article: &Article, path_names: &PathNames, is_named: bool) -> Markup {
    let dates = article.mentions();
    html! {
        article dir=(text::direction(&article.text)) {
            p.place {
                @match article_address(path_names, article) {
                    Some(address) => a href=(address) { bdi { (text::clean(&article.id)) } },
                    None => bdi { (text::clean(&article.id)) },
                }
                @if is_named { (text::piece(&path_names.show(&article.file))) }
                @if let Some(published) = &article.published { (text::day(published.date)) }
                @if let Some(source) = &article.source { (text::piece(source)) }
            }
            @if !article.notes.is_empty() {
                p.note { (text::piece(&Notes(&article.notes).to_string())) }
            }
            @for part in &article.zones {
                p.zone { (page.own(html! { (zone(part.kind, page.language)) })) }
                @let written = article.text[part.range.clone()].trim();
                @if part.kind == ZoneKind::Title {
                    h2 lang=[text::language(written)] dir=(text::direction(written)) { (text::clean(written)) }
                } @else {
                    div.text lang=[text::language(written)] dir=(text::direction(written)) {
                        (text::with_dates(&article.text, &trimmed(&article.text, &part.range), &dates))
                    }
                }
            }
        }
        @if !dates.is_empty() { (listed(page, article, &dates)) }
    }
}

/// The range without the white space at its ends.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.end - part.trim_start().len();
    start..start + part.trim().len()
}

fn listed(page: &Page, article: &Article, dates: &[Mention]) -> Markup {
    let columns = [
        Column::Text(Label::Written),
        Column::Text(Label::Days),
        Column::Text(Label::Zone),
    ];
    let rows = html! {
        @for date in dates {
            @let readings: Vec<String> = date.readings.iter().copied().map(days).collect();
            tr {
                th scope="row" { (text::piece(&article.text[date.range.clone()])) }
                td { bdi { (readings.join(" / ")) } }
                td { @if let Some(kind) = article.zone_at(date.range.start) { (zone(kind, page.language)) } }
            }
        }
    };
    table(page.say(Label::Dates), &columns, &rows, page.language)
}

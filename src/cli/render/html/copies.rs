//! Groups of copies: stories that were printed more than once.
//!
//! Knows how groups look, not how copies are found.

use std::io::{self, Write};

use maud::{Markup, html};

use super::page::Page;
use super::text;
use crate::i18n::Label;
use crate::render::copies::CopyGroup;
use crate::render::copy::Copy;
use crate::render::version;

/// A page has about so many bytes of groups at most; more are on the next one.
const MOST_BYTES: usize = 240_000;

/// The most articles of a group that are seen without opening it.
const MOST_SEEN: usize = 6;

/// Writes a page with a section for each of `groups`, as far as these leave it small enough to be sent; `first` is the number of the
/// first among `all`. What is left is named with the command that writes it.
///
/// # Errors
/// If `out` fails.
pub fn write(
    out: &mut dyn Write,
    page: Page,
    groups: &[CopyGroup],
    first: usize,
    all: usize,
) -> io::Result<()> {
    let mut bytes = 0;
    let sections = groups.iter().map(|group| section(&page, group));
    let mut parts: Vec<Markup> = sections
        .take_while(|section| {
            let is_first = bytes == 0;
            bytes += section.0.len();
            is_first || bytes <= MOST_BYTES
        })
        .collect();
    let last = first + parts.len();
    let page = if parts.is_empty() || parts.len() == all {
        page
    } else {
        page.with(Label::Shown, &format!("{}–{last}", first + 1))
    };
    if last < all && !parts.is_empty() {
        parts.push(html! {
            p.example {
                (page.say(Label::NextPage)) ": "
                code dir="ltr" data-find={ "fihris copies --format html --offset " (last) } {
                    "fihris copies --format html --offset " (last)
                }
            }
        });
    }
    page.of_finding(all > 0).write(out, &parts)
}

fn section(page: &Page, group: &CopyGroup) -> Markup {
    let title = group.articles.iter().find_map(|copy| copy.title.as_deref());
    let title = title.unwrap_or_else(|| page.say(Label::NoHeadline));
    html! {
        section {
            h2 lang=[text::language(title)] dir=(text::direction(title)) { (text::clean(title)) }
            dl.figures {
                div { dt { (page.say(Label::Copies)) } dd { (group.articles.len()) } }
                @if let Some(first) = group.first {
                    div { dt { (page.say(Label::FirstDay)) } dd { (text::day(first)) } }
                }
                @if !group.sources.is_empty() {
                    div {
                        dt { (page.say(Label::Sources)) }
                        dd { @for (i, source) in group.sources.iter().enumerate() {
                            @if i > 0 { " · " }
                            (text::piece(source))
                        } }
                    }
                }
            }
            @let (seen, rest) = group.articles.split_at(group.articles.len().min(MOST_SEEN));
            (list(page, seen, Some(title)))
            @if !rest.is_empty() {
                details { summary { "+" (rest.len()) } (list(page, rest, Some(title))) }
            }
        }
    }
}

/// Copies, an item each, with their headlines unless these are `title`.
pub(super) fn list(page: &Page, copies: &[Copy], title: Option<&str>) -> Markup {
    let is_other = |other: &&String| Some(other.as_str()) != title;
    html! {
        ul {
            @for copy in copies {
                li {
                    p.place {
                        @match &copy.link {
                            Some(address) => a href=(address) { bdi { (text::clean(&copy.id)) } },
                            None => bdi { (text::clean(&copy.id)) },
                        }
                        @if let Some(published) = copy.published { (text::day(published)) }
                        @if let Some(source) = &copy.source { (text::piece(source)) }
                    }
                    @if let Some(title) = copy.title.as_ref().filter(is_other) {
                        p lang=[text::language(title)] dir=(text::direction(title)) { (text::clean(title)) }
                    }
                    @if let Some(version) = copy.earlier {
                        p.zone { (page.own(html! { (version::said(version, page.language)) })) }
                    }
                }
            }
        }
    }
}

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

/// Writes a page with a section for each group.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: &Page, groups: &[CopyGroup]) -> io::Result<()> {
    let sections: Vec<Markup> = groups.iter().map(|group| section(page, group)).collect();
    page.write(out, &sections)
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
            (list(page, &group.articles))
        }
    }
}

/// Copies, an item each.
pub(super) fn list(page: &Page, copies: &[Copy]) -> Markup {
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
                    @if let Some(title) = &copy.title {
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

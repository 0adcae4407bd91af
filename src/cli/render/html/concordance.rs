//! Concordances: each match in its context, the matches below each other.
//!
//! Knows how lines look, not how matches are found.

use std::io::{self, Write};

use maud::html;

use super::page::Page;
use super::text::{self, Reason};
use crate::i18n::Label;
use crate::render::link::{href, own_file, web_address};
use crate::render::version;
use fihris_analysis::concordance::ConcordanceLine;
use fihris_corpus::PathNames;

/// Writes a page with a row for each match.
///
/// # Errors
/// If `out` fails.
pub fn write(
    out: &mut dyn Write,
    page: &Page,
    lines: &[ConcordanceLine],
    path_names: &PathNames,
) -> io::Result<()> {
    let Some(first) = lines.first() else {
        return page.write_nothing(out);
    };
    let caption = page.say(page.subject);
    page.open(out)?;
    let direction = text::direction(first.keyword());
    let head = html! {
        caption { (caption) }
        thead { tr {
            th.before.rev scope="col" { (page.say(Label::Before)) }
            th.key scope="col" { (page.say(Label::Keyword)) }
            th scope="col" { (page.say(Label::After)) }
            th.from scope="col" { (page.say(Label::Article)) }
        } }
    };
    writeln!(
        out,
        "<table class=\"kwic sort\" dir=\"{direction}\">{}<tbody>",
        head.into_string()
    )?;
    for line in lines {
        let reason = Reason {
            written: line.keyword(),
            asked: &line.query_text,
            rule: line.rule,
            zone: line.zone,
        };
        let row = html! {
            tr {
                td.before lang=[text::language(line.before())] { (text::clean(line.before().trim_start())) }
                td.key lang=[text::language(line.keyword())] { (reason.mark(page.language)) }
                td lang=[text::language(line.after())] { (text::clean(line.after().trim_end())) }
                td.from {
                    @match address(path_names, line) {
                        Some(address) => a href=(address) { bdi { (text::clean(&line.id)) } },
                        None => bdi { (text::clean(&line.id)) },
                    }
                    @if let Some(source) = &line.source { " " (text::piece(source)) }
                    @if let Some(published) = line.published { " " (text::day(published)) }
                    @if let Some(version) = line.version { " (" (page.own(html! { (version::said(version, page.language)) })) ")" }
                }
            }
        };
        writeln!(out, "{}", row.into_string())?;
    }
    writeln!(out, "</tbody></table>")?;
    page.close(out)
}

/// Where a click on the article of a line leads.
fn address(path_names: &PathNames, line: &ConcordanceLine) -> Option<String> {
    let on_the_web = line.url.as_deref().map(web_address);
    on_the_web.or_else(|| {
        own_file(path_names, &line.id, &line.file, 0)?;
        href(path_names, &line.file)
    })
}

//! Hits: headline, file, day, snippet with its marks, what makes up the score, copies.
//!
//! Written one by one, so that a long list takes no memory. Knows how hits look, not how they were found.

use std::io::{self, Write};

use maud::{Markup, html};

use super::copies;
use super::page::Page;
use super::text::{self, Marked};
use crate::i18n::{Label, rule, zone};
use crate::render::copy::Copy;
use crate::render::hits::{name, title_range};
use crate::render::json::SearchSummary;
use crate::render::link::{article_address, web_address};
use crate::render::version;
use fihris_analysis::more_like_this::MoreLikeThis;
use fihris_corpus::PathNames;
use fihris_query::Rule;
use fihris_query::suggest::MissingTerm;
use fihris_search::{Hit, ScoreExplanation};

/// The page of an answer.
#[must_use]
pub fn answered<'a>(page: Page<'a>, summary: &SearchSummary) -> Page<'a> {
    let mut page = page;
    let mut figure = |name, number: u64| {
        if number > 0 {
            page.figures.push((name, number.to_string()));
        }
    };
    figure(Label::Articles, summary.total);
    figure(Label::WithSomeWords, summary.partial.unwrap_or(0));
    if summary.partial.is_none() && summary.stories < summary.total {
        figure(Label::WithoutCopies, summary.stories);
    }
    figure(Label::Elsewhere, summary.elsewhere);
    figure(Label::Undated, summary.undated);
    if summary.shown > 0 {
        let (first, last) = (summary.offset + 1, summary.offset + summary.shown);
        page.figures.push((Label::Shown, format!("{first}–{last}")));
    }
    if summary.partial.is_some_and(|partial| partial > 0) {
        page.notes.push(Label::SomeWordsOnly);
    }
    page
}

/// Writes what comes before the hits: the page, and words that no article holds.
///
/// # Errors
/// If `out` fails.
pub fn open(out: &mut dyn Write, page: &Page, summary: &SearchSummary) -> io::Result<()> {
    page.open(out)?;
    if let Some(read_as) = summary.read_as {
        let read = html! { p { (page.say(Label::ReadAs)) ": " (text::piece(read_as)) } };
        writeln!(out, "{}", read.into_string())?;
    }
    if summary.total == 0 && summary.partial.unwrap_or(0) == 0 {
        writeln!(out, "{}", page.nothing().into_string())?;
    }
    for word in summary.missing {
        writeln!(out, "{}", nowhere(page, word).into_string())?;
    }
    open_list(out, summary.shown, summary.offset)
}

fn open_list(out: &mut dyn Write, shown: usize, offset: usize) -> io::Result<()> {
    if shown > 0 {
        writeln!(out, "<ol class=\"hits\" start=\"{}\">", offset + 1)?;
    }
    Ok(())
}

/// Writes a page of articles like one, which share some of its words.
///
/// # Errors
/// If `out` fails.
pub fn write_similar(
    out: &mut dyn Write,
    page: &Page,
    hits: &[(Hit, ScoreExplanation)],
    more_like_this: &MoreLikeThis,
    path_names: &PathNames,
) -> io::Result<()> {
    page.open(out)?;
    if hits.is_empty() {
        writeln!(out, "{}", page.nothing().into_string())?;
    }
    open_list(out, hits.len(), 0)?;
    for (hit, why) in hits {
        let shown = Shown {
            hit,
            why,
            is_why_open: false,
            copies: None,
            more_like_this: Some(more_like_this),
        };
        shown.write(out, page, path_names)?;
    }
    close(out, page, hits.len())
}

/// Writes what comes behind the hits, of which there were `shown`.
///
/// # Errors
/// If `out` fails.
pub fn close(out: &mut dyn Write, page: &Page, shown: usize) -> io::Result<()> {
    if shown > 0 {
        writeln!(out, "</ol>")?;
    }
    page.close(out)
}

/// A word that no article holds, with those that were meant perhaps.
fn nowhere(page: &Page, missing: &MissingTerm) -> Markup {
    html! {
        p { (page.say(Label::InNoArticle)) ": " (text::piece(&missing.term)) }
        @if !missing.suggestions.is_empty() {
            p { (page.say(Label::PerhapsMeant)) ":" }
            ul {
                @for suggestion in &missing.suggestions {
                    li {
                        (text::piece(&suggestion.word))
                        " (" (page.say(Label::Articles)) ": " (suggestion.articles) ")"
                    }
                }
            }
        }
    }
}

/// A hit with what is told of it.
pub struct Shown<'a> {
    /// The hit.
    pub hit: &'a Hit,
    /// What makes up its score.
    pub why: &'a ScoreExplanation,
    /// Whether that is open to be seen from the start.
    pub is_why_open: bool,
    /// Its copies, if they are listed.
    pub copies: Option<&'a [Copy]>,
    /// What it shares with an article that it is like.
    pub more_like_this: Option<&'a MoreLikeThis>,
}

impl Shown<'_> {
    /// Writes it as an item of the list.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn write(
        &self,
        out: &mut dyn Write,
        page: &Page,
        path_names: &PathNames,
    ) -> io::Result<()> {
        let hit = self.hit;
        let dates = hit.article.mentions();
        let marked = Marked {
            hit,
            dates: &dates,
            language: page.language,
        };
        let title = title_range(hit);
        let snippet = hit.snippet.as_ref();
        let snippet = snippet.filter(|snippet| title.as_ref() != Some(&snippet.range));
        let file = html! {
            @let name = text::clean(&name(hit, path_names));
            @match article_address(path_names, &hit.article) {
                // Behind the headline, if there is one.
                Some(address) if hit.article.url().is_none() || title.is_none() => a href=(address) { bdi { (name) } },
                _ => bdi { (name) },
            }
        };
        let headline = |range| {
            let text = marked.range(range);
            match hit.article.url() {
                Some(url) => html! { a href=(web_address(url)) { (text) } },
                None => text,
            }
        };
        let shown = title.as_ref().or(snippet.map(|snippet| &snippet.range));
        let shown = shown.map_or("", |range| &hit.article.text[range.clone()]);
        let item = html! {
            li dir=(text::direction(shown)) { article {
                @match &title {
                    Some(range) => h2 lang=[text::language(shown)] { (headline(range)) },
                    None => h2 { (file) },
                }
                p.place {
                    @if let Some(published) = &hit.article.published { (text::day(published.date)) }
                    @if let Some(source) = &hit.article.source { (text::piece(source)) }
                    @if title.is_some() { (file) }
                }
                @if let Some(snippet) = snippet {
                    @let text = &hit.article.text[snippet.range.clone()];
                    p lang=[text::language(text)] dir=(text::direction(text)) {
                        @if snippet.is_cut_before { "… " }
                        (marked.range(&snippet.range))
                        @if snippet.is_cut_behind { " …" }
                    }
                    @if let Some(kind) = hit.shown_zone() {
                        p.zone { (page.own(html! {
                            (page.say(Label::SearchedIn)) " " (zone(kind, page.language))
                        })) }
                    }
                }
                @if let Some(more_like_this) = self.more_like_this {
                    p.zone { (page.own(html! {
                        (page.say(Label::SharedWords)) ": " (text::piece(&more_like_this.shared(hit).join("، ")))
                    })) }
                }
                (self.score(page))
                (self.copies(page))
                @if let Some(version) = self.hit.version {
                    p.zone { (page.own(html! { (version::said(version, page.language)) })) }
                }
            } }
        };
        writeln!(out, "{}", item.into_string())
    }

    fn score(&self, page: &Page) -> Markup {
        let percent = |share: f32| format!("{:.1}%", share * 100.0);
        let score = format!("{:.2}", self.hit.score);
        html! {
            details open[self.is_why_open] {
                summary { (page.own(html! { (page.say(Label::Score)) " " (score) })) }
                // The words of the interface come last, as they may be of another direction.
                ul.shares lang=(page.language.tag()) {
                    @for reason in &self.why.terms {
                        li {
                            (percent(reason.share)) " · " (reason.occurrences) "× · "
                            (text::piece(&reason.text))
                            @if reason.rule != Rule::Written { " = " (text::piece(&reason.query_text)) }
                            " · "
                            (rule(reason.rule, page.language))
                            @if let Some(kind) = reason.zone { " · " (zone(kind, page.language)) }
                        }
                    }
                    @if self.why.proximity > 0.0 {
                        li { (percent(self.why.proximity)) " · " (page.say(Label::Closeness)) }
                    }
                }
            }
        }
    }

    fn copies(&self, page: &Page) -> Markup {
        let number = page.own(html! { (page.say(Label::Copies)) ": +" (self.hit.copies) });
        html! {
            @match (self.hit.copies, self.copies) {
                (0, _) => {},
                (_, None) => p.zone { (number) },
                (_, Some(copies)) => details open { summary { (number) } (copies::list(page, copies, None)) },
            }
        }
    }
}

//! Hits as text: path, headline, snippet with the matched words marked, and why they match.
//!
//! Knows how hits look, not how they were found.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::ops::Range;

use super::clean::one_line;
use super::copy::Copy;
use super::link::own_file;
use super::style::{FROM_LEFT, Style};
use super::version;
use crate::i18n::{self, Message};
use fihris_corpus::{Article, PathNames, ZoneKind};
use fihris_query::Rule;
use fihris_search::{Hit, ScoreExplanation};

/// Writes one hit with all its reasons and its copies, if these are to be listed, followed by an empty line.
///
/// # Errors
/// If `out` fails.
pub fn write_hit(
    out: &mut dyn Write,
    hit: &Hit,
    why: Option<&ScoreExplanation>,
    path_names: &PathNames,
    copies: Option<&[Copy]>,
    style: Style,
) -> io::Result<()> {
    writeln!(out, "{}", link(hit, path_names, style))?;
    if let Some(imprint) = imprint(&hit.article) {
        writeln!(out, "{}", style.dim(&imprint))?;
    }
    let title = title_range(hit);
    if let Some(title) = &title {
        let headline = style.title(&marked(hit, title, style));
        writeln!(out, "{}", style.web_link(&headline, hit.article.url()))?;
    }
    if let Some(snippet) = hit
        .snippet
        .as_ref()
        .filter(|s| title.as_ref() != Some(&s.range))
    {
        let before = if snippet.is_cut_before { "… " } else { "" };
        let behind = if snippet.is_cut_behind { " …" } else { "" };
        if let Some(kind) = hit.shown_zone() {
            writeln!(
                out,
                "{}",
                style.dim(&style.say(Message::InZone(i18n::zone(kind, style.language))))
            )?;
        }
        writeln!(
            out,
            "{before}{}{behind}",
            marked(hit, &snippet.range, style)
        )?;
    }
    let lines = why.map_or_else(|| reasons(hit, style), |why| shares(why, hit.score, style));
    for line in lines {
        writeln!(out, "{}", style.dim(&line))?;
    }
    if hit.copies > 0 {
        let more = style.say(Message::MoreCopies(hit.copies));
        writeln!(out, "{}", style.dim(&more))?;
    }
    for copy in copies.unwrap_or_default() {
        copy.write_line(out, style)?;
    }
    if let Some(version) = hit.version {
        let line = format!("  {}", version::said(version, style.language));
        writeln!(out, "{}", style.dim(&line))?;
    }
    writeln!(out)
}

/// Who published an article, and when, as far as that is known.
pub(super) fn imprint(article: &Article) -> Option<String> {
    let published = article.published.as_ref();
    let told = [
        published.map(|published| published.date.to_string()),
        article.source.clone(),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| one_line(&told.join("  ")))
}

/// The place of the article, which leads to its file if it has one of its own, else to its address on the web.
pub(super) fn link(hit: &Hit, path_names: &PathNames, style: Style) -> String {
    let article = &hit.article;
    let file = style
        .screen
        .and_then(|_| own_file(path_names, &article.id, &article.file, article.start));
    let place = one_line(&name(hit, path_names));
    match article
        .url()
        .filter(|_| style.screen.is_some() && file.is_none())
    {
        Some(url) => format!(
            "{FROM_LEFT}{}",
            style.web_link(&style.path(&place), Some(url))
        ),
        None => style.link(&place, file.as_deref()),
    }
}

/// The path of the article's file, with its id where that is another.
pub(super) fn name(hit: &Hit, path_names: &PathNames) -> String {
    let Article { id, file, .. } = &hit.article;
    let path = path_names.show(file);
    match id.strip_prefix(&**file) {
        Some(number) => format!("{path}{number}"),
        None => format!("{path} {id}"),
    }
}

/// The byte range of the headline.
#[must_use]
pub fn title_range(hit: &Hit) -> Option<Range<usize>> {
    let title = hit
        .article
        .zones
        .iter()
        .find(|zone| zone.kind == ZoneKind::Title)?;
    Some(title.range.clone())
}

/// The text of `range` on one line with its marks set off.
pub(super) fn marked(hit: &Hit, range: &Range<usize>, style: Style) -> String {
    let text = &hit.article.text;
    let mut line = String::new();
    let mut at = range.start;
    for mark in hit.highlights_in(range) {
        line.push_str(&one_line(&text[at..mark.range.start]));
        line.push_str(&style.mark(&one_line(&text[mark.range.clone()])));
        at = mark.range.end;
    }
    line.push_str(&one_line(&text[at..range.end]));
    line
}

/// The score and what makes it up, a line each.
fn shares(why: &ScoreExplanation, score: f32, style: Style) -> Vec<String> {
    let mut lines = vec![style.say(Message::Score(score))];
    for reason in &why.terms {
        lines.push(
            style.say(Message::Share {
                percent: reason.share * 100.0,
                rule: i18n::rule(reason.rule, style.language),
                zone: reason
                    .zone
                    .map_or("", |zone| i18n::zone(zone, style.language)),
                times: reason.occurrences,
                text: &one_line(&reason.text),
                asked: &one_line(&reason.query_text),
            }),
        );
    }
    if why.proximity > 0.0 {
        let percent = why.proximity * 100.0;
        lines.push(style.say(Message::Closeness { percent }));
    }
    lines
}

/// One line for each word of the shown text that is not as typed.
fn reasons(hit: &Hit, style: Style) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let title = title_range(hit);
    let ranges = title
        .iter()
        .chain(hit.snippet.as_ref().map(|snippet| &snippet.range));
    let mut reasons = Vec::new();
    for mark in ranges.flat_map(|range| hit.highlights_in(range)) {
        let text = one_line(&hit.article.text[mark.range.clone()]);
        if mark.rule != Rule::Written
            && seen.insert((text.clone(), mark.rule, mark.query_text.clone()))
        {
            reasons.push(style.say(Message::Reason {
                rule: i18n::rule(mark.rule, style.language),
                text: &text,
                asked: &one_line(&mark.query_text),
            }));
        }
    }
    reasons
}

//! Hits as Markdown: a list whose headlines lead to the articles, for notes and messages.
//!
//! Knows how hits look, not how they were found.

use std::io::{self, Write};
use std::ops::Range;

use super::clean::one_line;
use super::hits::{name, title_range};
use fihris_corpus::PathNames;
use fihris_search::Hit;

/// Writes a hit as item number `rank`, counted from 1: its headline, who published it when and where it is, and its
/// snippet with the matches set off.
///
/// # Errors
/// If `out` fails.
pub fn write_hit(
    out: &mut dyn Write,
    hit: &Hit,
    rank: usize,
    path_names: &PathNames,
) -> io::Result<()> {
    let article = &hit.article;
    let title = title_range(hit);
    let place = escaped(&one_line(&name(hit, path_names)));
    let headline = title.as_ref().map_or_else(
        || place.clone(),
        |title| escaped(&one_line(&article.text[title.clone()])),
    );
    match article.url() {
        Some(url) => writeln!(out, "{rank}. [{headline}](<{}>)\n", address(url))?,
        None => writeln!(out, "{rank}. {headline}\n")?,
    }
    let date = article
        .published
        .as_ref()
        .map(|published| published.date.to_string());
    let source = article
        .source
        .as_deref()
        .map(|source| escaped(&one_line(source)));
    let told = [source, date, title.as_ref().map(|_| place)];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if !told.is_empty() {
        writeln!(out, "   *{}*\n", told.join(" — "))?;
    }
    let snippet = hit.snippet.as_ref();
    if let Some(snippet) = snippet.filter(|snippet| title.as_ref() != Some(&snippet.range)) {
        let before = if snippet.is_cut_before { "… " } else { "" };
        let behind = if snippet.is_cut_behind { " …" } else { "" };
        writeln!(
            out,
            "   > {before}{}{behind}\n",
            marked(hit, &snippet.range)
        )?;
    }
    Ok(())
}

/// The text of `range` with its marks in bold.
fn marked(hit: &Hit, range: &Range<usize>) -> String {
    let text = &hit.article.text;
    let mut line = String::new();
    let mut at = range.start;
    for mark in hit.highlights_in(range) {
        let start = mark.range.start.max(at);
        line.push_str(&escaped(&one_line(&text[at..start])));
        if start < mark.range.end {
            let word = escaped(&one_line(&text[start..mark.range.end]));
            line.extend(["**", word.as_str(), "**"]);
            at = mark.range.end;
        }
    }
    line + &escaped(&one_line(&text[at..range.end]))
}

/// `text` in which no sign means anything but itself.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        ) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// `url` between angle brackets.
fn address(url: &str) -> String {
    let is_safe = |c: char| !(c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '\\'));
    url.chars().filter(|c| is_safe(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_mean_themselves() {
        assert_eq!(escaped("a*b_[c](d) <e> #1"), r"a\*b\_\[c\](d) \<e\> \#1");
        assert_eq!(address("https://a.example/>x\n"), "https://a.example/x");
    }
}

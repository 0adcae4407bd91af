//! `MediaWiki`: a page of a dump, its wiki markup as text.

use super::record;
use super::tree::Tree;
use crate::tags::{plain, tidy};
use crate::value::Record;

/// The article of a page, for each of its revisions; none of redirects, and of pages about pages.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let is_article = tree.first(&["ns"]).is_none_or(|ns| ns == "0");
    if !is_article || tree.all("redirect").next().is_some() {
        return Vec::new();
    }
    let (title, id) = (tree.first(&["title"]), tree.first(&["id"]));
    let revision = |revision| {
        let markup = tree.written(tree.child(revision, "text")?, &|_, _| Some(""));
        let said = |element, name| Some(tree.text(tree.child(element, name)?));
        let contributor = tree.child(revision, "contributor");
        Some(record([
            ("title", title.clone()),
            ("text", Some(plain_text(&markup))),
            ("date", said(revision, "timestamp")),
            ("id", id.clone()),
            ("author", contributor.and_then(|who| said(who, "username"))),
        ]))
    };
    tree.all("revision").filter_map(revision).collect()
}

/// Links to these are no text.
const NO_TEXT: &[&str] = &["تصنيف", "ملف", "صورة", "category", "file", "image", "media"];

/// The text that the wiki markup shows.
fn plain_text(markup: &str) -> String {
    let markup = without(&without(markup, "{{", "}}"), "{|", "|}");
    let markup = without(&without(&markup, "<ref", "</ref>"), "<!--", "-->");
    let mut text = String::with_capacity(markup.len());
    for line in links(&markup).lines() {
        let line = line.trim().trim_start_matches(['*', '#', ':', ';']);
        let line = match line.strip_prefix('=') {
            Some(heading) => heading.trim_matches('='),
            None => line,
        };
        text.push_str(line.trim());
        text.push('\n');
    }
    tidy(&plain(&text.replace("'''", "").replace("''", "")))
}

/// `text` without what stands from `open` to `close`, which may stand in each other.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut depth = 0_usize;
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(open) {
            depth += 1;
            rest = after;
        } else if depth > 0
            && let Some(after) = rest.strip_prefix(close)
        {
            depth -= 1;
            rest = after;
        } else if let Some(after) = rest
            .strip_prefix("/>")
            .filter(|_| depth > 0 && open == "<ref")
        {
            depth -= 1;
            rest = after;
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            if depth == 0 {
                kept.push_str(&rest[..length]);
            }
            rest = &rest[length..];
        }
    }
    kept
}

/// `text` with links as what they show.
fn links(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        shown.push_str(before);
        let Some((link, after)) = after.split_once("]]") else {
            rest = after;
            continue;
        };
        let target = link.split(['|', ':']).next().unwrap_or_default();
        let is_page = !link.contains(':') || !NO_TEXT.contains(&&*target.trim().to_lowercase());
        if is_page {
            shown.push_str(link.rsplit('|').next().unwrap_or(link));
        }
        rest = after;
    }
    shown.push_str(rest);
    shown
}

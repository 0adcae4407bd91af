//! Books: each chapter is an article of the book.

use super::{Parts, properties};
use crate::formats::xml::tree::{Element, Tree};
use crate::skip::SkipReason;
use crate::tags::{Token, plain, tokens};
use crate::value::{Record, Value};

/// The most bytes of a page that shows what the book is called.
const LONGEST_FRONT: usize = 4096;

/// The chapters in the order of reading.
pub(super) fn chapters(parts: &mut Parts) -> Result<Vec<Record>, SkipReason> {
    let container = parts.needed("META-INF/container.xml")?;
    let container = Tree::parse(&container)?;
    let package = container.all("rootfile").next();
    let package = package.and_then(|file| container.attribute(file, "full-path"));
    let package = package.unwrap_or_else(|| "content.opf".into());
    let markup = parts.needed(&package)?;
    let mut book = properties(Some(&markup))?;
    if let Some(title) = book.remove("title") {
        book.insert("source".into(), title);
    }
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut chapters = Vec::new();
    for file in spine(&Tree::parse(&markup)?) {
        let name = if folder.is_empty() {
            file
        } else {
            format!("{folder}/{file}")
        };
        let Some(html) = parts.text(&name)? else {
            continue;
        };
        if is_front(&html) {
            continue;
        }
        let mut record = book.clone();
        let body = html.split_once("<body").map_or(&*html, |(_, body)| body);
        let body = body.split_once('>').map_or(body, |(_, body)| body);
        Value::add(&mut record, "title", heading(&html).unwrap_or_default());
        Value::add(&mut record, "text", plain(body));
        if record.contains_key("text") {
            chapters.push(record);
        }
    }
    Ok(chapters)
}

/// Whether a page only shows what the book is called, or a picture.
fn is_front(html: &str) -> bool {
    let is_short = html.len() < LONGEST_FRONT;
    is_short
        && ["titlepage", "cover"]
            .iter()
            .any(|kind| html.contains(&format!("epub:type=\"{kind}\"")))
}

/// The files of the chapters, in order; the list of them is none.
fn spine(package: &Tree) -> Vec<String> {
    let is_list = |item: &Element| {
        let properties = package.attribute(*item, "properties");
        properties.is_some_and(|it| it.split_whitespace().any(|it| it == "nav"))
    };
    let items: std::collections::HashMap<String, String> = package
        .all("item")
        .filter(|item| !is_list(item))
        .filter_map(|item| {
            let file = package.attribute(item, "href")?;
            Some((package.attribute(item, "id")?, file))
        })
        .collect();
    let chapters = package.all("itemref");
    chapters
        .filter_map(|chapter| items.get(&package.attribute(chapter, "idref")?).cloned())
        .collect()
}

/// The first heading of a chapter, or its title.
fn heading(html: &str) -> Option<String> {
    ["h1", "h2", "title"].iter().find_map(|name| {
        let mut tokens = tokens(html);
        tokens.find(
            |token| matches!(token, Token::Open(open, _) if open.eq_ignore_ascii_case(name)),
        )?;
        let mut heading = String::new();
        for token in tokens {
            match token {
                Token::Close(close) if close.eq_ignore_ascii_case(name) => break,
                Token::Text(text) | Token::Literal(text) => heading.push_str(text),
                _ => {}
            }
        }
        Some(plain(&heading)).filter(|heading| !heading.is_empty())
    })
}

//! The main text: what a page is there for, without what the site puts around it.
//!
//! The choice is that of `dom_smoothie`, which follows Mozilla's Readability: paragraphs with much text
//! and few links speak for the element around them. It is blind to language, but for names of classes.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::lines;
use super::posts;

/// A text of this many characters is enough; below it, the search goes on with laxer rules. Readability
/// has 500, for English: Arabic says the same in fewer letters, and news may be of one paragraph.
const ENOUGH: usize = 250;

/// So many nodes are looked at; of a page with more, all text is taken. A long report with all its
/// comments has some thousands.
const MOST_NODES: usize = 50_000;

/// A title or heading that is longer, in bytes, is none: Readability compares each heading with the title.
const LONGEST_TITLE: usize = 1000;

/// The main text of `document`, empty if there is none.
pub(super) fn extract(document: Document) -> String {
    if document.tree.len() > MOST_NODES {
        return lines::to_text(document.root());
    }
    shorten_titles(&document);
    rename_objects(&document);
    posts::open(&document);
    let config = Config {
        char_threshold: ENOUGH,
        disable_json_ld: true, // read by `linked_data`
        ..Config::default()
    };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else {
        return String::new();
    };
    if reader.parse().is_err() {
        return String::new();
    }
    let article = reader.doc.select_single("#readability-page-1");
    article
        .nodes()
        .first()
        .copied()
        .map_or_else(String::new, lines::to_text)
}

/// Takes away what is called a title or a heading and is a text.
fn shorten_titles(document: &Document) {
    let is_long = |text: &str| text.len() > LONGEST_TITLE;
    for heading in document.select("h1, h2").nodes() {
        if is_long(&heading.text()) {
            heading.rename("p");
        }
    }
    for title in document.select("title").nodes() {
        if is_long(&title.text()) {
            title.remove_from_parent();
        }
    }
    for meta in document.select("meta[content]").nodes() {
        if is_long(&meta.attr_or("content", "")) {
            meta.remove_attr("content");
        }
    }
}

/// Readability takes addresses of films in an `object` to pieces as if all letters had one byte.
fn rename_objects(document: &Document) {
    for object in document.select("object").nodes() {
        if !object.inner_html().is_ascii() {
            object.rename("div");
        }
    }
}

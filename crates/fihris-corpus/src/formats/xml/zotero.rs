//! Zotero: an item of a library in RDF, with its abstract as the text.

use super::record;
use super::tree::{Element, Tree};
use crate::value::Record;

/// The work of the item.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let Some(item) = tree.children(Tree::ROOT).next() else {
        return Vec::new();
    };
    let own = |name: &str| {
        let text = tree.child(item, name).map(|child| tree.text(child));
        text.filter(|text| !text.is_empty())
    };
    let in_child = |child: &str, name: &str| {
        let child = tree.child(item, child)?;
        let inner = tree.all_in(child, name).next();
        inner.map(|inner| tree.text(inner))
    };
    let Some(kind) = own("itemType").filter(|kind| kind != "attachment") else {
        return Vec::new();
    };
    let name_of = |person: Element| {
        let parts = ["givenName", "surname"].iter();
        let parts = parts.filter_map(|name| tree.child(person, name));
        let parts: Vec<String> = parts.map(|part| tree.text(part)).collect();
        parts.join(" ")
    };
    let authors = tree.child(item, "authors");
    let authors = authors.map(|authors| tree.all_in(authors, "Person").map(name_of));
    let authors = authors.map(|names| names.collect::<Vec<_>>().join(", "));
    let about = tree.attribute(item, "rdf:about");
    let address = in_child("identifier", "URI").or_else(|| about.clone());
    vec![record([
        ("title", own("title")),
        ("text", own("abstract").or_else(|| own("description"))),
        ("date", own("date")),
        ("author", authors),
        (
            "source",
            in_child("isPartOf", "title").or_else(|| in_child("publisher", "name")),
        ),
        ("language", own("language")),
        ("url", address.filter(|address| address.starts_with("http"))),
        ("id", about),
        ("type", Some(kind)),
    ])]
}

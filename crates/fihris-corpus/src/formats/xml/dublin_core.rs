//! Dublin Core: records as libraries and repositories hand them out.

use super::record;
use super::tree::Tree;
use crate::value::Record;

/// The work of the record, with its description as the text.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let all = |name: &str| {
        let texts = tree.all(name).map(|element| tree.text(element));
        texts.collect::<Vec<_>>()
    };
    let identifiers = all("identifier");
    let url = identifiers.iter().find(|text| text.starts_with("http"));
    vec![record([
        ("title", tree.first(&["title"])),
        ("text", Some(all("description").join("\n\n"))),
        ("date", tree.first(&["issued", "date", "created"])),
        ("author", Some(all("creator").join(", "))),
        ("source", tree.first(&["publisher", "source"])),
        ("subject", Some(all("subject").join(", "))),
        ("language", tree.first(&["language"])),
        ("url", url.cloned()),
    ])]
}

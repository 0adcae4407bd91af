//! MODS: records of library catalogues.

use super::record;
use super::tree::{Element, Tree};
use crate::value::Record;

/// The work of the record, with its abstract as the text.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let Some(mods) = tree.all("mods").next() else {
        return Vec::new();
    };
    let title_of = |of: Element| {
        let info = tree.child(of, "titleInfo")?;
        tree.child(info, "title").map(|title| tree.text(title))
    };
    let host = tree
        .children(mods)
        .find(|child| tree.name(*child) == "relatedItem");
    let authors = tree.all("namePart").map(|part| tree.text(part));
    let authors: Vec<String> = authors.collect();
    vec![record([
        ("title", title_of(mods)),
        ("text", tree.first(&["abstract", "note"])),
        (
            "date",
            tree.first(&["dateIssued", "dateCreated", "date", "copyrightDate"]),
        ),
        ("author", Some(authors.join(", "))),
        (
            "source",
            host.and_then(title_of)
                .or_else(|| tree.first(&["publisher"])),
        ),
        (
            "id",
            tree.attribute(mods, "ID")
                .or_else(|| tree.first(&["identifier"])),
        ),
        ("url", tree.first(&["url"])),
        ("language", tree.first(&["languageTerm"])),
    ])]
}

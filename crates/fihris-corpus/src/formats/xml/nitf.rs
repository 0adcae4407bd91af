//! NITF: the News Industry Text Format.

use super::tree::Tree;
use super::{record, running_text};
use crate::value::Record;

/// The article of the document.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let attribute = |element: &str, name: &str| {
        let element = tree.all(element).next()?;
        tree.attribute(element, name)
    };
    let content = tree.all("body.content").next();
    vec![record([
        ("title", tree.first(&["hl1", "hedline", "title"])),
        ("text", content.map(|content| running_text(tree, content))),
        (
            "date",
            attribute("date.issue", "norm").or_else(|| attribute("date.release", "norm")),
        ),
        ("author", tree.first(&["byttl", "byline"])),
        (
            "source",
            attribute("pubdata", "name").or_else(|| tree.first(&["distributor"])),
        ),
        ("id", attribute("doc-id", "id-string")),
        ("url", attribute("pubdata", "ex-ref")),
        ("dateline", tree.first(&["dateline"])),
    ])]
}

//! `TimeML`: a text whose times and events are marked.

use super::tree::Tree;
use super::{lines, record};
use crate::value::Record;

/// The text of the document, without its marks.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let created = tree.all("DCT").next();
    let time = created.and_then(|created| tree.child(created, "TIMEX3"));
    let date = time.and_then(|time| tree.attribute(time, "value"));
    let text = tree
        .all("TEXT")
        .next()
        .or_else(|| tree.all("TimeML").next());
    vec![record([
        ("title", tree.first(&["TITLE", "HEADLINE"])),
        (
            "text",
            text.map(|text| lines(&tree.written(text, &|_, _| Some("")))),
        ),
        ("date", date.or_else(|| tree.first(&["DCT"]))),
        ("id", tree.first(&["DOCID"])),
    ])]
}

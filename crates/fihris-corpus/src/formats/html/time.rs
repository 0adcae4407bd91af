//! Times that elements of a page have.

use dom_query::{Document, NodeRef};

use super::lines::one_line;

/// The time in the first element of this kind, as its attributes or its text have it.
pub(super) fn time(document: &Document, place: &str) -> Option<String> {
    document.select(place).nodes().iter().find_map(written)
}

/// The time that an element has in its attributes, or in its text.
pub(super) fn written(time: &NodeRef) -> Option<String> {
    let attribute = ["datetime", "content"]
        .iter()
        .find_map(|key| time.attr(key));
    one_line(&attribute.unwrap_or_else(|| time.text()))
}

//! The main text: what a page is there for, without what the site puts around it.
//!
//! The choice is that of `dom_smoothie`, which follows Mozilla's Readability: paragraphs with much text
//! and few links speak for the element around them. It is blind to language, but for names of classes.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::lines;

/// A text of this many characters is enough; below it, the search goes on with laxer rules. Readability
/// has 500, for English: Arabic says the same in fewer letters, and news may be of one paragraph.
const ENOUGH: usize = 250;

/// The main text of `document`, empty if there is none.
pub(super) fn of(document: Document) -> String {
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
        .map_or_else(String::new, lines::of)
}

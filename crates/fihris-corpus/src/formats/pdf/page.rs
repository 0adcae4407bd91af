//! A page: what its operators show, a line where they go to another one.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, ObjectId};

use super::LARGEST_CONTENT;
use super::drawn::Drawn;
use super::font::{Font, SeenFonts};
use super::marked_content::{MarkedContent, Meaning};
use super::place::Place;

/// The text of the page `id`, behind pages with what was `seen` of their fonts; `None` if it cannot be read.
pub(super) fn text(document: &Document, id: ObjectId, seen: &mut SeenFonts) -> Option<String> {
    let fonts: BTreeMap<Vec<u8>, Font> = document
        .get_page_fonts(id)
        .ok()?
        .into_iter()
        .map(|(name, font)| (name, Font::new(font, document)))
        .collect();
    let content = document
        .get_page_content_with_limit(id, LARGEST_CONTENT)
        .ok()?;
    let content = Content::decode(&content).ok()?;
    let mut drawn = Drawn::default();
    let mut marked = MarkedContent::new(document, id);
    let mut font = None;
    let mut place = Place::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        let operator = &*operation.operator;
        place.follow(operator, operands);
        marked.follow(operator, operands);
        match operator {
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                font = name.and_then(|name| fonts.get(name));
            }
            "Tj" | "TJ" | "'" | "\"" => {
                let Some(font) = font else {
                    continue;
                };
                let meaning = marked.meaning();
                if meaning != Meaning::Told {
                    // It is the first of its sequence, or in none.
                    match place.goes_on() {
                        Some(goes_right) => drawn.step(goes_right),
                        None => drawn.end_line(),
                    }
                }
                let letters = match meaning {
                    Meaning::Own => font.show(operands, seen, &mut drawn),
                    Meaning::Text(text) => {
                        drawn.push(&text);
                        font.count(operands)
                    }
                    Meaning::Told => font.count(operands),
                };
                place.show(letters);
            }
            _ => {}
        }
    }
    Some(drawn.into_text())
}

//! A page: what its operators show, a line where they go to another one.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::LARGEST_CONTENT;
use super::place::Place;
use super::to_unicode::ToUnicode;

/// A gap in a line so many thousandths of the size of the font wide is a space.
const SPACE: f32 = 180.0;

/// A font, as far as its text is concerned.
struct Font {
    map: ToUnicode,
    /// Bytes of a code.
    width: usize,
}

impl Font {
    fn new(font: &Dictionary, document: &Document) -> Self {
        let is_composite = font
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Type0");
        let map = font.get_deref(b"ToUnicode", document).ok();
        let map = map.and_then(|map| map.as_stream().ok());
        let map = map.and_then(|map| map.get_plain_content_with_limit(LARGEST_CONTENT).ok());
        Self {
            map: map.map_or_else(ToUnicode::default, |map| ToUnicode::parse(&map)),
            width: if is_composite { 2 } else { 1 },
        }
    }

    /// Adds the characters of `codes` to `text`.
    fn show(&self, codes: &[u8], text: &mut String) {
        for code in codes.chunks(self.width) {
            let number = code
                .iter()
                .fold(0, |number, byte| number << 8 | u32::from(*byte));
            if let Some(characters) = self.map.get(number) {
                text.push_str(characters);
            } else if self.width == 1 {
                let (characters, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(code);
                text.push_str(&characters);
            }
        }
    }
}

/// The text of the page `id`; `None` if it cannot be read.
pub(super) fn text(document: &Document, id: ObjectId) -> Option<String> {
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
    let mut text = String::new();
    let mut font = None;
    let mut place = Place::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        let operator = &*operation.operator;
        place.follow(operator, operands);
        match operator {
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                font = name.and_then(|name| fonts.get(name));
            }
            "Tj" | "TJ" | "'" | "\"" => {
                let Some(font) = font else {
                    continue;
                };
                if !place.goes_on() {
                    end_line(&mut text);
                }
                let before = text.len();
                show(operands, font, &mut text);
                place.show(text[before..].chars().count());
            }
            _ => {}
        }
    }
    Some(text)
}

/// Adds what a string, or a list of strings and gaps, shows.
fn show(operands: &[Object], font: &Font, text: &mut String) {
    for operand in operands {
        match operand {
            Object::String(codes, _) => font.show(codes, text),
            Object::Array(pieces) => {
                for piece in pieces {
                    match piece {
                        Object::String(codes, _) => font.show(codes, text),
                        gap if gap.as_float().is_ok_and(|gap| gap < -SPACE) => text.push(' '),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

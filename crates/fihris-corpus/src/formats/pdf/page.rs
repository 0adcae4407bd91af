//! A page: what its operators show, a line where they go to another one.

use std::collections::{BTreeMap, HashSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::LARGEST_CONTENT;
use super::cluster::Clusters;
use super::marks::marks;
use super::place::Place;
use super::to_unicode::ToUnicode;

/// A gap in a line so many thousandths of the size of the font wide is a space.
const SPACE: f32 = 130.0;

/// What was seen of the fonts of a document, by the objects of their maps.
pub(super) type SeenFonts = BTreeMap<ObjectId, Clusters>;

/// A font, as far as its text is concerned.
struct Font {
    map: ToUnicode,
    /// Bytes of a code.
    width: usize,
    /// Of one with glyphs that are mapped to nothing, the object of the map, and those among them that take no room.
    silent: Option<(ObjectId, HashSet<u32>)>,
}

impl Font {
    fn new(font: &Dictionary, document: &Document) -> Self {
        let is_composite = font
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Type0");
        let id = font.get(b"ToUnicode").and_then(Object::as_reference);
        let map = font.get_deref(b"ToUnicode", document).ok();
        let map = map.and_then(|map| map.as_stream().ok());
        let map = map.and_then(|map| map.get_plain_content_with_limit(LARGEST_CONTENT).ok());
        let map = map.map_or_else(ToUnicode::default, |map| ToUnicode::parse(&map));
        let id = id.ok().filter(|_| is_composite && map.has_silent());
        Self {
            map,
            width: if is_composite { 2 } else { 1 },
            silent: id.map(|id| (id, marks(font, document))),
        }
    }

    /// Adds the characters of `codes` to `text`, which stand behind the code `before`, as `seen` knows its glyphs.
    fn show(
        &self,
        codes: &[u8],
        before: &mut Option<u32>,
        seen: &mut SeenFonts,
        text: &mut String,
    ) {
        for code in codes.chunks(self.width) {
            let number = code
                .iter()
                .fold(0, |number, byte| number << 8 | u32::from(*byte));
            if let Some(characters) = self.map.get(number) {
                let is_silent = characters.is_empty();
                let shown = match &self.silent {
                    Some((_, marks)) if is_silent && marks.contains(&number) => None,
                    Some((id, _)) => {
                        let clusters = seen.entry(*id).or_default();
                        clusters.shown(number, before.replace(number), is_silent)
                    }
                    None => Some(number),
                };
                text.push_str(
                    shown
                        .and_then(|code| self.map.get(code))
                        .unwrap_or_default(),
                );
            } else if self.width == 1 {
                let (characters, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(code);
                text.push_str(&characters);
            }
        }
    }
}

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
                show(operands, font, seen, &mut text);
                place.show(text[before..].chars().count());
            }
            _ => {}
        }
    }
    Some(text)
}

/// Adds what a string, or a list of strings and gaps, shows.
fn show(operands: &[Object], font: &Font, seen: &mut SeenFonts, text: &mut String) {
    let mut before = None;
    for operand in operands {
        match operand {
            Object::String(codes, _) => font.show(codes, &mut before, seen, text),
            Object::Array(pieces) => {
                for piece in pieces {
                    match piece {
                        Object::String(codes, _) => font.show(codes, &mut before, seen, text),
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

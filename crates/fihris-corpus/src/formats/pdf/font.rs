//! The fonts of a page: what their codes stand for.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::LARGEST_CONTENT;
use super::cluster::Clusters;
use super::drawn::Drawn;
use super::marks::marks;
use super::to_unicode::ToUnicode;

/// A gap in a line so many thousandths of the size of the font wide is a space.
const SPACE: f32 = 130.0;

/// Behind a step back that is so many thousandths of the size of the font wide, what comes next is on the left.
const BACK: f32 = 1000.0;

/// What was seen of the fonts of a document, by the objects of their maps.
pub(super) type SeenFonts = BTreeMap<ObjectId, Clusters>;

/// A font, as far as its text is concerned.
pub(super) struct Font {
    map: ToUnicode,
    /// Bytes of a code.
    width: usize,
    /// Whether codes that the map has not are those of letters: not of the glyphs of a part of a font.
    has_letters: bool,
    /// Of one with glyphs that are mapped to nothing, the object of the map, and those among them that take no room.
    silent: Option<(ObjectId, HashSet<u32>)>,
}

impl Font {
    pub fn new(font: &Dictionary, document: &Document) -> Self {
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
            has_letters: !is_composite && (map.is_empty() || font.has(b"Encoding")),
            map,
            width: if is_composite { 2 } else { 1 },
            silent: id.map(|id| (id, marks(font, document))),
        }
    }

    /// Adds what a string, or a list of strings and gaps, shows, and says how many letters that is.
    pub fn show(&self, operands: &[Object], seen: &mut SeenFonts, drawn: &mut Drawn) -> usize {
        let mut shown = Shown {
            drawn,
            before: None,
            letters: 0,
            goes_right: true,
            gap: 0.0,
        };
        for piece in pieces(operands) {
            match piece {
                Ok(codes) => self.show_codes(codes, seen, &mut shown),
                Err(gap) => shown.move_left(gap),
            }
        }
        shown.end()
    }

    /// How many codes a string has, or a list of strings.
    pub fn count(&self, operands: &[Object]) -> usize {
        let bytes = pieces(operands).flatten().map(<[u8]>::len);
        bytes.sum::<usize>() / self.width
    }

    /// Adds the characters of `codes` to those `shown`, as `seen` knows the glyphs of the font.
    fn show_codes(&self, codes: &[u8], seen: &mut SeenFonts, shown: &mut Shown) {
        for code in codes.chunks(self.width) {
            let number = code
                .iter()
                .fold(0, |number, byte| number << 8 | u32::from(*byte));
            let before = shown.before.replace(number);
            if let Some(characters) = self.map.get(number) {
                let is_silent = characters.is_empty();
                let code = match &self.silent {
                    Some((_, marks)) if is_silent && marks.contains(&number) => None,
                    Some((id, _)) => {
                        let clusters = seen.entry(*id).or_default();
                        clusters.shown(number, before, is_silent)
                    }
                    None => Some(number),
                };
                let characters = code.and_then(|code| self.map.get(code));
                shown.push(characters.unwrap_or_default());
            } else if self.has_letters {
                let letters = encoding_rs::WINDOWS_1252;
                shown.push(&letters.decode_without_bom_handling(code).0);
            }
        }
    }
}

/// What one operator shows.
struct Shown<'a> {
    drawn: &'a mut Drawn,
    /// The code before.
    before: Option<u32>,
    letters: usize,
    /// Whether the next glyph is drawn on the right of the last.
    goes_right: bool,
    /// How far the glyphs behind the last letter are moved to the left.
    gap: f32,
}

impl Shown<'_> {
    fn push(&mut self, characters: &str) {
        if characters.is_empty() {
            return;
        }
        // Marks are moved over their letters, and what comes next is moved back.
        if !characters.chars().all(is_mark) {
            if self.gap < -SPACE {
                self.add(" ");
            }
            self.gap = 0.0;
        }
        self.add(characters);
    }

    fn add(&mut self, characters: &str) {
        if self.letters > 0 {
            self.drawn.step(self.goes_right);
        }
        self.drawn.push(characters);
        self.letters += characters.chars().count();
        self.goes_right = true;
    }

    fn move_left(&mut self, gap: f32) {
        self.gap += gap;
        self.goes_right = gap < BACK;
    }

    /// Adds the space behind the last letter, and says how many letters there are.
    fn end(mut self) -> usize {
        if self.gap < -SPACE {
            self.add(" ");
        }
        self.letters
    }
}

/// The strings among the operands, and the gaps between those of a list.
fn pieces(operands: &[Object]) -> impl Iterator<Item = Result<&[u8], f32>> {
    let pieces = operands.iter().flat_map(|operand| match operand {
        Object::Array(pieces) => pieces.as_slice(),
        Object::String(..) => std::slice::from_ref(operand),
        _ => &[],
    });
    pieces.filter_map(|piece| match piece {
        Object::String(codes, _) => Some(Ok(codes.as_slice())),
        gap => gap.as_float().ok().map(Err),
    })
}

/// Whether it stands over or under a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_make_words_by_the_gaps_between_them() {
        // 1 is a letter, 2 a mark, and 3 a ligature; the other codes are in no map.
        let map = b"3 beginbfchar <01> <0628> <02> <064E> <03> <06440627> endbfchar".to_vec();
        let mut document = Document::new();
        let map = document.add_object(lopdf::Stream::new(Dictionary::new(), map));
        let mut about = Dictionary::new();
        about.set("ToUnicode", map);
        let font = Font::new(&about, &document);
        about.set("Encoding", "WinAnsiEncoding");
        let encoded = Font::new(&about, &document);
        for (font, operation, expected) in [
            (&font, &b"(\x01\x01)Tj"[..], "بب"),
            (&font, b"[(\x01)-300(\x01)]TJ", "ب ب"),
            (&font, b"[(\x01)-100(\x01)]TJ", "بب"),
            // A mark is moved over its letter, and what follows moved back.
            (&font, b"[(\x01)-270(\x02)270(\x01)]TJ", "بَب"),
            (&font, b"[(\x01)-270(\x02)-300(\x01)]TJ", "بَ ب"),
            // What is drawn on the right of others is in the order of the page; on the left, in that of reading.
            (&font, b"[(\x03\x01)]TJ", "الب"),
            (&font, b"[(\x01)1500(\x03)]TJ", "بلا"),
            // The glyphs of a part of a font are no letters of an encoding.
            (&font, b"(\x01#\x01)Tj", "بب"),
            (&encoded, b"(\x01#\x01)Tj", "ب#ب"),
        ] {
            let content = lopdf::content::Content::decode(operation).unwrap();
            let mut drawn = Drawn::default();
            font.show(
                &content.operations[0].operands,
                &mut SeenFonts::new(),
                &mut drawn,
            );
            assert_eq!(drawn.into_text(), expected);
        }
    }
}

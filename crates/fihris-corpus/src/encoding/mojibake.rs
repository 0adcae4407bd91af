//! Mojibake: UTF-8 that was read in a code page and saved as UTF-8 again, once or more.
//!
//! `العربية` becomes `Ø§Ù„Ø¹Ø±Ø¨ÙŠØ©` by windows-1252 and `ط§ظ„ط¹ط±ط¨ظٹط©` by windows-1256. Going the same
//! way back is sure where it ends in valid UTF-8 that reads as Arabic.

use super::bigrams::BigramScore;
use super::bytes::has_pair;

/// How often a text is unwound at most.
const MOST_LAYERS: u32 = 3;

/// What alef becomes in every code page, and rare otherwise: its second byte, A7.
const SIGN: [u8; 2] = *b"\xC2\xA7";

/// Alef and lam after the images of their first bytes.
const IMAGES: [&str; 4] = ["Ø§", "Ù„", "ط§", "ظ„"];

/// How much of a text was repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// Lines that were repaired.
    pub lines: usize,
    /// Lines that look garbled still.
    pub left: usize,
}

/// `text` as it was before it was garbled, and how much was; unchanged where nothing is sure.
pub(super) fn repair(text: String) -> (String, Option<Repaired>) {
    if !has_pair(text.as_bytes(), SIGN) {
        return (text, None);
    }
    let pages = [
        Page::new(encoding_rs::WINDOWS_1252),
        Page::new(encoding_rs::WINDOWS_1256),
    ];
    if let Some(whole) = unwound(&text, &pages, Page::undo, MOST_LAYERS) {
        let lines = whole.lines().filter(|line| !line.trim().is_empty()).count();
        return (whole, Some(Repaired { lines, left: 0 }));
    }
    let mut repaired = Repaired { lines: 0, left: 0 };
    let mut result = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let whole = unwound(line, &pages, Page::undo, MOST_LAYERS);
        let better = whole.or_else(|| unwound(line, &pages[..1], Page::undo_parts, MOST_LAYERS));
        repaired.lines += usize::from(better.is_some());
        let better = better.as_deref().unwrap_or(line);
        repaired.left += usize::from(IMAGES.iter().any(|image| better.contains(image)));
        result.push_str(better);
    }
    let is_touched = repaired.lines + repaired.left > 0;
    (result, is_touched.then_some(repaired))
}

/// What `text` was, all layers off, if that reads as Arabic and better than before.
fn unwound(
    text: &str,
    pages: &[Page],
    undo: fn(&Page, &str) -> Option<String>,
    layers: u32,
) -> Option<String> {
    if layers == 0 || text.is_ascii() {
        return None;
    }
    pages.iter().find_map(|page| {
        let inner = undo(page, text)?;
        unwound(&inner, pages, undo, layers - 1).or_else(|| {
            let (before, after) = (BigramScore::new(text), BigramScore::new(&inner));
            let is_better = after.others < before.others || after.bits < before.bits;
            (is_better && after.is_arabic()).then_some(inner)
        })
    })
}

/// A code page that text was read in by mistake.
struct Page {
    /// What bytes from 0x80 on are in it.
    upper: Vec<char>,
    /// Whether its upper half begins as that of Latin-1.
    is_latin: bool,
}

impl Page {
    fn new(encoding: &'static encoding_rs::Encoding) -> Self {
        let upper: Vec<u8> = (0x80..=0xFF).collect();
        Self {
            upper: encoding
                .decode_without_bom_handling(&upper)
                .0
                .chars()
                .collect(),
            is_latin: encoding == encoding_rs::WINDOWS_1252,
        }
    }

    /// The byte that was read as `c`; Latin-1 is a part of windows-1252 here.
    fn byte(&self, c: char) -> Option<u8> {
        if c.is_ascii() {
            return u8::try_from(c).ok();
        }
        let latin = || u8::try_from(c).ok().filter(|_| self.is_latin);
        let place = self.upper.iter().position(|&upper| upper == c);
        place
            .and_then(|place| u8::try_from(place + 0x80).ok())
            .or_else(latin)
    }

    /// The text whose bytes were read so, if all of it was.
    fn undo(&self, text: &str) -> Option<String> {
        let bytes: Option<Vec<u8>> = text.chars().map(|c| self.byte(c)).collect();
        String::from_utf8(bytes?).ok()
    }

    /// The text with each part undone that can be, if there is one.
    fn undo_parts(&self, text: &str) -> Option<String> {
        let mut undone = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let sequence = self.sequence(rest);
            let (written, length) = sequence.unwrap_or((c, c.len_utf8()));
            undone.push(written);
            rest = &rest[length..];
        }
        (undone != text).then_some(undone)
    }

    /// The character outside ASCII whose bytes `text` begins with, and the length of their images.
    fn sequence(&self, text: &str) -> Option<(char, usize)> {
        let mut bytes = Vec::with_capacity(4);
        for (at, c) in text.char_indices().take(4) {
            bytes.push(self.byte(c).filter(|byte| !byte.is_ascii())?);
            if let Ok(undone) = std::str::from_utf8(&bytes) {
                return Some((undone.chars().next()?, at + c.len_utf8()));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "أعلنت وزارة الصحة اليوم، في بيان «رسمي»، أن المستشفى الجديد يفتح أبوابه غدا.\n\nالقاهرة\n";

    /// `text` as somebody saves it who reads its bytes in this code page.
    fn garble(text: &str, page: &'static encoding_rs::Encoding) -> String {
        page.decode_without_bom_handling(text.as_bytes())
            .0
            .into_owned()
    }

    fn latin_1(text: &str) -> String {
        text.bytes().map(char::from).collect()
    }

    #[test]
    fn all_layers_come_off() {
        let (latin, arabic) = (encoding_rs::WINDOWS_1252, encoding_rs::WINDOWS_1256);
        for garbled in [
            garble(TEXT, latin),
            garble(TEXT, arabic),
            latin_1(TEXT),
            garble(&garble(TEXT, latin), latin),
            garble(&garble(TEXT, arabic), arabic),
            garble(&garble(TEXT, arabic), latin),
            latin_1(&latin_1(TEXT)),
        ] {
            let (text, repaired) = repair(garbled.clone());
            assert_eq!(text, TEXT, "{garbled}");
            assert_eq!(repaired, Some(Repaired { lines: 2, left: 0 }));
        }
    }

    #[test]
    fn garbled_parts_are_repaired_by_line() {
        let garbled = garble("المستشفى الجديد", encoding_rs::WINDOWS_1252);
        let other = garble("المستشفى الجديد", encoding_rs::WINDOWS_1256);
        let lost = garbled.replace('\u{81}', "?");
        let text = format!("{TEXT}{garbled}\nقال: {garbled}\n{other}\nقال: {other}\n{lost}\n");
        let (text, repaired) = repair(text);
        assert_eq!(
            text,
            format!(
                "{TEXT}المستشفى الجديد\nقال: المستشفى الجديد\nالمستشفى الجديد\nقال: {other}\nالمستشÙ?ى الجديد\n"
            )
        );
        assert_eq!(repaired, Some(Repaired { lines: 4, left: 1 }));
    }

    #[test]
    fn other_texts_stay() {
        for text in [
            TEXT,
            "المادة § 7 من القانون، فقط، تنص على ذلك.",
            "Nach § 7 StGB, être à Noël",
            "§",
            "Â§ 7",
            "",
        ] {
            assert_eq!(repair(text.into()), (text.into(), None), "{text}");
        }
    }
}

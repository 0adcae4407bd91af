//! `ToUnicode`: which characters the codes of a font stand for, as its map says.

use std::collections::HashMap;

/// The most codes of a map.
const MOST_CODES: usize = 70_000;

/// The most codes of one range.
const LARGEST_RANGE: u32 = 0xFFFF;

/// The characters of the codes of a font.
#[derive(Debug, Default)]
pub(super) struct ToUnicode(HashMap<u32, String>);

impl ToUnicode {
    /// The map in the stream `map`.
    pub fn parse(map: &[u8]) -> Self {
        let map = String::from_utf8_lossy(map);
        let mut codes = Self::default();
        for (begin, end) in [("beginbfchar", "endbfchar"), ("beginbfrange", "endbfrange")] {
            for section in map.split(begin).skip(1) {
                let section = section.split(end).next().unwrap_or_default();
                if begin == "beginbfchar" {
                    codes.add_single(section);
                } else {
                    codes.add_ranges(section);
                }
            }
        }
        codes
    }

    /// The characters of a code; `None` if the map has it not.
    pub fn get(&self, code: u32) -> Option<&str> {
        self.0.get(&code).map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a code stands for no characters.
    pub fn has_silent(&self) -> bool {
        self.0.values().any(String::is_empty)
    }

    fn add_single(&mut self, section: &str) {
        let strings: Vec<&str> = hex_strings(section).collect();
        for pair in strings.chunks_exact(2) {
            self.add(code(pair[0]), characters(pair[1]));
        }
    }

    fn add_ranges(&mut self, section: &str) {
        let mut rest = section;
        while let Some((first, after)) = next_string(rest) {
            let Some((last, after)) = next_string(after) else {
                return;
            };
            let (Some(first), Some(last)) = (code(first), code(last)) else {
                return;
            };
            let last = last.min(first.saturating_add(LARGEST_RANGE));
            let after = after.trim_start();
            if let Some(list) = after.strip_prefix('[') {
                let (strings, behind) = list.split_once(']').unwrap_or((list, ""));
                for (code, string) in (first..=last).zip(hex_strings(strings)) {
                    self.add(Some(code), characters(string));
                }
                rest = behind;
            } else {
                let Some((string, behind)) = next_string(after) else {
                    return;
                };
                let start = characters(string);
                let start = start.as_deref().and_then(|start| start.chars().next());
                for code in first..=last {
                    if self.0.len() > MOST_CODES {
                        return;
                    }
                    let char = start.and_then(|start| {
                        char::from_u32((start as u32).saturating_add(code - first))
                    });
                    self.add(Some(code), char.map(String::from));
                }
                rest = behind;
            }
        }
    }

    fn add(&mut self, code: Option<u32>, characters: Option<String>) {
        if let (Some(code), Some(characters)) = (code, characters)
            && self.0.len() < MOST_CODES
        {
            self.0.insert(code, characters);
        }
    }
}

/// The digits of the strings between angle brackets.
fn hex_strings(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (string, after) = next_string(rest)?;
        rest = after;
        Some(string)
    })
}

/// The digits of the first of them, and what is behind it.
fn next_string(text: &str) -> Option<(&str, &str)> {
    text.split_once('<')?.1.split_once('>')
}

fn code(digits: &str) -> Option<u32> {
    u32::from_str_radix(digits.trim(), 16).ok()
}

/// The characters that these digits are in UTF-16.
fn characters(digits: &str) -> Option<String> {
    let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_hexdigit).collect();
    let units = digits.chunks(4).map(|unit| {
        let unit = str::from_utf8(unit).ok()?;
        u16::from_str_radix(unit, 16).ok()
    });
    let units: Vec<u16> = units.collect::<Option<_>>()?;
    let mut characters = String::from_utf16(&units).ok()?;
    // Browsers write zeros for what shows nothing of its own.
    characters.retain(|c| !c.is_control());
    Some(characters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_for_characters() {
        let map = b"1 beginbfchar <0001> <0628> <02> <06440627> endbfchar 2 beginbfrange <10> <12> <0627>\n<20> <21> [<0645> <0646>] endbfrange";
        let map = ToUnicode::parse(map);
        let found = [1, 2, 0x10, 0x12, 0x20, 0x21, 0x22].map(|code| map.get(code));
        let expected = [
            Some("ب"),
            Some("لا"),
            Some("ا"),
            Some("ة"),
            Some("م"),
            Some("ن"),
            None,
        ];
        assert_eq!(found[..3], expected[..3]);
        assert_eq!(found[4..], expected[4..]);
        assert_eq!(found[3], Some("\u{629}"));
        ToUnicode::parse(b"beginbfrange <0> <FFFFFFFF> <0> endbfrange beginbfchar <");
    }
}

//! The text of RTF, and what is known of it.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::code_page::{by_number, of_font};
use super::group::{Group, OPTIONAL, Place, named, text};
use super::tokens::{Token, tokens};

/// So many groups in each other are told apart.
const DEEPEST: usize = 1000;

/// The most fonts that are known.
const MOST_FONTS: usize = 10_000;

/// What is in a file.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Texts by the place where they belong.
    pub texts: HashMap<&'static str, String>,
    /// Year, month, day, hour and minute, where it was made and where it was changed.
    pub created: [i32; 5],
    pub changed: [i32; 5],
    /// Whether it breaks off inside of a group.
    pub ends_inside: bool,
}

impl Contents {
    pub fn read(rtf: &[u8]) -> Self {
        let mut reader = Reader::new();
        for token in tokens(rtf) {
            reader.take(token);
        }
        reader.flush();
        reader.contents.ends_inside = !reader.outer.is_empty();
        reader.contents
    }

    pub fn text(&mut self, place: &str) -> String {
        self.texts.remove(place).unwrap_or_default()
    }
}

struct Reader {
    contents: Contents,
    group: Group,
    /// The groups around it.
    outer: Vec<Group>,
    /// Groups in it that are too deep to be told apart.
    too_deep: usize,
    /// The code page of the file.
    code_page: Option<&'static Encoding>,
    fonts: HashMap<i32, Option<&'static Encoding>>,
    /// The font of a text that names none.
    usual_font: i32,
    /// Bytes that were not decoded yet, and their code page.
    bytes: Vec<u8>,
    bytes_in: Option<&'static Encoding>,
    /// The first half of a character.
    half: Option<u16>,
    /// Bytes that stand for the last character for those who do not know it.
    fallback: usize,
}

impl Reader {
    fn new() -> Self {
        Self {
            contents: Contents::default(),
            group: Group::new(),
            outer: Vec::new(),
            too_deep: 0,
            code_page: Some(WINDOWS_1252),
            fonts: HashMap::new(),
            usual_font: 0,
            bytes: Vec::new(),
            bytes_in: None,
            half: None,
            fallback: 0,
        }
    }

    fn take(&mut self, token: Token) {
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Bytes(bytes) => {
                let (passed, text) = bytes.split_at(self.fallback.min(bytes.len()));
                self.fallback -= passed.len();
                if !text.is_empty() {
                    self.push_bytes(text);
                }
            }
            _ if self.fallback > 0 => self.fallback -= 1,
            Token::Number(byte) => self.push_number(byte),
            Token::Word(word, number) => self.word(word, number),
            Token::Sign(sign) => match sign {
                b'*' => self.group.is_optional = true,
                b'~' | b'\t' => self.push(" "),
                b'_' => self.push("-"),
                b'\\' | b'{' | b'}' => self.push_bytes(&[sign]),
                b'\r' | b'\n' => self.push("\n"),
                _ => {}
            },
        }
    }

    fn open(&mut self) {
        self.flush();
        self.fallback = 0;
        if self.outer.len() < DEEPEST {
            self.outer.push(self.group);
            self.group.is_optional = false;
        } else {
            self.too_deep += 1;
        }
    }

    fn close(&mut self) {
        self.flush();
        self.fallback = 0;
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(outer) = self.outer.pop() {
            if self.group.place == Place::Note && outer.place != Place::Note {
                self.push("\n");
            }
            self.group = outer;
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        let is_optional = std::mem::take(&mut self.group.is_optional);
        if is_optional && !OPTIONAL.contains(&word) && self.group.place != Place::Fonts {
            self.group.place = Place::Nowhere;
        }
        if self.group.place == Place::Nowhere {
            return;
        }
        if let Some(place) = named(word) {
            self.group.place = place;
            return;
        }
        if let Some(text) = text(word) {
            return self.push(text);
        }
        let value = number.unwrap_or_default();
        match word {
            "u" => self.push_unit(value),
            "uc" => self.group.fallback = usize::try_from(value).unwrap_or(1),
            "upr" => self.group.comes_again = true,
            "ud" => self.group.comes_again = false,
            "v" => self.group.is_hidden = is_on,
            "deleted" => self.group.is_deleted = is_on,
            "plain" => {
                self.group.is_hidden = false;
                self.group.is_deleted = false;
                self.group.font = self.usual_font;
            }
            "rtlch" => self.group.is_leftward = true,
            "ltrch" => self.group.is_leftward = false,
            "ansicpg" if value != 0 => self.code_page = by_number(value),
            "mac" => self.code_page = by_number(10_000),
            "deff" => {
                self.usual_font = value;
                self.group.font = value;
            }
            "f" => self.group.font = value,
            "af" => self.group.other_font = value,
            "fcharset" => self.font(of_font(value)),
            "cpg" => self.font(by_number(value)),
            _ => self.time(word, value),
        }
    }

    /// Takes the code page of a font.
    fn font(&mut self, code_page: Option<&'static Encoding>) {
        let is_known = self.fonts.contains_key(&self.group.font);
        if self.group.place == Place::Fonts && (is_known || self.fonts.len() < MOST_FONTS) {
            let known = self.fonts.entry(self.group.font).or_default();
            *known = code_page.or(*known);
        }
    }

    fn time(&mut self, word: &str, value: i32) {
        let time = match self.group.place {
            Place::Created => &mut self.contents.created,
            Place::Changed => &mut self.contents.changed,
            _ => return,
        };
        let place = ["yr", "mo", "dy", "hr", "min"]
            .iter()
            .position(|it| *it == word);
        if let Some(place) = place {
            time[place] = value;
        }
    }

    /// The code page of the next bytes.
    fn code_page(&self) -> Option<&'static Encoding> {
        let of = |font| self.fonts.get(&font).copied().flatten();
        let other = || of(self.group.other_font).filter(|_| self.group.is_leftward);
        of(self.group.font).or_else(other).or(self.code_page)
    }

    fn push_number(&mut self, byte: u8) {
        self.half = None;
        let code_page = self.code_page();
        if code_page != self.bytes_in {
            self.flush();
            self.bytes_in = code_page;
        }
        self.bytes.push(byte);
    }

    fn push_bytes(&mut self, bytes: &[u8]) {
        // Some programs write UTF-8, whatever they say.
        match str::from_utf8(bytes) {
            Ok(text) if !bytes.is_ascii() || !self.is_in_character() => {
                self.push(text);
            }
            _ => bytes.iter().for_each(|byte| self.push_number(*byte)),
        }
    }

    /// Whether the next byte may be the second one of a character.
    fn is_in_character(&self) -> bool {
        let is_high = self.bytes.last().is_some_and(|byte| !byte.is_ascii());
        is_high && self.bytes_in.is_some_and(|it| !it.is_single_byte())
    }

    /// Takes a unit of UTF-16.
    fn push_unit(&mut self, value: i32) {
        self.fallback = self.group.fallback;
        let Ok(unit) = u16::try_from(value & 0xFFFF) else {
            return;
        };
        match (self.half.take(), unit) {
            (_, 0xD800..=0xDBFF) => self.half = Some(unit),
            (_, 0xF000..=0xF0FF) => {} // a sign of a font of symbols
            (half, _) => {
                let units = half.into_iter().chain([unit]);
                for c in char::decode_utf16(units).flatten() {
                    self.push(c.encode_utf8(&mut [0; 4]));
                }
            }
        }
    }

    /// Decodes the bytes that wait for that.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let text = match self.bytes_in {
            Some(code_page) => code_page.decode_without_bom_handling(&bytes).0.into_owned(),
            None => String::from_utf8_lossy(&bytes).into_owned(),
        };
        self.write(&text);
    }

    fn push(&mut self, text: &str) {
        self.half = None;
        self.flush();
        self.write(text);
    }

    fn write(&mut self, text: &str) {
        let Group {
            comes_again,
            is_hidden,
            is_deleted,
            ..
        } = self.group;
        if comes_again || is_hidden || is_deleted {
            return;
        }
        let place = match self.group.place {
            Place::Body => "body",
            Place::Note => "notes",
            Place::Title => "title",
            Place::Author => "author",
            Place::Subject => "subject",
            Place::Keywords => "keywords",
            _ => return,
        };
        self.contents.texts.entry(place).or_default().push_str(text);
    }
}

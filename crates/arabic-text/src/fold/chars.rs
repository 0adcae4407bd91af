//! The characters of a text, folded one at a time: a character with its combining marks is one piece.

use std::iter;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::FoldedChar;
use crate::dagger_alef::{DAGGER_ALEF, LongA, long_a};
use crate::letters::{EITHER_YEH, Folding, Level, composed, letter_at};

const HIGH_HAMZA: char = '\u{0674}';

/// The word Allah as one character.
const ALLAH: char = '\u{FDF2}';

/// The iterator of [`fold_chars`](super::fold_chars) and [`written_chars`](super::written_chars).
#[derive(Clone, Debug)]
pub struct FoldedChars<'a> {
    text: &'a str,
    level: Level,
    /// Byte offset of the next unread character.
    at: usize,
    /// Folded characters still to be given, last first: one character may become several.
    queue: Vec<char>,
    /// The original range of what is queued.
    queued: Range<usize>,
}

impl Iterator for FoldedChars<'_> {
    type Item = FoldedChar;

    #[inline]
    fn next(&mut self) -> Option<FoldedChar> {
        if self.queue.is_empty()
            && let Some(plain) = self.plain()
        {
            return Some(plain);
        }
        self.next_of_any()
    }
}

impl<'a> FoldedChars<'a> {
    pub(super) fn new(text: &'a str, level: Level) -> Self {
        Self {
            text,
            level,
            at: 0,
            queue: Vec::new(),
            queued: 0..0,
        }
    }
}

impl FoldedChars<'_> {
    /// Reads the next character, whatever it is and has on it.
    fn next_of_any(&mut self) -> Option<FoldedChar> {
        loop {
            if let Some(char) = self.queue.pop() {
                return Some(FoldedChar {
                    char: self.in_place(char),
                    range: self.queued.clone(),
                });
            }
            let start = self.at;
            let c = self.text[start..].chars().next()?;
            self.at += c.len_utf8();
            let mut char = match self.level.folding(c) {
                Folding::Keep => c,
                Folding::To(letter) => letter,
                Folding::Mark | Folding::Invisible => continue,
                Folding::Other => {
                    self.normalise(start);
                    continue;
                }
            };
            let before_marks = self.at;
            self.take_marks();
            if self.text[self.at..].starts_with(ALLAH) && self.is_bare_alef(c, before_marks) {
                continue; // written before the ligature as well: اﷲ
            }
            if self.text[before_marks..self.at].contains(DAGGER_ALEF) {
                char = self.with_long_a(char, start);
            }
            if self.level == Level::Written {
                char = self.in_place(self.with_marks(char, before_marks));
            }
            return Some(FoldedChar {
                char,
                range: start..self.at,
            });
        }
    }

    /// Reads a character of ASCII or an Arabic letter that clearly carries no mark, as nearly all of nearly all texts are.
    #[inline]
    fn plain(&mut self) -> Option<FoldedChar> {
        let bytes = &self.text.as_bytes()[self.at..];
        let table = self.level.letters();
        let (char, length) = match bytes.first()? {
            byte if byte.is_ascii() => (char::from(byte.to_ascii_lowercase()), 1),
            _ => match letter_at(table, bytes) {
                '\0' | 'ى' => return None,
                letter => (letter, 2),
            },
        };
        let after = &bytes[length..];
        if !after.first().is_none_or(u8::is_ascii) && letter_at(table, after) == '\0' {
            return None;
        }
        let start = self.at;
        self.at += length;
        Some(FoldedChar {
            char,
            range: start..self.at,
        })
    }

    /// Whether `c` with the marks from `before_marks` on is written as an alef without anything on it, on both levels.
    fn is_bare_alef(&self, c: char, before_marks: usize) -> bool {
        let written = match Level::Written.folding(c) {
            Folding::To(letter) => letter,
            _ => c,
        };
        self.with_marks(written, before_marks) == 'ا'
    }

    /// `char`, behind which the letter is queued that a dagger alef among the marks on it stands for, if it does.
    fn with_long_a(&mut self, char: char, start: usize) -> char {
        let is_letter = |c: &char| {
            !matches!(
                Level::Written.folding(*c),
                Folding::Mark | Folding::Invisible
            )
        };
        // Both levels ask for the letter as it is written: `ؤ` is no `و`.
        let (mut letter, mut has_dagger) = (char, false);
        for c in self.text[start..self.at].nfkc() {
            match Level::Written.folding(c) {
                _ if c == HIGH_HAMZA => return char,
                _ if c == DAGGER_ALEF => has_dagger = true,
                Folding::Mark | Folding::Invisible => {}
                Folding::To(written) => letter = written,
                Folding::Keep | Folding::Other => letter = c,
            }
        }
        if !has_dagger {
            return char;
        }
        let behind = self.text[self.at..]
            .chars()
            .flat_map(|c| iter::once(c).nfkc());
        let mut behind = behind.filter(is_letter);
        let (next, second) = (behind.next().unwrap_or(' '), behind.next().unwrap_or(' '));
        match long_a(letter, next, second) {
            LongA::Mark => char,
            LongA::Instead => 'ا',
            LongA::Behind => {
                self.queue.push('ا');
                self.queued = start..self.at;
                char
            }
        }
    }

    /// The letter that `char` is with the marks that were taken from `start` on.
    fn with_marks(&self, char: char, start: usize) -> char {
        let marks = self.text[start..self.at].chars();
        marks.fold(char, |char, mark| composed(char, mark).unwrap_or(char))
    }

    /// `char` as it is written before what follows: inside a word a yeh has its dots, whatever was typed.
    fn in_place(&self, char: char) -> char {
        if !matches!(char, 'ى' | EITHER_YEH) || self.level == Level::Folded {
            return char;
        }
        let mut rest = self.text[self.at..].chars();
        let is_written = |c: &char| match self.level.folding(*c) {
            Folding::Invisible | Folding::Mark => false,
            Folding::Other => !is_combining_mark(*c) || c.is_alphanumeric(),
            _ => true,
        };
        let next = || rest.find(is_written);
        match self.queue.last().copied().or_else(next) {
            Some(next) if iter::once(next).nfkc().any(char::is_alphabetic) => 'ي',
            _ => char,
        }
    }

    /// Appends the Arabic letters that come next and carry no mark to `letters`, folded, at most so many;
    /// returns how many there were. A fast path: nearly all letters of nearly all texts are such.
    #[inline]
    pub(crate) fn take_letters(&mut self, letters: &mut String, most: usize) -> usize {
        if !self.queue.is_empty() {
            return 0;
        }
        let bytes = self.text.as_bytes();
        let table = self.level.letters();
        let mut taken = 0;
        let mut letter = letter_at(table, &bytes[self.at..]);
        while letter != '\0' && taken < most {
            let after = &bytes[self.at + 2..];
            let next = letter_at(table, after);
            // ASCII is no mark; all else goes the slow way.
            if next == '\0' && !after.first().is_none_or(u8::is_ascii) {
                break;
            }
            letters.push(match letter {
                'ى' if next != '\0' => 'ي', // as `in_place` has it
                'ى' if after.first().is_some_and(u8::is_ascii_alphabetic) => break,
                letter => letter,
            });
            self.at += 2;
            taken += 1;
            letter = next;
        }
        taken
    }

    /// The byte after what was read.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Moves past the marks that follow; they belong to the character just read.
    #[inline]
    fn take_marks(&mut self) {
        while let Some(c) = self.text[self.at..].chars().next() {
            let is_mark = match self.level.folding(c) {
                Folding::Mark => true,
                Folding::Other => is_combining_mark(c) && !c.is_alphanumeric(),
                _ => false,
            };
            if !is_mark {
                return;
            }
            self.at += c.len_utf8();
        }
    }

    /// Queues what the character at `start`, with the marks after it, normalises to.
    fn normalise(&mut self, start: usize) {
        self.take_marks();
        self.queued = start..self.at;
        for c in self.text[start..self.at].nfkc() {
            for lower in c.to_lowercase() {
                match self.level.folding(lower) {
                    Folding::Keep => self.queue.push(lower),
                    Folding::To(letter) => self.queue.push(letter),
                    Folding::Mark | Folding::Invisible => {}
                    Folding::Other if is_combining_mark(lower) && !lower.is_alphanumeric() => {}
                    Folding::Other => self.queue.push(without_accent(lower)),
                }
            }
        }
        if let Some(last) = self.queue.pop() {
            let at = self.queue.len();
            let last = self.with_long_a(last, start);
            self.queue.insert(at, last);
        }
        // A character that is several words is no part of the words beside it: `النبيﷺ`, `7½`.
        let words = self.queue.split(|c| !c.is_alphanumeric());
        if words.filter(|word| !word.is_empty()).count() > 1 {
            self.queue.insert(0, ' ');
            self.queue.push(' ');
        }
        self.queue.reverse();
    }
}

/// A Latin letter without its accents (`é` is `e`); any other character as it is.
fn without_accent(c: char) -> char {
    let is_latin = matches!(c, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}');
    if !is_latin {
        return c;
    }
    let mut base = None;
    decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(c)
}

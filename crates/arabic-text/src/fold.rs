//! Folding: text as it is matched, each character tied to the bytes it came from.
//!
//! NFKC (Unicode Standard Annex 15), lower case, then the table of [`letters`](crate::letters); marks and
//! invisible characters are dropped. Lengths change both ways (`ﻻ` is two letters, a vowel is none), so every
//! folded character carries the byte range of the original it stands for, marks included.
//!
//! Normalisation works on a character with its combining marks at a time, so text of any length
//! streams; conjoining Hangul jamo, which NFKC joins over several such units, stay apart.

use std::iter;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::dagger_alef::{DAGGER_ALEF, LongA, long_a};
use super::letters::{EITHER_YEH, Folding, Level, composed, letter_at};

const HIGH_HAMZA: char = '\u{0674}';

/// The word Allah as one character.
const ALLAH: char = '\u{FDF2}';

/// A character of folded text.
///
/// ```
/// let folded = arabic_text::fold::fold_chars("ةً").next().unwrap();
/// assert_eq!((folded.char, folded.range), ('ه', 0..4));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FoldedChar {
    /// The folded character: never a mark or an invisible one.
    pub char: char,
    /// Byte range in the original: the character with the marks and tatweels on it.
    pub range: Range<usize>,
}

/// Folds `text`.
///
/// ```
/// use arabic_text::fold;
/// assert_eq!(fold("الكريملِن"), "الكريملن");
/// assert_eq!(fold("پاکستان"), fold("باكستان"));
/// assert_eq!(fold("ﻻ ٢٠٢١ RT"), "لا 2021 rt");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    fold_chars(text).map(|folded| folded.char).collect()
}

/// `text` as it is written, but for what tells no words apart: vowels, tatweel, presentation forms, invisible
/// characters, letters of Persian, capitals. Hamza seats, `ى` and `ة` stay: `علي` is not `على`.
///
/// A final [`EITHER_YEH`] stays too, as nobody can tell which of the two it is.
///
/// ```
/// use arabic_text::fold::written;
/// assert_eq!(written("إلـى القُوّاتِ ﻷﻧﻬﺎ"), "إلى القوات لأنها");
/// assert_eq!(written("پاکستان"), "باكستان");
/// ```
#[must_use]
pub fn written(text: &str) -> String {
    written_chars(text).map(|written| written.char).collect()
}

/// [`written`] a character at a time, as [`fold_chars`].
///
/// ```
/// use arabic_text::fold::written_chars;
/// let alef = written_chars("ا\u{0654}ب").next().unwrap();
/// assert_eq!((alef.char, alef.range), ('أ', 0..4));
/// ```
#[must_use]
pub fn written_chars(text: &str) -> FoldedChars<'_> {
    FoldedChars::new(text, Level::Written)
}

/// Folds `text` a character at a time, each with its byte range in the original.
///
/// ```
/// use arabic_text::fold::fold_chars;
/// let alef = fold_chars("آ\u{064E}ب").next().unwrap();
/// assert_eq!((alef.char, alef.range), ('ا', 0..4)); // the vowel belongs to its letter
/// ```
#[must_use]
pub fn fold_chars(text: &str) -> FoldedChars<'_> {
    FoldedChars::new(text, Level::Folded)
}

/// The iterator of [`fold_chars`] and [`written_chars`].
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
        loop {
            if let Some(char) = self.queue.pop() {
                return Some(FoldedChar {
                    char: self.in_place(char),
                    range: self.queued.clone(),
                });
            }
            if let Some(plain) = self.plain() {
                return Some(plain);
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
            if char == 'ا' && self.text[self.at..].starts_with(ALLAH) {
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
}

impl<'a> FoldedChars<'a> {
    fn new(text: &'a str, level: Level) -> Self {
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
    pub(super) fn take_letters(&mut self, letters: &mut String, most: usize) -> usize {
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
    pub(super) fn at(&self) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_what_papers_write_differently() {
        for (written, folded) in [
            ("أإآٱٲٳ", "اااااا"),
            ("على التى ېێ", "علي التي يي"),
            ("قرة قرہ قرھ قرە قرۀ", "قره قره قره قره قره"),
            ("مؤرخ رئيس شيء", "مورخ رييس شيء"),
            ("کڪ گڭ ڤ پ چ ژ", "كك كك ف ب ج ج"),
            ("وَقْفٍ تمّ حدّ", "وقف تم حد"),
            ("هـٰذا العـــربية", "هذا العربيه"),
            ("ٱلْعَـٰلَمِينَ ٱلصَّلَوٰةَ ٱلسَّمَـٰوَٰتِ ذَٰلِكَ", "العالمين الصلاه السماوات ذلك"),
            ("لَـٰكِنِ أُو۟لَـٰٓئِكَ إِلَـٰه ٱلرَّحْمَـٰنِ عَلَىٰ", "لكن اوليك اله الرحمن علي"),
            ("رحم اﷲ الفقيد وباﷲ", "رحم الله الفقيد وبالله"),
            ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
            ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
            ("２０２１", "2021"),
            ("ﺍﻟﺴﻼﻡ", "السلام"),
            ("ﷲ عبدﷲ", "الله عبدالله"),
            ("النبيﷺقال 7½", "النبي صلي الله عليه وسلم قال 7 1⁄2 "),
            ("قره\u{200C}باغ", "قرهباغ"),
            ("\u{200F}سوريا\u{200E}", "سوريا"),
            ("كتا\u{00AD}ب", "كتاب"),
            ("RT Café İstanbul", "rt cafe istanbul"),
            ("هٔ ا\u{0654} و\u{0654} ي\u{0654}", "ه ا و ي"),
            ("", ""),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn writes_what_tells_words_apart() {
        for (text, kept) in [
            ("أإآؤئة ٱٲٳۓ", "أإآؤئة اأإئ"),
            ("على علي علی علیه شىء شىءٌ", "على علي علی عليه شيء شيء"),
            (
                "ا\u{0654}ن ا\u{0655}ن ا\u{0653}ن مو\u{0654}من ري\u{0654}يس",
                "أن إن آن مؤمن رئيس",
            ),
            ("ٱلصَّلَوٰةَ رحمٰن", "الصلاة رحمن"),
            ("مدرسۃ قرہ پاکستان گوگل", "مدرسة قره باكستان كوكل"),
            ("ﻋﻠﻰ ﻣﺼﺮﻱ ﯾﻮم ﻋﻠﯽ", "على مصري يوم علی"),
            ("إلـــى ال\u{200F}قوّات\u{200E}", "إلى القوات"),
            ("٢٠٢١ RT Café", "2021 rt cafe"),
        ] {
            assert_eq!(written(text), kept, "{text}");
        }
    }

    #[test]
    fn a_range_covers_the_letter_with_its_marks() {
        let text = "قُتـِل";
        let pieces: Vec<&str> = fold_chars(text).map(|f| &text[f.range]).collect();
        assert_eq!(pieces, ["قُ", "تـِ", "ل"]);
    }

    #[test]
    fn a_ligature_gives_all_its_letters_one_range() {
        let ranges: Vec<_> = fold_chars("ﷺ").map(|f| f.range).collect();
        assert_eq!(ranges.len(), 20);
        assert!(ranges.iter().all(|range| *range == (0..3)));
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in "\\PC*|[\u{0600}-\u{06FF} a-zA-Zİé\u{0300}-\u{0310}\u{FB50}-\u{FDFF}\u{200B}-\u{200F}]*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
        }

        #[test]
        fn writing_is_idempotent_and_folds_as_the_text(text in "\\PC*|[\u{0600}-\u{06FF} a-zA-Zİé\u{0300}-\u{0310}\u{0653}-\u{0655}\u{FB50}-\u{FDFF}\u{200B}-\u{200F}]*") {
            let once = written(&text);
            prop_assert_eq!(written(&once), once.clone());
            prop_assert_eq!(fold(&once), fold(&text));
        }

        #[test]
        fn normalised_text_folds_alike(text in "[\u{0600}-\u{06FF} a-zéü\u{0300}-\u{0310}\u{FB50}-\u{FDF9}]*") {
            let composed: String = text.nfkc().collect();
            prop_assert_eq!(fold(&composed), fold(&text));
        }

        #[test]
        fn ranges_are_ordered_and_on_boundaries(text in "\\PC*|[\u{0600}-\u{06FF}\u{FDF0}-\u{FDFD} ]*") {
            let mut end = 0;
            for folded in fold_chars(&text) {
                prop_assert!(folded.range.start < folded.range.end && folded.range.end <= text.len());
                prop_assert!(text.is_char_boundary(folded.range.start));
                prop_assert!(text.is_char_boundary(folded.range.end));
                prop_assert!(folded.range.start >= end || folded.range.end == end);
                end = folded.range.end;
            }
        }
    }
}

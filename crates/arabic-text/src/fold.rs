//! Folding: text as it is matched, each character tied to the bytes it came from.
//!
//! NFKC (Unicode Standard Annex 15), lower case, then the table of [`letters`](crate::letters); marks and
//! invisible characters are dropped. Lengths change both ways (`ﻻ` is two letters, a vowel is none), so every
//! folded character carries the byte range of the original it stands for, marks included.
//!
//! Normalisation works on a character with its combining marks at a time, so text of any length
//! streams; conjoining Hangul jamo, which NFKC joins over several such units, stay apart.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::letters::{Folding, folding, letter_at};

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

/// Folds `text` a character at a time, each with its byte range in the original.
///
/// ```
/// use arabic_text::fold::fold_chars;
/// let alef = fold_chars("آ\u{064E}ب").next().unwrap();
/// assert_eq!((alef.char, alef.range), ('ا', 0..4)); // the vowel belongs to its letter
/// ```
#[must_use]
pub fn fold_chars(text: &str) -> FoldedChars<'_> {
    FoldedChars {
        text,
        at: 0,
        queue: Vec::new(),
        queued: 0..0,
    }
}

/// The iterator of [`fold_chars`].
#[derive(Clone, Debug)]
pub struct FoldedChars<'a> {
    text: &'a str,
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
                    char,
                    range: self.queued.clone(),
                });
            }
            let start = self.at;
            let c = self.text[start..].chars().next()?;
            self.at += c.len_utf8();
            let char = match folding(c) {
                Folding::Keep => c,
                Folding::To(letter) => letter,
                Folding::Mark | Folding::Invisible => continue,
                Folding::Other => {
                    self.normalise(start);
                    continue;
                }
            };
            self.take_marks();
            return Some(FoldedChar {
                char,
                range: start..self.at,
            });
        }
    }
}

impl FoldedChars<'_> {
    /// Appends the Arabic letters that come next and carry no mark to `letters`, folded, at most so many;
    /// returns how many there were. A fast path: nearly all letters of nearly all texts are such.
    #[inline]
    pub(super) fn take_letters(&mut self, letters: &mut String, most: usize) -> usize {
        if !self.queue.is_empty() {
            return 0;
        }
        let bytes = self.text.as_bytes();
        let mut taken = 0;
        let mut letter = letter_at(&bytes[self.at..]);
        while letter != '\0' && taken < most {
            let after = &bytes[self.at + 2..];
            let next = letter_at(after);
            // ASCII is no mark; all else goes the slow way.
            if next == '\0' && !after.first().is_none_or(u8::is_ascii) {
                break;
            }
            letters.push(letter);
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
            let is_mark = match folding(c) {
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
                match folding(lower) {
                    Folding::Keep => self.queue.push(lower),
                    Folding::To(letter) => self.queue.push(letter),
                    Folding::Mark | Folding::Invisible => {}
                    Folding::Other if is_combining_mark(lower) && !lower.is_alphanumeric() => {}
                    Folding::Other => self.queue.push(without_accent(lower)),
                }
            }
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

//! Diacritics: whether two words of the same letters can be the same word.
//!
//! Texts write few vowels or none, so a missing vowel means nothing; only two that are written can disagree
//! (Jarrar, Zaraket, Asia & Amayreh, "Diacritic-based matching of Arabic words", ACM TALLIP 18(2), 2018).

use super::fold::fold_chars;
use super::letters::{Folding, folding};

const SHADDA: char = '\u{0651}';

/// Whether nothing in the vowels of `a` contradicts those of `b`, two words that fold alike.
///
/// Two vowels of one letter must be the same, and either both or neither doubled, if both have a mark at
/// all. The vowel of the last letter tells case or mood, not the word.
///
/// ```
/// use arabic_text::diacritics::diacritics_agree;
/// assert!(diacritics_agree("قُتل", "قتل") && diacritics_agree("قُتل", "قُتِلَ"));
/// assert!(!diacritics_agree("قُتل", "قَتَلَ") && !diacritics_agree("قَتَل", "قَتَّل"));
/// assert!(diacritics_agree("كتابٌ", "كتابَ") && !diacritics_agree("قتل", "كتب"));
/// ```
#[must_use]
pub fn diacritics_agree(a: &str, b: &str) -> bool {
    let (a, b) = (letters(a), letters(b));
    let last = a.len().saturating_sub(1);
    a.len() == b.len()
        && a.iter()
            .zip(&b)
            .enumerate()
            .all(|(i, (a, b))| a.char == b.char && a.marks.agree(&b.marks, i == last))
}

/// `word` without vowels, tatweel and other marks on its letters.
///
/// ```
/// use arabic_text::diacritics::strip_diacritics;
/// assert_eq!(strip_diacritics("القُوّـات"), "القوات");
/// ```
#[must_use]
pub fn strip_diacritics(word: &str) -> String {
    let is_mark = |c: &char| folding(*c) == Folding::Mark;
    word.chars().filter(|c| !is_mark(c)).collect()
}

struct Letter {
    char: char,
    marks: Marks,
}

/// What stands on a letter.
#[derive(Default)]
struct Marks {
    is_doubled: bool,
    vowel: Option<char>,
}

impl Marks {
    fn agree(&self, other: &Self, is_last: bool) -> bool {
        let vowels = match (self.vowel, other.vowel) {
            (Some(a), Some(b)) => a == b || is_last,
            _ => true,
        };
        let bare = self.is_bare(is_last) || other.is_bare(is_last);
        vowels && (bare || self.is_doubled == other.is_doubled)
    }

    /// Whether nothing on the letter says if it is doubled.
    fn is_bare(&self, is_last: bool) -> bool {
        !self.is_doubled && (self.vowel.is_none() || is_last)
    }
}

/// The folded letters of `word` with their marks.
fn letters(word: &str) -> Vec<Letter> {
    let letter = |(char, written): (char, &str)| {
        let mut marks = Marks::default();
        for mark in written.chars() {
            match mark {
                SHADDA => marks.is_doubled = true,
                '\u{064B}'..='\u{0650}' | '\u{0652}' => marks.vowel = Some(mark),
                _ => {}
            }
        }
        Letter { char, marks }
    };
    let folded = fold_chars(word).map(|folded| (folded.char, &word[folded.range]));
    folded.map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_marks_that_are_there_disagree() {
        for (a, b, agree) in [
            ("قُتل", "قتل", true),
            ("قُتل", "قُتِلَ", true),
            ("قُتل", "قَتَلَ", false),
            ("مُدَرِّس", "مدرّس", true),
            ("مُدرِس", "مُدرّس", false),
            ("حدّ", "حدٌ", true),
            ("حَدّ", "حَدَّ", true),
            ("عَلَم", "عِلْم", false),
            ("عِلْم", "عِـلمٍ", true),
            ("إِسلام", "اسلام", true),
            ("إِسلام", "أَسلام", false),
            ("ﻻ", "لا", true),
            ("كتب", "كتاب", false),
            ("", "", true),
        ] {
            assert_eq!(diacritics_agree(a, b), agree, "{a} {b}");
            assert_eq!(diacritics_agree(b, a), agree, "{b} {a}");
        }
    }

    proptest! {
        #[test]
        fn a_word_agrees_with_itself_and_without_its_vowels(word in "[\u{0621}-\u{0652}]{0,8}") {
            prop_assert!(diacritics_agree(&word, &word));
            prop_assert!(diacritics_agree(&word, &crate::fold(&word)));
        }
    }
}

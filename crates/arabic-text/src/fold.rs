//! Folding: text as it is matched, each character tied to the bytes it came from.
//!
//! NFKC (Unicode Standard Annex 15), lower case, then the table of [`letters`](crate::letters); marks and
//! invisible characters are dropped. Lengths change both ways (`ﻻ` is two letters, a vowel is none), so every
//! folded character carries the byte range of the original it stands for, marks included.
//!
//! Normalisation works on a character with its combining marks at a time, so text of any length
//! streams; conjoining Hangul jamo, which NFKC joins over several such units, stay apart.

mod chars;

use std::ops::Range;

pub use chars::FoldedChars;

use super::letters::Level;

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
/// A final [`EITHER_YEH`](crate::letters::EITHER_YEH) stays too, as nobody can tell which of the two it is.
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

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
            ("آﷲ ا\u{0653}ﷲ أﷲ", "االله االله االله"), // another letter than the first of the word
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

        // But for the word Allah as one character, before whose own alef another may be written.
        #[test]
        fn normalised_text_folds_alike(text in "[\u{0600}-\u{06FF} a-zéü\u{0300}-\u{0310}\u{FB50}-\u{FDF1}\u{FDF3}-\u{FDF9}]*") {
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

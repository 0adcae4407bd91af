//! Transliteration: the ways in which two spellings of one foreign name differ.
//!
//! Arabic has no letter for `g`, and no rule for the vowels of other languages: `غوغل`, `جوجل` and
//! `قوقل`, `بلومبرغ` and `بلومبيرج` are one name each. Native words differ in the same ways and are two
//! (`غرب`, `قرب`; `كتاب`, `كاتب`), so this only classifies the difference; that the words are one name needs
//! other evidence, such as the company they keep. Works on folded words.

/// The letters that papers write for `g`, folded.
const LETTERS_FOR_G: [char; 4] = ['غ', 'ج', 'ق', 'ك'];

/// A word that differs in its vowels must have at least so many letters.
const MIN_LETTERS: usize = 4;

/// One that begins as a native verb does, so many.
const MIN_LETTERS_LIKE_A_VERB: usize = 7;

/// How two spellings differ; see [`transliteration_diff`].
///
/// ```
/// use arabic_text::transliteration::{TransliterationDiff, transliteration_diff};
/// assert_eq!(transliteration_diff("بواتنغ", "بواتينج"), Some(TransliterationDiff::Both));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum TransliterationDiff {
    /// Only in the letter for `g`, `غ` or `ج`: `غولد`, `جولد`.
    SoundG,
    /// Only in the letter for `g`, with one of the pairs that tell native words and other foreign
    /// sounds apart: `قطر`, `كتر`; `كينيا`, `غينيا`.
    OtherG,
    /// Only in long vowels: `بوتين`, `بوتن`.
    Vowels,
    /// In both.
    Both,
}

/// What the spellings of a name have in common: its consonants, with one letter for all of `g`, without
/// an ending `ه`. Takes and gives folded letters.
///
/// ```
/// use arabic_text::transliteration::consonant_skeleton;
/// assert_eq!(consonant_skeleton("بلومبيرغ"), consonant_skeleton("بلومبرج"));
/// assert_ne!(consonant_skeleton("بوتين"), consonant_skeleton("بوتفليقه"));
/// ```
#[must_use]
pub fn consonant_skeleton(word: &str) -> String {
    strict(word)
        .map(|letter| if is_g(letter) { 'غ' } else { letter })
        .collect()
}

/// How the folded words differ, if spellings of one foreign name could differ so.
///
/// ```
/// use arabic_text::transliteration::{TransliterationDiff, transliteration_diff};
/// assert_eq!(transliteration_diff("غوغل", "جوجل"), Some(TransliterationDiff::SoundG));
/// assert_eq!(transliteration_diff("بوتين", "بوتن"), Some(TransliterationDiff::Vowels));
/// assert_eq!(transliteration_diff("حوثيون", "حوثيين"), None); // an ending of Arabic
/// ```
#[must_use]
pub fn transliteration_diff(a: &str, b: &str) -> Option<TransliterationDiff> {
    if a == b || consonant_skeleton(a) != consonant_skeleton(b) {
        return None;
    }
    let letters = |word: &str| -> Vec<char> { word.chars().collect() };
    let (a, b) = (letters(a), letters(b));
    let vowels_agree = a.len() == b.len()
        && a.iter()
            .zip(&b)
            .all(|(x, y)| x == y || is_g(*x) && is_g(*y));
    if vowels_agree {
        let swapped = a.iter().zip(&b).filter(|(x, y)| x != y);
        let is_plain = swapped.clone().all(|(x, y)| !is_distinctive(*x, *y));
        return Some(if is_plain {
            TransliterationDiff::SoundG
        } else {
            TransliterationDiff::OtherG
        });
    }
    if !may_differ_in_vowels(&a, &b) {
        return None;
    }
    let same_consonants = a
        .iter()
        .filter(|c| is_g(**c))
        .eq(b.iter().filter(|c| is_g(**c)));
    Some(if same_consonants {
        TransliterationDiff::Vowels
    } else {
        TransliterationDiff::Both
    })
}

/// The consonants as they stand, without an ending `ه`.
fn strict(word: &str) -> impl Iterator<Item = char> + '_ {
    let stem = word.strip_suffix('ه').unwrap_or(word);
    stem.chars().filter(|letter| !is_vowel(*letter))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'ا' | 'و' | 'ي' | 'ء')
}

fn is_g(letter: char) -> bool {
    LETTERS_FOR_G.contains(&letter)
}

/// Whether two letters for `g` often tell words apart: `ق` from `ك` and `ج`, `ك` from `غ`.
fn is_distinctive(x: char, y: char) -> bool {
    matches!((x.min(y), x.max(y)), ('ق' | 'غ', 'ك') | ('ج', 'ق'))
}

/// Whether words that differ in vowels do so inside, where Arabic does not inflect: both ends agree, but
/// for `ا` and `ه` after a name, and no `و` stands for a `ي`.
fn may_differ_in_vowels(a: &[char], b: &[char]) -> bool {
    let shortest = a.len().min(b.len());
    let ([first_a, .., last_a], [first_b, .., last_b]) = (a, b) else {
        return false;
    };
    let like_a_verb = matches!(first_a, 'ي' | 'ت' | 'ن');
    let least = if like_a_verb {
        MIN_LETTERS_LIKE_A_VERB
    } else {
        MIN_LETTERS
    };
    let same_start = first_a == first_b || is_g(*first_a) && is_g(*first_b);
    let is_ending = |x: char, y: char| x == 'ا' && y == 'ه' && a.len() == b.len();
    let feminine = |word: &[char]| word.ends_with(&['ي', 'ه']);
    let same_end = last_a == last_b
        || is_g(*last_a) && is_g(*last_b)
        || (is_ending(*last_a, *last_b) || is_ending(*last_b, *last_a))
            && !feminine(a)
            && !feminine(b);
    let swapped = a
        .iter()
        .zip(b)
        .any(|(x, y)| matches!((x, y), ('و', 'ي') | ('ي', 'و')));
    shortest >= least && same_start && same_end && !(a.len() == b.len() && swapped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use proptest::prelude::*;

    #[test]
    fn classifies_how_spellings_differ() {
        for (a, b, expected) in [
            ("هامبورغ", "هامبورج", Some(TransliterationDiff::SoundG)),
            ("قرب", "كرب", Some(TransliterationDiff::OtherG)),
            ("كينيا", "غينيا", Some(TransliterationDiff::OtherG)),
            ("ديمتري", "دميتري", Some(TransliterationDiff::Vowels)),
            ("بنزيما", "بنزيمة", Some(TransliterationDiff::Vowels)),
            ("بواتنغ", "بواتينج", Some(TransliterationDiff::Both)),
            ("مقاتلون", "مقاتلين", None),
            ("سوريا", "سورية", None),
            ("يساهم", "يسهم", None),
            ("دولار", "دولارا", None),
            ("كرة", "كرا", None),
            ("بوتين", "بوتين", None),
            ("", "ه", None),
        ] {
            assert_eq!(
                transliteration_diff(&fold(a), &fold(b)),
                expected,
                "{a} {b}"
            );
        }
    }

    proptest! {
        #[test]
        fn is_the_same_both_ways(a in "[ابجغقكويهنر]{0,6}", b in "[ابجغقكويهنر]{0,6}") {
            prop_assert_eq!(transliteration_diff(&a, &b), transliteration_diff(&b, &a));
        }
    }
}

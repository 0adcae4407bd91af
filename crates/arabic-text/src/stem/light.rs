//! Light stems: affixes removed by letters alone, without a corpus.

use super::{MIN_STEM_LETTERS, PROCLITICS, is_arabic, is_protected};

/// The definite articles of light10, with what is written onto them.
const ARTICLES: [&str; 6] = ["ال", "وال", "بال", "كال", "فال", "لل"];

/// The only proclitic without the article that light10 removes.
const CONJUNCTION: &str = "و";

/// The suffixes of light10, in its order, folded: its `ة` is the `ه`, its `ية` the `يه`.
const SUFFIXES: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// The fewest letters that light10 leaves; after the conjunction they are three.
const MIN_LETTERS: usize = 2;

/// The light stem of the folded `form`: light10 (Larkey, Ballesteros & Connell, "Light stemming for Arabic
/// information retrieval", 2007; Lucene's `ArabicStemmer`), except that [protected words](is_protected) stay
/// whole and lose all their proclitics.
///
/// Needs no corpus, so it fits a token filter. Where document frequencies are known,
/// [`analyze_stem`](super::analyze_stem) makes fewer mistakes: this removes letters whatever remains.
///
/// ```
/// use arabic_text::stem::light_stem;
/// assert_eq!(light_stem("والمسلمون"), "مسلم");
/// assert_eq!(light_stem("سياسيه"), "سياس");
/// assert_eq!(light_stem("وبلبنان"), "لبنان"); // protected: neither لبن nor وبلبن
/// assert_eq!(light_stem("f16"), "f16");
/// ```
#[must_use]
pub fn light_stem(form: &str) -> &str {
    if !is_arabic(form) || is_protected(form) {
        return form;
    }
    if let Some(word) = protected_rest(form) {
        return word;
    }
    let mut stem = without_prefix(form);
    for suffix in SUFFIXES {
        if is_protected(stem) {
            break;
        }
        if let Some(rest) = stem.strip_suffix(suffix)
            && has_letters(rest, MIN_LETTERS)
        {
            stem = rest;
        }
    }
    stem
}

/// The protected word that remains of `form` without proclitics.
fn protected_rest(form: &str) -> Option<&str> {
    let attached = PROCLITICS.iter().filter(|it| !it.is_future());
    let mut rests = attached.filter_map(|proclitic| proclitic.strip(form));
    rests.find(|rest| is_protected(rest) && has_letters(rest, MIN_STEM_LETTERS))
}

fn without_prefix(form: &str) -> &str {
    let mut rests = ARTICLES.iter().filter_map(|it| form.strip_prefix(it));
    if let Some(rest) = rests.find(|rest| has_letters(rest, MIN_LETTERS)) {
        return rest;
    }
    let rest = form.strip_prefix(CONJUNCTION);
    rest.filter(|rest| has_letters(rest, MIN_LETTERS + 1))
        .unwrap_or(form)
}

/// Whether `form` has at least `least` letters.
fn has_letters(form: &str, least: usize) -> bool {
    form.chars().nth(least - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use proptest::prelude::*;

    #[test]
    fn stems_as_light10_does() {
        for (word, stem) in [
            ("القوات", "قو"),
            ("قوات", "قو"),
            ("الحكومة", "حكوم"),
            ("بالحكومة", "حكوم"),
            ("للحكومة", "حكوم"),
            ("وقال", "قال"),
            ("وقد", "وقد"),
            ("كتابها", "كتاب"),
            ("مهندسون", "مهندس"),
            ("ون", "ون"),
        ] {
            assert_eq!(light_stem(&fold(word)), stem, "{word}");
        }
    }

    #[test]
    fn protected_words_stay_whole_after_any_proclitic() {
        for (word, stem) in [
            ("لبنان", "لبنان"),
            ("ولبنان", "لبنان"),
            ("للبنان", "لبنان"),
            ("ألمانيا", "المانيا"),
            ("وألمانيا", "المانيا"),
            ("الوزير", "وزير"),
            ("بوتين", "بوتين"),
            ("بالمدينة", "مدينه"),
        ] {
            assert_eq!(light_stem(&fold(word)), stem, "{word}");
        }
    }

    proptest! {
        #[test]
        fn a_stem_is_a_part_of_its_word_and_never_empty(word in "[\u{0621}-\u{064A}]{1,12}|\\PC+") {
            let form = fold(&word);
            let stem = light_stem(&form);
            prop_assert!(form.contains(stem));
            prop_assert!(form.is_empty() || !stem.is_empty());
        }
    }
}

//! Numerals: the numbers that texts write as words.
//!
//! `سبعة`, `السابعة` and `7` are one number to a reader. Reads single words and tens with their units
//! (`ثلاثة وعشرين`, `خمسة عشر`), folded; no hundreds and thousands.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Each number with its words: cardinals in both genders and the accusative, then ordinals.
const WORDS: [(u32, &str, &str); 18] = [
    (1, "", "اول اولي حادي حاديه"),
    (
        2,
        "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
        "ثاني ثانيه",
    ),
    (3, "ثلاث ثلاثه ثلاثا", "ثالث ثالثه"),
    (4, "اربع اربعه اربعا", "رابع رابعه"),
    (5, "خمس خمسه خمسا", "خامس خامسه"),
    (6, "ست سته ستا", "سادس سادسه"),
    (7, "سبع سبعه سبعا", "سابع سابعه"),
    (8, "ثمان ثماني ثمانيه", "ثامن ثامنه"),
    (9, "تسع تسعه تسعا", "تاسع تاسعه"),
    (10, "عشر عشره عشرا", "عاشر عاشره"),
    (20, "عشرون عشرين", ""),
    (30, "ثلاثون ثلاثين", ""),
    (40, "اربعون اربعين", ""),
    (50, "خمسون خمسين", ""),
    (60, "ستون ستين", ""),
    (70, "سبعون سبعين", ""),
    (80, "ثمانون ثمانين", ""),
    (90, "تسعون تسعين", ""),
];

/// What may be written onto the front of one, besides the article.
const PROCLITICS: [&str; 6] = ["", "و", "ف", "ب", "ل", "ك"];

/// Monday, which is `اثنين` with its article.
const WEEKDAY: &str = "اثنين";

/// All forms of all numerals.
static FORMS: LazyLock<FxHashMap<String, u32>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    for (number, cardinals, ordinals) in WORDS {
        for proclitic in PROCLITICS {
            let article = if proclitic == "ل" {
                "لل"
            } else {
                &format!("{proclitic}ال")
            };
            for word in cardinals.split_whitespace() {
                forms.insert(format!("{proclitic}{word}"), number);
            }
            for word in cardinals
                .split_whitespace()
                .chain(ordinals.split_whitespace())
            {
                if word != WEEKDAY {
                    forms.insert(format!("{article}{word}"), number);
                }
            }
        }
    }
    forms
});

/// The number that the folded `word` is by itself, with what may be written onto its front.
///
/// ```
/// use arabic_text::numerals::numeral;
/// assert_eq!(numeral("وسبعه"), Some(7));
/// assert_eq!(numeral("السابعه"), Some(7));
/// assert_eq!(numeral("سابع"), None); // a word like any other without its article
/// assert_eq!(numeral("الاثنين"), None); // Monday
/// ```
#[must_use]
pub fn numeral(word: &str) -> Option<u32> {
    FORMS.get(word).copied()
}

/// The numbers that the folded `words` write out, in their order.
///
/// ```
/// use arabic_text::numerals::numerals;
/// let words = ["ثلاثه", "وعشرين", "رجلا", "وخمسه", "عشر", "طفلا", "الحاديه", "عشره"];
/// assert_eq!(numerals(words).collect::<Vec<_>>(), [23, 15, 11]);
/// ```
pub fn numerals<'a>(words: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = u32> {
    let mut words = words.into_iter().map(numeral).peekable();
    std::iter::from_fn(move || {
        loop {
            let first = words.next()?;
            let Some(unit) = first else {
                continue;
            };
            let tens = words.peek().copied().flatten();
            let Some(tens) = tens.filter(|tens| unit < 10 && *tens >= 10) else {
                return Some(unit);
            };
            words.next();
            return Some(unit + tens);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn words_are_listed_as_they_fold() {
        for (_, cardinals, ordinals) in WORDS {
            for word in cardinals
                .split_whitespace()
                .chain(ordinals.split_whitespace())
            {
                assert_eq!(word, fold(word));
            }
        }
    }

    #[test]
    fn numerals_are_told_from_weekdays_and_other_words() {
        for (word, expected) in [
            ("ثلاثة", Some(3)),
            ("الثلاثاء", None),
            ("أربعة", Some(4)),
            ("الأربعاء", None),
            ("الخميس", None),
            ("خمسة", Some(5)),
            ("للسادسة", Some(6)),
            ("بثمانية", Some(8)),
            ("ثاني", None),
            ("والثاني", Some(2)),
            ("الأول", Some(1)),
            ("الحادية", Some(1)),
            ("عشرات", None),
            ("وثلاثون", Some(30)),
            ("", None),
        ] {
            assert_eq!(numeral(&fold(word)), expected, "{word}");
        }
    }
}

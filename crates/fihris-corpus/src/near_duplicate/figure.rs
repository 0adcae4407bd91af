//! Figures: the numbers of a text in a form in which papers do not differ.
//!
//! `665.932.983` and `665,932,983`, `06:47` and `0647`, `7` and `سبعة` are the same. How digits are written is the
//! business of `notation`.

use rustc_hash::FxHashSet;

use super::notation::{digits, has_digit};
use arabic_text::numerals::numerals;

/// `أمس الأول` is no first of anything.
const YESTERDAY: &str = "امس";

/// The numbers of a text, without leading zeros.
pub(super) type Figures = FxHashSet<Box<str>>;

/// The numbers in the folded `words`, each part of one by itself.
pub(super) fn figures(words: &[&str]) -> Figures {
    let numbers = ordered(words).into_iter();
    numbers.map(String::into_boxed_str).collect()
}

/// The numbers in the folded `words`, in their order.
pub(super) fn ordered(words: &[&str]) -> Vec<String> {
    let mut ordered = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let (numbers, behind) = digits(rest);
        ordered.extend(numbers);
        let written = behind.iter().take_while(|word| !has_digit(word)).count();
        let (written, behind) = behind.split_at(written);
        let before = std::iter::once("").chain(written.iter().copied());
        let counting = before
            .zip(written)
            .filter(|(before, _)| *before != YESTERDAY);
        let counting = counting.map(|(_, word)| *word);
        ordered.extend(numerals(counting).map(|number| number.to_string()));
        rest = behind;
    }
    ordered
}

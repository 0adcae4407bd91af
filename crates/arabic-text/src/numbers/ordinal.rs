//! Ordinals: the words that number rulers, rounds and days.

use super::forms::{TEN, TENS, folded};
use super::written::Writing;

/// First to tenth, with the article; those of 11 to 19 and 21 to 99 begin with them, but for the first.
const ORDINALS: [&str; 11] = [
    "",
    "الأول الأولى",
    "الثاني الثانية",
    "الثالث الثالثة",
    "الرابع الرابعة",
    "الخامس الخامسة",
    "السادس السادسة",
    "السابع السابعة",
    "الثامن الثامنة",
    "التاسع التاسعة",
    "العاشر العاشرة",
];

/// The first before a ten.
const FIRST_BEFORE_TEN: &str = "الحادي الحادية";

/// The ways to write the ordinal of `number`, from 1 to 99, with the article; none of other numbers.
///
/// ```
/// use arabic_text::numbers::ordinals;
/// assert_eq!(ordinals(14)[0].words, [vec!["الرابع", "الرابعه"], vec!["عشر", "عشره"]]);
/// ```
#[must_use]
pub fn ordinals(number: u64) -> Vec<Writing> {
    let Ok(number) = usize::try_from(number) else {
        return Vec::new();
    };
    let (tens, unit) = (number / 10, number % 10);
    let first = match unit {
        1 => FIRST_BEFORE_TEN,
        unit => ORDINALS[unit],
    };
    let definite = |before: &str| {
        let forms = TENS[tens].split_whitespace();
        let forms: Vec<String> = forms.map(|form| [before, form].concat()).collect();
        folded(&forms.join(" "))
    };
    let words = match number {
        1..=10 => vec![folded(ORDINALS[number])],
        11..=19 => vec![folded(first), folded(TEN)],
        20..=99 if unit == 0 => vec![definite("ال")],
        21..=99 => vec![folded(first), definite("وال")],
        _ => return Vec::new(),
    };
    let mut not_before = Vec::new();
    if number < 10 {
        not_before = folded(TEN);
        let tens = TENS.iter().flat_map(|forms| forms.split_whitespace());
        let tens: Vec<String> = tens.map(|form| ["وال", form].concat()).collect();
        not_before.extend(folded(&tens.join(" ")));
    }
    vec![Writing {
        words,
        not_before,
        ..Writing::default()
    }]
}

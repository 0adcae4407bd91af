//! Changes of numbers: whether two passages hold other numbers, or the same ones written otherwise.

use super::day::are_of_two_calendars;
use super::figure::ordered;
use super::text::ComparedText;

/// Words for a number of thousands and more: the number before them is written with fewer digits.
const SCALES: [&str; 12] = [
    "الف",
    "الاف",
    "الفا",
    "الفين",
    "مليون",
    "مليونا",
    "ملايين",
    "مليونين",
    "مليار",
    "مليارا",
    "مليارات",
    "مليارين",
];

/// Passages of so many words are hardly more than the number in them.
const TIGHT: usize = 2;

/// Numbers with so many digits before their zeros are the same if these are.
const LONG: usize = 5;

/// Words of a text that stand where another has other words, with the text.
pub(super) type InText<'w> = (&'w [&'w str], &'w ComparedText);

/// The numbers that only one of two passages holds, and those that only the other does, where these are others
/// and not only the same ones in another notation. One that also stands elsewhere in the other text may have
/// moved there, unless the passages are as short as it.
pub(super) fn other_numbers(ours: InText, theirs: InText) -> Option<[Vec<String>; 2]> {
    let (a, b) = (ordered(ours.0), ordered(theirs.0));
    let without = |from: &[String], other: &[String]| {
        let rest = from.iter().filter(|figure| !other.contains(figure));
        rest.cloned().collect::<Vec<String>>()
    };
    let (only_a, only_b) = (without(&a, &b), without(&b, &a));
    if only_a.is_empty() || only_b.is_empty() {
        return None;
    }
    let is_one_scaled = is_scaled(ours.0) != is_scaled(theirs.0);
    let are_one = |a: &str, b: &str| are_same(a, b) || is_one_scaled && is_rounded(a, b);
    if are_one(&a.concat(), &b.concat())
        || are_one(&as_written(ours.0), &as_written(theirs.0))
        || are_of_two_calendars(ours.0, theirs.0)
    {
        return None;
    }
    let is_new = |figures: &[String], text: &ComparedText| {
        let of_text = text.figures();
        figures.iter().any(|figure| !of_text.contains(&**figure))
    };
    let is_tight = ours.0.len() == theirs.0.len() && ours.0.len() <= TIGHT;
    let is_other = is_tight || is_new(&only_a, theirs.1) && is_new(&only_b, ours.1);
    is_other.then_some([only_a, only_b])
}

/// The digits of the words, as they stand there.
fn as_written(words: &[&str]) -> String {
    let letters = words.iter().flat_map(|word| word.chars());
    letters.filter(char::is_ascii_digit).collect()
}

/// Whether these are the digits of one number, but for zeros behind a long one: some papers lose them.
fn are_same(a: &str, b: &str) -> bool {
    let (bare_a, bare_b) = (a.trim_end_matches('0'), b.trim_end_matches('0'));
    !a.is_empty() && a == b || bare_a == bare_b && bare_a.len() >= LONG
}

/// Whether the digits of one are those of the other, rounded: `50` thousand, `1.7` millions, `a million and 9`
/// hundred thousand.
fn is_rounded(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('0'), b.trim_end_matches('0'));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let behind_one = || {
        long.strip_prefix('1')
            .map(|rest| rest.trim_start_matches('0'))
    };
    !short.is_empty()
        && (a == b
            || short.len() > 1 && long.starts_with(short)
            || behind_one().is_some_and(|rest| rest.starts_with(short)))
}

fn is_scaled(words: &[&str]) -> bool {
    words.iter().any(|word| SCALES.contains(word))
}

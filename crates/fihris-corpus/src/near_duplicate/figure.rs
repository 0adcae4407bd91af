//! Figures: the numbers and days of a text in a form in which papers do not differ.
//!
//! `665.932.983` and `665,932,983`, `06:47` and `0647`, `7` and `سبعة` are the same.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use arabic_text::months::{Calendar, Certainty, months, weekdays};
use arabic_text::numerals::numerals;

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

/// `أمس الأول` is no first of anything.
const YESTERDAY: &str = "امس";

/// The numbers of a text, without leading zeros.
pub(super) type Figures = FxHashSet<Box<str>>;

/// The numbers in the folded `words`, each part of one by itself.
pub(super) fn figures<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Figures {
    let digits = words.clone().filter(|word| has_digit(word));
    let parts = digits.flat_map(parts).map(Box::from);
    let written = numerals(words).map(|number| number.to_string().into_boxed_str());
    parts.chain(written).collect()
}

/// Words of a text that stand where another has other words, with all figures of the text.
pub(super) type Passage<'a> = (&'a [&'a str], &'a Figures);

/// Whether two passages hold other numbers, not only the same ones in another notation. One that also
/// stands elsewhere in the other text may have moved there, unless the passages are as short as it.
pub(super) fn numbers_differ(ours: Passage, theirs: Passage) -> bool {
    let (a, b) = (ordered(ours.0), ordered(theirs.0));
    let without = |from: &[String], other: &[String]| {
        let rest = from.iter().filter(|figure| !other.contains(figure));
        rest.cloned().collect::<Vec<String>>()
    };
    let (only_a, only_b) = (without(&a, &b), without(&b, &a));
    if only_a.is_empty() || only_b.is_empty() || a.concat() == b.concat() {
        return false;
    }
    if is_scaled(ours.0) != is_scaled(theirs.0) && is_rounded(&a.concat(), &b.concat()) {
        return false;
    }
    let is_new =
        |figures: &[String], text: &Figures| figures.iter().any(|figure| !text.contains(&**figure));
    let is_tight = ours.0.len() == theirs.0.len() && ours.0.len() <= TIGHT;
    is_tight || is_new(&only_a, theirs.1) || is_new(&only_b, ours.1)
}

/// Whether the digits of one are those of the other, rounded: `50` thousand, `1.7` millions.
fn is_rounded(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('0'), b.trim_end_matches('0'));
    a == b || a.len().min(b.len()) > 1 && (a.starts_with(b) || b.starts_with(a))
}

fn is_scaled(words: &[&str]) -> bool {
    words.iter().any(|word| SCALES.contains(word))
}

/// The numbers in the folded `words`, in their order.
fn ordered(words: &[&str]) -> Vec<String> {
    let mut ordered = Vec::new();
    for run in words.chunk_by(|a, b| has_digit(a) == has_digit(b)) {
        if run.iter().any(|word| has_digit(word)) {
            ordered.extend(run.iter().flat_map(|word| parts(word)).map(String::from));
        } else {
            let before = std::iter::once("").chain(run.iter().copied());
            let counting = before.zip(run).filter(|(before, _)| *before != YESTERDAY);
            let counting = counting.map(|(_, word)| *word);
            ordered.extend(numerals(counting).map(|number| number.to_string()));
        }
    }
    ordered
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The parts of a number without leading zeros: `07.30` is `7` and `30`. What has letters, too, is whole.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let parts = word.split('.').map(|part| part.trim_start_matches('0'));
    parts.filter(|part| !part.is_empty())
}

/// What a day is named by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Count {
    Weekday,
    Month(Calendar),
}

/// The words of a name after the first, what it names, and which of these.
type Name = (Vec<&'static str>, Count, i8);

/// The names of weekdays and months by their first words.
static NAMES: LazyLock<FxHashMap<&str, Vec<Name>>> = LazyLock::new(|| {
    let weekdays = weekdays().map(|(name, day)| (name, Count::Weekday, day));
    let months = months().filter(|(_, month)| month.certainty != Certainty::Rare);
    let months = months.map(|(name, month)| (name, Count::Month(month.calendar()), month.number));
    let mut names: FxHashMap<&str, Vec<_>> = FxHashMap::default();
    for (name, count, number) in weekdays.chain(months) {
        let mut words = name.split(' ');
        let first = words.next().unwrap_or_default();
        let behind = words.collect();
        names
            .entry(first)
            .or_default()
            .push((behind, count, number));
    }
    names
});

/// Whether the words name other weekdays, or other months of one calendar.
pub(super) fn days_differ(a: &[&str], b: &[&str]) -> bool {
    let (a, b) = (days(a), days(b));
    a.iter().any(|(count, _)| {
        let of_count = |days: &[(Count, i8)]| -> Vec<i8> {
            let days = days.iter().filter(|(other, _)| other == count);
            days.map(|(_, number)| *number).collect()
        };
        let (a, b) = (of_count(&a), of_count(&b));
        !b.is_empty() && !a.iter().any(|day| b.contains(day))
    })
}

/// The weekdays and months that the words name.
fn days(words: &[&str]) -> Vec<(Count, i8)> {
    let mut days = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']);
        let opened = NAMES.get(word).or_else(|| NAMES.get(bare?));
        let names = opened.into_iter().flatten();
        let names = names.filter(|(behind, ..)| words[place + 1..].starts_with(behind));
        days.extend(names.map(|(_, count, number)| (*count, *number)));
    }
    days
}

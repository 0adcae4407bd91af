//! Days: the weekdays and months that a text names.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use arabic_text::months::{Calendar, Certainty, months, weekdays};

/// Years of the two calendars in which there are papers.
const YEARS: [(Calendar, std::ops::Range<u32>); 2] = [
    (Calendar::Hijri, 1300..1500),
    (Calendar::Gregorian, 1900..2100),
];

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

/// Whether the folded `word` is a weekday or a month, or the first word of one.
pub(super) fn is_day(word: &str) -> bool {
    !days(&[word]).is_empty()
}

/// Whether one names a day by the Hijri calendar and the other by the Gregorian, so that their numbers do not say
/// whether it is the same.
pub(super) fn are_of_two_calendars(a: &[&str], b: &[&str]) -> bool {
    let (a, b) = (calendars(a), calendars(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|calendar| b.contains(calendar))
}

/// The calendars whose months and years the words name.
fn calendars(words: &[&str]) -> Vec<Calendar> {
    let months = days(words)
        .into_iter()
        .filter_map(|(count, _)| match count {
            Count::Month(calendar) => Some(calendar),
            Count::Weekday => None,
        });
    let years = words.iter().filter_map(|word| {
        let year = word.parse().ok()?;
        let of_year = YEARS.iter().find(|(_, years)| years.contains(&year));
        of_year.map(|(calendar, _)| *calendar)
    });
    months.chain(years).collect()
}

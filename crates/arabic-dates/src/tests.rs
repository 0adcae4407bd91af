//! Written forms of dates and what they mean.
//!
//! Expected days are written `2020-09-27`, periods `2020-09`, `2020` or `2020-09-27..2020-09-29`, the
//! second of two readings after `|`, the next mention after a space.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{DateRule, Mention, Period, mentions};

mod ago;
mod gregorian;
mod hijri;
mod newspaper;
mod no_dates;
mod parts;
mod relative;
mod seeds;

/// A Tuesday.
const ANCHOR: Date = date(2023, 9, 19);

fn shown(period: Period) -> String {
    let Period { first, last } = period;
    if first == last {
        first.to_string()
    } else if first.day() == 1 && last == first.last_of_month() {
        first.strftime("%Y-%m").to_string()
    } else if first == date(first.year(), 1, 1) && last == date(first.year(), 12, 31) {
        first.strftime("%Y").to_string()
    } else {
        format!("{first}..{last}")
    }
}

fn read(text: &str, anchor: Option<Date>) -> String {
    let mention = |mention: &Mention| {
        let readings: Vec<String> = mention.readings.iter().copied().map(shown).collect();
        readings.join("|")
    };
    let found: Vec<String> = mentions(text, anchor).iter().map(mention).collect();
    found.join(" ")
}

/// Reads every text of a table with the anchor, and reports all that are wrong.
fn check(table: &[(&str, &str)], anchor: Option<Date>) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| read(text, anchor) != *expected)
        .map(|(text, expected)| format!("{text}: {} not {expected}", read(text, anchor)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_mention_covers_what_was_read() {
    for (text, expected) in [
        ("في 27 سبتمبر/أيلول 2020،", "27 سبتمبر/أيلول 2020"),
        ("من تاريخ ٢٧ سبتمبر ٢٠٢٠م.", "٢٧ سبتمبر ٢٠٢٠م"),
        ("يوم الأحد (5 مايو 2019) قال", "يوم الأحد (5 مايو 2019)"),
        ("حتى العاشر من أغسطس (آب) ويقام", "العاشر من أغسطس (آب)"),
        ("صدر يوم أمس الثلاثاء، أن", "يوم أمس الثلاثاء"),
        ("وفي العام 1442هـ/2021م.", "العام 1442هـ/2021م"),
        ("و2018 في عام 2018", "عام 2018"),
        ("من 27 إلى 29 سبتمبر 2020", "27 إلى 29 سبتمبر 2020"),
        (
            "«٥ رمضان ١٤٤٢ هـ الموافق ١٧ أبريل ٢٠٢١»",
            "٥ رمضان ١٤٤٢ هـ الموافق ١٧ أبريل ٢٠٢١",
        ),
    ] {
        let found = mentions(text, Some(ANCHOR));
        let covered: Vec<&str> = found.iter().map(|m| &text[m.range.clone()]).collect();
        assert_eq!(covered, [expected]);
    }
}

#[test]
fn a_mention_says_how_it_was_read() {
    for (text, expected) in [
        ("12 مارس 2021", DateRule::Written),
        ("27/9/2020", DateRule::Numeric),
        ("3 رمضان 1442", DateRule::Hijri),
        (
            "5 رمضان 1442 هـ الموافق 17 أبريل 2021",
            DateRule::BothCalendars,
        ),
        ("سبتمبر 2020", DateRule::Month),
        ("عام 2020", DateRule::Year),
        ("1992- 1994", DateRule::Range),
        ("10 نوفمبر", DateRule::Inferred),
        ("أمس", DateRule::Relative),
    ] {
        assert_eq!(mentions(text, Some(ANCHOR))[0].rule, expected, "{text}");
    }
}

proptest! {
    #[test]
    fn mentions_are_sound_whatever_the_text(
        text in "\\PC*|([0-9٠-٩]{1,4}|[/ .،()-]|و|من|إلى|بين|يوم|عام|شهر|اليوم|أمس|الأحد|الخميس|سبتمبر|أيلول|رمضان|الموافق|هـ|م|الأول|عشر|الماضي|\u{64B}|\u{200F}|\n){0,40}"
    ) {
        let mut end = 0;
        for mention in mentions(&text, Some(ANCHOR)) {
            prop_assert!(mention.range.start >= end && mention.range.start < mention.range.end);
            prop_assert!(text.get(mention.range.clone()).is_some());
            prop_assert!((1..=2).contains(&mention.readings.len()));
            prop_assert!(mention.readings.iter().all(|p| p.first <= p.last));
            end = mention.range.end;
        }
        for mention in mentions(&text, None) {
            prop_assert!(!matches!(mention.rule, DateRule::Relative));
        }
    }
}

#[test]
fn one_character_may_be_a_number_and_a_word() {
    for c in '\u{3200}'..='\u{33FF}' {
        for text in [
            format!("{c}"),
            format!("7{c} نوفمبر"),
            format!("نوفمبر {c}t"),
        ] {
            for found in mentions(&text, None) {
                assert!(text.get(found.range).is_some(), "{text}");
            }
        }
    }
}

//! Periods as people type them: `2020-11`, `2015-8-1`, `أغسطس 2015`, `أمس`, `last week`, `7d`.
//!
//! What counts from a day counts from the one that is passed; without it only periods that say all are read.

use jiff::ToSpan;
use jiff::civil::Date;

use arabic_text::fold;

use super::figures::in_figures;
use super::mentions::mentions;
use super::period::Period;
use super::relative::week_of;

/// The words for a day of its own, folded, with its distance from today.
const DAYS: &[(&str, i64)] = &[
    ("today", 0),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("اليوم", 0),
    ("البارحه", -1),
    ("غدا", 1),
    ("غد", 1),
];

/// The words that may stand before a date, folded.
const BEFORE: &[&str] = &[
    "في",
    "منذ",
    "من",
    "يوم",
    "حتي",
    "الي",
    "بين",
    "ما بين",
    "خلال",
    "مطلع",
    "منتصف",
    "اواخر",
    "اوايل",
    "نهايه",
    "بدايه",
    "شهر",
];

/// The longest text that may be a period, in bytes.
const LONGEST: usize = 200;

/// The period that `text` gives, next to `today` if that is known.
pub(super) fn read(text: &str, today: Option<Date>) -> Option<Period> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let (first, last) = (single(first, today)?, single(last, today)?);
    (first.first <= last.last).then_some(Period {
        first: first.first,
        last: last.last,
    })
}

fn single(text: &str, today: Option<Date>) -> Option<Period> {
    let text = text.trim();
    let folded = fold(text);
    in_figures(&folded)
        .or_else(|| next_to(&folded, today?))
        .or_else(|| written(text, today))
        .or_else(|| written(&format!("شهر {text}"), today))
}

/// A date as texts have it, which is all of `text`.
fn written(text: &str, today: Option<Date>) -> Option<Period> {
    let found = mentions(text, today);
    let [mention] = &found[..] else {
        return None;
    };
    let [period] = mention.readings[..] else {
        return None;
    };
    let is_all = |rest: &str| !rest.chars().any(char::is_alphanumeric);
    let before = fold(&text[..mention.range.start]);
    let before = before.trim();
    let opens = is_all(before) || BEFORE.contains(&before);
    (opens && is_all(&text[mention.range.end..])).then_some(period)
}

/// What is counted from today, in English or as `7d`; `folded` is in lower case.
fn next_to(folded: &str, today: Date) -> Option<Period> {
    if let Some((_, days)) = DAYS.iter().find(|(word, _)| *word == folded) {
        return Some(Period::day(today.checked_add(days.days()).ok()?));
    }
    let words: Vec<&str> = folded.split_whitespace().collect();
    let until_today = |ago: Period| Period {
        first: ago.first,
        last: today,
    };
    match words[..] {
        // `آخر ثلاثة أشهر`: as long ago as `قبل ثلاثة أشهر`, and all since.
        ["اخر", ..] => {
            let ago = format!("قبل{}", folded.strip_prefix("اخر")?);
            written(&ago, Some(today)).map(until_today)
        }
        ["last" | "past", count, unit] => {
            ago(count, unit.trim_end_matches('s'), today).map(until_today)
        }
        ["past", unit] => ago("1", unit, today).map(until_today),
        [short] => {
            let (count, unit) = short.split_at_checked(short.len().checked_sub(1)?)?;
            ago(count, unit, today)
        }
        [count, unit, "ago"] => ago(count, unit.trim_end_matches('s'), today),
        [which, unit] => {
            let step = match which {
                "last" | "previous" => -1,
                "this" | "current" => 0,
                "next" => 1,
                _ => return None,
            };
            unit_around(step, unit, today)
        }
        _ => None,
    }
}

/// So many units before today: days and weeks a day, months a month, years a year.
fn ago(count: &str, unit: &str, today: Date) -> Option<Period> {
    const MOST: i64 = 9999;
    let is_number = !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit());
    let count: i64 = if is_number {
        count.parse().ok().filter(|count| *count <= MOST)?
    } else if matches!(count, "a" | "an" | "one") {
        1
    } else {
        return None;
    };
    match unit {
        "d" | "day" => Some(Period::day(today.checked_sub(count.days()).ok()?)),
        "w" | "week" => Some(Period::day(today.checked_sub(count.weeks()).ok()?)),
        "m" | "month" => unit_around(-count, "month", today),
        "y" | "year" => unit_around(-count, "year", today),
        _ => None,
    }
}

/// The week, month or year that is `step` after today's.
fn unit_around(step: i64, unit: &str, today: Date) -> Option<Period> {
    match unit {
        "week" => week_of(today.checked_add(step.weeks()).ok()?),
        "month" => {
            let day = today.first_of_month().checked_add(step.months()).ok()?;
            Some(Period {
                first: day,
                last: day.last_of_month(),
            })
        }
        "year" => Period::year(i16::try_from(i64::from(today.year()) + step).ok()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn people_type_days_weeks_months_and_years() {
        // A Tuesday.
        let today = date(2023, 9, 19);
        for (text, expected) in [
            ("yesterday", "2023-09-18 2023-09-18"),
            ("Today", "2023-09-19 2023-09-19"),
            ("اليوم", "2023-09-19 2023-09-19"),
            ("أمس", "2023-09-18 2023-09-18"),
            ("أول أمس", "2023-09-17 2023-09-17"),
            ("7d", "2023-09-12 2023-09-12"),
            ("٧d", "2023-09-12 2023-09-12"),
            ("2w", "2023-09-05 2023-09-05"),
            ("3m", "2023-06-01 2023-06-30"),
            ("1y", "2022-01-01 2022-12-31"),
            ("3 days ago", "2023-09-16 2023-09-16"),
            ("a week ago", "2023-09-12 2023-09-12"),
            ("last week", "2023-09-10 2023-09-16"),
            ("this month", "2023-09-01 2023-09-30"),
            ("last year", "2022-01-01 2022-12-31"),
            ("قبل يومين", "2023-09-17 2023-09-17"),
            ("قبل ٣ أيام", "2023-09-16 2023-09-16"),
            ("منذ أسبوعين", "2023-09-05 2023-09-05"),
            ("قبل شهرين", "2023-07-01 2023-07-31"),
            ("الأسبوع الماضي", "2023-09-10 2023-09-16"),
            ("الشهر الماضي", "2023-08-01 2023-08-31"),
            ("هذا العام", "2023-01-01 2023-12-31"),
            ("العام قبل الماضي", "2021-01-01 2021-12-31"),
            ("الأيام الثلاثة الماضية", "2023-09-16 2023-09-18"),
            ("آخر 3 أيام", "2023-09-16 2023-09-19"),
            ("آخر أسبوعين", "2023-09-05 2023-09-19"),
            ("آخر ثلاثة أشهر", "2023-06-01 2023-09-19"),
            ("last 3 days", "2023-09-16 2023-09-19"),
            ("past week", "2023-09-12 2023-09-19"),
            ("بين 3 و7 مايو 2015", "2015-05-03 2015-05-07"),
            ("بين 2010 و2015", "2010-01-01 2015-12-31"),
            ("من مارس إلى يونيو 2015", "2015-03-01 2015-06-30"),
            ("مطلع 2015", "2015-01-01 2015-12-31"),
            ("منتصف الشهر الماضي", "2023-08-01 2023-08-31"),
            ("رمضان", "2023-03-23 2023-04-20"),
            ("آب", "2023-08-01 2023-08-31"),
            ("الصيف الماضي", "2023-06-01 2023-08-31"),
            ("النصف الثاني من آب", "2023-08-16 2023-08-31"),
            ("التسعينيات", "1990-01-01 1999-12-31"),
            ("عام ألفين وثلاثة عشر", "2013-01-01 2013-12-31"),
            ("آخر", ""),
            ("آخر الأخبار", ""),
            ("الأحد الماضي", "2023-09-17 2023-09-17"),
            ("12 الجاري", ""),
            ("في 12 الجاري", "2023-09-12 2023-09-12"),
            ("2015-8-1", "2015-08-01 2015-08-01"),
            ("2015/8", "2015-08-01 2015-08-31"),
            ("٢٠١٥-٠٨", "2015-08-01 2015-08-31"),
            ("٢٠١٥", "2015-01-01 2015-12-31"),
            ("1/8/2015", "2015-08-01 2015-08-01"),
            ("١٥\u{200F}/٧\u{200F}/٢٠١٩", "2019-07-15 2019-07-15"),
            ("أغسطس 2015", "2015-08-01 2015-08-31"),
            ("غشت 2015", "2015-08-01 2015-08-31"),
            ("August 2015", "2015-08-01 2015-08-31"),
            ("12 أيلول 2015", "2015-09-12 2015-09-12"),
            ("عام 2015", "2015-01-01 2015-12-31"),
            ("رمضان 1442", "2021-04-13 2021-05-12"),
            ("قبل يومين..اليوم", "2023-09-17 2023-09-19"),
            ("2015-8..2015-9-3", "2015-08-01 2015-09-03"),
            ("اليوم..أمس", ""),
            ("النفط 2015", ""),
            ("2015-13", ""),
            ("2015-02-30", ""),
            ("d", ""),
            ("day", ""),
            ("99999999999d", ""),
            ("last", ""),
            ("قبل أيام", ""),
            ("", ""),
            ("..", ""),
        ] {
            let found = Period::typed(text, today).ok();
            let shown = found.map(|period| format!("{} {}", period.first, period.last));
            assert_eq!(shown.unwrap_or_default(), expected, "{text}");
        }
        for text in ["أمس", "yesterday", "7d", "10 نوفمبر"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}

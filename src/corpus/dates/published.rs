//! The day an article was published, and what tells so.
//!
//! What the input says comes first, then the dateline, then a line of the text that holds little but
//! a date or says what date it is. A date of the running text is never taken for it: most articles
//! without any of these say only `اليوم الثلاثاء`, and have no day.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;

use crate::arabic::{fold, words};

use super::mentions::mentions;
use super::period::{DateRule, Mention};

/// What tells the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishedBy {
    /// A field beside the text.
    Metadata,
    /// The dateline.
    Dateline,
    /// A line of the text.
    Text,
}

impl PublishedBy {
    /// Its name in outputs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Text => "text",
        }
    }
}

/// The day an article was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// What tells so.
    pub by: PublishedBy,
    /// Where in the text, in bytes; none if it is not in the text.
    pub range: Option<Range<usize>>,
}

/// So many lines with words, from the top and from the end, may be the line of a date.
const LINES_AT_AN_END: usize = 6;
/// So many words may stand on that line besides the date: a place, a source, a time.
const MOST_WORDS_BESIDE: usize = 3;
/// And so many where the line begins by saying what date it is; one that speaks of another article
/// (`إشارة إلى ما نشر في صحيفتكم`) does not begin so, or goes on.
const MOST_WORDS_OF_A_SAYING: usize = 12;
/// How a line says that its date is the one of publishing, folded.
const SAYINGS: &[&str] = &[
    "تاريخ النشر",
    "نشر في",
    "نشر بتاريخ",
    "نشر يوم",
    "نشرت في",
    "تم النشر",
    "اخر تحديث",
    "اخر تعديل",
    "تاريخ التحديث",
    "تاريخ الخبر",
    "حرر في",
];

/// The day the article was published: by its `metadata`, else by a full date in one of the
/// `datelines` (byte ranges of `text`), else by a line of `text` that is there for it.
///
/// ```
/// use fihris::corpus::dates::{PublishedBy, published};
/// use jiff::civil::date;
///
/// let text = "بوتين يجري محادثات\n\n١٢ مارس ٢٠٢١\n\nأجرى الرئيس محادثات هاتفية.";
/// let found = published(None, &[], text).unwrap();
/// assert_eq!((found.date, found.by), (date(2021, 3, 12), PublishedBy::Text));
/// assert!(published(None, &[], "قال اليوم الثلاثاء إن الأمر كذلك.").is_none());
/// ```
#[must_use]
pub fn published(
    metadata: Option<&str>,
    datelines: &[Range<usize>],
    text: &str,
) -> Option<Published> {
    if let Some(date) = metadata.and_then(|value| date_of_field(value.trim())) {
        return Some(Published {
            date,
            by: PublishedBy::Metadata,
            range: None,
        });
    }
    let in_dateline = || {
        let in_one = |range: &Range<usize>| full_date(text.get(range.clone())?, range.start);
        datelines.iter().find_map(in_one)
    };
    let with = |by| {
        move |(date, range)| Published {
            date,
            by,
            range: Some(range),
        }
    };
    in_dateline()
        .map(with(PublishedBy::Dateline))
        .or_else(|| date_line(text).map(with(PublishedBy::Text)))
}

/// A date as fields give it: ISO 8601, RFC 2822, seconds since 1970, or as papers write it.
fn date_of_field(value: &str) -> Option<Date> {
    let is_digits = value.bytes().all(|b| b.is_ascii_digit());
    if is_digits && (9..=13).contains(&value.len()) {
        let number: i64 = value.parse().ok()?;
        let seconds = if value.len() > 10 {
            number / 1000
        } else {
            number
        };
        let time = Timestamp::from_second(seconds).ok()?;
        return Some(time.to_zoned(TimeZone::UTC).date());
    }
    if let Some(date) = value.get(..10).and_then(|day| day.parse().ok()) {
        return Some(date);
    }
    if is_digits && value.len() == 8 {
        return value.parse().ok();
    }
    rfc2822::parse(value)
        .map(|time| time.date())
        .ok()
        .or_else(|| full_date(value, 0).map(|(date, _)| date))
}

/// The only full date of `part`, which begins at byte `offset`.
fn full_date(part: &str, offset: usize) -> Option<(Date, Range<usize>)> {
    let mut days = mentions(part, None).into_iter().filter_map(full_day);
    let (date, range) = days.next()?;
    let is_only = days.all(|(other, _)| other == date);
    is_only.then(|| (date, range.start + offset..range.end + offset))
}

/// The day of a mention that says day, month and year, and only one such.
fn full_day(mention: Mention) -> Option<(Date, Range<usize>)> {
    let says_all = !matches!(
        mention.rule,
        DateRule::Inferred | DateRule::Relative | DateRule::Range
    );
    match &mention.readings[..] {
        [period] if period.is_day() && says_all => Some((period.first, mention.range)),
        _ => None,
    }
}

/// The first line near either end of `text` that is there for its date.
fn date_line(text: &str) -> Option<(Date, Range<usize>)> {
    let lines: Vec<Range<usize>> = lines(text).collect();
    let near_end = lines.len().saturating_sub(LINES_AT_AN_END);
    lines
        .iter()
        .enumerate()
        .filter(|(i, _)| *i < LINES_AT_AN_END || *i >= near_end)
        .find_map(|(_, line)| {
            let part = &text[line.clone()];
            let (date, range) = full_date(part, line.start)?;
            let folded = fold(part);
            let opening = folded.trim_start_matches(|c: char| !c.is_alphabetic());
            let says_so = SAYINGS.iter().any(|saying| opening.starts_with(saying));
            let most = if says_so {
                MOST_WORDS_OF_A_SAYING
            } else {
                MOST_WORDS_BESIDE
            };
            let beside = words(&text[line.start..range.start]).count()
                + words(&text[range.end..line.end]).count();
            (beside <= most).then_some((date, range))
        })
}

/// The lines of `text` that are not blank.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split('\n').filter_map(move |line| {
        let start = at;
        at += line.len() + 1;
        (!line.trim().is_empty()).then(|| start..start + line.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn fields_are_read_in_all_their_forms() {
        for (value, expected) in [
            ("2015-07-21", Some(date(2015, 7, 21))),
            ("2015-07-21 02:56:04", Some(date(2015, 7, 21))),
            ("2015-07-21T02:56:04+03:00", Some(date(2015, 7, 21))),
            ("20150721", Some(date(2015, 7, 21))),
            ("Tue, 21 Jul 2015 02:56:04 +0300", Some(date(2015, 7, 21))),
            ("21/7/2015", Some(date(2015, 7, 21))),
            ("1437446164", Some(date(2015, 7, 21))),
            ("1437446164000", Some(date(2015, 7, 21))),
            (" ٢١ يوليو/تموز ٢٠١٥ ", Some(date(2015, 7, 21))),
            (
                "5 شوال 1436هـ الموافق 21 يوليو 2015",
                Some(date(2015, 7, 21)),
            ),
            ("July 21, 2015", Some(date(2015, 7, 21))),
            ("يوليو 2015", None),
            ("9 تشرين الأول/نوفمبر 2020", None),
            ("اليوم الثلاثاء", None),
            ("2015", None),
            ("", None),
        ] {
            assert_eq!(date_of_field(value.trim()), expected, "{value}");
        }
    }

    #[test]
    fn the_first_that_tells_it_wins() {
        let text = "(وكالة - 17 نوفمبر 2021ء) أعلن بيسكوف";
        let dateline = 0..text.find(')').unwrap();
        let by = |metadata, datelines: &[Range<usize>]| {
            published(metadata, datelines, text).map(|found| (found.date, found.by))
        };
        assert_eq!(
            by(Some("2021-11-18"), std::slice::from_ref(&dateline)),
            Some((date(2021, 11, 18), PublishedBy::Metadata))
        );
        assert_eq!(
            by(Some("?"), &[dateline]),
            Some((date(2021, 11, 17), PublishedBy::Dateline))
        );
    }

    #[test]
    fn a_line_of_its_own_tells_and_the_running_text_does_not() {
        for (text, expected) in [
            (
                "عنوان\nالخميس 12 مارس 2020 - 10:30\nنص",
                Some(date(2020, 3, 12)),
            ),
            (
                "عنوان\nنص\nتاريخ النشر: 12/3/2020 في قسم الأخبار العربية",
                Some(date(2020, 3, 12)),
            ),
            ("عنوان\nآخر تحديث ١٢ مارس ٢٠٢٠", Some(date(2020, 3, 12))),
            (
                "عنوان\nوقع الرئيسان في 9 نوفمبر 2020 وثيقة تقضي بوقف النار",
                None,
            ),
            (
                "عنوان\nإشارة إلى ما نشر في صحيفتكم بتاريخ 12/3/2020 تحت عنوان الجسور",
                None,
            ),
            ("عنوان\n12 مارس\nنص", None),
            ("عنوان\nمارس 2020\nنص", None),
            ("", None),
        ] {
            let found = published(None, &[], text);
            assert_eq!(found.map(|found| found.date), expected, "{text}");
        }
    }
}

//! What a mention of a date is: where it stands, which days it may mean, how that was read.

use std::ops::Range;
use std::str::FromStr;

use jiff::civil::Date;
use thiserror::Error;

/// Days from first to last, both included: a day, a month, a year, or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day, not before the first.
    pub last: Date,
}

impl Period {
    /// A single day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self {
            first: date,
            last: date,
        }
    }

    /// Whether `date` is one of the days.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// Whether all its days are days of `outer`.
    #[must_use]
    pub fn is_within(self, outer: Self) -> bool {
        outer.first <= self.first && self.last <= outer.last
    }

    /// Whether it is a single day.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.first == self.last
    }
}

/// A text that names no period.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is no date; dates are 2020, 2020-11, 2020-11-09, or two with .. between them")]
pub struct NoPeriod(pub String);

impl FromStr for Period {
    type Err = NoPeriod;

    /// ```
    /// use fihris::corpus::dates::Period;
    /// use jiff::civil::date;
    /// let autumn: Period = "2020-09-27..2020-11".parse()?;
    /// assert_eq!((autumn.first, autumn.last), (date(2020, 9, 27), date(2020, 11, 30)));
    /// # Ok::<(), fihris::corpus::dates::NoPeriod>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, NoPeriod> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let period = single(first).zip(single(last)).map(|(first, last)| Self {
            first: first.first,
            last: last.last,
        });
        period
            .filter(|period| period.first <= period.last)
            .ok_or_else(|| NoPeriod(text.to_string()))
    }
}

/// A year, a month or a day in figures.
fn single(text: &str) -> Option<Period> {
    let is_figures = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !is_figures || !matches!(text.len(), 4 | 7 | 10) {
        return None;
    }
    let day = |text: String| text.parse::<Date>().ok();
    match text.len() {
        4 => Some(Period {
            first: day(format!("{text}-01-01"))?,
            last: day(format!("{text}-12-31"))?,
        }),
        7 => {
            let first = day(format!("{text}-01"))?;
            Some(Period {
                first,
                last: first.last_of_month(),
            })
        }
        _ => day(text.to_string()).map(Period::day),
    }
}

/// How a date was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateRule {
    /// Day, month by name, and year: `12 مارس 2021`.
    Written,
    /// Digits only: `27/9/2020`.
    Numeric,
    /// By the Hijri calendar: `3 رمضان 1442`.
    Hijri,
    /// Both calendars side by side: `5 رمضان 1442 هـ الموافق 17 أبريل 2021`.
    BothCalendars,
    /// A month with its year: `سبتمبر 2020`.
    Month,
    /// A year: `عام 2020`.
    Year,
    /// From one date to another: `1992- 1994`.
    Range,
    /// A day or a month whose year is the one nearest to the article's: `10 نوفمبر`.
    Inferred,
    /// Counted from the day of the article: `أمس الثلاثاء`.
    Relative,
}

impl DateRule {
    /// The rule in a word or two, for people and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Numeric => "numeric",
            Self::Hijri => "hijri",
            Self::BothCalendars => "both calendars",
            Self::Month => "month",
            Self::Year => "year",
            Self::Range => "range",
            Self::Inferred => "inferred year",
            Self::Relative => "relative",
        }
    }
}

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Byte range in the text, on character boundaries.
    pub range: Range<usize>,
    /// What it means: one period, or two where the writing contradicts itself, in the order written.
    pub readings: Vec<Period>,
    /// How it was read.
    pub rule: DateRule,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_periods_in_figures() {
        for (text, expected) in [
            ("2020", Some("2020-01-01 2020-12-31")),
            ("2020-02", Some("2020-02-01 2020-02-29")),
            ("2020-11-09", Some("2020-11-09 2020-11-09")),
            ("2019..2020-02", Some("2019-01-01 2020-02-29")),
            ("2020..2019", None),
            ("2020-13", None),
            ("2020-02-30", None),
            ("20", None),
            ("2020-", None),
            ("-111", None),
            ("..", None),
            ("أمس", None),
        ] {
            let read = text.parse::<Period>().ok();
            let shown = read.map(|period| format!("{} {}", period.first, period.last));
            assert_eq!(shown.as_deref(), expected, "{text}");
        }
    }
}

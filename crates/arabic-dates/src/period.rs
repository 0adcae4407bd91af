//! Periods, and mentions of dates: where one stands, which days it may stand for, how it was read.

use std::ops::Range;

use jiff::civil::Date;

/// Days from first to last, both included: a day, a month, a year, or a range.
///
/// ```
/// use arabic_dates::Period;
/// use jiff::civil::date;
///
/// let november: Period = "2020-11".parse()?;
/// assert!(november.contains(date(2020, 11, 10)) && !november.is_day());
/// assert!(Period::day(date(2020, 11, 10)).is_within(november));
/// # Ok::<(), arabic_dates::ParsePeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day, not before the first.
    pub last: Date,
}

impl Period {
    /// A single day.
    ///
    /// ```
    /// use arabic_dates::Period;
    /// use jiff::civil::date;
    /// assert!(Period::day(date(2021, 3, 12)).is_day());
    /// ```
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self {
            first: date,
            last: date,
        }
    }

    /// A year of the common calendar.
    pub(super) fn year(year: i16) -> Option<Self> {
        Some(Self {
            first: Date::new(year, 1, 1).ok()?,
            last: Date::new(year, 12, 31).ok()?,
        })
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

    /// Whether a text with this date speaks of `asked`: a day, month or year of it lies within that. It is made of
    /// years or months where it consists of whole ones, else of days.
    ///
    /// ```
    /// use arabic_dates::Period;
    /// let of = |text: &str| text.parse::<Period>();
    /// let days = of("2019-06-20..2019-06-25")?;
    /// assert!(days.speaks_of(of("2019-06-22")?) && days.speaks_of(of("2019")?));
    /// let year = of("2019")?;
    /// assert!(year.speaks_of(year) && !year.speaks_of(of("2019-06")?));
    /// assert!(of("2014..2019")?.speaks_of(of("2016")?));
    /// # Ok::<(), arabic_dates::ParsePeriodError>(())
    /// ```
    #[must_use]
    pub fn speaks_of(self, asked: Self) -> bool {
        let first = self.first.max(asked.first);
        let last = self.last.min(asked.last);
        if first > last {
            return false;
        }
        let in_months = self.first.day() == 1 && self.last == self.last.last_of_month();
        if !in_months || self.is_within(asked) {
            return true;
        }
        let in_years = self.first.month() == 1 && self.last.month() == 12;
        // The first unit that begins in both ends in both.
        let unit = if in_years {
            Self::year(first.year() + i16::from(first.day_of_year() > 1))
        } else {
            Some(Self {
                first: first.first_of_month(),
                last: first.last_of_month(),
            })
            .filter(|month| month.first == first)
            .or_else(|| {
                let next = first.last_of_month().tomorrow().ok()?;
                Some(Self {
                    first: next,
                    last: next.last_of_month(),
                })
            })
        };
        unit.is_some_and(|unit| unit.last <= last)
    }

    /// Whether it is a single day.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.first == self.last
    }
}

/// How a date was read.
///
/// ```
/// use arabic_dates::{DateRule, mentions};
/// let found = mentions("في ٣ رمضان ١٤٤٢", None);
/// assert_eq!(found[0].rule, DateRule::Hijri);
/// assert_eq!(found[0].rule.name(), "hijri");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
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
    /// The rule in an English word or two; stable, for JSON and for people.
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
///
/// ```
/// use arabic_dates::mentions;
/// let text = "الاتفاق يوم 9 تشرين الأول/نوفمبر 2020"; // October or November?
/// let found = mentions(text, None);
/// assert_eq!(found[0].readings.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
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
    fn dates_speak_of_their_days_months_and_years() {
        for (date, asked, expected) in [
            ("2019-06-20..2019-06-25", "2019-06-20", true),
            ("2019-06-20..2019-06-25", "2019-06-26", false),
            ("2019-06-28..2019-07-03", "2019-06", true),
            ("2019-06", "2019-06-05", false),
            ("2019-06", "2019-05-20..2019-07-10", true),
            ("2019-01..2019-03", "2019-02", true),
            ("2019-01..2019-03", "2019-02-10..2019-03-10", false),
            ("2019-01..2019-03", "2019-02-10..2019-03-31", true),
            ("1992..1994", "1993", true),
            ("1992..1994", "1993-05", false),
            ("1992..1994", "1994-05..1999", false),
            ("1992..1994", "1993-05..1999", true),
            ("2019-06-05", "2019", true),
            ("2019", "2019-01-01..2019-12-30", false),
        ] {
            let of = |text: &str| text.parse::<Period>().unwrap();
            assert_eq!(of(date).speaks_of(of(asked)), expected, "{date} {asked}");
        }
    }

    #[test]
    fn reads_periods_in_figures() {
        for (text, expected) in [
            ("2020", Some("2020-01-01 2020-12-31")),
            ("2020-02", Some("2020-02-01 2020-02-29")),
            ("2020-11-09", Some("2020-11-09 2020-11-09")),
            ("2019..2020-02", Some("2019-01-01 2020-02-29")),
            ("0000", Some("0000-01-01 0000-12-31")),
            ("9999-12", Some("9999-12-01 9999-12-31")),
            ("1445-09-01", Some("2024-03-11 2024-03-11")),
            ("1445-09", Some("2024-03-11 2024-04-09")),
            ("1445", Some("2023-07-19 2024-07-06")),
            ("1445-09..2024-05", Some("2024-03-11 2024-05-31")),
            ("1299..1501", Some("1299-01-01 1501-12-31")),
            ("1445-09-31", None),
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

//! What a mention of a date is: where it stands, which days it may mean, how that was read.

use std::ops::Range;

use jiff::civil::Date;

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

    /// Whether it is a single day.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.first == self.last
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

//! A date as far as it was written, and the days it stands for next to the day of the article.

use jiff::ToSpan;
use jiff::civil::Date;

use arabic_text::months::Calendar;

use super::hijri;
use super::period::Period;

/// Which of several days or months of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum When {
    /// Nothing was said.
    #[default]
    Nearest,
    /// The last one before the article.
    Past,
    /// The first one after it.
    Next,
    /// The nearest one that is not before the article.
    Coming,
    /// The last one that is not after the article.
    Gone,
    /// The last but one.
    PastButOne,
    /// The next but one.
    NextButOne,
    /// The one of the article's year.
    Current,
    /// The one of a year so many years after the article's.
    Years(i16),
    /// A day of the month that is so many after the article's.
    Months(i16),
    /// The one of the week that is so many after the article's.
    Weeks(i16),
    /// That of another date, or any year's.
    Other,
}

/// What of a date was written. At least one part is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartialDate {
    pub calendar: Calendar,
    pub day: Option<i8>,
    pub month: Option<i8>,
    /// A second name that says another month.
    pub other_month: Option<i8>,
    pub year: Option<i16>,
    pub when: When,
}

/// How many times as far a day to come must be to count as far as one that was: news looks back.
const FUTURE_IS_FARTHER: i32 = 2;

/// So many days ahead is the farthest day that needs no word for its year; beyond it, one that was is meant.
const MOST_AHEAD: i32 = 245;

impl PartialDate {
    /// Nothing of a date yet.
    pub(super) fn new(calendar: Calendar) -> Self {
        Self {
            calendar,
            day: None,
            month: None,
            other_month: None,
            year: None,
            when: When::Nearest,
        }
    }

    /// Whether it says a month, by its name or next to the article's.
    pub(super) fn has_month(self) -> bool {
        self.month.is_some() || matches!(self.when, When::Months(_))
    }

    /// The days it means: none if there is no such day or its year is not known, two where two months
    /// are named.
    pub(super) fn periods(self, anchor: Option<Date>) -> Vec<Period> {
        [self.month, self.other_month]
            .into_iter()
            .enumerate()
            .filter(|(i, month)| *i == 0 || month.is_some())
            .filter_map(|(_, month)| Self { month, ..self }.period(anchor))
            .collect()
    }

    fn period(self, anchor: Option<Date>) -> Option<Period> {
        if let Some(year) = self.year {
            return self.in_year(year);
        }
        let anchor = anchor?;
        let this_year = match self.calendar {
            Calendar::Gregorian => anchor.year(),
            Calendar::Hijri => hijri::year_of(anchor)?,
        };
        let around = [this_year - 1, this_year, this_year + 1];
        let mut periods = around.into_iter().filter_map(|year| self.in_year(year));
        match self.when {
            When::Months(offset) => {
                let in_month = anchor.first_of_month().checked_add(offset.months()).ok()?;
                let day = Date::new(in_month.year(), in_month.month(), self.day?).ok()?;
                Some(Period::day(day))
            }
            When::Years(offset) => self.in_year(this_year + offset),
            When::Current => self.in_year(this_year),
            When::Past => periods.rfind(|period| period.last < anchor),
            When::Gone => periods.rfind(|period| period.first <= anchor),
            When::Next => periods.find(|period| period.first > anchor),
            When::Nearest => periods.min_by_key(|period| distance(*period, anchor)),
            When::Coming => {
                let mut coming = periods.clone().filter(|period| period.last >= anchor);
                let is_near = |period: &Period| (period.first - anchor).get_days() <= MOST_AHEAD;
                coming
                    .next()
                    .filter(is_near)
                    .or_else(|| periods.min_by_key(|period| distance(*period, anchor)))
            }
            When::Weeks(_) | When::PastButOne | When::NextButOne | When::Other => None,
        }
    }

    /// The days it means in that year of its calendar.
    pub(super) fn in_year(self, year: i16) -> Option<Period> {
        match (self.calendar, self.month, self.day) {
            (Calendar::Gregorian, Some(month), Some(day)) => {
                Date::new(year, month, day).ok().map(Period::day)
            }
            (Calendar::Gregorian, Some(month), None) => {
                let first = Date::new(year, month, 1).ok()?;
                let last = first.last_of_month();
                Some(Period { first, last })
            }
            (Calendar::Gregorian, None, _) => Period::year(year),
            (Calendar::Hijri, Some(month), Some(day)) => {
                hijri::day(year, month, day).map(Period::day)
            }
            (Calendar::Hijri, Some(month), None) => hijri::month(year, month),
            (Calendar::Hijri, None, _) => hijri::year(year),
        }
    }
}

/// How far `period` is from `anchor`, days to come counting more.
fn distance(period: Period, anchor: Date) -> i32 {
    let days = |from: Date, to: Date| (to - from).get_days();
    if period.contains(anchor) {
        0
    } else if period.last < anchor {
        days(period.last, anchor)
    } else {
        days(anchor, period.first) * FUTURE_IS_FARTHER
    }
}

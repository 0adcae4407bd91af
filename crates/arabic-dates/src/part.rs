//! Parts of a month or a year, and decades: `الأسبوع الأول من حزيران`, `النصف الثاني من آب`,
//! `الربع الأول من 2015`, `صيف 2014`, `تسعينيات القرن الماضي`.
//!
//! What names a part is read as one even where its month or year is not known, so that `الثاني من آب` in
//! `النصف الثاني من آب` is no day.

use jiff::ToSpan;
use jiff::civil::Date;

use arabic_text::months::{Calendar, Certainty};

use super::partial_date::PartialDate;
use super::period::{DateRule, Mention, Period};
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

/// Which part.
#[derive(Clone, Copy)]
enum Part {
    /// One of several equal ones, from 1.
    Share {
        number: i8,
        of: i8,
    },
    /// One of seven days, from 1.
    Week(i8),
    LastWeek,
    /// So many months of a year, from the first.
    FirstMonths(i8),
    /// Three months of a year, from this one on.
    Season(i8),
}

/// The days that a part is of.
pub(super) struct Whole {
    pub period: Period,
    pub unit: Unit,
    /// The token after it.
    pub end: usize,
    /// Whether the article's day tells which it is.
    pub is_relative: bool,
}

/// The days of an equal part of a month: halves of 15 days, thirds of 10.
const DAYS_OF_MONTH: i64 = 30;

impl TokenRun<'_> {
    /// The token after the part or decade at `i`, if there is one; `take` gets what it means.
    pub(super) fn part_or_decade(
        self,
        i: usize,
        anchor: Option<Date>,
        take: &mut impl FnMut(Mention),
    ) -> Option<usize> {
        let (period, is_relative, end) = if let Some((part, at)) = self.part(i) {
            let from = self.skip(at, Meaning::From);
            match self.whole(from, anchor) {
                Some(whole) => (part.days(&whole), whole.is_relative, whole.end),
                None if matches!(part, Part::Season(_)) => return None,
                None => (None, false, at),
            }
        } else {
            let (first_year, is_relative, end) = self.decade(i, anchor)?;
            let period = Period {
                first: Period::year(first_year)?.first,
                last: Period::year(first_year + 9)?.last,
            };
            (Some(period), is_relative, end)
        };
        if let Some(period) = period {
            take(Mention {
                range: self.bytes(i, end),
                readings: vec![period],
                rule: if is_relative {
                    DateRule::Relative
                } else {
                    DateRule::Range
                },
            });
        }
        Some(end)
    }

    fn part(self, i: usize) -> Option<(Part, usize)> {
        if let Some((months @ 2..=11, Unit::Month, at)) = self.counted_units(i)
            && self.is(at, Meaning::Ordinal(1))
            && self.gap_is(at, "")
        {
            return Some((Part::FirstMonths(i8::try_from(months).ok()?), at + 1));
        }
        if let Meaning::TenDays(number) = self.meaning(i)? {
            return Some((Part::Share { number, of: 3 }, i + 1));
        }
        let next = self.meaning(i + 1).filter(|_| self.gap_is(i + 1, ""));
        let part = match (self.meaning(i)?, next) {
            (Meaning::Season(month), _) => return Some((Part::Season(month), i + 1)),
            (Meaning::PartOf(of), Some(Meaning::Ordinal(number))) if number <= of => {
                Part::Share { number, of }
            }
            (Meaning::PartOf(of), Some(Meaning::Last)) => Part::Share { number: of, of },
            (Meaning::WeekWord, Some(Meaning::Ordinal(number @ 1..=5)))
            | (Meaning::Ordinal(number @ 1..=5), Some(Meaning::WeekWord)) => Part::Week(number),
            (Meaning::WeekWord, Some(Meaning::Last)) => Part::LastWeek,
            _ => return None,
        };
        Some((part, i + 2))
    }

    /// The month or year at `i`.
    pub(super) fn whole(self, i: usize, anchor: Option<Date>) -> Option<Whole> {
        if !self.gap_is(i, "") {
            return None;
        }
        if let Some(relative) = self.relative_unit(i) {
            return Some(Whole {
                period: relative.period(anchor?)?,
                unit: relative.unit,
                end: relative.end,
                is_relative: true,
            });
        }
        let (partial, end) = self.named_month(i).or_else(|| {
            let year = self
                .year_only(i)
                .filter(|year| year.is_explicit || self.is_free(i))?;
            Some((year.partial, year.end))
        })?;
        let [period] = partial.periods(anchor)[..] else {
            return None;
        };
        let unit = match partial {
            PartialDate { month: Some(_), .. } => Unit::Month,
            PartialDate {
                calendar: Calendar::Gregorian,
                ..
            } => Unit::Year,
            _ => return None,
        };
        let is_relative = partial.year.is_none();
        Some(Whole {
            period,
            unit,
            end,
            is_relative,
        })
    }

    /// A month by its name, with its year if that follows.
    fn named_month(self, i: usize) -> Option<(PartialDate, usize)> {
        let at = self.skip(i, Meaning::MonthWord);
        let (month, other_month, end) = self.month(at)?;
        let mut partial = PartialDate {
            month: Some(month.number),
            other_month,
            ..PartialDate::new(month.calendar())
        };
        let end = self.year_of(&mut partial, end);
        (month.certainty != Certainty::Rare).then_some((partial, end))
    }

    /// The first year of the decade at `i`, whether the article's day tells its century, and the token after it.
    fn decade(self, i: usize, anchor: Option<Date>) -> Option<(i16, bool, usize)> {
        let Meaning::Decade(tens) = self.meaning(i)? else {
            return None;
        };
        let tens = 10 * i16::from(tens);
        let at = self.skip(i + 1, Meaning::From);
        if self.is(at, Meaning::CenturyWord) && self.gap_is(at, "") {
            let (century, is_relative, end) = self.century(at + 1, anchor)?;
            return Some((century + tens, is_relative, end));
        }
        if let Some((century, is_relative)) = self.century_of_next(i, anchor) {
            return Some((century + tens, is_relative, i + 1));
        }
        // Also an age: `في الستينيات من عمره`.
        let before = i.checked_sub(1).filter(|_| self.gap_is(i, ""));
        let is_time = before.is_some_and(|before| {
            self.is(before, Meaning::Since)
                || self.is(before, Meaning::BeforeYear) && !self.word(before).ends_with("في")
        });
        let after = self.text[self.tokens[i].range.end..].trim_start();
        let is_age = ["من عمر", "من العمر"]
            .iter()
            .any(|age| after.starts_with(age));
        let year = 1900 + tens;
        let is_past = anchor.is_some_and(|anchor| anchor.year() >= year + 10);
        ((tens >= 80 || is_time && tens >= 30) && !is_age && is_past).then_some((year, true, i + 1))
    }

    /// The century that is said after the decade which follows the one at `i`: `السبعينيات والثمانينيات من القرن الماضي`.
    fn century_of_next(self, i: usize, anchor: Option<Date>) -> Option<(i16, bool)> {
        let joins = matches!(self.meaning(i + 1), Some(Meaning::And | Meaning::To));
        let next = i + 1 + usize::from(joins);
        let Some(Meaning::Decade(_)) = self
            .meaning(next)
            .filter(|_| joins || self.tokens[next].and)
        else {
            return None;
        };
        let at = self.skip(next + 1, Meaning::From);
        if !self.is(at, Meaning::CenturyWord) {
            return None;
        }
        let (century, is_relative, _) = self.century(at + 1, anchor)?;
        Some((century, is_relative))
    }

    /// The century after `القرن`: its first year by the hundreds.
    fn century(self, i: usize, anchor: Option<Date>) -> Option<(i16, bool, usize)> {
        if !self.gap_is(i, "") {
            return None;
        }
        let ordinal = |number: i8| 100 * i16::from(number - 1);
        let this = || anchor.map(|anchor| anchor.year() / 100 * 100);
        match self.meaning(i)? {
            Meaning::Past => Some((this()? - 100, true, i + 1)),
            Meaning::Current => Some((this()?, true, i + 1)),
            Meaning::Ordinal(20) => Some((ordinal(20), false, i + 1)),
            Meaning::Ordinal(number) if self.is(i + 1, Meaning::Teen) && number < 10 => {
                Some((ordinal(number + 10), false, i + 2))
            }
            _ => None,
        }
    }
}

impl Part {
    /// Its days; `None` if `whole` has no such part.
    fn days(self, whole: &Whole) -> Option<Period> {
        let Period { first, last } = whole.period;
        let of_month = |from: i64, days: i64, is_last: bool| {
            let first = first.checked_add(from.days()).ok()?;
            let end = first.checked_add((days - 1).days()).ok()?;
            let last = if is_last { last } else { end.min(last) };
            (first <= last).then_some(Period { first, last })
        };
        let of_year = |from: i8, months: i8| {
            let first = Date::new(first.year(), from, 1).ok()?;
            let last = first.checked_add(i64::from(months - 1).months()).ok()?;
            Some(Period {
                first,
                last: last.last_of_month(),
            })
        };
        match (self, whole.unit) {
            (
                Self::Share {
                    number,
                    of: of @ (2 | 3),
                },
                Unit::Month,
            ) => {
                let days = DAYS_OF_MONTH / i64::from(of);
                of_month(i64::from(number - 1) * days, days, number == of)
            }
            (Self::Share { number, of }, Unit::Year) => {
                let months = 12 / of;
                of_year((number - 1) * months + 1, months)
            }
            (Self::Week(number), Unit::Month) => of_month(i64::from(number - 1) * 7, 7, false),
            (Self::LastWeek, Unit::Month) => Some(Period {
                first: last.checked_sub(6.days()).ok()?,
                last,
            }),
            (Self::FirstMonths(months), Unit::Year) => of_year(1, months),
            (Self::Season(month), Unit::Year) => of_year(month, 3),
            _ => None,
        }
    }
}

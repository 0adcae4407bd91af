//! One date in a run of words: a day, a month or a year, as far as it is written.
//!
//! Ranges and pairs of dates are read by [`super::date_range`].

use arabic_text::months::{Calendar, Certainty, Family, Month};

use super::partial_date::{PartialDate, When};
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

/// A date in a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct SingleDate {
    /// The first token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    pub partial: PartialDate,
    /// Whether a number alone was said to be a year.
    pub is_explicit: bool,
    pub is_numeric: bool,
}

impl TokenRun<'_> {
    /// The date at token `i`, longest first.
    pub(super) fn single_date(self, i: usize) -> Option<SingleDate> {
        self.numeric(i)
            .or_else(|| self.day_and_month(i))
            .or_else(|| self.day_of_month(i))
            .or_else(|| self.english(i))
            .or_else(|| self.month_only(i))
            .or_else(|| self.year_only(i))
    }

    /// A day of the month, in digits or words: the day and the token after it.
    pub(super) fn day(self, i: usize) -> Option<(i8, usize)> {
        match self.meaning(i)? {
            Meaning::Number { value, digits } if digits <= 2 => {
                let day = i8::try_from(value).ok()?;
                ((1..=31).contains(&day) && self.is_free(i)).then_some((day, i + 1))
            }
            Meaning::FirstDay => Some((1, i + 1)),
            // `أول أيام رمضان`
            Meaning::Ordinal(1)
                if !self.word(i).contains("ال")
                    && matches!(
                        self.meaning(i + 1),
                        Some(Meaning::Units(Unit::Day) | Meaning::DayWord)
                    )
                    && self.gap_is(i + 1, "") =>
            {
                Some((1, i + 2))
            }
            Meaning::Month(month) if month.family == Family::Libyan && month.number == 9 => {
                self.is(i + 1, Meaning::From).then_some((1, i + 1))
            }
            Meaning::Ordinal(unit) => {
                let follows = |i| self.gap_is(i, "").then(|| self.meaning(i)).flatten();
                match follows(i + 1) {
                    Some(Meaning::Teen) if unit < 10 => Some((unit + 10, i + 2)),
                    Some(Meaning::Ordinal(tens @ (20 | 30)))
                        if self.tokens[i + 1].and && unit < 10 =>
                    {
                        Some((unit + tens, i + 2))
                    }
                    _ => Some((unit, i + 1)),
                }
            }
            _ => None,
        }
    }

    fn day_and_month(self, i: usize) -> Option<SingleDate> {
        let (day, after) = self.day(i)?;
        let is_word = matches!(self.meaning(i), Some(Meaning::Ordinal(_)));
        let from = self.skip(after, Meaning::From);
        let at = self.skip(from, Meaning::MonthWord);
        // `الدور الثالث (أكتوبر 2016)` is no third of October.
        let marks = if is_word { "" } else { "(-/,،" };
        let (month, other_month, mut end) = self.month(at).filter(|_| self.gap_is(at, marks))?;
        let certainty = match month.certainty {
            Certainty::Sure => Certainty::Sure,
            // `أول مارس`; `الدور الأول مارس` is no day.
            _ if is_word && at == after && self.word(i).contains("ال") => return None,
            certainty => certainty,
        };
        let mut partial = PartialDate {
            day: Some(day),
            month: Some(month.number),
            other_month,
            ..PartialDate::new(month.calendar())
        };
        end = self.year_of(&mut partial, end);
        let enough = certainty != Certainty::Rare
            || partial.year.is_some()
            || partial.when != When::Nearest && partial.calendar == Calendar::Hijri
            || at > from && partial.calendar == Calendar::Hijri;
        enough.then_some(SingleDate {
            start: i,
            end,
            partial,
            is_explicit: true,
            is_numeric: false,
        })
    }

    /// `September 27, 2020`.
    fn english(self, i: usize) -> Option<SingleDate> {
        let Some(Meaning::Month(month)) = self.meaning(i) else {
            return None;
        };
        let (day, at) = self.day(i + 1)?;
        let year = self.number_as_year(at, Calendar::Gregorian)?;
        let fits =
            month.family == Family::English && self.gap_is(i + 1, "") && self.gap_is(at, ",");
        fits.then_some(SingleDate {
            start: i,
            end: at + 1,
            partial: PartialDate {
                day: Some(day),
                month: Some(month.number),
                year: Some(year),
                ..PartialDate::new(Calendar::Gregorian)
            },
            is_explicit: true,
            is_numeric: false,
        })
    }

    fn month_only(self, i: usize) -> Option<SingleDate> {
        let at = self.skip(i, Meaning::MonthWord);
        let (month, other_month, end) = self.month(at)?;
        let mut partial = PartialDate {
            month: Some(month.number),
            other_month,
            ..PartialDate::new(month.calendar())
        };
        let after_year = self.year_of(&mut partial, end);
        let is_called_month = at > i;
        let is_paired = end > at + 1;
        let is_dated = partial.year.is_some() || partial.when != When::Nearest;
        let follows_in = self.follows_in(i);
        let enough = match month.certainty {
            Certainty::Sure => true,
            Certainty::Doubtful => {
                is_called_month
                    || is_paired
                    || is_dated
                    || self.is_from_month(i, end)
                    || follows_in
                        && (matches!(month.family, Family::Latin | Family::Hijri)
                            // `أواخر آب`; `في أب` is in a father.
                            || !self.word(i - 1).ends_with(['ي', 'ل']))
            }
            Certainty::Rare => {
                partial.year.is_some() && (is_called_month || month.family == Family::Hijri)
            }
        };
        // `ستة أكتوبر` is a city, `كل يوليو` any.
        let is_other = i > 0
            && matches!(
                self.meaning(i - 1),
                Some(Meaning::Cardinal(_) | Meaning::OtherYear)
            )
            && self.gap_is(i, "");
        let is_bare = !is_dated && !is_paired && !is_called_month;
        let is_range = matches!(
            self.meaning(after_year),
            Some(Meaning::Month(_) | Meaning::To)
        );
        let is_other = is_other || is_bare && !is_range && self.is_titled(i);
        (enough && (is_dated || !is_other)).then_some(SingleDate {
            start: i,
            end: after_year,
            partial,
            is_explicit: true,
            is_numeric: false,
        })
    }

    /// Whether a range to another month begins with the one at `i`, which ends before `end`: `من مارس إلى يونيو`.
    fn is_from_month(self, i: usize, end: usize) -> bool {
        i > 0
            && self.is(i - 1, Meaning::From)
            && self.gap_is(i, "")
            && self.is(end, Meaning::To)
            && matches!(self.meaning(end + 1), Some(Meaning::Month(_)))
    }

    /// The month at `i`, a second one that its other name contradicts it with, and the token after.
    pub(super) fn month(self, i: usize) -> Option<(Month, Option<i8>, usize)> {
        let Some(Meaning::Month(mut month)) = self.meaning(i) else {
            return None;
        };
        let Some(Meaning::Month(second)) = self.meaning(i + 1) else {
            return Some((month, None, i + 1));
        };
        let is_pair = month.family != second.family
            && month.calendar() == second.calendar()
            && second.family != Family::Libyan
            && self.gap_is(i + 1, "/\\-–—()[]،,|")
            && !self.tokens[i + 1].and
            // `حزيران وتموز (يونيو ويوليو)`
            && (month.number == second.number || !self.is_listed(i + 2));
        if !is_pair {
            return Some((month, None, i + 1));
        }
        let sure = if second.certainty == Certainty::Sure {
            second
        } else {
            month
        };
        let other = (second.number != month.number).then_some(second.number);
        let certainty = if other.is_none() {
            Certainty::Sure
        } else {
            sure.certainty
        };
        month.certainty = certainty;
        Some((month, other, i + 2))
    }

    /// Whether a month at `i` is joined to the one before by `و`.
    fn is_listed(self, i: usize) -> bool {
        matches!(self.meaning(i), Some(Meaning::Month(_))) && self.tokens[i].and
    }
}

//! A weekday counted in its month: `الأحد الأول من آب 2015`, `الجمعة الأخيرة من الشهر المقبل`.
//!
//! Where the day of that number is that weekday, it is the day itself that is meant (`السبت الأول من أغسطس`).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::period::{DateRule, Mention, Period};
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

impl TokenRun<'_> {
    /// The token after such a weekday at `i`; `take` gets what it means.
    pub(super) fn nth_weekday(
        self,
        i: usize,
        anchor: Option<Date>,
        take: &mut impl FnMut(Mention),
    ) -> Option<usize> {
        let Some(Meaning::Weekday(day)) = self.meaning(i) else {
            return None;
        };
        let number = match self.meaning(i + 1).filter(|_| self.gap_is(i + 1, ""))? {
            Meaning::Ordinal(number @ 1..=5) => Some(number),
            Meaning::Last => None,
            _ => return None,
        };
        if !self.is(i + 2, Meaning::From) || !self.gap_is(i + 2, "") {
            return None;
        }
        let month = self.whole(i + 3, anchor)?;
        if month.unit != Unit::Month {
            return None;
        }
        let day = Weekday::from_monday_zero_offset(day).ok()?;
        let date = of_month(month.period, day, number)?;
        // Of a month of no year it may as well be the day of another year.
        let is_told = !month.is_relative || self.relative_unit(i + 3).is_some();
        if is_told {
            take(Mention {
                range: self.bytes(i, month.end),
                readings: vec![Period::day(date)],
                rule: if month.is_relative {
                    DateRule::Relative
                } else {
                    DateRule::Written
                },
            });
        }
        Some(month.end)
    }
}

/// The weekday of that number in `month`, the last one without a number; `None` if the day of that number is it.
fn of_month(month: Period, day: Weekday, number: Option<i8>) -> Option<Date> {
    let Some(number) = number else {
        let back = day.until(month.last.weekday());
        return month.last.checked_sub(back.days()).ok();
    };
    let numbered = month.first.checked_add((number - 1).days()).ok()?;
    if numbered.weekday() == day {
        return None;
    }
    let ahead = month.first.weekday().until(day) + 7 * (number - 1);
    let date = month.first.checked_add(ahead.days()).ok()?;
    month.contains(date).then_some(date)
}

//! From one weekday to another: `من الأحد إلى الثلاثاء المقبل`.
//!
//! Without a word that tells of which week, these are hours of opening as often as days, and are left out.

use jiff::ToSpan;

use jiff::civil::Date;

use super::period::Period;
use super::relative::Relative;
use super::token_run::TokenRun;
use super::vocabulary::Meaning;

/// The days from one weekday to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct WeekdayRange {
    /// The token after the last.
    pub end: usize,
    last: Relative,
    /// Days from the first to the last.
    days: i8,
}

impl TokenRun<'_> {
    /// The range of weekdays at token `i`, after `من`.
    pub(super) fn weekday_range(self, i: usize) -> Option<WeekdayRange> {
        let Some(Meaning::Weekday(first)) = self.meaning(i) else {
            return None;
        };
        let after_day = i
            .checked_sub(1)
            .filter(|before| self.is(*before, Meaning::DayWord));
        let from = after_day.unwrap_or(i).checked_sub(1)?;
        let is_from =
            self.is(from, Meaning::From) && self.gap_is(i, "") && self.is(i + 1, Meaning::To);
        let at = if self.is(i + 2, Meaning::DayWord) {
            i + 3
        } else {
            i + 2
        };
        let Some(Meaning::Weekday(last)) = self.meaning(at).filter(|_| is_from) else {
            return None;
        };
        Some(WeekdayRange {
            end: at + 1,
            last: self.relative(at)?,
            days: (last - first).rem_euclid(7),
        })
        .map(|range| WeekdayRange {
            end: range.last.end.max(range.end),
            ..range
        })
    }
}

impl WeekdayRange {
    /// The days it means to an article of `anchor`, if it says which.
    pub(super) fn period(self, anchor: Date) -> Option<Period> {
        if !self.last.is_said() {
            return None;
        }
        let last = self.last.period(anchor)?.last;
        Some(Period {
            first: last.checked_sub(self.days.days()).ok()?,
            last,
        })
    }
}

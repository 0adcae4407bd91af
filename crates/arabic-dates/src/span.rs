//! The days that one date or two joined dates stand for: a day, a month, a year, a range; in one calendar or both.
//!
//! Built by [`super::date_range`] from the tokens.

use jiff::civil::Date;

use arabic_text::months::Calendar;

use super::partial_date::{PartialDate, When};
use super::period::{DateRule, Period};
use super::single_date::SingleDate;

/// The days by which the same day may lie apart in the two calendars: countries begin a month a day
/// before or after each other.
const CALENDARS_DIFFER_BY: i32 = 1;

/// A date or range that is in one piece.
#[derive(Clone, Debug)]
pub(super) struct Span {
    /// The first token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    pub first: PartialDate,
    /// The other end of a range.
    pub last: Option<PartialDate>,
    pub is_numeric: bool,
    /// Its other calendar's version.
    pub other: Option<Box<Span>>,
}

impl Span {
    /// A single date.
    pub(super) fn single(single: SingleDate) -> Self {
        Self {
            start: single.start,
            end: single.end,
            first: single.partial,
            last: None,
            is_numeric: single.is_numeric,
            other: None,
        }
    }

    /// The same, not the nearest one but that of `when` where no year is said.
    pub(super) fn nearest(&self, when: When) -> Self {
        let of_when = |partial: PartialDate| match partial.when {
            When::Nearest => PartialDate { when, ..partial },
            _ => partial,
        };
        let mut span = self.clone();
        match &mut span.last {
            Some(last) => *last = of_when(*last),
            None => span.first = of_when(span.first),
        }
        if let Some(other) = &mut span.other {
            **other = other.nearest(when);
        }
        span
    }

    /// What it means, and how that was read; empty if it means no day.
    pub(super) fn readings(&self, anchor: Option<Date>) -> Vec<Period> {
        let Some(other) = &self.other else {
            return self.own_readings(anchor);
        };
        let (ours, theirs) = match (self.has_year(), other.has_year()) {
            (true, false) => other.beside(self.own_readings(anchor)),
            (false, true) => {
                let (theirs, ours) = self.beside(other.own_readings(anchor));
                (ours, theirs)
            }
            _ => (self.own_readings(anchor), other.own_readings(anchor)),
        };
        let ([a], [b]) = (&ours[..], &theirs[..]) else {
            return if ours.is_empty() { theirs } else { ours };
        };
        let common = if self.first.calendar == Calendar::Gregorian {
            a
        } else {
            b
        };
        if apart(*a, *b) > CALENDARS_DIFFER_BY {
            vec![*a, *b]
        } else {
            vec![*common]
        }
    }

    /// The readings of the other calendar, and those of this one, whose year they give.
    fn beside(&self, theirs: Vec<Period>) -> (Vec<Period>, Vec<Period>) {
        let near = |partial| PartialDate {
            when: When::Nearest,
            ..partial
        };
        let ours = Self {
            first: near(self.first),
            last: self.last.map(near),
            ..self.clone()
        };
        let ours = ours.own_readings(theirs.first().map(|period| period.first));
        (theirs, ours)
    }

    fn own_readings(&self, anchor: Option<Date>) -> Vec<Period> {
        let Some(last) = self.last else {
            return self.first.periods(anchor);
        };
        let ends = last.periods(anchor);
        let first = match ends.first() {
            // The last one before the end, whichever year that is in.
            Some(end)
                if self.first.year.is_none()
                    && matches!(self.first.when, When::Nearest | When::Coming | When::Gone) =>
            {
                let when = When::Past;
                PartialDate { when, ..self.first }.periods(Some(end.last))
            }
            _ => self.first.periods(anchor),
        };
        match (&first[..], &ends[..]) {
            ([first, ..], [end, ..]) if first.first <= end.last => vec![Period {
                first: first.first,
                last: end.last,
            }],
            _ => Vec::new(),
        }
    }

    fn has_year(&self) -> bool {
        self.first.year.is_some() || self.last.is_some_and(|last| last.year.is_some())
    }

    /// Whether it names a day of a month.
    pub(super) fn has_day(&self) -> bool {
        self.first.day.is_some()
    }

    /// Whether day or month stand without a year.
    pub(super) fn lacks_year(&self) -> bool {
        !self.has_year() && self.other.as_ref().is_none_or(|other| !other.has_year())
    }

    /// How it was read.
    pub(super) fn rule(&self) -> DateRule {
        if self.other.is_some() {
            DateRule::BothCalendars
        } else if matches!(self.first.when, When::Months(_)) {
            DateRule::Relative
        } else if self.last.is_some() {
            DateRule::Range
        } else if self.first.year.is_none() {
            DateRule::Inferred
        } else if self.is_numeric {
            DateRule::Numeric
        } else if self.first.calendar == Calendar::Hijri {
            DateRule::Hijri
        } else if self.has_day() {
            DateRule::Written
        } else if self.first.month.is_some() {
            DateRule::Month
        } else {
            DateRule::Year
        }
    }
}

/// The days between two periods, 0 where they meet.
fn apart(a: Period, b: Period) -> i32 {
    let days = |from: Date, to: Date| (to - from).get_days();
    if a.is_day() && b.is_day() {
        return days(a.first, b.first).abs();
    }
    days(a.last, b.first).max(days(b.last, a.first)).max(0)
}

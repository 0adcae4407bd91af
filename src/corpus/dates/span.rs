//! Ranges and lists of dates, and dates in both calendars.
//!
//! `من 27 إلى 29 سبتمبر 2020`, `1992- 1994`, `11 و12 مارس`, `5 رمضان 1442 هـ الموافق 17 أبريل 2021`. What one
//! end leaves out, the other says.

use jiff::civil::Date;

use crate::arabic::months::Calendar;

use super::partial::{Partial, When};
use super::period::{DateRule, Period};
use super::point::{BARE_YEARS, Point, Run};
use super::vocabulary::Meaning;

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
    first: Partial,
    last: Option<Partial>,
    numeric: bool,
    /// Its other calendar's version.
    other: Option<Box<Span>>,
}

/// How two dates are tied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// From one to the other.
    Range,
    /// One and the other.
    List,
}

impl Run<'_> {
    /// The dates at token `i`: one, or several of a list that share what the last one says.
    pub(super) fn spans(self, i: usize) -> Vec<Span> {
        let mut found = self.list(i);
        if let Some(last) = found.last_mut() {
            self.add_other_calendar(last);
        }
        found
    }

    fn list(self, i: usize) -> Vec<Span> {
        let Some(first) = self.point(i) else {
            return self.days(i);
        };
        let tied = self.tie(first.end, self.is_between(i));
        if let Some((tie, at)) = tied
            && let Some(second) = self.end_of_range(&first, at, tie)
            && let Some(span) = range(first, second, tie)
        {
            return vec![span];
        }
        let is_year = |point: &Point| point.partial.month.is_none() && point.partial.day.is_none();
        if is_year(&first) && !first.said && !self.is_year_here(i) {
            return Vec::new();
        }
        let mut found = vec![single(first)];
        // `عامي 2013 و2014`: what was said of the first goes for the next.
        let mut last = first;
        while let Some((Tie::List, at)) = self.tie(last.end, false)
            && is_year(&last)
            && let Some(next) = self.point(at).filter(is_year)
            && next.partial.calendar == last.partial.calendar
        {
            found.push(single(next));
            last = next;
        }
        found
    }

    /// Days whose month comes with the last of them: `27-29 سبتمبر`, `11 و12 مارس`.
    fn days(self, i: usize) -> Vec<Span> {
        let between = self.is_between(i);
        let mut days = Vec::new();
        let mut at = i;
        while let Some((day, end)) = self.day(at)
            && let Some((tie, next)) = self.tie(end, between)
        {
            days.push((at, end, day, tie));
            at = next;
            if let Some(last) = self.point(at)
                && last.partial.day.is_some()
                && !last.numeric
            {
                return days_before(&days, last);
            }
        }
        Vec::new()
    }

    fn is_between(self, i: usize) -> bool {
        i > 0 && self.is(i - 1, Meaning::Between)
    }

    /// What ties token `i` to what came before, and where the second date begins.
    fn tie(self, i: usize, between: bool) -> Option<(Tie, usize)> {
        let (tie, at) = match self.meaning(i)? {
            Meaning::To if self.gap_is(i, ")،,-") => (Tie::Range, i + 1),
            Meaning::And if self.gap_is(i, ")") => (Tie::List, i + 1),
            _ if self.tokens[i].and && self.gap_is(i, ")") => (Tie::List, i),
            _ if matches!(self.gap(i), "-" | "–" | "—" | "ـ" | ")-" | "/") => (Tie::Range, i),
            _ => return None,
        };
        let tie = if between && tie == Tie::List {
            Tie::Range
        } else {
            tie
        };
        let skipped = match self.meaning(at) {
            Some(Meaning::DayWord) => at + 1,
            _ => at,
        };
        let skipped = match self.meaning(skipped) {
            Some(Meaning::Weekday(_)) => skipped + 1,
            _ => skipped,
        };
        Some((tie, skipped))
    }

    /// The second date of a range that `first` opens.
    fn end_of_range(self, first: &Point, at: usize, tie: Tie) -> Option<Point> {
        let years = first.partial.day.is_none() && first.partial.month.is_none();
        if let Some(second) = self.point(at) {
            let from = first.start > 0 && self.is(first.start - 1, Meaning::From);
            let slashed = self.gap(at) == "/" && !years;
            let tied = tie == Tie::Range && !slashed || years && from;
            return tied.then_some(second);
        }
        // `2014-15`
        let Some(Meaning::Number { value, digits: 2 }) = self.meaning(at) else {
            return None;
        };
        let year = first.partial.year?;
        let next = i16::try_from(value).ok()? == (year + 1) % 100;
        let written_together = matches!(self.gap(at), "-" | "/" | "–");
        let follows =
            years && next && tie == Tie::Range && written_together && self.day_is_last(at);
        follows.then_some(Point {
            start: at,
            end: at + 1,
            partial: Partial {
                year: Some(year + 1),
                ..first.partial
            },
            said: first.said,
            numeric: false,
        })
    }

    fn day_is_last(self, at: usize) -> bool {
        !matches!(self.gap(at + 1), "-" | "/" | "–") || at + 1 == self.tokens.len()
    }

    /// Whether a number that may be a year is one: `في 2020`, `(2014)`.
    fn is_year_here(self, i: usize) -> bool {
        let Some(Meaning::Number { value, .. }) = self.meaning(i) else {
            return false;
        };
        let token = &self.tokens[i];
        let after = &self.text[token.range.end..];
        let before = &self.text[..token.start];
        let is_in_brackets = before.ends_with('(') && after.starts_with(')');
        // `النصف الثاني من 2016`
        let is_part_of = i > 1
            && self.is(i - 1, Meaning::From)
            && matches!(self.meaning(i - 2), Some(Meaning::Ordinal(_)))
            && self.gap_is(i - 1, "")
            && self.gap_is(i, "");
        let counts = value % 100 == 0
            && after
                .trim_start_matches(' ')
                .starts_with(char::is_alphabetic);
        BARE_YEARS.contains(&value)
            && self.is_free(i)
            && token.start == token.range.start
            && (is_in_brackets || is_part_of || self.follows_in(i) && !counts)
    }

    /// Ties `span` to the same date in the other calendar where that follows.
    fn add_other_calendar(self, span: &mut Span) {
        let at = span.end;
        let said = self.is(at, Meaning::Equals) && self.gap_is(at, "()،,-/");
        let mut next = at + usize::from(said);
        if !said && !self.gap_is(at, "()-/–=،,") {
            return;
        }
        while said
            && matches!(
                self.meaning(next),
                Some(Meaning::DayWord | Meaning::Weekday(_))
            )
        {
            next += 1;
        }
        if !self.gap_is(next, "()-/–=،,:") {
            return;
        }
        let Some(other) = self.list(next).into_iter().next() else {
            return;
        };
        let alike = other.first.calendar != span.first.calendar
            && other.first.day.is_some() == span.first.day.is_some()
            && other.first.month.is_some() == span.first.month.is_some();
        if alike && !self.tokens[next].and {
            span.end = other.end;
            span.other = Some(Box::new(other));
        }
    }
}

fn single(point: Point) -> Span {
    Span {
        start: point.start,
        end: point.end,
        first: point.partial,
        last: None,
        numeric: point.numeric,
        other: None,
    }
}

/// The days of a list or range whose last is `last`.
fn days_before(days: &[(usize, usize, i8, Tie)], last: Point) -> Vec<Span> {
    let with_day = |day| Partial {
        day: Some(day),
        ..last.partial
    };
    let mut found = Vec::new();
    for (i, &(start, end, day, tie)) in days.iter().enumerate() {
        let is_last = i + 1 == days.len();
        let to = match days.get(i + 1) {
            Some(&(_, _, next, _)) => next,
            None => last.partial.day.unwrap_or(day),
        };
        let is_range = tie == Tie::Range && day < to;
        found.push(Span {
            start,
            end: if is_range && is_last { last.end } else { end },
            first: with_day(day),
            last: (is_range && is_last).then_some(last.partial),
            numeric: false,
            other: None,
        });
        if is_range && is_last {
            return found;
        }
    }
    found.push(single(last));
    found
}

/// `first` to `second`, each with what it leaves out; `None` if they are not that.
fn range(first: Point, second: Point, tie: Tie) -> Option<Span> {
    let (mut a, mut b) = (first.partial, second.partial);
    let years = a.month.is_none() && b.month.is_none();
    if a.calendar != b.calendar || a.month.is_some() != b.month.is_some() {
        return None;
    }
    if years {
        let plain = |point: &Point| {
            let year = point.partial.year.and_then(|year| u32::try_from(year).ok());
            point.said || year.is_some_and(|year| BARE_YEARS.contains(&year))
        };
        let in_order = a.year < b.year && (plain(&first) || second.said) && plain(&second);
        return in_order.then(|| joined(first, second, a, b));
    }
    if tie == Tie::List || a.day.is_some() != b.day.is_some() {
        return None;
    }
    let wraps = i16::from((a.month, a.day) > (b.month, b.day));
    match (a.year, b.year) {
        (None, Some(year)) if a.when == When::Nearest => a.year = Some(year - wraps),
        (Some(year), None) => b.year = Some(year + wraps),
        (None, None) if a.when == When::Nearest && wraps == 0 => a.when = b.when,
        _ => {}
    }
    Some(joined(first, second, a, b))
}

fn joined(first: Point, second: Point, a: Partial, b: Partial) -> Span {
    Span {
        start: first.start,
        end: second.end,
        first: a,
        last: Some(b),
        numeric: false,
        other: None,
    }
}

impl Span {
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
        let near = |partial| Partial {
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
        let first = self.first.periods(anchor);
        let Some(last) = self.last else {
            return first;
        };
        let ends = last.periods(anchor);
        match (&first[..], &ends[..]) {
            ([first, ..], [end, ..]) if first.first <= end.last => vec![Period {
                first: first.first,
                last: end.last,
            }],
            _ => Vec::new(),
        }
    }

    fn has_year(&self) -> bool {
        self.first.year.is_some()
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
        } else if self.last.is_some() {
            DateRule::Range
        } else if self.first.year.is_none() {
            DateRule::Inferred
        } else if self.numeric {
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

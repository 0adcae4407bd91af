//! Ranges and lists of dates, and dates in both calendars.
//!
//! `من 27 إلى 29 سبتمبر 2020`, `1992- 1994`, `11 و12 مارس`, `5 رمضان 1442 هـ الموافق 17 أبريل 2021`. What one
//! end leaves out, the other says. The days they stand for are worked out by [`super::span`].

use super::partial_date::PartialDate;
use super::single_date::SingleDate;
use super::span::Span;
use super::token_run::TokenRun;
use super::vocabulary::Meaning;
use super::year::BARE_YEARS;

/// The most days, or years, of one list; a month has 31. What goes on is no list of days.
const MOST_LISTED: usize = 40;

/// The most words between `الموافق` and its date: a word for day, and a weekday.
const MOST_BEFORE_DAY: usize = 4;

/// What joins two dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Connective {
    /// From one to the other.
    Range,
    /// One and the other.
    List,
}

/// A day whose month comes later.
struct Day {
    start: usize,
    end: usize,
    number: i8,
    /// What joins it to the next.
    connective: Connective,
}

impl TokenRun<'_> {
    /// The dates at token `i`: one, or several of a list that share what the last one says.
    pub(super) fn spans(self, i: usize) -> Vec<Span> {
        let mut found = self.list(i);
        if let Some(last) = found.last_mut() {
            self.add_other_calendar(last);
        }
        found
    }

    fn list(self, i: usize) -> Vec<Span> {
        let Some(first) = self.single_date(i) else {
            return self.days(i);
        };
        let joined = self.connective(first.end, self.is_between(i));
        if let Some((connective, at)) = joined
            && let Some(second) = self.end_of_range(&first, at, connective)
            && let Some(span) = range(first, second, connective, self.is_life(i))
        {
            return vec![span];
        }
        let is_year =
            |single: &SingleDate| single.partial.month.is_none() && single.partial.day.is_none();
        if is_year(&first) && !first.is_explicit && !self.is_year_here(i) {
            return Vec::new();
        }
        let mut found = vec![Span::single(first)];
        // `عامي 2013 و2014`: what was said of the first goes for the next.
        let mut last = first;
        while found.len() < MOST_LISTED
            && let Some((Connective::List, at)) = self.connective(last.end, false)
            && is_year(&last)
            && let Some(next) = self.single_date(at).filter(is_year)
            && next.partial.calendar == last.partial.calendar
        {
            found.push(Span::single(next));
            last = next;
        }
        found
    }

    /// Days whose month comes with the last of them: `27-29 سبتمبر`, `11 و12 مارس`.
    fn days(self, i: usize) -> Vec<Span> {
        let none = self.no_list.take();
        let is_none = none.contains(&i);
        self.no_list.set(none);
        if is_none {
            return Vec::new();
        }
        let between = self.is_between(i);
        let mut days: Vec<Day> = Vec::new();
        let mut at = i;
        while let Some((day, end)) = self.day(at)
            && let Some((connective, next)) = self.connective(end, between)
            && days.len() < MOST_LISTED
        {
            days.push(Day {
                start: at,
                end,
                number: day,
                connective,
            });
            at = next;
            if let Some(last) = self.single_date(at)
                && last.partial.day.is_some()
            {
                // `2-3/5/2015` may be a score and a date.
                let fits = !last.is_numeric
                    || connective == Connective::Range && Some(day) < last.partial.day;
                if fits {
                    return days_before(&days, last);
                }
                break;
            }
        }
        // From each of its days on the list goes the same way, to the same end.
        if let Some(last) = days.last() {
            self.no_list.set(i..last.start);
        }
        Vec::new()
    }

    fn is_between(self, i: usize) -> bool {
        i > 0 && self.is(i - 1, Meaning::Between)
    }

    /// What joins token `i` to what came before, and where the second date begins.
    fn connective(self, i: usize, between: bool) -> Option<(Connective, usize)> {
        let (connective, at) = match self.meaning(i)? {
            Meaning::To if self.gap_is(i, ")،,-") => (Connective::Range, i + 1),
            Meaning::And if self.gap_is(i, ")") => (Connective::List, i + 1),
            _ if self.tokens[i].and && self.gap_is(i, ")") => (Connective::List, i),
            _ if matches!(self.gap(i), "-" | "–" | "—" | "ـ" | ")-" | "/") => {
                (Connective::Range, i)
            }
            _ => return None,
        };
        let connective = if between && connective == Connective::List {
            Connective::Range
        } else {
            connective
        };
        let skipped = match self.meaning(at) {
            Some(Meaning::DayWord) => at + 1,
            _ => at,
        };
        let skipped = match self.meaning(skipped) {
            Some(Meaning::Weekday(_)) => skipped + 1,
            _ => skipped,
        };
        Some((connective, skipped))
    }

    /// The second date of a range that `first` opens.
    fn end_of_range(
        self,
        first: &SingleDate,
        at: usize,
        connective: Connective,
    ) -> Option<SingleDate> {
        let years = first.partial.day.is_none() && first.partial.month.is_none();
        if let Some(second) = self.single_date(at) {
            let from = first.start > 0 && self.is(first.start - 1, Meaning::From);
            let slashed = self.gap(at) == "/" && !years;
            let is_range = connective == Connective::Range && !slashed || years && from;
            return is_range.then_some(second);
        }
        // `2014-15`
        let Some(Meaning::Number { value, digits: 2 }) = self.meaning(at) else {
            return None;
        };
        let year = first.partial.year?;
        let next = i16::try_from(value).ok()? == (year + 1) % 100;
        let written_together = matches!(self.gap(at), "-" | "/" | "–");
        let follows = years
            && next
            && connective == Connective::Range
            && written_together
            && self.day_is_last(at);
        follows.then_some(SingleDate {
            start: at,
            end: at + 1,
            partial: PartialDate {
                year: Some(year + 1),
                ..first.partial
            },
            is_explicit: first.is_explicit,
            is_numeric: false,
        })
    }

    fn day_is_last(self, at: usize) -> bool {
        !matches!(self.gap(at + 1), "-" | "/" | "–") || at + 1 == self.tokens.len()
    }

    /// Joins `span` with the same date in the other calendar where that follows.
    fn add_other_calendar(self, span: &mut Span) {
        let at = span.end;
        let said = self.is(at, Meaning::Equals) && self.gap_is(at, "()،,-/");
        let mut next = at + usize::from(said);
        if !said && !self.gap_is(at, "()-/–=،,") {
            return;
        }
        while said
            && next < at + MOST_BEFORE_DAY
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

/// The days of a list or range whose last is `last`.
fn days_before(days: &[Day], last: SingleDate) -> Vec<Span> {
    let with_day = |day| PartialDate {
        day: Some(day),
        ..last.partial
    };
    let mut found = Vec::new();
    for (i, day) in days.iter().enumerate() {
        let is_last = i + 1 == days.len();
        let is_range =
            day.connective == Connective::Range && is_last && Some(day.number) < last.partial.day;
        found.push(Span {
            start: day.start,
            end: if is_range { last.end } else { day.end },
            first: with_day(day.number),
            last: is_range.then_some(last.partial),
            is_numeric: false,
            other: None,
        });
        if is_range {
            return found;
        }
    }
    found.push(Span::single(last));
    found
}

/// `first` to `second`, each with what it leaves out; `None` if they are not that.
fn range(
    first: SingleDate,
    second: SingleDate,
    connective: Connective,
    is_life: bool,
) -> Option<Span> {
    let (mut a, mut b) = (first.partial, second.partial);
    let years = !a.has_month() && !b.has_month();
    if a.calendar != b.calendar || a.has_month() != b.has_month() {
        return None;
    }
    if years {
        let plain = |single: &SingleDate| {
            let year = single
                .partial
                .year
                .and_then(|year| u32::try_from(year).ok());
            single.is_explicit || year.is_some_and(|year| BARE_YEARS.contains(&year))
        };
        // `1437/1436هـ`, as a year is written from right to left.
        if a.year == b.year.map(|year| year + 1) {
            std::mem::swap(&mut a, &mut b);
        }
        let are_plain = (plain(&first) || second.is_explicit) && plain(&second);
        let in_order = a.year < b.year && (are_plain || is_life);
        return in_order.then(|| span_of_range(first, second, a, b));
    }
    if connective == Connective::List || a.day.is_some() != b.day.is_some() {
        return None;
    }
    if let (Some(year), None) = (a.year, b.year) {
        let wraps = (a.month, a.day) > (b.month, b.day);
        b.year = Some(year + i16::from(wraps));
    }
    Some(span_of_range(first, second, a, b))
}

fn span_of_range(first: SingleDate, second: SingleDate, a: PartialDate, b: PartialDate) -> Span {
    Span {
        start: first.start,
        end: second.end,
        first: a,
        last: Some(b),
        is_numeric: false,
        other: None,
    }
}

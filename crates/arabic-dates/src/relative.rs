//! Days counted from the day of the article: `أمس`, `اليوم الثلاثاء`, `الخميس الماضي`, `العام الماضي`.
//!
//! `اليوم` alone is as often "the day" or "nowadays" as today, so it takes a weekday, a part of the day
//! or who said what (`في بيان لها اليوم`, `أعلن اليوم أن`) beside it. A weekday alone is the last one, the article's own day included.

use jiff::ToSpan;
use jiff::civil::Date;

use super::partial_date::When;
use super::period::Period;
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

/// The most words of a list of weekdays that share what is said of them.
pub(super) const MOST_WEEKDAYS: usize = 6;

/// A day relative to the article's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relative {
    /// The token after the last.
    pub end: usize,
    /// Days from the article's day, where that was said.
    offset: Option<i64>,
    /// Days since Monday.
    weekday: Option<i8>,
    /// The second of two: `ليل الاثنين/ الثلاثاء`.
    until: Option<i8>,
    when: When,
    pub unit: Unit,
}

const AROUND: &str = "(,،\"«-";

impl TokenRun<'_> {
    /// The relative day, month or year at `i`.
    pub(super) fn relative(self, i: usize) -> Option<Relative> {
        self.relative_day(i).or_else(|| self.relative_unit(i))
    }

    fn relative_day(self, i: usize) -> Option<Relative> {
        let (offset, at) = match self.meaning(i)? {
            Meaning::Today => (Some(0), i + 1),
            Meaning::Yesterday => (Some(-1), i + 1),
            Meaning::DayBeforeYesterday => (Some(-2), i + 1),
            Meaning::Tomorrow => (Some(1), i + 1),
            Meaning::DayAfterTomorrow => (Some(2), i + 1),
            Meaning::Weekday(_) => (None, i),
            // `الأول من أمس`
            Meaning::Ordinal(1)
                if self.is(i + 1, Meaning::From)
                    && self.is(i + 2, Meaning::Yesterday)
                    && self.gap_is(i + 1, "")
                    && self.gap_is(i + 2, "") =>
            {
                (Some(-2), i + 3)
            }
            _ => return None,
        };
        let at_weekday = if self.is(at, Meaning::DayWord) {
            at + 1
        } else {
            at
        };
        let weekday = match self.meaning(at_weekday) {
            Some(Meaning::Weekday(day))
                // `بعد غد، والأحد الماضي` are two days.
                if at_weekday == i
                    || self.gap_is(at_weekday, AROUND) && !self.tokens[at_weekday].and =>
            {
                Some(day)
            }
            _ => None,
        };
        let Some(weekday) = weekday else {
            let sure = self.is_day_alone(i);
            return sure.then_some(Relative {
                end: at,
                offset,
                weekday: None,
                until: None,
                when: When::Nearest,
                unit: Unit::Day,
            });
        };
        if offset.is_none() && !self.is_weekday(i) {
            return None;
        }
        let mut end = at_weekday + 1;
        let until = match self.meaning(end) {
            Some(Meaning::Weekday(until))
                if (matches!(self.gap(end), "/" | "-" | "–")
                    || self.gap(end).is_empty() && self.is_night(i))
                    && (until - weekday).rem_euclid(7) == 1 =>
            {
                end += 1;
                Some(until)
            }
            _ => None,
        };
        // `السبت التالي` counts from another day.
        if self.is_of_other_day(end) {
            return None;
        }
        let (when, end) = match self.qualifier(end) {
            (When::Nearest, end) => self.qualifier_of_several(end)?,
            said => said,
        };
        let is_open = when == When::Nearest && offset.is_none() && until.is_none();
        let when = if is_open && self.is_to_come(i, end) {
            When::Coming
        } else {
            when
        };
        Some(Relative {
            end,
            offset,
            weekday: Some(weekday),
            until,
            when,
            unit: Unit::Day,
        })
    }

    /// Whether the weekday at `i` is of a night, which the next day's name may end (`ليل الأحد الاثنين`).
    fn is_night(self, i: usize) -> bool {
        i > 0 && self.is(i - 1, Meaning::PartOfDay) && self.word(i - 1).contains("لي")
    }

    /// Whether a word like `أمس` at `i`, with no weekday, is a day of the calendar.
    fn is_day_alone(self, i: usize) -> bool {
        let word = self.word(i);
        let before = i.checked_sub(1).filter(|_| self.gap_is(i, ""));
        let before = before.and_then(|before| self.meaning(before));
        match self.meaning(i) {
            Some(Meaning::Today) => {
                // `مساء اليوم الأول من العيد` counts from another day, as `صباح اليوم التالي` does.
                let is_first = matches!(self.meaning(i + 1), Some(Meaning::Ordinal(_)));
                let is_said = matches!(before, Some(Meaning::PartOfDay | Meaning::Statement));
                !is_first
                    && (is_said && !self.is_other_day(i + 1)
                        || self.is(i + 1, Meaning::That)
                            && self.gap_is(i + 1, "،,")
                            && !self.is_duty(i)
                        || self.is_today(i))
            }
            // Without its tanween `غدا` is "became".
            Some(Meaning::Tomorrow) => {
                matches!(before, Some(Meaning::PartOfDay | Meaning::DayWord))
                    || word.contains('\u{064B}') && !self.is_alternative(i) && !self.is_described(i)
                    || self.is_last_word(i) && !self.is_alternative(i)
            }
            // With the article, `بالأمس`, it is "lately".
            Some(
                Meaning::Yesterday
                | Meaning::DayBeforeYesterday
                | Meaning::DayAfterTomorrow
                | Meaning::Ordinal(_),
                // `في أمس الحاجة` is no day.
            ) => !self.is_alternative(i) && !self.next_word(i + 1).starts_with("الحاج"),
            _ => false,
        }
    }

    /// Whether `غدا` at `i` is what becomes of someone: `غداً مشرقاً`, `غداً أفضل`.
    fn is_described(self, i: usize) -> bool {
        let next = self.next_word(i + 1);
        let is_participle = next.starts_with('م') && next.ends_with(['ا', '\u{064B}']);
        is_participle || next == "أفضل"
    }

    /// Whether a sentence or part of it ends after token `i`, or it lies ahead: `يقود الهجوم غدا`.
    fn is_last_word(self, i: usize) -> bool {
        let after = self.text[self.tokens[i].range.end..].trim_start_matches(' ');
        let is_end =
            after.is_empty() || after.starts_with(['\n', '.', '،', ',', '؛', ')', '»', '!']);
        let before = self.text[..self.tokens[i].start].trim_end();
        let is_listed = self.tokens[i].and && !before.ends_with("اليوم");
        is_end && !is_listed && !before.ends_with('،') || self.is_to_come(i, i + 1)
    }

    /// Whether the weekday at `i` is one of the days of any week: `أيام الخميس والجمعة والسبت`.
    fn is_in_days(self, i: usize) -> bool {
        let mut at = i;
        while at > 0
            && i - at < MOST_WEEKDAYS
            && self.tokens[at].and
            && matches!(self.meaning(at - 1), Some(Meaning::Weekday(_)))
        {
            at -= 1;
        }
        at < i && at > 0 && self.is(at - 1, Meaning::Units(Unit::Day))
    }

    /// Whether the weekday at `i` is one of two of every week, which no one day parts: `يومي الثلاثاء والخميس`. Two on end
    /// are as often those of this week.
    fn is_of_two_days_apart(self, i: usize) -> bool {
        let weekday = |at| match self.meaning(at) {
            Some(Meaning::Weekday(day)) => Some(day),
            _ => None,
        };
        let are_two = |first: usize| {
            let (a, b) = (weekday(first)?, weekday(first + 1)?);
            let are_apart = !matches!((b - a).rem_euclid(7), 1 | 6);
            let before = self.text[..self.tokens[first].start].trim_end();
            let are_open = self.qualifier(first + 2).0 == When::Nearest
                && !matches!(self.meaning(first + 2), Some(Meaning::Number { .. }));
            Some(
                are_apart
                    && before.ends_with("يومي")
                    && self.tokens[first + 1].and
                    && self.gap_is(first + 1, "")
                    && are_open,
            )
        };
        [Some(i), i.checked_sub(1)]
            .into_iter()
            .flatten()
            .any(|first| are_two(first) == Some(true))
    }

    /// Whether the weekday at `i` is a day and not part of a name.
    fn is_weekday(self, i: usize) -> bool {
        let before = i.checked_sub(1).filter(|_| self.gap_is(i, ""));
        let before = before.and_then(|before| self.meaning(before));
        let is_title = self.is_quoted(i, i + 1);
        !is_title
            && !self.is_surname(i)
            && !self.is_in_days(i)
            && !self.is_of_two_days_apart(i)
            && !matches!(
                before,
                Some(
                    Meaning::NoWeekday
                        | Meaning::Units(Unit::Day)
                        | Meaning::NamedAfter
                        | Meaning::OtherYear
                )
            )
    }
}

impl Relative {
    /// A week, month or year.
    pub(super) fn of_unit(unit: Unit, when: When, end: usize) -> Self {
        Self {
            end,
            offset: None,
            weekday: None,
            until: None,
            when,
            unit,
        }
    }

    /// The days it means to an article of `anchor`.
    pub(super) fn period(self, anchor: Date) -> Option<Period> {
        let step = self.step();
        match self.unit {
            Unit::Year => Period::year(anchor.year() + step),
            Unit::Week => week_of(anchor.checked_add(i64::from(step).weeks()).ok()?),
            Unit::Month => {
                let in_month = anchor.checked_add(i64::from(step).months()).ok()?;
                Some(Period {
                    first: in_month.first_of_month(),
                    last: in_month.last_of_month(),
                })
            }
            Unit::Day => self.days(anchor),
        }
    }

    /// Whether it says which of several days of a name it is.
    pub(super) fn is_said(self) -> bool {
        self.when != When::Nearest
    }

    /// So many weeks, months or years from the article's.
    pub(super) fn step(self) -> i16 {
        match self.when {
            When::PastButOne => -2,
            When::Past => -1,
            When::Next => 1,
            When::NextButOne => 2,
            _ => 0,
        }
    }

    fn days(self, anchor: Date) -> Option<Period> {
        let from = anchor.checked_add(self.offset.unwrap_or(0).days()).ok()?;
        let Some(weekday) = self.weekday else {
            return Some(Period::day(from));
        };
        let weeks = match self.when {
            When::Weeks(weeks) => Some(weeks),
            When::Current => Some(0),
            _ => None,
        };
        if let Some(weeks) = weeks {
            let first = week_of(from.checked_add(weeks.weeks()).ok()?)?.first;
            return Some(Period::day(
                first.checked_add(((weekday + 1) % 7).days()).ok()?,
            ));
        }
        let since_monday = from.weekday().to_monday_zero_offset();
        let ahead = i64::from((weekday - since_monday).rem_euclid(7));
        let days = match (self.offset, self.when) {
            // The weekday is surer than the day the article was filed, but what was is not after it.
            (Some(offset), _) if offset > 0 && ahead <= 3 || ahead <= -offset => ahead,
            (None, When::Next) if ahead == 0 => 7,
            (None, When::Next | When::Coming) => ahead,
            (None, When::NextButOne) if ahead == 0 => 14,
            (None, When::NextButOne) => ahead + 7,
            (None, When::PastButOne) => ahead - 14,
            (None, When::Nearest) if ahead == 0 => 0,
            _ => ahead - 7,
        };
        let first = from.checked_add(days.days()).ok()?;
        let last = if self.until.is_some() {
            first.tomorrow().ok()?
        } else {
            first
        };
        Some(Period { first, last })
    }
}

/// The week of `day`. It begins on Sunday, as where most Arab papers appear.
pub(super) fn week_of(day: Date) -> Option<Period> {
    let since_sunday = day.weekday().to_sunday_zero_offset();
    let first = day.checked_sub(since_sunday.days()).ok()?;
    let last = first.checked_add(6.days()).ok()?;
    Some(Period { first, last })
}

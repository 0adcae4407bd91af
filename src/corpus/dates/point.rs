//! One date in a run of words: a day, a month or a year, as far as it is written.
//!
//! Knows how the parts of a date follow each other; ranges and pairs of dates are
//! [`super::span`]'s.

use crate::arabic::months::{Calendar, Certainty, Family, Month};

use super::lex::Token;
use super::partial::{Partial, When};
use super::vocabulary::Meaning;

/// A date in a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// The first token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    pub partial: Partial,
    /// Whether a number alone was said to be a year.
    pub said: bool,
    pub numeric: bool,
}

/// A run of words and the text they stand in.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
}

/// Years of the common calendar that a number without anything beside it may be.
pub(super) const BARE_YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;
/// Years that must be Hijri in news; nobody writes of the Middle Ages in digits.
const HIJRI_YEARS: std::ops::RangeInclusive<u32> = 1301..=1499;

impl<'a> Run<'a> {
    pub(super) fn meaning(self, i: usize) -> Option<Meaning> {
        self.tokens.get(i).map(|token| token.meaning)
    }

    pub(super) fn is(self, i: usize, meaning: Meaning) -> bool {
        self.meaning(i) == Some(meaning)
    }

    /// What stands between token `i` and the one before it, without the space around it.
    pub(super) fn gap(self, i: usize) -> &'a str {
        match (
            i.checked_sub(1).and_then(|p| self.tokens.get(p)),
            self.tokens.get(i),
        ) {
            (Some(before), Some(token)) => {
                self.text[before.range.end..token.start.max(before.range.end)].trim()
            }
            _ => "",
        }
    }

    /// Whether only marks out of `allowed` stand between token `i` and the one before it.
    pub(super) fn gap_is(self, i: usize, allowed: &str) -> bool {
        let is_allowed = |c: char| c.is_whitespace() || allowed.contains(c);
        self.gap(i).chars().all(is_allowed)
    }

    fn skip(self, i: usize, meaning: Meaning) -> usize {
        i + usize::from(self.is(i, meaning) && self.gap_is(i, ")]"))
    }

    /// Skips the word that a year follows.
    fn skip_year_word(self, i: usize) -> usize {
        self.skip(self.skip(i, Meaning::YearWord), Meaning::YearsWord)
    }

    /// Whether the number at `i` stands alone: no part of a larger number, a share or a price.
    pub(super) fn is_free(self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else {
            return false;
        };
        let before = self.text[..token.start].chars().next_back();
        let mut after = self.text[token.range.end..].chars();
        let next = after.next();
        let digit_follows = after.next().is_some_and(char::is_numeric);
        let digit_precedes = || {
            let mut before = self.text[..token.start].chars().rev();
            before.next();
            before.next().is_some_and(char::is_numeric)
        };
        let joins = |c: char| matches!(c, '.' | ',' | ':' | '/' | '\\' | '٫' | '٬' | '،');
        let is_amount = |c: char| matches!(c, '%' | '٪' | '$' | '€' | '£' | '°' | '+' | '#');
        !(next.is_some_and(|c| is_amount(c) || joins(c) && digit_follows)
            || before.is_some_and(|c| is_amount(c) || joins(c) && digit_precedes()))
    }

    /// The date at token `i`, longest first.
    pub(super) fn point(self, i: usize) -> Option<Point> {
        self.numeric(i)
            .or_else(|| self.day_and_month(i))
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

    fn day_and_month(self, i: usize) -> Option<Point> {
        let (day, after) = self.day(i)?;
        let is_word = matches!(self.meaning(i), Some(Meaning::Ordinal(_)));
        let from = self.skip(after, Meaning::From);
        let at = self.skip(from, Meaning::MonthWord);
        let (month, other_month, mut end) = self.month(at).filter(|_| self.gap_is(at, "(-/,،"))?;
        let certainty = match month.certainty {
            Certainty::Sure => Certainty::Sure,
            _ if is_word && at == after => return None,
            certainty => certainty,
        };
        let mut partial = Partial {
            calendar: month.calendar(),
            day: Some(day),
            month: Some(month.number),
            other_month,
            year: None,
            when: When::Nearest,
        };
        end = self.year_of(&mut partial, end);
        let enough = certainty != Certainty::Rare
            || partial.year.is_some()
            || partial.when != When::Nearest && partial.calendar == Calendar::Hijri
            || at > from && partial.calendar == Calendar::Hijri;
        enough.then_some(Point {
            start: i,
            end,
            partial,
            said: true,
            numeric: false,
        })
    }

    /// `September 27, 2020`.
    fn english(self, i: usize) -> Option<Point> {
        let Some(Meaning::Month(month)) = self.meaning(i) else {
            return None;
        };
        let (day, at) = self.day(i + 1)?;
        let year = self.number_as_year(at, Calendar::Gregorian)?;
        let fits =
            month.family == Family::English && self.gap_is(i + 1, "") && self.gap_is(at, ",");
        fits.then_some(Point {
            start: i,
            end: at + 1,
            partial: Partial {
                calendar: Calendar::Gregorian,
                day: Some(day),
                month: Some(month.number),
                other_month: None,
                year: Some(year),
                when: When::Nearest,
            },
            said: true,
            numeric: false,
        })
    }

    fn month_only(self, i: usize) -> Option<Point> {
        let at = self.skip(i, Meaning::MonthWord);
        let (month, other_month, end) = self.month(at)?;
        let mut partial = Partial {
            calendar: month.calendar(),
            day: None,
            month: Some(month.number),
            other_month,
            year: None,
            when: When::Nearest,
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
                    || follows_in && matches!(month.family, Family::Latin | Family::Hijri)
            }
            Certainty::Rare => {
                partial.year.is_some() && (is_called_month || month.family == Family::Hijri)
            }
        };
        enough.then_some(Point {
            start: i,
            end: after_year,
            partial,
            said: true,
            numeric: false,
        })
    }

    /// The month at `i`, a second one that its other name contradicts it with, and the token after.
    fn month(self, i: usize) -> Option<(Month, Option<i8>, usize)> {
        let Some(Meaning::Month(month)) = self.meaning(i) else {
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
        Some((Month { certainty, ..month }, other, i + 2))
    }

    /// Whether a month at `i` is tied on by `و`.
    fn is_listed(self, i: usize) -> bool {
        matches!(self.meaning(i), Some(Meaning::Month(_))) && self.tokens[i].and
    }

    /// Adds the year, or what is said instead, that follows a month at `i`; the token after it.
    fn year_of(self, partial: &mut Partial, i: usize) -> usize {
        if !self.gap_is(i, "-/،,()[]") {
            return i;
        }
        let is_in_year = self.is(i, Meaning::BeforeYear) && self.is(i + 1, Meaning::YearWord);
        let from = if is_in_year {
            i + 1
        } else {
            self.skip(i, Meaning::From)
        };
        let this = self.skip(from, Meaning::This);
        let at = self.skip_year_word(this);
        let is_named = at > this;
        if let Some(year) = self.number_as_year(at, partial.calendar)
            && self.gap_is(at, "-/،,()[]")
        {
            partial.year = Some(year);
            let era = Meaning::Era(partial.calendar);
            return at + 1 + usize::from(self.is(at + 1, era) && self.gap_is(at + 1, ")"));
        }
        let says_other = |i| self.is(i, Meaning::OtherYear) && self.gap_is(i, "");
        if says_other(at) || says_other(from) {
            partial.when = When::Other;
            return at + 1;
        }
        if this > from && is_named {
            partial.when = When::Current;
            return at;
        }
        let (when, years) = match self.meaning(at) {
            Some(Meaning::Past) => (When::Past, -1),
            Some(Meaning::Next) => (When::Next, 1),
            Some(Meaning::Current) => (When::Current, 0),
            _ => return i,
        };
        if !self.gap_is(at, ")]") || from > i && !is_named {
            return i;
        }
        partial.when = if is_named { When::Years(years) } else { when };
        at + 1
    }

    /// The number at `i` as a year of `calendar`.
    pub(super) fn number_as_year(self, i: usize, calendar: Calendar) -> Option<i16> {
        let Some(Meaning::Number { value, digits }) = self.meaning(i) else {
            return None;
        };
        let era = match self.meaning(i + 1) {
            Some(Meaning::Era(era)) if self.gap_is(i + 1, "") => Some(era),
            _ => None,
        };
        let fits = match (calendar, digits) {
            (Calendar::Gregorian, 4) => (1000..2200).contains(&value),
            (Calendar::Hijri, 4) => value < 1600,
            (_, 3) => era.is_some() && value > 0,
            _ => false,
        };
        let contradicts = era.is_some_and(|era| era != calendar);
        (fits && !contradicts && self.ends_number(i)).then(|| i16::try_from(value).ok())?
    }

    /// Whether the number at `i` is no whole part of a larger one.
    fn ends_number(self, i: usize) -> bool {
        let after = &self.text[self.tokens[i].range.end..];
        let mut after = after.chars();
        let is_joined = after
            .next()
            .is_some_and(|c| matches!(c, '.' | ',' | '٫' | '٬' | ':'))
            && after.next().is_some_and(char::is_numeric);
        let is_share = self.text[self.tokens[i].range.end..].starts_with(['%', '٪', '$']);
        !is_joined && !is_share
    }

    /// Whether `في` or its like stands right before `i`.
    pub(super) fn follows_in(self, i: usize) -> bool {
        i > 0 && self.is(i - 1, Meaning::BeforeYear) && self.gap_is(i, "")
    }

    fn year_only(self, i: usize) -> Option<Point> {
        let mut at = self.skip_year_word(i);
        let is_named = at > i;
        if is_named
            && matches!(
                self.meaning(at),
                Some(Meaning::Past | Meaning::Next | Meaning::Current)
            )
        {
            at += 1;
        }
        let Some(Meaning::Number { value, .. }) = self.meaning(at) else {
            return None;
        };
        let era = match self.meaning(at + 1) {
            Some(Meaning::Era(era)) if self.gap_is(at + 1, "") => Some(era),
            _ => None,
        };
        let calendar = match era {
            Some(era) => era,
            None if HIJRI_YEARS.contains(&value) => Calendar::Hijri,
            None => Calendar::Gregorian,
        };
        let year = self.number_as_year(at, calendar)?;
        // `1900م` on a mountain and `1500م` on a track are metres.
        let is_length = era == Some(Calendar::Gregorian) && value % 100 == 0 && !self.follows_in(i);
        let possible = is_named
            || era.is_some() && !is_length
            || era.is_none() && (BARE_YEARS.contains(&value) || HIJRI_YEARS.contains(&value));
        possible.then_some(Point {
            start: i,
            end: at + 1 + usize::from(era.is_some()),
            partial: Partial {
                calendar,
                day: None,
                month: None,
                other_month: None,
                year: Some(year),
                when: When::Nearest,
            },
            said: is_named || era.is_some(),
            numeric: false,
        })
    }
}

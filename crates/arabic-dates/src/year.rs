//! Years: after a month, and alone where something says that a number is one.

use std::ops::RangeInclusive;

use arabic_text::months::Calendar;

use super::partial_date::{PartialDate, When};
use super::single_date::SingleDate;
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

/// Years of the common calendar that a number without anything beside it may be.
pub(super) const BARE_YEARS: RangeInclusive<u32> = 1900..=2099;
/// Years that must be Hijri in news; the Middle Ages are not written of in digits.
const HIJRI_YEARS: RangeInclusive<u32> = 1301..=1499;

/// Years of the common calendar before this one need a word for them; `(1250م)` is a length.
const EARLIEST_BARE: u32 = 1500;
/// Years of the common calendar in which a life may begin, and the most of one.
const LIVES: RangeInclusive<u32> = 1500..=2099;
const LONGEST_LIFE: u32 = 120;

/// The most characters between a year and what says that it was before Christ: another year.
const MOST_JOINING: usize = 16;

impl TokenRun<'_> {
    /// The token after the word at `i` that a year follows, `i` where there is none, or marks before it.
    fn skip_year_word(self, i: usize) -> usize {
        if self.gap_is(i, ")]") {
            self.after_year_word(i)
        } else {
            i
        }
    }

    /// The same, whatever is before it.
    fn after_year_word(self, i: usize) -> usize {
        if !matches!(
            self.meaning(i),
            Some(Meaning::YearWord | Meaning::YearsWord | Meaning::TheDual(Unit::Year))
        ) {
            return i;
        }
        let at = i + 1;
        // `العام المالي 2020`, `العام الهجري 1444`
        let is_kind = match self.meaning(at) {
            Some(Meaning::YearKind) => true,
            Some(Meaning::Era(_)) => self.word(at).starts_with("ال"),
            _ => false,
        };
        let is_followed = matches!(self.meaning(at + 1), Some(Meaning::Number { .. }));
        let skips = is_kind && is_followed && self.gap_is(at, "") && self.gap_is(at + 1, "(");
        at + usize::from(skips)
    }

    /// Adds the year, or what is said instead, that follows a month at `i`; the token after it.
    pub(super) fn year_of(self, partial: &mut PartialDate, i: usize) -> usize {
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
        if let Some((year, end)) = self.year_at(at, partial.calendar)
            && self.gap_is(at, "-/،,()[]")
        {
            partial.year = Some(year);
            let era = Meaning::Era(partial.calendar);
            return end + usize::from(self.is(end, era) && self.gap_is(end, ")"));
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
            Some(Meaning::PastButOne) if is_named => (When::PastButOne, -2),
            Some(Meaning::NextButOne) if is_named => (When::NextButOne, 2),
            _ => return i,
        };
        if !self.gap_is(at, ")]") || from > i && !is_named {
            return i;
        }
        partial.when = if is_named { When::Years(years) } else { when };
        at + 1
    }

    /// The year of `calendar` at `i`, in figures or words, and the token after it.
    fn year_at(self, i: usize, calendar: Calendar) -> Option<(i16, usize)> {
        if let Some(year) = self.number_as_year(i, calendar) {
            return Some((year, i + 1));
        }
        let (year, end) = self.spelled(i)?;
        let possible = match calendar {
            Calendar::Gregorian => 1500..2200,
            Calendar::Hijri => 1200..1500,
        };
        let contradicts = self.era(end).is_some_and(|era| era != calendar);
        (possible.contains(&year) && !contradicts).then_some((i16::try_from(year).ok()?, end))
    }

    /// The number at `i` as a year of `calendar`.
    pub(super) fn number_as_year(self, i: usize, calendar: Calendar) -> Option<i16> {
        let Some(Meaning::Number { value, digits }) = self.meaning(i) else {
            return None;
        };
        let era = self.era(i + 1);
        let fits = match (calendar, digits) {
            (Calendar::Gregorian, 4) => (1000..2200).contains(&value),
            (Calendar::Hijri, 4) => value < 1600,
            (_, 3) => era.is_some() && value > 0,
            _ => false,
        };
        let contradicts = era.is_some_and(|era| era != calendar);
        (fits && !contradicts && self.is_whole(i)).then(|| i16::try_from(value).ok())?
    }

    /// The era at `i`, right after its number and no unit of area (`723 م2`).
    fn era(self, i: usize) -> Option<Calendar> {
        let Some(Meaning::Era(era)) = self.meaning(i) else {
            return None;
        };
        let after = &self.text[self.tokens[i].range.end..];
        (self.gap_is(i, "") && !after.starts_with(char::is_numeric)).then_some(era)
    }

    /// Whether the number at `i` is no part of a larger one, and no share.
    fn is_whole(self, i: usize) -> bool {
        let token = &self.tokens[i];
        let after = &self.text[token.range.end..];
        let is_mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '.' | ',' | '٫' | '٬' | ':'));
        let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        let mut next = after.chars();
        let mut before = self.text[..token.start].chars().rev();
        let goes_on = is_mark(next.next()) && is_digit(next.next());
        let went_on = is_mark(before.next()) && is_digit(before.next());
        !goes_on && !went_on && !after.starts_with(['%', '٪', '$'])
    }

    /// A year, named as one or possible as one.
    pub(super) fn year_only(self, i: usize) -> Option<SingleDate> {
        let mut at = self.after_year_word(i);
        let is_named = at > i;
        if is_named
            && matches!(
                self.meaning(at),
                Some(
                    Meaning::Past
                        | Meaning::Next
                        | Meaning::Current
                        | Meaning::PastButOne
                        | Meaning::NextButOne
                )
            )
        {
            at += 1;
        }
        let (value, end) = match self.meaning(at) {
            Some(Meaning::Number { value, .. }) => (value, at + 1),
            // A number in words is a year only where it is called one.
            _ if is_named && self.gap_is(at, "") => {
                let (value, end) = self.spelled(at)?;
                (u32::from(value), end)
            }
            _ => return None,
        };
        let era = self.era(end);
        let calendar = match era {
            Some(era) => era,
            None if HIJRI_YEARS.contains(&value) => Calendar::Hijri,
            None => Calendar::Gregorian,
        };
        let (year, _) = self.year_at(at, calendar)?;
        // `1900م` on a mountain and `1500م` on a track are metres.
        let is_round = value % 100 == 0 || value < EARLIEST_BARE && !self.is_beside_year(at);
        let is_metre = era == Some(Calendar::Gregorian) && self.word(end) == "م";
        let is_length = is_metre && is_round && !self.follows_in(i);
        if self.is_before_christ(at) {
            return None;
        }
        let possible = is_named
            || era.is_some() && !is_length
            || self.is_life(at)
            || at > 0 && self.is_life(at - 1)
            || era.is_none() && (BARE_YEARS.contains(&value) || HIJRI_YEARS.contains(&value));
        possible.then_some(SingleDate {
            start: i,
            end: end + usize::from(era.is_some()),
            partial: PartialDate {
                year: Some(year),
                ..PartialDate::new(calendar)
            },
            is_explicit: is_named || era.is_some(),
            is_numeric: false,
        })
    }

    /// Whether the number at `i` is written beside a year (`449هـ = 1057م`, `872 – 950م`), or as that of a death (`ت112م`).
    fn is_beside_year(self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|before| self.meaning(before));
        let is_glued = self.tokens[i].start < self.tokens[i].range.start;
        is_glued
            || matches!(
                before,
                Some(Meaning::Era(_) | Meaning::Number { .. } | Meaning::Equals)
            )
    }

    /// Whether the year at `i`, or the one joined to it, is before the common era: `1878 و1843 قبل الميلاد`.
    fn is_before_christ(self, i: usize) -> bool {
        let after = &self.text[self.tokens[i].range.end..];
        let is_joining = |c: char| matches!(c, ' ' | '-' | '–' | 'و') || c.is_numeric();
        let mut after = after.char_indices().take(MOST_JOINING);
        let Some((at, _)) = after.find(|(_, c)| !is_joining(*c)) else {
            return false;
        };
        let after = &self.text[self.tokens[i].range.end + at..];
        ["قبل الميلاد", "ق.م", "ق. م", "ق م"]
            .iter()
            .any(|era| after.starts_with(era))
    }

    /// Whether the years of a life begin at `i`, alone in brackets: `(1881 - 1973)`.
    pub(super) fn is_life(self, i: usize) -> bool {
        let year = |i| match self.meaning(i) {
            Some(Meaning::Number { value, digits: 4 }) => Some(value),
            _ => None,
        };
        let (Some(first), Some(last)) = (year(i), year(i + 1)) else {
            return false;
        };
        let before = &self.text[..self.tokens[i].start];
        let after = &self.text[self.tokens[i + 1].range.end..];
        let is_alone = before.ends_with('(') && after.starts_with(')');
        let is_range = matches!(self.gap(i + 1), "-" | "–" | "—");
        let is_near = first < last && last - first <= LONGEST_LIFE;
        is_alone && is_range && is_near && LIVES.contains(&first)
    }

    /// Whether `في` or its like stands right before `i`.
    pub(super) fn follows_in(self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|before| self.meaning(before));
        let says_so = matches!(
            before,
            Some(Meaning::BeforeYear | Meaning::Since | Meaning::Season(_))
        );
        says_so && self.gap_is(i, "")
    }

    /// Whether a number that may be a year is one: `في 2020`, `(2014)`.
    pub(super) fn is_year_here(self, i: usize) -> bool {
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
        let is_of_event = i > 0 && self.is(i - 1, Meaning::NamedAfter) && self.is_event(i - 1);
        BARE_YEARS.contains(&value)
            && self.is_free(i)
            && token.start == token.range.start
            && (is_in_brackets || is_part_of || is_of_event || self.follows_in(i) && !counts)
    }
}

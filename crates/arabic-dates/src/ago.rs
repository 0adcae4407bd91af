//! So long before the article: `قبل يومين`, `منذ 3 أيام`, `قبل خمسة عشر عاما`; so long after it, where what is told
//! of lies ahead: `ستعود بعد شهرين`.
//!
//! Days and weeks give a day, months a month, and years a year. What goes on (`قبل يومين من الحفل`,
//! `قبل عام ونصف`), is denied (`لن تبدأ قبل شهرين`) or rough (`قبل نحو عامين`) counts otherwise, and is left out.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::Date;

use super::period::Period;
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

/// So many units before the day of the article, or after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ago {
    /// The token after the last.
    pub end: usize,
    count: u16,
    unit: Unit,
    is_after: bool,
}

/// Numbers that people count in a unit; larger ones are rough, or history.
fn counted(unit: Unit) -> RangeInclusive<u16> {
    match unit {
        Unit::Day => 1..=100,
        Unit::Week => 1..=52,
        Unit::Month => 1..=36,
        Unit::Year => 1..=99,
    }
}

/// Words right after it with which it counts from another date, or goes on.
const OTHER_AFTER: &[&str] = &[
    "و",
    "أو",
    "او",
    "ونصف",
    "ونصفا",
    "وربع",
    "وثلث",
    "ونيف",
    "تقريبا",
    "تقريباً",
    "ونصفاً",
    "فأكثر",
    "فقط",
];

/// What may follow one of a unit that is not described.
const PREPOSITIONS: &[&str] = &["", "في", "إلى", "بعد", "عبر", "خلال", "أن", "بين"];

/// Words before it with which it is a bound of what is to come.
const DENIED_BEFORE: &[&str] = &[
    "لن", "ولن", "لا", "ولا", "ليس", "وليس", "ألا", "الا", "وألا", "سوى", "أكثر", "أقل",
];

impl<'a> TokenRun<'a> {
    /// `قبل` or `منذ` at token `i` with what is counted.
    pub(super) fn ago(self, i: usize) -> Option<Ago> {
        let is_after = match self.meaning(i)? {
            Meaning::Before | Meaning::Since => false,
            Meaning::After => true,
            _ => return None,
        };
        if !self.gap_is(i + 1, "") || self.tokens.get(i + 1)?.and {
            return None;
        }
        let (count, unit, end) = self.counted(i + 1)?;
        let is_denied = self.is(i, Meaning::Before) && self.has_word_before(i, DENIED_BEFORE);
        let fits = counted(unit).contains(&count) && !is_denied && !self.goes_on(end);
        let is_from_now = matches!(self.words_after(end), ("من", "الآن" | "الان" | "اليوم"));
        // `بعد عام حافل` tells of the year.
        let is_described = count == 1 && !PREPOSITIONS.contains(&self.next_word(end));
        let is_told = !is_after || is_from_now || !is_described && self.is_to_come(i, end);
        (fits && is_told).then_some(Ago {
            end,
            count,
            unit,
            is_after,
        })
    }

    /// `يومين`, `3 أيام`, `عشرين يوما`, `أسبوع`: how many of what, and the token after it.
    fn counted(self, i: usize) -> Option<(u16, Unit, usize)> {
        if let Some(Meaning::Dual(unit)) = self.meaning(i) {
            return Some((2, unit, i + 1));
        }
        let number = match self.meaning(i) {
            Some(Meaning::Number {
                value,
                digits: 1..=3,
            }) if self.is_free(i) => {
                let is_bare = self.tokens[i].start == self.tokens[i].range.start;
                let value = u16::try_from(value).ok().filter(|_| is_bare)?;
                Some((value, i + 1))
            }
            _ => self.spelled(i),
        };
        if let Some((count, at)) = number {
            let unit = self.unit(at).filter(|_| self.gap_is(at, ""))?;
            return Some((count, unit, at + 1));
        }
        let unit = self.unit(i).filter(|_| self.is_singular(i))?;
        let after_one = i + 1 + usize::from(self.is(i + 1, Meaning::Cardinal(1)));
        // `منذ عام 2011`, `قبل شهر رمضان`, `منذ يوم الجمعة`
        let is_named = self.gap_is(after_one, "")
            && self.tokens.get(after_one).is_some_and(|next| {
                !matches!(
                    next.meaning,
                    Meaning::BeforeYear | Meaning::That | Meaning::To | Meaning::Between
                )
            });
        // `منذ عام .2003`
        let is_year = self.gap_is(after_one, ".,(")
            && matches!(
                self.meaning(after_one),
                Some(Meaning::Number { digits: 4, .. })
            );
        // `قبل يوم العيد`, `قبل يوم عاصف`
        let next = self.next_word(after_one);
        let is_of = next.starts_with("ال")
            || after_one == i + 1 && unit == Unit::Day && !PREPOSITIONS.contains(&next);
        (!is_named && !is_year && !is_of).then_some((1, unit, after_one))
    }

    /// What the word at `i` counts, written without an article.
    fn unit(self, i: usize) -> Option<Unit> {
        let unit = match self.meaning(i)? {
            Meaning::Units(unit) => unit,
            Meaning::DayWord => Unit::Day,
            Meaning::WeekWord => Unit::Week,
            Meaning::MonthWord => Unit::Month,
            Meaning::YearWord | Meaning::YearsWord => Unit::Year,
            _ => return None,
        };
        let bare = self.word(i);
        let is_bare = !bare.starts_with(['ب', 'ل', 'و', 'ف']) && !bare.starts_with("ال");
        is_bare.then_some(unit)
    }

    fn is_singular(self, i: usize) -> bool {
        matches!(
            self.meaning(i),
            Some(Meaning::DayWord | Meaning::WeekWord | Meaning::MonthWord | Meaning::YearWord)
        ) && !self.word(i).ends_with(['ا', '\u{064B}', 'ي'])
    }

    /// Whether what is counted goes on behind it, or counts from another date.
    fn goes_on(self, end: usize) -> bool {
        let next = self.next_word(end);
        let adds = self.gap_is(end, "")
            && self.tokens.get(end).is_some_and(|next| {
                next.and
                    && matches!(
                        next.meaning,
                        Meaning::Number { .. }
                            | Meaning::Cardinal(_)
                            | Meaning::Dual(_)
                            | Meaning::Units(_)
                            | Meaning::DayWord
                            | Meaning::WeekWord
                            | Meaning::MonthWord
                            | Meaning::YearWord
                    )
            });
        adds || OTHER_AFTER.contains(&next) || self.is_of_event(end, next)
    }

    /// The next two words after the token before `end`, without marks behind them.
    fn words_after(self, end: usize) -> (&'a str, &'a str) {
        let after = &self.text[self.tokens[end - 1].range.end..];
        let mut words = after.split_whitespace();
        let mut next = || words.next().unwrap_or_default();
        let (first, second) = (next(), next());
        (
            first,
            second.trim_end_matches(|c: char| !c.is_alphanumeric()),
        )
    }

    /// Whether `next` begins what it counts from: `قبل يومين من الحفل`; not so `قبل يومين على يد مجهول`.
    fn is_of_event(self, end: usize, next: &str) -> bool {
        if !matches!(next, "من" | "عن" | "على") {
            return false;
        }
        let (_, word) = self.words_after(end);
        match next {
            "من" => !matches!(word, "قبل" | "الآن" | "الان" | "اليوم"),
            "عن" => ["موعد", "الموعد", "تاريخ", "نهاي", "بداي"]
                .iter()
                .any(|start| word.starts_with(start)),
            _ => !matches!(word, "أن" | "يد" | "يدي" | "أيدي" | "متن" | "خلفية" | "إثر"),
        }
    }
}

impl Ago {
    /// The days it means to an article of `anchor`.
    pub(super) fn period(self, anchor: Date) -> Option<Period> {
        let count = i64::from(self.count) * if self.is_after { -1 } else { 1 };
        let then = |span: jiff::Span| anchor.checked_sub(span).ok();
        Some(match self.unit {
            Unit::Day => Period::day(then(count.days())?),
            Unit::Week => Period::day(then(count.weeks())?),
            Unit::Month => {
                let day = then(count.months())?;
                Period {
                    first: day.first_of_month(),
                    last: day.last_of_month(),
                }
            }
            Unit::Year => Period::year(then(count.years())?.year())?,
        })
    }
}

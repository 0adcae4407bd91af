//! Several days, weeks, months or years that end or begin at the article: `الأيام الثلاثة الماضية`, `العامين المقبلين`,
//! `الـ 30 يوما القادمة`.
//!
//! Days and weeks are counted from the day before or after the article, months and years are whole ones.

use jiff::ToSpan;
use jiff::civil::Date;

use arabic_text::months::Family;

use super::period::Period;
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

/// Such days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lately {
    /// The token after the last.
    pub end: usize,
    count: i32,
    unit: Unit,
    is_past: bool,
}

/// The most of a unit that are counted, not estimated.
fn most(unit: Unit) -> i32 {
    match unit {
        Unit::Day => 60,
        Unit::Week => 12,
        Unit::Month => 24,
        Unit::Year => 50,
    }
}

impl TokenRun<'_> {
    /// The days, weeks, months or years at token `i`.
    pub(super) fn lately(self, i: usize) -> Option<Lately> {
        let (count, unit, at) = self.counted_units(i)?;
        let is_past = match self.meaning(at)? {
            Meaning::Past | Meaning::Last => true,
            Meaning::Next => false,
            _ => return None,
        };
        let fits = (2..=most(unit)).contains(&count) && self.gap_is(at, "");
        fits.then_some(Lately {
            end: at + 1,
            count,
            unit,
            is_past,
        })
    }

    /// How many of what at `i`, with an article, and the token after it: `الأيام الثلاثة`, `الخمس سنوات`, `اليومين`.
    pub(super) fn counted_units(self, i: usize) -> Option<(i32, Unit, usize)> {
        if let Some(Meaning::TheDual(unit)) = self.meaning(i) {
            return Some((2, unit, i + 1));
        }
        if !self.gap_is(i + 1, "") {
            return None;
        }
        if let Some(count) = self.count_with_article(i) {
            let unit = match self.meaning(i + 1)? {
                Meaning::Units(unit) => unit,
                Meaning::YearsWord => Unit::Year,
                Meaning::YearWord if self.word(i + 1).ends_with('ا') => Unit::Year,
                _ => return None,
            };
            return Some((count, unit, i + 2));
        }
        let unit = match self.meaning(i)? {
            Meaning::TheUnits(unit) => unit,
            Meaning::YearsWord if self.word(i).contains("ال") => Unit::Year,
            _ => return None,
        };
        Some((self.count_with_article(i + 1)?, unit, i + 2))
    }

    /// `الثلاثة`, `الـ10`.
    fn count_with_article(self, i: usize) -> Option<i32> {
        match self.meaning(i)? {
            Meaning::TheCardinal(count) => Some(count.into()),
            Meaning::Number {
                value,
                digits: 1..=2,
            } if self.has_article(i) => i32::try_from(value).ok(),
            _ => None,
        }
    }

    /// Whether the number at `i` has an article, written onto it or apart (`الـ 10`).
    fn has_article(self, i: usize) -> bool {
        let token = &self.tokens[i];
        let glued = &self.text[token.start..token.range.start];
        let before = self.text[..token.start].trim_end();
        glued.contains("ال") || before.ends_with("الـ")
    }
}

/// Three months that begin with this one, of the year that is said next to the article's: `الصيف الماضي`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Season {
    /// The token after the last.
    pub end: usize,
    month: i8,
    when: Meaning,
}

impl TokenRun<'_> {
    /// The season at token `i`.
    pub(super) fn season(self, i: usize) -> Option<Season> {
        let this = self.is(i, Meaning::This);
        let at = i + usize::from(this);
        let month = match self.meaning(at)? {
            Meaning::TheSeason(month) => month,
            // The names of March and June in Libya.
            Meaning::Month(month)
                if month.family == Family::Libyan && matches!(month.number, 3 | 6) =>
            {
                month.number
            }
            _ => return None,
        };
        if this {
            let when = Meaning::Current;
            return self.gap_is(at, "").then_some(Season {
                end: at + 1,
                month,
                when,
            });
        }
        let when = self.meaning(at + 1).filter(|_| self.gap_is(at + 1, ""))?;
        matches!(when, Meaning::Past | Meaning::Next | Meaning::Current).then_some(Season {
            end: at + 2,
            month,
            when,
        })
    }
}

impl Season {
    /// The days it means to an article of `anchor`.
    pub(super) fn period(self, anchor: Date) -> Option<Period> {
        let of_year = |step: i16| {
            let first = Date::new(anchor.year() + step, self.month, 1).ok()?;
            let last = first.checked_add(2.months()).ok()?.last_of_month();
            Some(Period { first, last })
        };
        let mut around = [-1, 0, 1].into_iter().filter_map(of_year);
        match self.when {
            Meaning::Past => around.rfind(|season| season.last < anchor),
            Meaning::Next => around.find(|season| season.first > anchor),
            _ => of_year(0),
        }
    }
}

impl Lately {
    /// The days it means to an article of `anchor`.
    pub(super) fn period(self, anchor: Date) -> Option<Period> {
        let count = self.count;
        if let Unit::Year = self.unit {
            let (from, to) = if self.is_past {
                (-count, -1)
            } else {
                (1, count)
            };
            let year = |step: i32| Period::year(anchor.year() + i16::try_from(step).ok()?);
            return Some(Period {
                first: year(from)?.first,
                last: year(to)?.last,
            });
        }
        if let Unit::Month = self.unit {
            let (from, to) = if self.is_past {
                (-count, -1)
            } else {
                (1, count)
            };
            let month = |step: i32| anchor.first_of_month().checked_add(step.months()).ok();
            return Some(Period {
                first: month(from)?,
                last: month(to)?.last_of_month(),
            });
        }
        let days = if self.unit == Unit::Week {
            7 * count
        } else {
            count
        };
        let day = |step: i32| anchor.checked_add(step.days()).ok();
        let (first, last) = if self.is_past {
            (day(-days)?, day(-1)?)
        } else {
            (day(1)?, day(days)?)
        };
        Some(Period { first, last })
    }
}

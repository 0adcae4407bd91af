//! Which of several days, months or years is meant: `الماضي`, `من الأسبوع المقبل`, `الأحد والاثنين المقبلين`; and weeks, months
//! and years of which that is all that is said: `العام الماضي`.

use super::partial_date::When;
use super::relative::{MOST_WEEKDAYS, Relative};
use super::token_run::TokenRun;
use super::vocabulary::{Meaning, Unit};

impl TokenRun<'_> {
    /// What is said of a weekday before `i` further on: `من الأسبوع المقبل`, `الأحد والاثنين المقبلين`. `None`
    /// where it is any such day, or of another date (`من كل أسبوع`).
    pub(super) fn qualifier_of_several(self, i: usize) -> Option<(When, usize)> {
        if self.is_of_any(i) {
            return None;
        }
        if let Some(week) = self.week_of_day(i) {
            return Some((When::Weeks(week.step()), week.end));
        }
        let mut at = i;
        while at < i + MOST_WEEKDAYS && self.gap_is(at, ",،") {
            at = match self.meaning(at) {
                Some(Meaning::And | Meaning::To) => at + 1,
                Some(Meaning::Weekday(_)) if self.tokens[at].and || at > i => at + 1,
                _ => break,
            };
        }
        if at > i {
            if self.is_of_any(at) {
                return None;
            }
            if let Some(week) = self.week_of_day(at) {
                return Some((When::Weeks(week.step()), i));
            }
        }
        let (when, end) = self.qualifier(at);
        let goes_for_all = at > i && end > at && self.word(at).ends_with("ين");
        Some(if goes_for_all {
            (when, i)
        } else {
            (When::Nearest, i)
        })
    }

    /// Whether days before `i` are those of any week: `من كل أسبوع`.
    fn is_of_any(self, i: usize) -> bool {
        let from = self.skip(i, Meaning::From);
        from > i
            && self.gap_is(from, "")
            && (self.is(from, Meaning::OtherYear) || self.is(from + 1, Meaning::OtherYear))
    }

    /// The week at `i` that a weekday before it is of: `من الأسبوع المقبل`, `الأسبوع المقبل`.
    fn week_of_day(self, i: usize) -> Option<Relative> {
        let from = self.skip(i, Meaning::From);
        let week = self.relative_unit(from).filter(|_| self.gap_is(from, ""))?;
        (week.unit == Unit::Week && self.gap_is(i, "")).then_some(week)
    }

    /// `العام الماضي`, `هذا العام`, `الشهر الجاري`.
    pub(super) fn relative_unit(self, i: usize) -> Option<Relative> {
        let this = self.is(i, Meaning::This);
        let at = i + usize::from(this);
        let unit = match self.meaning(at)? {
            Meaning::YearWord => Unit::Year,
            Meaning::MonthWord => Unit::Month,
            Meaning::WeekWord => Unit::Week,
            _ => return None,
        };
        let word = self.word(at);
        let has_article = word.contains("ال") || word.contains("لل");
        if !has_article || this && !self.gap_is(at, "") {
            return None;
        }
        let (when, end) = if this {
            (When::Current, at + 1)
        } else {
            self.qualifier(at + 1)
        };
        // `العام الحالي 2015` says its year.
        let is_said = unit == Unit::Year
            && matches!(self.meaning(end), Some(Meaning::Number { digits: 4, .. }));
        // `هذا الشهر الكريم` is Ramadan.
        let is_holy = this && matches!(self.next_word(end), "الكريم" | "الفضيل" | "المبارك");
        (when != When::Nearest && !is_said && !is_holy)
            .then_some(Relative::of_unit(unit, when, end))
    }

    /// What is said at `i` of a day, month or year before it, and the token after it.
    pub(super) fn qualifier(self, i: usize) -> (When, usize) {
        let when = match self.meaning(i) {
            Some(Meaning::Past) => When::Past,
            Some(Meaning::Next) => When::Next,
            Some(Meaning::Current) => When::Current,
            Some(Meaning::PastButOne) => When::PastButOne,
            Some(Meaning::NextButOne) => When::NextButOne,
            _ => return (When::Nearest, i),
        };
        if self.gap_is(i, ")") {
            (when, i + 1)
        } else {
            (When::Nearest, i)
        }
    }
}

//! A day of the article's month, or of the one before or after it: `20 الجاري`, `الثامن من الشهر المقبل`.

use arabic_text::months::Calendar;

use super::partial_date::{PartialDate, When};
use super::single_date::SingleDate;
use super::token_run::TokenRun;
use super::vocabulary::Meaning;

impl TokenRun<'_> {
    /// The day of such a month at `i`.
    pub(super) fn day_of_month(self, i: usize) -> Option<SingleDate> {
        let (day, after) = self.day(i)?;
        let from = self.skip(after, Meaning::From);
        let this = self.skip(from, Meaning::This);
        let at = self.skip(this, Meaning::MonthWord);
        let has_month = at > this && self.word(this).contains("ال");
        if !(after..=at).all(|i| self.gap_is(i, "")) || at > this && !has_month {
            return None;
        }
        let (months, end) = match self.meaning(at) {
            _ if this > from && has_month => (0, at),
            Some(Meaning::Past) => (-1, at + 1),
            Some(Meaning::Next) => (1, at + 1),
            Some(Meaning::Current) => (0, at + 1),
            _ => return None,
        };
        let has_from = from > after;
        let is_said = if has_month {
            has_from || self.is_number(i)
        } else {
            self.is_month_alone(i, at)
                && (has_from || self.is_number(i) && self.is_day_here(i, months))
        };
        is_said.then_some(SingleDate {
            start: i,
            end,
            partial: PartialDate {
                day: Some(day),
                when: When::Months(months),
                ..PartialDate::new(Calendar::Gregorian)
            },
            is_explicit: true,
            is_numeric: false,
        })
    }

    fn is_number(self, i: usize) -> bool {
        let token = &self.tokens[i];
        let is_glued = self.text[token.start..token.range.start].contains("ال");
        matches!(token.meaning, Meaning::Number { .. }) && !is_glued
    }

    /// Whether the word at `at` goes with one month, and not with years or days: `الجاري`, not `الجارية`.
    fn is_month_alone(self, i: usize, at: usize) -> bool {
        let word = self.word(at);
        let is_masculine = !word.ends_with(['ة', 'ه']) && !word.ends_with("ين");
        is_masculine && self.tokens[at].start == self.tokens[at].range.start && at > i
    }

    /// Whether what stands before the number `i` says that it is a day.
    fn is_day_here(self, i: usize, months: i16) -> bool {
        let before = i.checked_sub(1).and_then(|before| self.meaning(before));
        let is_day = matches!(
            before,
            Some(
                Meaning::BeforeYear
                    | Meaning::Since
                    | Meaning::DayWord
                    | Meaning::Dated
                    | Meaning::Weekday(_)
                    | Meaning::From
                    | Meaning::To
                    | Meaning::Between
                    | Meaning::And
                    | Meaning::Number { .. }
            )
        );
        // `بين 20 و25 الجاري`
        is_day || months == 0 && self.tokens[i].and
    }
}

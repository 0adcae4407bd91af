//! Dates in digits only: `27/9/2020`, `2020-09-27`, `5/3/1442هـ`.
//!
//! Day before month, as Arab papers write, unless only the other order is a date. Two digits are a
//! year only with an era after them or a weekday or `بتاريخ` before.

use arabic_text::months::Calendar;

use super::hijri::YEARS_IN_FIGURES;
use super::partial_date::PartialDate;
use super::single_date::SingleDate;
use super::token_run::TokenRun;
use super::vocabulary::Meaning;

/// What stands between the parts.
const MARKS: &[&str] = &["/", "-", ".", "–", "\\", "ـ", "،"];

impl TokenRun<'_> {
    /// The date in digits at `i`.
    pub(super) fn numeric(self, i: usize) -> Option<SingleDate> {
        let (a, a_digits) = self.number(i)?;
        let (b, b_digits) = self.number(i + 1)?;
        let (c, c_digits) = self.number(i + 2)?;
        let mark = self.gap(i + 1);
        if !MARKS.contains(&mark) || self.gap(i + 2) != mark || b_digits > 2 {
            return None;
        }
        let goes_on = self.gap(i + 3) == mark && self.number(i + 3).is_some();
        let went_on = i > 0 && self.gap(i) == mark && self.number(i - 1).is_some();
        if goes_on || went_on {
            return None;
        }
        let era = match self.meaning(i + 3) {
            Some(Meaning::Era(era)) if self.gap(i + 3).is_empty() => Some(era),
            _ => None,
        };
        let (year, day, month) = match (a_digits, c_digits) {
            (4, 1 | 2) => (a, c, b),
            (1 | 2, 4) => (c, a, b),
            (1 | 2, 2) if mark != "." && (era.is_some() || self.is_announced(i)) => {
                (Self::full_year(c, era), a, b)
            }
            _ => return None,
        };
        let is_hijri = i16::try_from(year).is_ok_and(|year| YEARS_IN_FIGURES.contains(&year));
        let calendar = era.unwrap_or(if is_hijri {
            Calendar::Hijri
        } else {
            Calendar::Gregorian
        });
        let possible = match calendar {
            Calendar::Gregorian => 1800..=2199,
            Calendar::Hijri => 1200..=1599,
        };
        let (day, month) = if month > 12 && day <= 12 {
            (month, day)
        } else {
            (day, month)
        };
        let fits = possible.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        fits.then_some(SingleDate {
            start: i,
            end: i + 3 + usize::from(era.is_some()),
            partial: PartialDate {
                day: i8::try_from(day).ok(),
                month: i8::try_from(month).ok(),
                year: i16::try_from(year).ok(),
                ..PartialDate::new(calendar)
            },
            is_explicit: true,
            is_numeric: true,
        })
    }

    fn number(self, i: usize) -> Option<(u32, u8)> {
        match self.meaning(i)? {
            Meaning::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// Whether the word before `i` says that a date comes.
    fn is_announced(self, i: usize) -> bool {
        i > 0
            && matches!(
                self.tokens[i - 1].meaning,
                Meaning::Weekday(_) | Meaning::Dated | Meaning::Equals
            )
    }

    fn full_year(two_digits: u32, era: Option<Calendar>) -> u32 {
        match era {
            Some(Calendar::Hijri) => 1400 + two_digits,
            _ if two_digits < 50 => 2000 + two_digits,
            _ => 1900 + two_digits,
        }
    }
}

//! The Hijri calendar, tabular: months of 30 and 29 days in turn, 11 leap years in 30.
//!
//! The civil form: leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 (type II), 1 Muharram 1 on
//! 16 July 622 Julian, as in Reingold and Dershowitz, *Calendrical Calculations*. Countries begin a
//! month by sight or by tables of their own (Umm al-Qura), so a day is right to within one or two;
//! where a paper gives the Gregorian day beside it, that one counts. No crate: the small ones are tied
//! to 1356-1500 and asleep, the large one brings all calendars.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::period::Period;

/// 1 Muharram 1 in days before 1 January 1970.
const EPOCH: i64 = 492_148;

/// The longest month by sight; the tabular one may have a day less.
const LONGEST_MONTH: i8 = 30;

/// The day `day` of a Hijri month; `None` for a month or day that does not exist.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    let exists = year > 0 && (1..=12).contains(&month) && (1..=LONGEST_MONTH).contains(&day);
    let days_before_month = (i64::from(month) * 59 - 58) / 2;
    let (year, day) = (i64::from(year), i64::from(day));
    let since_epoch = (year - 1) * 354 + (11 * year + 3) / 30 + days_before_month + day - 1;
    exists
        .then(|| {
            date(1970, 1, 1)
                .checked_add((since_epoch - EPOCH).days())
                .ok()
        })
        .flatten()
}

/// The days of a Hijri month.
pub(super) fn month(year: i16, month: i8) -> Option<Period> {
    let (next_year, next) = if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    Some(Period {
        first: day(year, month, 1)?,
        last: day(next_year, next, 1)?.yesterday().ok()?,
    })
}

/// The days of a Hijri year.
pub(super) fn year(year: i16) -> Option<Period> {
    Some(Period {
        first: day(year, 1, 1)?,
        last: day(year + 1, 1, 1)?.yesterday().ok()?,
    })
}

/// The Hijri year that `date` lies in, give or take the days by which calendars differ.
pub(super) fn year_of(date: Date) -> Option<i16> {
    let about = (i32::from(date.year()) - 622) * 33 / 32;
    let about = i16::try_from(about).ok()?;
    (about - 1..=about + 2).find(|&y| year(y).is_some_and(|days| days.contains(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_published_dates_to_a_day() {
        for (hijri, gregorian) in [
            ((1, 1, 1), date(622, 7, 19)),
            ((1400, 1, 1), date(1979, 11, 20)),
            ((1436, 10, 1), date(2015, 7, 17)),
            ((1437, 1, 1), date(2015, 10, 14)),
            ((1442, 9, 1), date(2021, 4, 13)),
            ((1445, 9, 1), date(2024, 3, 11)),
        ] {
            let (y, m, d) = hijri;
            let apart = day(y, m, d).unwrap().since(gregorian).unwrap().get_days();
            assert!(apart.abs() <= 1, "{hijri:?} is {apart} days off");
        }
    }

    #[test]
    fn years_join_without_a_gap() {
        for y in 1300..1500 {
            let (this, next) = (year(y).unwrap(), year(y + 1).unwrap());
            assert_eq!(this.last.tomorrow().unwrap(), next.first);
            assert_eq!(year_of(this.first), Some(y));
            assert_eq!(year_of(this.last), Some(y));
        }
    }

    #[test]
    fn what_does_not_exist_is_none() {
        for (y, m, d) in [(1436, 13, 1), (1436, 0, 1), (1436, 1, 31), (0, 1, 1)] {
            assert_eq!(day(y, m, d), None);
        }
    }
}

//! The Hijri calendar as Saudi papers use it, Umm al-Qura; the tabular one where that has no table.
//!
//! Umm al-Qura, the civil calendar of Saudi Arabia, is known month by month from 1365 to 1500
//! (1945-2077), the table below. Other years are tabular, of the civil form: months of 30 and 29 days in
//! turn, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30 (type II), 1 Muharram 1 on 16 July
//! 622 Julian, as in Reingold and Dershowitz, *Calendrical Calculations*; there, and where a country
//! begins a month by sight, a day may be off by one or two. On 568 dates that news of 2015 gives in
//! both calendars, Umm al-Qura agrees to the day with 560, the tabular calendar with 53. No
//! crate of calendars is used: the small one is not maintained, the other brings every calendar there is.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::period::Period;

/// Years that are Hijri where a date is all figures and nothing says its calendar: 1882 to 2077. News have
/// no days of the Middle Ages, and papers of Saudi Arabia write their own so (`1445-09-01`).
pub(super) const YEARS_IN_FIGURES: RangeInclusive<i16> = 1300..=1500;

/// 1 Muharram 1, tabular, in days before 1 January 1970.
const EPOCH: i64 = 492_148;

/// The longest month; one that was seen may have a day more than one that was computed.
const LONGEST_MONTH: i8 = 30;

/// The first year of [`LONG_MONTHS`].
const FIRST_KNOWN: i16 = 1365;

/// The day it begins on.
const FIRST_DAY: Date = date(1945, 12, 5);

/// Umm al-Qura: for each year the months of 30 days, the lowest bit the first; the others have 29. The
/// facts as the Python package hijridate 2.6.0 has them; before 1365 its months have other lengths too.
#[rustfmt::skip]
const LONG_MONTHS: [u16; 136] = [
    0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5, 0x655, 0x572,
    0xDA9, 0x555, 0xAAA, 0x555, 0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556,
    0xD55, 0x2D5, 0xD55, 0xD54, 0xD45, 0x655, 0x52D, 0xA5D, 0x55A, 0xAD5, 0x6AA, 0xD4B,
    0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55, 0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9,
    0xDB2, 0xBA4, 0xB4A, 0xA55, 0x2B5, 0x575, 0xB6A, 0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D,
    0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92, 0xAA6, 0x956, 0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA,
    0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA,
    0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC, 0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB,
    0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759, 0x6D2, 0x695,
    0x52D, 0xA5B, 0x4BA, 0x9BA, 0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9,
    0xEB2, 0xD54, 0xD2A, 0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54, 0xB29, 0xA93, 0x52B, 0xA57,
    0x536, 0xAB5, 0x6AA, 0xE93,
];

/// The day `day` of a Hijri month; `None` for a month or day that does not exist.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    let exists = year > 0 && (1..=12).contains(&month) && (1..=LONGEST_MONTH).contains(&day);
    if !exists {
        return None;
    }
    let first = known(year, month).or_else(|| tabular(year, month))?;
    first.checked_add(i64::from(day - 1).days()).ok()
}

/// The first day of a month that the table has.
fn known(year: i16, month: i8) -> Option<Date> {
    let index = usize::try_from(year.checked_sub(FIRST_KNOWN)?).ok()?;
    let this = *LONG_MONTHS.get(index)?;
    let before = 29 * (12 * i64::from(year - FIRST_KNOWN) + i64::from(month) - 1);
    let this_before = this & ((1 << (month - 1)) - 1);
    let long: u32 = LONG_MONTHS[..index]
        .iter()
        .map(|year| year.count_ones())
        .sum();
    let days = before + i64::from(long + this_before.count_ones());
    FIRST_DAY.checked_add(days.days()).ok()
}

/// The first day of a month by the tabular calendar.
fn tabular(year: i16, month: i8) -> Option<Date> {
    let (year, month) = (i64::from(year), i64::from(month));
    let since_epoch = (year - 1) * 354 + (11 * year + 3) / 30 + (month * 59 - 58) / 2;
    date(1970, 1, 1)
        .checked_add((since_epoch - EPOCH).days())
        .ok()
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
    fn agrees_with_published_dates() {
        for (hijri, gregorian) in [
            ((1, 1, 1), date(622, 7, 19)),
            ((1365, 1, 1), date(1945, 12, 5)),
            ((1400, 1, 1), date(1979, 11, 20)),
            ((1436, 10, 1), date(2015, 7, 17)),
            ((1437, 1, 1), date(2015, 10, 14)),
            ((1442, 9, 1), date(2021, 4, 13)),
            ((1445, 9, 1), date(2024, 3, 11)),
            ((1500, 12, 30), date(2077, 11, 16)),
        ] {
            let (y, m, d) = hijri;
            assert_eq!(day(y, m, d), Some(gregorian), "{hijri:?}");
        }
    }

    #[test]
    fn the_table_stays_beside_the_computed_calendar() {
        for y in FIRST_KNOWN..=1500 {
            for m in 1..=12 {
                let apart = known(y, m).unwrap().since(tabular(y, m).unwrap()).unwrap();
                assert!(apart.get_days().abs() <= 2, "{y}-{m}");
            }
        }
    }

    #[test]
    fn years_join_without_a_gap() {
        for y in 1300..1520 {
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

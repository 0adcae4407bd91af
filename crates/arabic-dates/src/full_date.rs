//! Full dates: the only day that a short text names, and the years in which articles are published.

use std::ops::{Range, RangeInclusive};

use jiff::civil::Date;

use super::mentions::for_each_mention;
use super::period::{DateRule, Mention};

/// The years in which an article may have been published; dates of other years are placeholders.
///
/// ```
/// assert!(arabic_dates::PUBLICATION_YEARS.contains(&2021));
/// ```
pub const PUBLICATION_YEARS: RangeInclusive<i16> = 1000..=2999;

/// The only full date of `part`, which begins at byte `offset`.
pub(super) fn full_date(part: &str, offset: usize) -> Option<(Date, Range<usize>)> {
    let mut found: Option<(Date, Range<usize>)> = None;
    let mut is_only = true;
    for_each_mention(part, None, |mention| {
        let Some((date, range)) = full_day(mention) else {
            return;
        };
        match &found {
            Some((first, _)) => is_only &= *first == date,
            None => found = Some((date, range)),
        }
    });
    let (date, range) = found.filter(|_| is_only)?;
    Some((date, range.start + offset..range.end + offset))
}

/// The same if an article may have been published then.
pub(super) fn recent_date(part: &str, offset: usize) -> Option<(Date, Range<usize>)> {
    full_date(part, offset).filter(|(date, _)| PUBLICATION_YEARS.contains(&date.year()))
}

/// The day of a mention that says day, month and year, and only one such.
fn full_day(mention: Mention) -> Option<(Date, Range<usize>)> {
    let says_all = !matches!(
        mention.rule,
        DateRule::Inferred | DateRule::Relative | DateRule::Range
    );
    match &mention.readings[..] {
        [period] if period.is_day() && says_all => Some((period.first, mention.range)),
        _ => None,
    }
}

//! Days as numbers: how dates lie in the engine's columns.
//!
//! Knows days and periods, not what they are the days of.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rustc_hash::FxHashMap;
use tantivy::Searcher;
use tantivy::columnar::Column;

use super::address::ArticleAddress;
use super::error::IndexError;
use arabic_dates::Period;

const EPOCH: Date = date(1970, 1, 1);

/// Days since 1 January 1970.
#[must_use]
pub fn number(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours() / 24
}

/// The day of this number.
fn day(number: i64) -> Option<Date> {
    EPOCH.checked_add(number.days()).ok()
}

/// The days on which the articles of a commit were published.
pub struct Days<'a> {
    searcher: &'a Searcher,
    /// Of each segment; `None` where no article has a day.
    columns: Vec<Option<Column<i64>>>,
}

impl<'a> Days<'a> {
    /// Of the commit that `searcher` shows.
    pub(super) fn open(searcher: &'a Searcher) -> Result<Self, IndexError> {
        let segments = searcher.segment_readers().iter();
        let columns = segments.map(|segment| segment.fast_fields().column_opt("published"));
        Ok(Self {
            searcher,
            columns: columns.collect::<tantivy::Result<_>>()?,
        })
    }

    /// The day of an article, if somebody says it.
    #[must_use]
    pub fn get(&self, address: ArticleAddress) -> Option<Date> {
        let column = self.columns.get(address.segment() as usize)?.as_ref()?;
        column.first(address.doc()).and_then(day)
    }

    /// How many of these articles are of each day, `None` for those without.
    pub fn count(&self, articles: &[ArticleAddress]) -> BTreeMap<Option<Date>, u64> {
        let mut counts = Counts::default();
        for address in articles {
            let column = self.columns.get(address.segment() as usize);
            let column = column.and_then(Option::as_ref);
            counts.add(column.and_then(|column| column.first(address.doc())));
        }
        counts.by_day()
    }

    /// How many of all articles are of each day.
    #[must_use]
    pub fn count_all(&self) -> BTreeMap<Date, u64> {
        let mut counts = Counts::default();
        for (segment, column) in self.searcher.segment_readers().iter().zip(&self.columns) {
            for doc in segment.doc_ids_alive() {
                counts.add(column.as_ref().and_then(|column| column.first(doc)));
            }
        }
        let days = counts.by_day().into_iter();
        days.filter_map(|(day, articles)| Some((day?, articles)))
            .collect()
    }
}

/// How many articles are of each day, by their numbers: to make dates of all of them takes ten times as long.
#[derive(Default)]
struct Counts(FxHashMap<Option<i64>, u64>);

impl Counts {
    fn add(&mut self, number: Option<i64>) {
        *self.0.entry(number).or_default() += 1;
    }

    fn by_day(self) -> BTreeMap<Option<Date>, u64> {
        let mut days = BTreeMap::new();
        for (number, articles) in self.0 {
            *days.entry(number.and_then(day)).or_default() += articles;
        }
        days
    }
}

/// A period as one number.
#[must_use]
pub fn pack(period: Period) -> u64 {
    u64::from(biased(period.first)) << 32 | u64::from(biased(period.last))
}

/// Whether the packed period speaks of `asked`, as [`Period::speaks_of`] has it.
#[must_use]
pub fn speaks_of(packed: u64, asked: Period) -> bool {
    let (first, last) = (packed >> 32, packed & u64::from(u32::MAX));
    let (from, to) = (
        u64::from(biased(asked.first)),
        u64::from(biased(asked.last)),
    );
    // Days are worked out only where it is not one of these, as for nearly all.
    if first > to || last < from {
        return false;
    }
    first >= from && last <= to || unpack(packed).is_some_and(|period| period.speaks_of(asked))
}

/// The period that was packed.
fn unpack(packed: u64) -> Option<Period> {
    let unbiased = |biased: u64| i64::try_from(biased).ok().map(|biased| biased - (1 << 31));
    Some(Period {
        first: day(unbiased(packed >> 32)?)?,
        last: day(unbiased(packed & u64::from(u32::MAX))?)?,
    })
}

/// Days since 1970, moved up so that earlier ones are no negative numbers.
fn biased(day: Date) -> u32 {
    // Dates of jiff are within 12,000 years, which fits.
    u32::try_from(number(day) + (1 << 31)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_before_and_behind_1970_keep_their_order() {
        assert_eq!(number(date(1970, 1, 1)), 0);
        assert_eq!(number(date(1969, 12, 31)), -1);
        assert_eq!(number(date(2020, 11, 9)), 18_575);
        let period = |first, last| Period { first, last };
        let war = period(date(1914, 7, 28), date(1918, 11, 11));
        let year = period(date(1918, 1, 1), date(1918, 12, 31));
        assert!(speaks_of(pack(Period::day(date(1914, 7, 28))), war));
        assert!(speaks_of(pack(war), war));
        assert!(speaks_of(pack(war), Period::day(date(1916, 2, 21))));
        assert!(!speaks_of(pack(year), war));
        assert!(!speaks_of(pack(Period::day(date(1914, 7, 27))), war));
        assert!(!speaks_of(pack(Period::day(date(1970, 1, 1))), war));
    }
}

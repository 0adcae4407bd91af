//! Coverage: who published articles, from when to when, and on which days there are none.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use arabic_dates::Period;
use fihris_index::{IndexError, days};
use fihris_search::Matches;

/// When articles were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// So many.
    pub articles: u64,
    /// Those of them whose day is not known.
    pub undated: u64,
    /// From the first day to the last.
    pub days: Option<Period>,
    /// Between these, the days in a row on which there are none.
    pub gaps: Vec<Period>,
}

/// The articles of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCoverage {
    /// Its name; `None` where the input does not say.
    pub name: Option<String>,
    /// When its articles were published.
    pub published: Published,
}

/// The sources of some articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The one with the most articles first; those without a name last.
    pub sources: Vec<SourceCoverage>,
    /// All of them together.
    pub all: Published,
}

impl Published {
    /// How many days there are without an article between the first and the last.
    #[must_use]
    pub fn days_without(&self) -> u64 {
        let length = |gap: &Period| days::number(gap.last) - days::number(gap.first) + 1;
        self.gaps.iter().map(length).sum::<i64>().unsigned_abs()
    }

    /// Of so many articles on each day.
    fn new(counts: &BTreeMap<Option<Date>, u64>) -> Self {
        let known: Vec<Date> = counts.keys().copied().flatten().collect();
        let gap = |pair: &[Date]| {
            let (first, last) = (pair[0].tomorrow().ok()?, pair[1].yesterday().ok()?);
            (first <= last).then_some(Period { first, last })
        };
        let ends = known.first().zip(known.last());
        Self {
            articles: counts.values().sum(),
            undated: counts.get(&None).copied().unwrap_or(0),
            days: ends.map(|(first, last)| Period {
                first: *first,
                last: *last,
            }),
            gaps: known.windows(2).filter_map(gap).collect(),
        }
    }
}

/// Counts the articles that match by who published them, and tells the days on which there are none.
///
/// Counted are articles; days without one are those between the first and the last day of a source.
///
/// # Errors
/// If the index cannot be read.
pub fn coverage(matches: Matches) -> Result<Coverage, IndexError> {
    let Matches {
        index, articles, ..
    } = matches;
    let (sources, days) = (index.sources()?, index.days()?);
    let mut by_number: FxHashMap<(u32, Option<u64>), BTreeMap<Option<Date>, u64>> =
        FxHashMap::default();
    let mut all = BTreeMap::new();
    for &address in articles {
        let (source, day) = (sources.number(address), days.get(address));
        let of_source = by_number.entry((address.segment(), source)).or_default();
        *of_source.entry(day).or_default() += 1;
        *all.entry(day).or_default() += 1;
    }
    let mut by_name: BTreeMap<Option<String>, BTreeMap<Option<Date>, u64>> = BTreeMap::new();
    for ((segment, number), counts) in by_number {
        let name = number
            .map(|number| sources.name(segment, number))
            .transpose()?;
        let of_name = by_name.entry(name).or_default();
        for (day, articles) in counts {
            *of_name.entry(day).or_default() += articles;
        }
    }
    let mut sources: Vec<SourceCoverage> = by_name
        .into_iter()
        .map(|(name, counts)| SourceCoverage {
            name,
            published: Published::new(&counts),
        })
        .collect();
    sources.sort_by_key(|source| (source.name.is_none(), Reverse(source.published.articles)));
    Ok(Coverage {
        sources,
        all: Published::new(&all),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn gaps_lie_between_days_with_articles() {
        let day = |day| Some(date(2020, 2, day));
        let counts = BTreeMap::from([
            (None, 2),
            (day(1), 1),
            (day(2), 3),
            (day(4), 1),
            (day(9), 1),
        ]);
        let published = Published::new(&counts);
        let shown: Vec<String> = published
            .gaps
            .iter()
            .map(|gap| format!("{}..{}", gap.first.day(), gap.last.day()))
            .collect();
        assert_eq!(shown, ["3..3", "5..8"]);
        assert_eq!((published.articles, published.undated), (8, 2));
        assert_eq!(published.days_without(), 5);
        let none = Published::new(&BTreeMap::from([(None, 2)]));
        assert_eq!((none.days, none.days_without()), (None, 0));
    }
}

//! Groups of articles that match: how many each source, month or year has.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use fihris_index::{ArticleAddress, Index, IndexError};

/// What articles are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// Who published them.
    Source,
    /// The month of publishing.
    Month,
    /// The year of publishing.
    Year,
}

/// Articles that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The source, `2020-11` or `2020`; `None` if it is not known.
    pub name: Option<String>,
    /// So many.
    pub articles: u64,
}

/// The groups of the articles at `addresses`: sources with the most first, months and years in their order.
///
/// # Errors
/// If the index cannot be read.
pub fn group(
    index: &Index,
    addresses: &[ArticleAddress],
    by: GroupBy,
) -> Result<Vec<Group>, IndexError> {
    let counts = match by {
        GroupBy::Source => index.sources()?.count(addresses)?,
        GroupBy::Month => count_days(index, addresses, "%Y-%m")?,
        GroupBy::Year => count_days(index, addresses, "%Y")?,
    };
    let groups = counts.into_iter();
    let mut groups: Vec<Group> = groups
        .map(|(name, articles)| Group { name, articles })
        .collect();
    if by == GroupBy::Source {
        groups.sort_by_key(|group| Reverse(group.articles));
    }
    groups.sort_by_key(|group| group.name.is_none());
    Ok(groups)
}

/// How many articles there are of the days that are written alike in `format`.
fn count_days(
    index: &Index,
    addresses: &[ArticleAddress],
    format: &str,
) -> Result<BTreeMap<Option<String>, u64>, IndexError> {
    let mut counts = BTreeMap::new();
    for (day, articles) in index.days()?.count(addresses) {
        let name = day.map(|day| day.strftime(format).to_string());
        *counts.entry(name).or_default() += articles;
    }
    Ok(counts)
}

//! Orders and groups of hits other than by score.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ScoredDoc;
use fihris_index::{Index, IndexError};

/// An order of hits. Within it equal ones are in the order of their scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// The best first.
    Score,
    /// The oldest first, those of unknown age last.
    Oldest,
    /// The newest first, those of unknown age last.
    Newest,
    /// By who published them, those that do not say last.
    Source,
    /// By the paths of their files.
    Path,
}

/// Puts `hits`, which are in the order of their scores, into another one.
///
/// # Errors
/// If the index cannot be read.
pub fn sort(index: &Index, hits: &mut [ScoredDoc], by: SortOrder) -> Result<(), IndexError> {
    match by {
        SortOrder::Score => {}
        SortOrder::Oldest | SortOrder::Newest => {
            let days = index.days()?;
            let day = |found: &ScoredDoc| days.get(found.address);
            if by == SortOrder::Oldest {
                hits.sort_by_key(|found| day(found).map_or((true, None), |day| (false, Some(day))));
            } else {
                hits.sort_by_key(|found| Reverse(day(found)));
            }
        }
        SortOrder::Source => sort_by_text(hits, |found| {
            let source = index.source_of(found.address)?;
            Ok((source.is_none(), source.unwrap_or_default()))
        })?,
        SortOrder::Path => sort_by_text(hits, |found| {
            Ok((false, index.file_of(found.address)?.into()))
        })?,
    }
    Ok(())
}

fn sort_by_text(
    hits: &mut [ScoredDoc],
    key: impl Fn(&ScoredDoc) -> Result<(bool, String), IndexError>,
) -> Result<(), IndexError> {
    let mut keys: BTreeMap<_, (bool, String)> = BTreeMap::new();
    for found in hits.iter() {
        keys.insert(found.address, key(found)?);
    }
    hits.sort_by(|a, b| keys[&a.address].cmp(&keys[&b.address]));
    Ok(())
}

/// What hits are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// Who published them.
    Source,
    /// The month of publishing.
    Month,
    /// The year of publishing.
    Year,
}

/// Hits that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The source, `2020-11` or `2020`; `None` if it is not known.
    pub name: Option<String>,
    /// So many.
    pub articles: u64,
}

/// The groups of `hits`: sources with the most hits first, months and years in their order.
///
/// # Errors
/// If the index cannot be read.
pub fn group(index: &Index, hits: &[ScoredDoc], by: GroupBy) -> Result<Vec<Group>, IndexError> {
    let days = index.days()?;
    let name = |found: &ScoredDoc| -> Result<Option<String>, IndexError> {
        let day = |format: fn(Date) -> String| days.get(found.address).map(format);
        Ok(match by {
            GroupBy::Source => index.source_of(found.address)?,
            GroupBy::Month => day(|day| day.strftime("%Y-%m").to_string()),
            GroupBy::Year => day(|day| day.strftime("%Y").to_string()),
        })
    };
    let mut counts: BTreeMap<Option<String>, u64> = BTreeMap::new();
    for found in hits {
        *counts.entry(name(found)?).or_default() += 1;
    }
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

//! Groups of articles that match: how many each source, day, month or author has, or each two of these together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use fihris_index::{ArticleAddress, Index, IndexError};

/// What articles are counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// Who published them.
    Source,
    /// The day of publishing.
    Day,
    /// The week of publishing, from Monday on (ISO 8601).
    Week,
    /// The month of publishing.
    Month,
    /// The year of publishing.
    Year,
    /// A field of the input, by its name.
    Field(String),
}

/// Articles that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// For each of what they are counted by: the source, `2020-11`, `2020` and the like; `None` if it is not known.
    pub names: Vec<Option<String>>,
    /// So many.
    pub articles: u64,
}

impl GroupBy {
    /// How days are written that are counted together; `None` if they are not counted by days.
    fn format(&self) -> Option<&'static str> {
        match self {
            Self::Day => Some("%Y-%m-%d"),
            Self::Week => Some("%G-W%V"),
            Self::Month => Some("%Y-%m"),
            Self::Year => Some("%Y"),
            Self::Source | Self::Field(_) => None,
        }
    }
}

/// The names of articles, each as a number.
struct Numbered {
    /// Of each article.
    numbers: Vec<u32>,
    names: Vec<Option<String>>,
}

impl Numbered {
    /// Of articles that have these keys, for which `name` makes names.
    fn new<K: Eq + std::hash::Hash>(
        keys: impl Iterator<Item = K>,
        mut name: impl FnMut(&K) -> Result<Option<String>, IndexError>,
    ) -> Result<Self, IndexError> {
        let mut by_key: FxHashMap<K, u32> = FxHashMap::default();
        let mut by_name: BTreeMap<Option<String>, u32> = BTreeMap::new();
        let mut numbers = Vec::new();
        for key in keys {
            if let Some(number) = by_key.get(&key) {
                numbers.push(*number);
                continue;
            }
            let next = u32::try_from(by_name.len()).unwrap_or(u32::MAX);
            let number = *by_name.entry(name(&key)?).or_insert(next);
            by_key.insert(key, number);
            numbers.push(number);
        }
        let mut names = vec![None; by_name.len()];
        for (name, number) in by_name {
            names[number as usize] = name;
        }
        Ok(Self { numbers, names })
    }

    fn of(index: &Index, addresses: &[ArticleAddress], by: &GroupBy) -> Result<Self, IndexError> {
        if let Some(format) = by.format() {
            let days = index.days()?;
            let days = addresses.iter().map(|address| days.get(*address));
            let name = |day: &Option<Date>| Ok(day.map(|day| day.strftime(format).to_string()));
            return Self::new(days, name);
        }
        if let GroupBy::Field(name) = by {
            let value = |address: &ArticleAddress| {
                let article = index.article(*address)?;
                let value = article.field(name).map(str::trim);
                Ok(value.filter(|value| !value.is_empty()).map(String::from))
            };
            let values: Vec<Option<String>> = addresses
                .par_iter()
                .map(value)
                .collect::<Result<_, IndexError>>()?;
            return Self::new(values.into_iter(), |value| Ok(value.clone()));
        }
        let sources = index.sources()?;
        let keys = addresses
            .iter()
            .map(|address| (address.segment(), sources.number(*address)));
        Self::new(keys, |(segment, number)| {
            number
                .map(|number| sources.name(*segment, number))
                .transpose()
        })
    }
}

/// The groups of the articles at `addresses`: days, months and the like in their order, others with the most first. With
/// two of `by`, those of the second follow each other within each of the first.
///
/// # Errors
/// If the index cannot be read.
pub fn group(
    index: &Index,
    addresses: &[ArticleAddress],
    by: &[GroupBy],
) -> Result<Vec<Group>, IndexError> {
    let numbered: Vec<Numbered> = by
        .iter()
        .map(|by| Numbered::of(index, addresses, by))
        .collect::<Result<_, _>>()?;
    let mut counts: FxHashMap<Vec<u32>, u64> = FxHashMap::default();
    let mut key = Vec::with_capacity(by.len());
    for i in 0..addresses.len() {
        key.clear();
        key.extend(numbered.iter().map(|numbered| numbered.numbers[i]));
        match counts.get_mut(&key) {
            Some(count) => *count += 1,
            None => _ = counts.insert(key.clone(), 1),
        }
    }
    // How many articles a name has with those that come before it.
    let mut totals: FxHashMap<&[u32], u64> = FxHashMap::default();
    for (key, count) in &counts {
        for end in 1..=key.len() {
            *totals.entry(&key[..end]).or_default() += count;
        }
    }
    let order = |key: &Vec<u32>| {
        let part = |(i, by): (usize, &GroupBy)| {
            let name = &numbered[i].names[key[i] as usize];
            let articles = match by.format() {
                Some(_) => 0,
                None => totals.get(&key[..=i]).copied().unwrap_or(0),
            };
            (name.is_none(), Reverse(articles), name)
        };
        by.iter().enumerate().map(part).collect::<Vec<_>>()
    };
    let mut sorted: Vec<(&Vec<u32>, u64)> =
        counts.iter().map(|(key, count)| (key, *count)).collect();
    sorted.sort_by_cached_key(|(key, _)| order(key));
    let name = |(i, number): (usize, &u32)| numbered[i].names[*number as usize].clone();
    let group = |(key, articles): (&Vec<u32>, u64)| Group {
        names: key.iter().enumerate().map(name).collect(),
        articles,
    };
    Ok(sorted.into_iter().map(group).collect())
}

//! Orders of hits other than by score: what an article is sorted by lies in a column of its segment.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader};

use crate::top_k::SegmentHit;
use fihris_index::engine;

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

/// What the articles of a segment are sorted by: a number each, the first to be shown the smallest.
pub(super) enum SortColumn {
    /// All are equal.
    Score,
    Days {
        /// `None` where no article has a day.
        days: Option<Column<i64>>,
        newest_first: bool,
    },
    /// Numbered as they lie in the column, so that numbers of two segments cannot be compared.
    Texts {
        texts: Option<StrColumn>,
        without: u64,
    },
}

impl SortColumn {
    pub fn open(segment: &SegmentReader, order: SortOrder) -> tantivy::Result<Self> {
        let fast = segment.fast_fields();
        let days = |newest_first| {
            Ok(Self::Days {
                days: fast.column_opt("published")?,
                newest_first,
            })
        };
        let texts = |name, without| {
            Ok(Self::Texts {
                texts: fast.str(name)?,
                without,
            })
        };
        match order {
            SortOrder::Score => Ok(Self::Score),
            SortOrder::Oldest => days(false),
            SortOrder::Newest => days(true),
            SortOrder::Source => texts("origin", u64::MAX),
            SortOrder::Path => texts("file", 0),
        }
    }

    /// What `doc` is sorted by.
    pub fn key(&self, doc: DocId) -> u64 {
        match self {
            Self::Score => 0,
            Self::Days { days, newest_first } => {
                let day = days.as_ref().and_then(|days| days.first(doc));
                // In the order of the days, from 1 on.
                let key = day.map(|day| day.cast_unsigned() ^ (1 << 63));
                match (key, newest_first) {
                    (None, _) => u64::MAX,
                    (Some(key), false) => key,
                    (Some(key), true) => !key,
                }
            }
            Self::Texts { texts, without } => {
                let ordinal = texts.as_ref().and_then(|texts| texts.ords().first(doc));
                ordinal.map_or(*without, |ordinal| ordinal + 1)
            }
        }
    }

    /// Makes the keys of hits, each with the number of its segment, comparable.
    pub fn compare_segments(
        columns: &[Self],
        hits: &mut [(usize, SegmentHit)],
    ) -> tantivy::Result<()> {
        let mut places: BTreeMap<String, Vec<(usize, u64)>> = BTreeMap::new();
        for (segment, column) in columns.iter().enumerate() {
            let Self::Texts {
                texts: Some(texts),
                without,
            } = column
            else {
                continue;
            };
            let of_segment = hits.iter().filter(|(of, _)| *of == segment);
            let mut keys: Vec<u64> = of_segment.map(|(_, hit)| hit.key).collect();
            keys.sort_unstable();
            keys.dedup();
            keys.retain(|key| key != without);
            let ordinals: Vec<u64> = keys.iter().map(|key| key - 1).collect();
            for (key, text) in keys.into_iter().zip(engine::texts(texts, &ordinals)?) {
                places.entry(text).or_default().push((segment, key));
            }
        }
        let ranked = (1..).zip(places.into_values());
        let ranks: FxHashMap<(usize, u64), u64> = ranked
            .flat_map(|(rank, places)| places.into_iter().map(move |place| (place, rank)))
            .collect();
        for (segment, hit) in hits {
            hit.key = ranks.get(&(*segment, hit.key)).copied().unwrap_or(hit.key);
        }
        Ok(())
    }
}

//! Filters: which articles are searched at all.
//!
//! Knows names of files and days of publishing.

use std::ops::{Range, RangeInclusive};

use jiff::civil::Date;
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use crate::corpus::place::is_below;
use crate::index::days;

/// What a search keeps to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The names of files and folders; empty for all.
    pub within: Vec<String>,
    /// The first day of publishing.
    pub since: Option<Date>,
    /// The last day of publishing.
    pub until: Option<Date>,
}

/// What a filter says of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Accepted,
    Rejected,
    /// Rejected since nobody knows when it was published.
    Undated,
}

/// A filter on one segment.
pub(super) struct OpenFilter {
    files: Option<Files>,
    published: Option<Published>,
}

/// The files to keep to: the ordinals of their names.
struct Files {
    names: Column<u64>,
    ordinals: Vec<Range<u64>>,
}

/// The days to keep to.
struct Published {
    /// `None` if no article of the segment has a date.
    days: Option<Column<i64>>,
    accepted: RangeInclusive<i64>,
}

impl OpenFilter {
    pub fn open(segment: &SegmentReader, filter: &Filter) -> tantivy::Result<Self> {
        let is_dated = filter.since.is_some() || filter.until.is_some();
        let published = if is_dated {
            let first = filter.since.map_or(i64::MIN, days::number);
            let last = filter.until.map_or(i64::MAX, days::number);
            Some(Published {
                days: segment.fast_fields().column_opt("published")?,
                accepted: first..=last,
            })
        } else {
            None
        };
        Ok(Self {
            files: Files::open(segment, &filter.within)?,
            published,
        })
    }

    pub fn judge(&self, doc: DocId) -> Verdict {
        if !self.files.as_ref().is_none_or(|files| files.accept(doc)) {
            return Verdict::Rejected;
        }
        let Some(published) = &self.published else {
            return Verdict::Accepted;
        };
        match published.days.as_ref().and_then(|days| days.first(doc)) {
            None => Verdict::Undated,
            Some(day) if published.accepted.contains(&day) => Verdict::Accepted,
            Some(_) => Verdict::Rejected,
        }
    }
}

impl Files {
    /// `None` if all files are searched.
    fn open(segment: &SegmentReader, within: &[String]) -> tantivy::Result<Option<Self>> {
        if within.is_empty() {
            return Ok(None);
        }
        let Some(files) = segment.fast_fields().str("file")? else {
            return Ok(None); // no article
        };
        let mut ordinals: Vec<Range<u64>> = Vec::new();
        let mut stream = files.dictionary().stream()?;
        let mut ordinal = 0;
        while stream.advance() {
            let name = String::from_utf8_lossy(stream.key());
            if within.iter().any(|root| is_below(&name, root)) {
                match ordinals.last_mut() {
                    Some(range) if range.end == ordinal => range.end += 1,
                    _ => ordinals.push(ordinal..ordinal + 1),
                }
            }
            ordinal += 1;
        }
        Ok(Some(Self {
            names: files.ords().clone(),
            ordinals,
        }))
    }

    fn accept(&self, doc: DocId) -> bool {
        let ordinal = self.names.first(doc);
        ordinal.is_some_and(|ordinal| self.ordinals.iter().any(|range| range.contains(&ordinal)))
    }
}

//! Filters: which articles are searched at all.

use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};
use std::path::Path;

use jiff::civil::Date;
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use arabic_dates::Period;
use fihris_corpus::name::above;
use fihris_corpus::{FileName, Selection};
use fihris_index::days;

/// What a search keeps to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The names of files and folders; empty for all.
    pub within: Vec<FileName>,
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
    /// Rejected as its day of publishing is not known.
    Undated,
}

/// A filter on one segment.
pub(super) struct SegmentFilter {
    files: Option<Files>,
    published: Option<Published>,
}

/// The files to keep to: the ordinals of their names.
struct Files {
    names: Column<u64>,
    /// In order.
    ordinals: Vec<Range<u64>>,
}

/// The days to keep to.
struct Published {
    /// `None` if no article of the segment has a date.
    days: Option<Column<i64>>,
    accepted: RangeInclusive<i64>,
}

impl SegmentFilter {
    pub fn open(segment: &SegmentReader, filter: &Filter) -> tantivy::Result<Self> {
        let is_dated = filter.since.is_some() || filter.until.is_some();
        let published = if is_dated {
            Some(Published::open(segment, filter.since, filter.until)?)
        } else {
            None
        };
        let files = match &filter.within[..] {
            [] => None,
            within => {
                let within: HashSet<&str> = within.iter().map(FileName::as_str).collect();
                Files::open(segment, |name| {
                    above(name).any(|name| within.contains(name))
                })?
            }
        };
        Ok(Self { files, published })
    }

    /// Accepts what was published in `period`.
    pub fn published_in(segment: &SegmentReader, period: Period) -> tantivy::Result<Self> {
        let (since, until) = (Some(period.first), Some(period.last));
        Ok(Self {
            files: None,
            published: Some(Published::open(segment, since, until)?),
        })
    }

    /// Accepts what is of a file whose path, or that of a folder it is in, fits `pattern`.
    pub fn in_path(segment: &SegmentReader, pattern: &str) -> tantivy::Result<Self> {
        let selection = Selection::new(&[pattern], &[])
            .map_err(|error| tantivy::TantivyError::InvalidArgument(error.to_string()))?;
        Ok(Self {
            files: Files::open(segment, |name| selection.allows(Path::new(name)))?,
            published: None,
        })
    }

    /// Whether it lets everything through.
    pub fn accepts_all(&self) -> bool {
        self.files.is_none() && self.published.is_none()
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

impl Published {
    fn open(
        segment: &SegmentReader,
        since: Option<Date>,
        until: Option<Date>,
    ) -> tantivy::Result<Self> {
        let first = since.map_or(i64::MIN, days::number);
        let last = until.map_or(i64::MAX, days::number);
        Ok(Self {
            days: segment.fast_fields().column_opt("published")?,
            accepted: first..=last,
        })
    }
}

impl Files {
    /// Those whose names are wanted; `None` if there is no article.
    fn open(
        segment: &SegmentReader,
        is_wanted: impl Fn(&str) -> bool,
    ) -> tantivy::Result<Option<Self>> {
        let Some(files) = segment.fast_fields().str("file")? else {
            return Ok(None);
        };
        let mut ordinals: Vec<Range<u64>> = Vec::new();
        let mut stream = files.dictionary().stream()?;
        let mut ordinal = 0;
        while stream.advance() {
            let name = String::from_utf8_lossy(stream.key());
            if is_wanted(&name) {
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
        let Some(ordinal) = self.names.first(doc) else {
            return false;
        };
        let behind = self
            .ordinals
            .partition_point(|range| range.start <= ordinal);
        behind > 0 && self.ordinals[behind - 1].contains(&ordinal)
    }
}

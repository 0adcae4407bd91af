//! Filters: which files' articles are searched at all.
//!
//! Knows names of files.

use std::ops::Range;

use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use crate::corpus::place::is_below;

/// The names of files and folders that a search keeps to; empty for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Within(pub Vec<String>);

/// The filter on one segment: ordinals of the names of files that are searched.
pub(super) enum FileFilter {
    All,
    Ordinals(Column<u64>, Vec<Range<u64>>),
    None,
}

impl FileFilter {
    pub fn open(segment: &SegmentReader, within: &Within) -> tantivy::Result<Self> {
        if within.0.is_empty() {
            return Ok(Self::All);
        }
        let Some(files) = segment.fast_fields().str("file")? else {
            return Ok(Self::None);
        };
        let mut ranges: Vec<Range<u64>> = Vec::new();
        let mut stream = files.dictionary().stream()?;
        let mut ordinal = 0;
        while stream.advance() {
            let name = String::from_utf8_lossy(stream.key());
            if within.0.iter().any(|root| is_below(&name, root)) {
                match ranges.last_mut() {
                    Some(range) if range.end == ordinal => range.end += 1,
                    _ => ranges.push(ordinal..ordinal + 1),
                }
            }
            ordinal += 1;
        }
        Ok(Self::Ordinals(files.ords().clone(), ranges))
    }

    pub fn accepts(&self, doc: DocId) -> bool {
        match self {
            Self::All => true,
            Self::None => false,
            Self::Ordinals(files, ranges) => files
                .first(doc)
                .is_some_and(|ordinal| ranges.iter().any(|range| range.contains(&ordinal))),
        }
    }
}

//! Columns of numbers: any number of them for each document of a segment.

use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

/// A column of a segment.
pub(crate) struct NumbersColumn(
    /// `None` if no document has a number.
    Option<Column<u64>>,
);

impl NumbersColumn {
    /// That of this name.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn open(segment: &SegmentReader, name: &str) -> tantivy::Result<Self> {
        Ok(Self(segment.fast_fields().column_opt(name)?))
    }

    /// The numbers of `doc`.
    pub fn get(&self, doc: DocId) -> impl Iterator<Item = u64> + '_ {
        let columns = self.0.iter();
        columns.flat_map(move |column| column.values_for_doc(doc))
    }
}

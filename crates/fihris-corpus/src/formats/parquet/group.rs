//! A group of rows, whose columns are read page by page.

use std::sync::Arc;

use parquet::basic::Compression;
use parquet::bloom_filter::Sbbf;
use parquet::column::page::PageReader;
use parquet::errors::Result;
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::{ChunkReader, RowGroupReader, SerializedPageReader};
use parquet::record::reader::RowIter;
use parquet::schema::types::Type;

use super::pages::{PageLimit, Pages};

/// A group of the rows of `table`.
pub(super) struct Group<'a, R> {
    /// The file.
    pub table: Arc<R>,
    /// What the file says of the group.
    pub metadata: &'a RowGroupMetaData,
    /// How much its pages may unpack to.
    pub limit: Arc<PageLimit>,
}

impl<R: ChunkReader + 'static> RowGroupReader for Group<'_, R> {
    fn metadata(&self) -> &RowGroupMetaData {
        self.metadata
    }

    fn num_columns(&self) -> usize {
        self.metadata.num_columns()
    }

    fn get_column_page_reader(&self, number: usize) -> Result<Box<dyn PageReader>> {
        let column = self.metadata.column(number);
        let packing = column.compression();
        // So that the pages come as they are.
        let plain = column.clone().into_builder();
        let plain = plain.set_compression(Compression::UNCOMPRESSED).build()?;
        let rows = usize::try_from(self.metadata.num_rows())?;
        let packed = SerializedPageReader::new(Arc::clone(&self.table), &plain, rows, None)?;
        let limit = Arc::clone(&self.limit);
        Ok(Box::new(Pages::new(packed, packing, limit)))
    }

    fn get_column_bloom_filter(&self, _: usize) -> Option<&Sbbf> {
        None
    }

    fn get_row_iter(&self, columns: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_row_group(columns, self)
    }
}

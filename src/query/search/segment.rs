//! A segment, opened for one query: what all its leaves share.
//!
//! Knows the engine's readers, not what is looked for.

use std::sync::Arc;

use tantivy::SegmentReader;

use super::part::Part;
use super::terms::Terms;
use crate::corpus::ZoneKind;
use crate::index::Index;

/// A segment with the words that a query looks up in it.
pub(super) struct OpenSegment<'a> {
    pub index: &'a Index,
    pub reader: &'a SegmentReader,
    searched: Arc<Terms>,
    titles: Arc<Terms>,
}

impl<'a> OpenSegment<'a> {
    pub fn open(index: &'a Index, reader: &'a SegmentReader) -> tantivy::Result<Self> {
        let open = |part: Part| open(index, reader, part);
        Ok(Self {
            index,
            reader,
            searched: open(Part::Searched)?,
            titles: open(Part::Zone(ZoneKind::Title))?,
        })
    }

    /// The words of a part.
    pub fn terms(&self, part: Part) -> tantivy::Result<Arc<Terms>> {
        match part {
            Part::Searched => Ok(Arc::clone(&self.searched)),
            Part::Zone(ZoneKind::Title) => Ok(Arc::clone(&self.titles)),
            part => open(self.index, self.reader, part),
        }
    }
}

fn open(index: &Index, reader: &SegmentReader, part: Part) -> tantivy::Result<Arc<Terms>> {
    Terms::open(reader, part.field(&index.fields().article), part.prefix())
}

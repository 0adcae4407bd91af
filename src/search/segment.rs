//! A segment, opened for one query: what all its leaves share.
//!
//! Knows the engine's readers, not what is looked for.

use std::sync::{Arc, OnceLock};

use tantivy::SegmentReader;

use crate::corpus::{ZoneKind, ZoneSet};
use crate::index::Index;
use crate::index::zone_starts::ZoneStarts;
use crate::search::part::Part;
use crate::search::terms::Terms;

/// A segment with the words that a query looks up in it.
pub(super) struct OpenSegment<'a> {
    pub index: &'a Index,
    pub reader: &'a SegmentReader,
    searched: Arc<Terms>,
    titles: Arc<Terms>,
    /// Opened when somebody asks for it.
    zone_starts: OnceLock<Arc<ZoneStarts>>,
}

impl<'a> OpenSegment<'a> {
    pub fn open(index: &'a Index, reader: &'a SegmentReader) -> tantivy::Result<Self> {
        let open = |part: Part| open(index, reader, part);
        Ok(Self {
            index,
            reader,
            searched: open(Part::Searched(ZoneSet::SEARCHED))?,
            titles: open(Part::Zone(ZoneKind::Title))?,
            zone_starts: OnceLock::new(),
        })
    }

    /// The words of a part.
    pub fn terms(&self, part: Part) -> tantivy::Result<Arc<Terms>> {
        match part {
            Part::Searched(_) => Ok(Arc::clone(&self.searched)),
            Part::Zone(ZoneKind::Title) => Ok(Arc::clone(&self.titles)),
            part => open(self.index, self.reader, part),
        }
    }

    /// Where the zones of articles begin.
    pub fn zone_starts(&self) -> tantivy::Result<Arc<ZoneStarts>> {
        if let Some(starts) = self.zone_starts.get() {
            return Ok(Arc::clone(starts));
        }
        let starts = Arc::new(ZoneStarts::open(self.reader)?);
        Ok(Arc::clone(self.zone_starts.get_or_init(|| starts)))
    }
}

fn open(index: &Index, reader: &SegmentReader, part: Part) -> tantivy::Result<Arc<Terms>> {
    Terms::open(reader, part.field(&index.fields().article), part.prefix())
}

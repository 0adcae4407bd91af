//! A segment, opened for one query: what all its clauses share.

use std::sync::{Arc, OnceLock};

use tantivy::SegmentReader;

use crate::field_part::FieldPart;
use crate::term_dictionary::TermDictionary;
use fihris_corpus::{ZoneKind, ZoneSet};
use fihris_index::engine::{self, ZoneStarts};
use fihris_index::{ArticleAddress, Index};

/// A segment with the words that a query looks up in it.
pub(super) struct SegmentContext<'a> {
    pub index: &'a Index,
    pub reader: &'a SegmentReader,
    searched: Arc<TermDictionary>,
    titles: Arc<TermDictionary>,
    /// Opened on first use.
    zone_starts: OnceLock<Arc<ZoneStarts>>,
}

impl<'a> SegmentContext<'a> {
    pub fn open(index: &'a Index, reader: &'a SegmentReader) -> tantivy::Result<Self> {
        let open = |part: FieldPart| open(index, reader, part);
        Ok(Self {
            index,
            reader,
            searched: open(FieldPart::Searched(ZoneSet::SEARCHED))?,
            titles: open(FieldPart::Zone(ZoneKind::Title))?,
            zone_starts: OnceLock::new(),
        })
    }

    /// The segments that hold `articles`, each with the documents that these are, all in order.
    pub fn of_articles(
        index: &'a Index,
        articles: &[ArticleAddress],
    ) -> tantivy::Result<Vec<(Self, Vec<ArticleAddress>)>> {
        let mut articles = articles.to_vec();
        articles.sort_unstable();
        let by_segment = articles.chunk_by(|a, b| a.segment() == b.segment());
        let opened = by_segment.map(|here| {
            let reader = engine::searcher(index).segment_reader(here[0].segment());
            Ok((Self::open(index, reader)?, here.to_vec()))
        });
        opened.collect()
    }

    /// The words of a part.
    pub fn terms(&self, part: FieldPart) -> tantivy::Result<Arc<TermDictionary>> {
        match part {
            FieldPart::Searched(_) => Ok(Arc::clone(&self.searched)),
            FieldPart::Zone(ZoneKind::Title) => Ok(Arc::clone(&self.titles)),
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

fn open(
    index: &Index,
    reader: &SegmentReader,
    part: FieldPart,
) -> tantivy::Result<Arc<TermDictionary>> {
    TermDictionary::open(reader, part.field(engine::fields(index)), part.prefix())
}

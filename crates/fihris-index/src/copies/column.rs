//! The column of sketches: one an article, as numbers, of which the last tells its text from others.

use rayon::prelude::*;
use tantivy::columnar::Column;
use tantivy::{Searcher, SegmentReader};

use crate::address::ArticleAddress;
use crate::error::IndexError;
use fihris_corpus::minhash::{MinHash, NUMBERS};

/// An article that has a sketch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sketched {
    /// The hash of its text.
    pub text: u64,
    pub address: ArticleAddress,
}

/// The sketches of a commit.
pub(super) struct Sketches<'a> {
    searcher: &'a Searcher,
    /// Of each segment; `None` where no article has one.
    columns: Vec<Option<Column<u64>>>,
}

impl<'a> Sketches<'a> {
    /// Of the commit that `searcher` shows.
    pub fn open(searcher: &'a Searcher) -> Result<Self, IndexError> {
        let segments = searcher.segment_readers().iter();
        let columns = segments.map(|segment| segment.fast_fields().column_opt("sketch"));
        Ok(Self {
            searcher,
            columns: columns.collect::<tantivy::Result<_>>()?,
        })
    }

    /// That of an article, if it has one, deleted or not.
    pub fn get(&self, address: ArticleAddress) -> Option<MinHash> {
        let column = self.columns.get(address.segment() as usize)?.as_ref()?;
        let rows = column.index.value_row_ids(address.doc());
        let mut numbers = [0; NUMBERS];
        (rows.len() == NUMBERS).then(|| {
            column.values.get_range(rows.start.into(), &mut numbers);
            MinHash::from_numbers(&numbers)
        })
    }

    /// All articles that have one, in the order in which they lie on disk.
    pub fn articles(&self) -> impl ParallelIterator<Item = Sketched> + '_ {
        self.segments().flat_map(move |(segment, number, column)| {
            (0..segment.max_doc())
                .into_par_iter()
                .filter_map(move |doc| {
                    let rows = column.index.value_row_ids(doc);
                    let is_there = rows.len() == NUMBERS && !segment.is_deleted(doc);
                    is_there.then(|| Sketched {
                        text: column.values.get_val(rows.end - 1),
                        address: ArticleAddress::new(number, doc),
                    })
                })
        })
    }

    /// Those of deleted articles.
    pub fn deleted(&self) -> impl ParallelIterator<Item = MinHash> + '_ {
        let with_deletes = self
            .segments()
            .filter(|(segment, ..)| segment.has_deletes());
        with_deletes.flat_map(move |(segment, number, _)| {
            let docs = (0..segment.max_doc()).into_par_iter();
            let deleted = docs.filter(|doc| segment.is_deleted(*doc));
            deleted.filter_map(move |doc| self.get(ArticleAddress::new(number, doc)))
        })
    }

    /// The segments that have any, with their numbers and columns.
    fn segments(&self) -> impl ParallelIterator<Item = (&SegmentReader, u32, &Column<u64>)> + '_ {
        let segments = self
            .searcher
            .segment_readers()
            .par_iter()
            .zip(&self.columns);
        segments
            .enumerate()
            .filter_map(|(number, (segment, column))| {
                let number = u32::try_from(number).ok()?;
                Some((segment, number, column.as_ref()?))
            })
    }
}

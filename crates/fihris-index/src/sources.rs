//! Sources: who published the articles of a commit, as numbers that stand for names.

use std::collections::BTreeMap;

use tantivy::Searcher;
use tantivy::columnar::StrColumn;

use super::address::ArticleAddress;
use super::error::IndexError;
use super::identity::texts;

/// Who published the articles of a commit.
pub struct Sources {
    /// Of each segment; `None` where no article says it.
    columns: Vec<Option<StrColumn>>,
}

impl Sources {
    /// Of the commit that `searcher` shows.
    pub(super) fn open(searcher: &Searcher) -> Result<Self, IndexError> {
        let segments = searcher.segment_readers().iter();
        let columns = segments.map(|segment| segment.fast_fields().str("origin"));
        Ok(Self {
            columns: columns.collect::<tantivy::Result<_>>()?,
        })
    }

    /// The number of the publisher of an article among those of its segment, if its input says who that is.
    #[must_use]
    pub fn number(&self, address: ArticleAddress) -> Option<u64> {
        let column = self.columns.get(address.segment() as usize)?.as_ref()?;
        column.ords().first(address.doc())
    }

    /// The name that a number of a segment stands for.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn name(&self, segment: u32, number: u64) -> Result<String, IndexError> {
        let column = self.columns.get(segment as usize).and_then(Option::as_ref);
        let name = column.map(|column| texts(column, &[number])).transpose()?;
        Ok(name.and_then(|mut name| name.pop()).unwrap_or_default())
    }

    /// The number that a name has in each segment, where it has one.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn numbers(&self, name: &str) -> Result<Vec<Option<u64>>, IndexError> {
        let columns = self.columns.iter();
        let numbers = columns.map(|column| match column {
            Some(column) => Ok(column.dictionary().term_ord(name.as_bytes())?),
            None => Ok(None),
        });
        numbers.collect()
    }

    /// All names, in order; one of which all articles are gone may be among them.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn names(&self) -> Result<Vec<String>, IndexError> {
        let mut names = Vec::new();
        for column in self.columns.iter().flatten() {
            let numbers: Vec<u64> = (0..column.num_terms() as u64).collect();
            names.extend(texts(column, &numbers)?);
        }
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// How many of these articles each publisher has, `None` for those whose input does not say.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn count(
        &self,
        articles: &[ArticleAddress],
    ) -> Result<BTreeMap<Option<String>, u64>, IndexError> {
        let mut counts: BTreeMap<(u32, Option<u64>), u64> = BTreeMap::new();
        for address in articles {
            let number = self.number(*address);
            *counts.entry((address.segment(), number)).or_default() += 1;
        }
        let mut sources = BTreeMap::new();
        for ((segment, number), articles) in counts {
            let name = number
                .map(|number| self.name(segment, number))
                .transpose()?;
            *sources.entry(name).or_default() += articles;
        }
        Ok(sources)
    }
}

//! Match sets: all articles that match, for what counts them; nobody asks which is the best.

use rayon::prelude::*;

use crate::filter::Filter;
use crate::scan::Scan;
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_query::expansion::Query;

/// The articles that match, each by itself, without scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchSet {
    /// As they lie in the index.
    pub addresses: Vec<ArticleAddress>,
    /// How many more would match, if it were known when they were published.
    pub undated: u64,
}

impl MatchSet {
    /// Finds all articles of `index` that match.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn find(index: &Index, query: &Query, filter: &Filter) -> Result<Self, IndexError> {
        let scan = Scan::open(index, query, filter)?;
        let parts: Vec<Self> = scan
            .parts()
            .into_par_iter()
            .map(|part| {
                let number = u32::try_from(part.segment).unwrap_or(u32::MAX);
                let mut addresses = Vec::new();
                let undated = scan.part(&part, |window, scores| {
                    let docs = scores.offsets().map(|offset| window.doc(offset));
                    addresses.extend(docs.map(|doc| ArticleAddress::new(number, doc)));
                })?;
                Ok::<_, IndexError>(Self { addresses, undated })
            })
            .collect::<Result<_, _>>()?;
        let undated = parts.iter().map(|found| found.undated).sum();
        let mut addresses = Vec::with_capacity(parts.iter().map(Self::len).sum());
        for found in parts {
            addresses.extend(found.addresses);
        }
        Ok(Self { addresses, undated })
    }

    /// How many they are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.addresses.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty()
    }
}

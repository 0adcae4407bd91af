//! Words of one field of one segment, each looked up once for a query.
//!
//! Looking a word up costs more than reading the few places where most words stand, and a query comes
//! back to its words: for frequencies, then for positions.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::SegmentReader;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::schema::Field;

/// The words of a field, as far as they were looked up.
pub(super) struct TermDictionary {
    pub index: Arc<InvertedIndexReader>,
    /// Stands before a word in its term.
    prefix: String,
    known: Mutex<FxHashMap<String, Option<TermInfo>>>,
}

impl TermDictionary {
    pub fn open(
        segment: &SegmentReader,
        field: Field,
        prefix: String,
    ) -> tantivy::Result<Arc<Self>> {
        Ok(Arc::new(Self {
            index: segment.inverted_index(field)?,
            prefix,
            known: Mutex::default(),
        }))
    }

    /// Where the postings of the folded `form` are; `None` if the segment does not hold it.
    pub fn get(&self, form: &str) -> tantivy::Result<Option<TermInfo>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(info) = known.get(form) {
            return Ok(info.clone());
        }
        let terms = self.index.terms();
        let info = match &*self.prefix {
            "" => terms.get(form)?,
            prefix => terms.get([prefix, form].concat())?,
        };
        known.insert(form.to_string(), info.clone());
        Ok(info)
    }
}

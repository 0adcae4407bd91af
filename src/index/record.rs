//! Records: what was indexed from which file.
//!
//! They commit with the articles, so they never disagree with them. Knows stamps and hashes, not
//! texts.

use std::collections::BTreeMap;

use tantivy::columnar::StrColumn;
use tantivy::{Searcher, SegmentReader, TantivyDocument};

use super::schema::RecordFields;
use crate::corpus::Stamp;

/// What is known of a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// Size and time when it was read.
    pub stamp: Stamp,
    /// XXH3 of its bytes.
    pub hash: u64,
    /// Why it has no articles, for people.
    pub skipped: Option<String>,
}

impl FileRecord {
    /// As a document of the index.
    pub(super) fn document(&self, name: &str, fields: &RecordFields) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_text(fields.name, name);
        document.add_u64(fields.size, self.stamp.size);
        document.add_i64(fields.modified, self.stamp.modified);
        document.add_u64(fields.hash, self.hash);
        if let Some(reason) = &self.skipped {
            document.add_text(fields.skipped, reason);
        }
        document
    }
}

/// All records of the index, by file name.
pub(super) fn records(searcher: &Searcher) -> tantivy::Result<BTreeMap<String, FileRecord>> {
    let mut records = BTreeMap::new();
    for segment in searcher.segment_readers() {
        add_records(segment, &mut records)?;
    }
    Ok(records)
}

fn add_records(
    segment: &SegmentReader,
    records: &mut BTreeMap<String, FileRecord>,
) -> tantivy::Result<()> {
    let fast = segment.fast_fields();
    let Some(names) = fast.str("record_name")? else {
        return Ok(()); // no record in this segment
    };
    let (sizes, times) = (fast.u64("record_size")?, fast.i64("record_modified")?);
    let hashes = fast.u64("record_hash")?;
    let reasons = fast.str("record_skipped")?;
    let names_by_ord = all_strings(&names)?;
    for doc in segment.doc_ids_alive() {
        let Some(ord) = names.term_ords(doc).next() else {
            continue; // an article
        };
        let mut skipped = None;
        if let Some(column) = &reasons
            && let Some(ord) = column.term_ords(doc).next()
        {
            let mut reason = String::new();
            column.ord_to_str(ord, &mut reason)?;
            skipped = Some(reason);
        }
        let name = usize::try_from(ord)
            .ok()
            .and_then(|ord| names_by_ord.get(ord));
        let record = FileRecord {
            stamp: Stamp {
                size: sizes.first(doc).unwrap_or(0),
                modified: times.first(doc).unwrap_or(0),
            },
            hash: hashes.first(doc).unwrap_or(0),
            skipped,
        };
        records.insert(name.cloned().unwrap_or_default(), record);
    }
    Ok(())
}

/// The strings of a column by ordinal; reading them in order is far cheaper than one by one.
fn all_strings(column: &StrColumn) -> tantivy::Result<Vec<String>> {
    let mut strings = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        strings.push(String::from_utf8_lossy(stream.key()).into_owned());
    }
    Ok(strings)
}

//! Records: what was indexed from which file.
//!
//! They commit with the articles, so they never disagree with them. Knows stamps and hashes, not
//! texts.

use std::collections::BTreeMap;

use tantivy::columnar::StrColumn;
use tantivy::{DocId, Searcher, SegmentReader};

use super::document::Content;
use super::schema::RecordFields;
use crate::corpus::Stamp;
use crate::corpus::name::is_below;

/// What is known of a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// Size and time when it was read.
    pub stamp: Stamp,
    /// XXH3 of its bytes.
    pub hash: u64,
    /// Why it has no articles, for people.
    pub skipped: Option<String>,
    /// The name of its encoding, where it has articles.
    pub encoding: Option<String>,
    /// Where its text was garbled or lost, for people.
    pub note: Option<String>,
}

/// Whether `records` has the file called `name`, or one below a folder called so.
#[must_use]
pub fn knows(records: &BTreeMap<String, FileRecord>, name: &str) -> bool {
    // No name begins with that of a top folder.
    if matches!(name, "." | "/") {
        return records.keys().any(|file| is_below(file, name));
    }
    let folder = format!("{name}/");
    let first_below = records.range(folder.clone()..).next();
    records.contains_key(name) || first_below.is_some_and(|(below, _)| below.starts_with(&folder))
}

impl FileRecord {
    /// Forgets what the bytes were, so that they are read again.
    pub(super) fn doubt(&mut self) {
        self.stamp.modified = 0;
        self.hash = !self.hash;
    }

    /// As the content of a document of the index.
    pub(super) fn content(&self, name: &str, fields: &RecordFields) -> Content {
        let mut content = Content::default();
        content.add_text(fields.name, name);
        content.add_u64(fields.size, self.stamp.size);
        content.add_i64(fields.modified, self.stamp.modified);
        content.add_u64(fields.hash, self.hash);
        for (field, told) in [
            (fields.skipped, &self.skipped),
            (fields.encoding, &self.encoding),
            (fields.note, &self.note),
        ] {
            if let Some(told) = told {
                content.add_text(field, told);
            }
        }
        content
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
    let told = |column| Ok::<_, tantivy::TantivyError>(Told(fast.str(column)?));
    let (reasons, encodings) = (told("record_skipped")?, told("record_encoding")?);
    let notes = told("record_note")?;
    let names_by_ord = all_strings(&names)?;
    for doc in segment.doc_ids_alive() {
        let Some(ord) = names.term_ords(doc).next() else {
            continue; // an article
        };
        let name = usize::try_from(ord)
            .ok()
            .and_then(|ord| names_by_ord.get(ord));
        let record = FileRecord {
            stamp: Stamp {
                size: sizes.first(doc).unwrap_or(0),
                modified: times.first(doc).unwrap_or(0),
            },
            hash: hashes.first(doc).unwrap_or(0),
            skipped: reasons.of(doc)?,
            encoding: encodings.of(doc)?,
            note: notes.of(doc)?,
        };
        records.insert(name.cloned().unwrap_or_default(), record);
    }
    Ok(())
}

/// A column of what few records have, or what is the same in most.
struct Told(Option<StrColumn>);

impl Told {
    fn of(&self, doc: DocId) -> tantivy::Result<Option<String>> {
        let Some(column) = &self.0 else {
            return Ok(None);
        };
        let Some(ord) = column.term_ords(doc).next() else {
            return Ok(None);
        };
        let mut told = String::new();
        column.ord_to_str(ord, &mut told)?;
        Ok(Some(told))
    }
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

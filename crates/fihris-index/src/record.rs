//! Records: what was indexed from which file.
//!
//! They commit with the articles, so they never disagree with them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tantivy::columnar::{Column, StrColumn};
use tantivy::schema::Field;
use tantivy::{DocId, Searcher, SegmentReader};

use super::document::Content;
use super::schema::RecordFields;
use fihris_corpus::name::below;
use fihris_corpus::{FileFingerprint, FileName, Kinds, Note, SkipReason};

/// Nanoseconds in a second.
const SECOND: i128 = 1_000_000_000;

/// What is known of a file, or of a folder that could not be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRecord {
    /// Its size and times when it was read; `None` if they would not tell whether it changed since.
    pub fingerprint: Option<FileFingerprint>,
    /// XXH3 of its bytes; `None` if they were never read, or are to be read anew whatever they are.
    pub hash: Option<u64>,
    /// Why it has no articles.
    pub skipped: Option<SkipReason>,
    /// Which parts of it are not in the index, where others are.
    pub parts: Option<SkipReason>,
    /// Why it could not be looked at the last time; what it has is of an earlier time.
    pub unread: Option<SkipReason>,
    /// The name of its encoding, where it has articles.
    pub encoding: Option<String>,
    /// Where its text was garbled or lost, and the like.
    pub notes: Vec<Note>,
    /// Files in it, if it is an archive, of kinds that are not read.
    pub kinds: Kinds,
}

/// What stands behind the name of a folder in the name of the record that counts the files in it of kinds that
/// are not read. No name of a file has it.
const FOLDER: &str = "//";

/// The name of the record of such files in the folder called `name`.
pub(super) fn folder_record(name: &str) -> String {
    format!("{name}{FOLDER}")
}

/// Takes such records out of `records`, by the names of the folders.
pub(super) fn split_kinds(
    records: &mut BTreeMap<FileName, FileRecord>,
) -> BTreeMap<FileName, Kinds> {
    let mut folders = BTreeMap::new();
    records.retain(|name, record| {
        let folder = name.strip_suffix(FOLDER);
        if let Some(folder) = folder {
            folders.insert(folder.into(), std::mem::take(&mut record.kinds));
        }
        folder.is_none()
    });
    folders
}

/// Whether something was read of the file called `name`, or of one below a folder called so.
#[must_use]
pub fn knows(records: &BTreeMap<FileName, FileRecord>, name: &str) -> bool {
    below(records, name).any(|(_, record)| record.was_read())
}

impl FileRecord {
    /// Why it is not in the index, or not as it is now.
    #[must_use]
    pub fn problem(&self) -> Option<&SkipReason> {
        self.unread.as_ref().or(self.skipped.as_ref())
    }

    /// Whether it is a file, and all of it was read once.
    #[must_use]
    pub fn was_read(&self) -> bool {
        self.hash.is_some() || self.encoding.is_some()
    }

    /// The same after it could not be looked at.
    pub(super) fn unread(&self, reason: SkipReason) -> Self {
        Self {
            fingerprint: None,
            unread: Some(reason),
            ..self.clone()
        }
    }

    /// The same without knowing what the bytes were, so that they are read again.
    pub(super) fn marked_stale(&self) -> Self {
        Self {
            fingerprint: None,
            hash: None,
            ..self.clone()
        }
    }

    /// As the content of a document of the index.
    pub(super) fn content(&self, name: &str, fields: &RecordFields) -> Content {
        let mut content = Content::default();
        content.add_text(fields.name, name);
        if let Some(fingerprint) = self.fingerprint {
            content.add_u64(fields.size, fingerprint.size);
            Times::add(&mut content, fields.modified, fingerprint.modified);
            Times::add(&mut content, fields.noted, fingerprint.noted);
        }
        if let Some(hash) = self.hash {
            content.add_u64(fields.hash, hash);
        }
        if let Some(encoding) = &self.encoding {
            content.add_text(fields.encoding, encoding);
        }
        for (field, reason) in [
            (fields.skipped, &self.skipped),
            (fields.parts, &self.parts),
            (fields.unread, &self.unread),
        ] {
            if let Some(reason) = reason {
                content.add_text(field, json(reason));
            }
        }
        if !self.notes.is_empty() {
            content.add_text(fields.note, json(&self.notes));
        }
        if !self.kinds.is_empty() {
            content.add_text(fields.kinds, json(&self.kinds));
        }
        content
    }
}

/// All records of the index, by file name.
pub(super) fn records(searcher: &Searcher) -> tantivy::Result<BTreeMap<FileName, FileRecord>> {
    let mut records = BTreeMap::new();
    for segment in searcher.segment_readers() {
        add_records(segment, &mut records)?;
    }
    Ok(records)
}

fn add_records(
    segment: &SegmentReader,
    records: &mut BTreeMap<FileName, FileRecord>,
) -> tantivy::Result<()> {
    let fast = segment.fast_fields();
    let Some(names) = fast.str("record_name")? else {
        return Ok(()); // no record in this segment
    };
    let sizes = fast.column_opt::<u64>("record_size")?;
    let times = Times(fast.column_opt("record_modified")?);
    let changes = Times(fast.column_opt("record_noted")?);
    let hashes = fast.column_opt::<u64>("record_hash")?;
    let told = |column| Ok::<_, tantivy::TantivyError>(Told(fast.str(column)?));
    let (reasons, failures) = (told("record_skipped")?, told("record_unread")?);
    let parts = told("record_parts")?;
    let (encodings, notes) = (told("record_encoding")?, told("record_note")?);
    let kinds = told("record_kinds")?;
    let names_by_ord = all_strings(&names)?;
    for doc in segment.doc_ids_alive() {
        let Some(ord) = names.term_ords(doc).next() else {
            continue; // an article
        };
        let name = usize::try_from(ord)
            .ok()
            .and_then(|ord| names_by_ord.get(ord));
        let fingerprint = sizes.as_ref().and_then(|sizes| {
            Some(FileFingerprint {
                size: sizes.first(doc)?,
                modified: Some(times.get(doc)?),
                noted: changes.get(doc),
            })
        });
        let record = FileRecord {
            fingerprint,
            hash: hashes.as_ref().and_then(|hashes| hashes.first(doc)),
            skipped: reasons.get(doc)?.map(typed(SkipReason::Earlier)),
            parts: parts.get(doc)?.map(typed(SkipReason::Earlier)),
            unread: failures.get(doc)?.map(typed(SkipReason::Earlier)),
            encoding: encodings.get(doc)?,
            notes: (notes.get(doc)?)
                .map(typed(|text| vec![Note::Earlier(text)]))
                .unwrap_or_default(),
            kinds: (kinds.get(doc)?)
                .and_then(|json| serde_json::from_str(&json).ok())
                .unwrap_or_default(),
        };
        records.insert(name.cloned().unwrap_or_default().into(), record);
    }
    Ok(())
}

/// A value as it is stored.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() // plain data always serialises
}

/// Reads a stored value; earlier versions stored a text, of which `from_text` makes one.
fn typed<T: DeserializeOwned>(from_text: impl Fn(String) -> T) -> impl Fn(String) -> T {
    move |json| serde_json::from_str(&json).unwrap_or_else(|_| from_text(json))
}

/// A column of times, each as seconds since 1970 and nanoseconds of a second.
struct Times(Option<Column<i64>>);

impl Times {
    /// Adds `time`, in nanoseconds since 1970, to a document.
    fn add(content: &mut Content, field: Field, time: Option<i128>) {
        let parts = time.map(|time| (time.div_euclid(SECOND), time.rem_euclid(SECOND)));
        let Some((seconds, nanoseconds)) = parts else {
            return;
        };
        for part in [seconds, nanoseconds] {
            // No system has times that do not fit.
            content.add_i64(field, i64::try_from(part).unwrap_or(i64::MAX));
        }
    }

    fn get(&self, doc: DocId) -> Option<i128> {
        let mut parts = self.0.as_ref()?.values_for_doc(doc);
        let (seconds, nanoseconds) = (parts.next()?, parts.next()?);
        Some(i128::from(seconds) * SECOND + i128::from(nanoseconds))
    }
}

/// A column of what few records have, or what is the same in most.
struct Told(Option<StrColumn>);

impl Told {
    fn get(&self, doc: DocId) -> tantivy::Result<Option<String>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_earlier_versions_told_is_kept_as_they_said_it() {
        let reason = typed(SkipReason::Earlier);
        let told = "larger than 16 MiB";
        assert_eq!(reason(told.into()), SkipReason::Earlier(told.into()));
        let own = SkipReason::TooLarge(16 << 20);
        assert_eq!(reason(json(&own)), own);
        assert_eq!(own.to_string(), told);
    }
}

//! Writing: files and articles become documents, in one commit.
//!
//! Knows how documents are made and replaced; what to write is decided by [`super::update()`].

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::Path;
use std::sync::Arc;

use tantivy::query::{BooleanQuery, Occur, Query, RangeQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Index as Engine, IndexWriter, Term};

use super::byte_budget::ByteBudget;
use super::days;
use super::directory::FirstError;
use super::document::{Content, Document};
use super::dynamic_fields;
use super::error::IndexError;
use super::key::{WithKey, key};
use super::manifest::Manifest;
use super::merge_policy::SegmentMergePolicy;
use super::record::{FileRecord, folder_record};
use super::schema::{ArticleFields, Fields};
use super::stored::layout;
use super::{marked_forms, provenance, zone_starts};
use fihris_corpus::minhash::MinHash;
use fihris_corpus::name::is_stream;
use fihris_corpus::{Article, Format, Kinds, ZoneSet};

/// Documents in flight take this part (1/n) of the memory for buffers.
const IN_FLIGHT_SHARE: usize = 8;

/// About so many bytes a document takes besides long texts.
const LEAST_BYTES: usize = 512;

/// An open transaction on an index.
pub(super) struct Transaction<'a> {
    writer: IndexWriter<Document>,
    budget: Arc<ByteBudget>,
    fields: &'a Fields,
}

impl<'a> Transaction<'a> {
    /// Opens one that uses `threads` threads and at most `memory` bytes for buffers. The caller holds
    /// the folder's lock.
    pub(super) fn begin(
        engine: &Engine,
        fields: &'a Fields,
        threads: usize,
        memory: usize,
        first_error: &FirstError,
    ) -> Result<Self, IndexError> {
        let writer = engine.writer_with_num_threads(threads, memory)?;
        writer.set_merge_policy(Box::new(SegmentMergePolicy::default()));
        Ok(Self {
            writer,
            budget: ByteBudget::new(memory / IN_FLIGHT_SHARE, first_error),
            fields,
        })
    }

    /// Takes a file, or a stream, and its articles out; those of an archive, or a database, are of names below it.
    pub(super) fn remove(&self, name: &str) -> Result<(), IndexError> {
        self.remove_record(name);
        let term = |name: &str| Term::from_field_text(self.fields.article.file, name);
        self.writer.delete_term(term(name));
        let format = Format::from_path(Path::new(name));
        // A program may make anything of what is of no known kind.
        if is_stream(name) || format.is_none_or(|format| format.kind.holds_parts()) {
            let below = Bound::Included(term(&format!("{name}/")));
            let behind = Bound::Excluded(term(&format!("{name}0"))); // 0 follows the slash
            let query = RangeQuery::new(below, behind);
            self.writer.delete_query(Box::new(query))?;
        }
        Ok(())
    }

    /// Adds the record of files of kinds that are not read in the folder called `name`.
    pub(super) fn add_kinds(&self, name: &str, kinds: &Kinds) -> Result<(), IndexError> {
        let kinds = kinds.clone();
        let record = FileRecord {
            kinds,
            ..FileRecord::default()
        };
        self.add_record(&folder_record(name), &record)
    }

    /// Removes it.
    pub(super) fn remove_kinds(&self, name: &str) {
        self.remove_record(&folder_record(name));
    }

    /// Takes one article out.
    pub(super) fn remove_article(
        &self,
        id: &str,
        file: &str,
        place: u64,
    ) -> Result<(), IndexError> {
        let fields = &self.fields.article;
        let term = |field, text| -> Box<dyn Query> {
            let term = Term::from_field_text(field, text);
            Box::new(TermQuery::new(term, IndexRecordOption::Basic))
        };
        let place = Term::from_field_u64(fields.place, place);
        let place = RangeQuery::new(Bound::Included(place.clone()), Bound::Included(place));
        let all = vec![
            (Occur::Must, term(fields.id, id)),
            (Occur::Must, term(fields.file, file)),
            (Occur::Must, Box::new(place) as Box<dyn Query>),
        ];
        self.writer.delete_query(Box::new(BooleanQuery::new(all)))?;
        Ok(())
    }

    /// Takes a file's record out and leaves its articles.
    pub(super) fn remove_record(&self, name: &str) {
        self.writer
            .delete_term(Term::from_field_text(self.fields.record.name, name));
    }

    /// Takes the articles of a record of a stream out.
    pub(super) fn remove_key(&self, key: &str) -> Result<(), IndexError> {
        let field = self.fields.article.key;
        let key = key.into();
        self.writer.delete_query(Box::new(WithKey { field, key }))?;
        Ok(())
    }

    /// Adds a file's record.
    pub(super) fn add_record(&self, name: &str, record: &FileRecord) -> Result<(), IndexError> {
        let content = record.content(name, &self.fields.record);
        self.add(Document::new(&self.budget, LEAST_BYTES, || content))
    }

    /// Adds an article.
    pub(super) fn add_article(&self, article: Article) -> Result<(), IndexError> {
        let fields = self.fields.article;
        let besides = article.fields.values().map(String::len);
        let bytes = article.text.len() + besides.sum::<usize>() + LEAST_BYTES;
        let make = move || content(article, &fields);
        self.add(Document::new(&self.budget, bytes, make))
    }

    /// Adds a document with any content at all, as nobody else may.
    #[cfg(test)]
    pub(super) fn add_content(&self, content: Content) -> Result<(), IndexError> {
        self.add(Document::new(&self.budget, LEAST_BYTES, || content))
    }

    fn add(&self, document: Document) -> Result<(), IndexError> {
        self.writer.add_document(document)?;
        Ok(())
    }

    /// Makes everything since [`Transaction::begin`] durable and visible at once, and waits for
    /// merges.
    pub(super) fn commit(mut self, manifest: &Manifest) -> Result<(), IndexError> {
        let mut prepared = self.writer.prepare_commit()?;
        prepared.set_payload(&serde_json::to_string(manifest).unwrap_or_default());
        prepared.commit()?;
        self.writer.wait_merging_threads()?;
        Ok(())
    }
}

/// An article as the content of a document of the index.
pub(super) fn content(article: Article, fields: &ArticleFields) -> Content {
    let layout = layout(&article);
    let published = article.published.as_ref().map(|published| published.date);
    // A text may say one date a million times.
    let mut days = BTreeSet::new();
    article.for_each_mention(|mention| days.extend(mention.readings.into_iter().map(days::pack)));
    let sketch = article.min_hash();
    let zone_starts = zone_starts::numbers(&article);
    let marked_forms = marked_forms::numbers(&article);
    let provenance = provenance::numbers(&article);
    let other = serde_json::to_string(&article.fields).unwrap_or_default();
    let has_other = !article.fields.is_empty();
    let (whole, place) = (0..article.text.len(), article.place);
    let mut content = searched(article, fields);
    content.add_u64(fields.place, place);
    content.add_part(fields.content, whole);
    content.add_text(fields.layout, layout);
    if let Some(published) = published {
        content.add_i64(fields.published, days::number(published));
    }
    for day in days {
        content.add_u64(fields.mentions, day);
    }
    for number in sketch.iter().flat_map(MinHash::to_numbers) {
        content.add_u64(fields.sketch, number);
    }
    for start in zone_starts {
        content.add_u64(fields.zone_starts, start);
    }
    for number in marked_forms {
        content.add_u64(fields.marked_forms, number);
    }
    for number in provenance {
        content.add_u64(fields.provenance, number);
    }
    if has_other {
        content.add_text(fields.other, other);
    }
    content
}

/// The texts of an article whose words can be searched.
pub(super) fn searched(article: Article, fields: &ArticleFields) -> Content {
    let key = key(&article);
    let mut content = Content::of_text(article.text);
    if let Some(key) = key {
        content.add_text(fields.key, key);
    }
    content.add_text(fields.id, article.id);
    content.add_text(fields.file, article.file);
    if let Some(source) = article.source {
        content.add_text(fields.origin, source);
    }
    for (name, value) in &article.fields {
        content.add_text(fields.named, dynamic_fields::term(name, value));
    }
    for zone in article.zones {
        if ZoneSet::SEARCHED.contains(zone.kind) {
            content.add_words(fields.text, zone.range.clone());
        }
        if let Some(field) = fields.zone(zone.kind) {
            content.add_words(field, zone.range);
        }
    }
    content
}

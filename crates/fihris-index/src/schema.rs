//! The schema: which fields tantivy keeps.
//!
//! Two kinds of documents live in one index, so that they commit together: articles, and records of
//! the files they came from. Knows fields, not what is searched in them.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};

use super::{analyzer, marked_forms, provenance, zone_starts};
use fihris_corpus::ZoneKind;

/// The fields of an article.
#[derive(Clone, Copy, Debug)]
pub struct ArticleFields {
    /// Its id, whole.
    pub id: Field,
    /// The name of its file, whole.
    pub file: Field,
    /// Of an article that came by a stream: what its record is known by there, whole.
    pub key: Field,
    /// The words, as written, of all zones that a search covers if nothing else is asked for, in the order of the
    /// text; zones do not touch.
    pub text: Field,
    /// The words, as written, of each other zone by itself; what is in the body is in [`ArticleFields::text`] only.
    zones: [Field; ZONES.len()],
    /// Where zones begin in [`ArticleFields::text`], as [`ZoneStarts`](crate::engine::ZoneStarts) has it.
    pub zone_starts: Field,
    /// Which words stand in the text otherwise than in the index, as [`MarkedForms`](crate::engine::MarkedForms) has it.
    pub marked_forms: Field,
    /// The words, as written, of what the input names as the source, and the whole of it.
    pub origin: Field,
    /// Its place among the articles of its file.
    pub place: Field,
    /// The day of publishing, as [`super::days::number`].
    pub published: Field,
    /// The dates in the text, as [`super::days::pack`].
    pub mentions: Field,
    /// The numbers of the sketch of its body.
    pub sketch: Field,
    /// What tells whether another is a version of it.
    pub provenance: Field,
    /// The text as it was read, stored only.
    pub content: Field,
    /// What is known of the text as JSON, stored only: see [`super::stored`].
    pub layout: Field,
    /// The folded words of each field of the input, each behind the name of its field.
    pub named: Field,
    /// What the input says besides, as JSON, stored only.
    pub other: Field,
}

/// The zones that are fields of their own.
const ZONES: [ZoneKind; 6] = [
    ZoneKind::Title,
    ZoneKind::Dateline,
    ZoneKind::Tags,
    ZoneKind::Source,
    ZoneKind::Related,
    ZoneKind::Boilerplate,
];

impl ArticleFields {
    /// The fields that are stored, in an index of any version, as far as they are there; the others are those
    /// of this version.
    #[must_use]
    pub fn stored_in(schema: &Schema) -> Option<Self> {
        let field = |name| schema.get_field(name).ok();
        Some(Self {
            id: field("id")?,
            file: field("file")?,
            content: field("content")?,
            layout: field("layout")?,
            other: field("other")?,
            ..self::schema().1.article
        })
    }

    /// The field of the words of a zone; `None` for the body.
    #[must_use]
    pub fn zone(&self, kind: ZoneKind) -> Option<Field> {
        let i = ZONES.iter().position(|zone| *zone == kind)?;
        Some(self.zones[i])
    }
}

/// The fields of a file's record.
#[derive(Clone, Copy, Debug)]
pub struct RecordFields {
    /// The name of the file, whole.
    pub name: Field,
    /// Its size in bytes.
    pub size: Field,
    /// Its time of change: seconds since 1970, and nanoseconds.
    pub modified: Field,
    /// The time at which the system last noted a change, as the other.
    pub noted: Field,
    /// XXH3 of its bytes.
    pub hash: Field,
    /// Why it has no articles, for people; absent where it has.
    pub skipped: Field,
    /// Which parts of it are not in the index; absent where all are.
    pub parts: Field,
    /// Why it could not be looked at the last time, for people; absent where it could.
    pub unread: Field,
    /// The name of its encoding; absent where it has no articles.
    pub encoding: Field,
    /// Where its text was garbled or lost, for people.
    pub note: Field,
    /// Files in it of kinds that are not read, as JSON.
    pub kinds: Field,
}

/// All fields.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// Of articles.
    pub article: ArticleFields,
    /// Of records.
    pub record: RecordFields,
}

/// The schema with its fields.
#[must_use]
pub fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let written = words(analyzer::WRITTEN);
    let article = ArticleFields {
        id: builder.add_text_field("id", STRING | FAST | STORED),
        file: builder.add_text_field("file", STRING | FAST | STORED),
        key: builder.add_text_field("key", STRING),
        text: builder.add_text_field("text", written.clone()),
        zones: ZONES.map(|zone| builder.add_text_field(zone.name(), written.clone())),
        zone_starts: builder.add_u64_field(zone_starts::COLUMN, FAST),
        marked_forms: builder.add_u64_field(marked_forms::COLUMN, FAST),
        origin: builder.add_text_field("origin", written.set_fast("raw")),
        named: builder.add_text_field("named", words(analyzer::NAMED)),
        place: builder.add_u64_field("place", FAST),
        published: builder.add_i64_field("published", FAST),
        mentions: builder.add_u64_field("mentions", FAST),
        sketch: builder.add_u64_field("sketch", FAST),
        provenance: builder.add_u64_field(provenance::COLUMN, FAST),
        content: builder.add_text_field("content", STORED),
        layout: builder.add_text_field("layout", STORED),
        other: builder.add_text_field("other", STORED),
    };
    let record = record(&mut builder);
    (builder.build(), Fields { article, record })
}

fn record(builder: &mut SchemaBuilder) -> RecordFields {
    let told = TextOptions::default().set_fast("raw");
    RecordFields {
        name: builder.add_text_field("record_name", STRING | FAST),
        size: builder.add_u64_field("record_size", FAST),
        modified: builder.add_i64_field("record_modified", FAST),
        noted: builder.add_i64_field("record_noted", FAST),
        hash: builder.add_u64_field("record_hash", FAST),
        skipped: builder.add_text_field("record_skipped", told.clone()),
        parts: builder.add_text_field("record_parts", told.clone()),
        unread: builder.add_text_field("record_unread", told.clone()),
        encoding: builder.add_text_field("record_encoding", told.clone()),
        note: builder.add_text_field("record_note", told.clone()),
        kinds: builder.add_text_field("record_kinds", told),
    }
}

fn words(analyzer: &str) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(analyzer)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions),
    )
}

//! The documents that tantivy gets of articles and records.
//!
//! tantivy's own kind of document copies every value; here those that are parts of a text stay ranges of
//! it. The values of an article are computed by the indexing threads, so that the reading thread can read on.

use std::borrow::Cow;
use std::iter::Empty;
use std::ops::Range;
use std::slice;
use std::sync::{Arc, LazyLock};

use tantivy::schema::document::{ReferenceValue, ReferenceValueLeaf};
use tantivy::schema::{Field, Value};

use arabic_text::dotless::with_either_yeh;

use super::byte_budget::{ByteBudget, Permit};

/// A document on its way into the index.
pub(super) struct Document {
    content: LazyLock<Content, Box<dyn FnOnce() -> Content + Send>>,
    /// Released when tantivy has written it.
    _permit: Permit,
}

impl Document {
    /// Blocks until `bytes` of the in-flight `budget` are free; `make` runs lazily on the indexing thread.
    pub fn new(
        budget: &Arc<ByteBudget>,
        bytes: usize,
        make: impl FnOnce() -> Content + Send + 'static,
    ) -> Self {
        Self {
            content: LazyLock::new(Box::new(make)),
            _permit: budget.acquire(bytes),
        }
    }
}

/// The values of a document.
#[derive(Debug, Default)]
pub(super) struct Content {
    text: String,
    /// What is indexed of the text, where that is another: as long, with the same letters at the same places.
    indexed: Option<String>,
    values: Vec<(Field, Owned)>,
}

/// A value of a field.
#[derive(Debug)]
enum Owned {
    /// A byte range of the document's text.
    Part(Range<usize>),
    /// A byte range of it whose words are indexed.
    Words(Range<usize>),
    Text(String),
    U64(u64),
    I64(i64),
}

impl Content {
    /// Nothing yet about `text`.
    pub fn of_text(text: String) -> Self {
        let indexed = match with_either_yeh(&text) {
            Cow::Owned(indexed) => Some(indexed),
            Cow::Borrowed(_) => None,
        };
        Self {
            text,
            indexed,
            values: Vec::new(),
        }
    }

    /// Adds a part of the text, by its byte range.
    pub fn add_part(&mut self, field: Field, range: Range<usize>) {
        self.values.push((field, Owned::Part(range)));
    }

    /// Adds the words of a part of the text, by its byte range.
    pub fn add_words(&mut self, field: Field, range: Range<usize>) {
        self.values.push((field, Owned::Words(range)));
    }

    /// Adds another text.
    pub fn add_text(&mut self, field: Field, text: impl Into<String>) {
        self.values.push((field, Owned::Text(text.into())));
    }

    pub fn add_u64(&mut self, field: Field, number: u64) {
        self.values.push((field, Owned::U64(number)));
    }

    pub fn add_i64(&mut self, field: Field, number: i64) {
        self.values.push((field, Owned::I64(number)));
    }

    /// Its texts and their fields, in the order in which they were added.
    pub fn texts(&self) -> impl Iterator<Item = (Field, &str)> {
        self.values.iter().filter_map(|(field, value)| match value {
            Owned::Part(range) => Some((*field, &self.text[range.clone()])),
            Owned::Words(range) => Some((*field, &self.indexed()[range.clone()])),
            Owned::Text(text) => Some((*field, text.as_str())),
            Owned::U64(_) | Owned::I64(_) => None,
        })
    }

    fn indexed(&self) -> &str {
        self.indexed.as_deref().unwrap_or(&self.text)
    }
}

impl tantivy::Document for Document {
    type Value<'a> = Borrowed<'a>;
    type FieldsValuesIter<'a> = Values<'a>;

    fn iter_fields_and_values(&self) -> Values<'_> {
        Values {
            content: &self.content,
            values: self.content.values.iter(),
        }
    }
}

/// The values of a document.
pub(super) struct Values<'a> {
    content: &'a Content,
    values: slice::Iter<'a, (Field, Owned)>,
}

impl<'a> Iterator for Values<'a> {
    type Item = (Field, Borrowed<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let (field, value) = self.values.next()?;
        let value = match value {
            Owned::Part(range) => Borrowed::Text(&self.content.text[range.clone()]),
            Owned::Words(range) => Borrowed::Text(&self.content.indexed()[range.clone()]),
            Owned::Text(text) => Borrowed::Text(text),
            Owned::U64(number) => Borrowed::U64(*number),
            Owned::I64(number) => Borrowed::I64(*number),
        };
        Some((*field, value))
    }
}

/// A value as tantivy sees it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Borrowed<'a> {
    Text(&'a str),
    U64(u64),
    I64(i64),
}

impl<'a> Value<'a> for Borrowed<'a> {
    type ArrayIter = Empty<Self>;
    type ObjectIter = Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match *self {
            Self::Text(text) => ReferenceValueLeaf::Str(text),
            Self::U64(number) => ReferenceValueLeaf::U64(number),
            Self::I64(number) => ReferenceValueLeaf::I64(number),
        })
    }
}

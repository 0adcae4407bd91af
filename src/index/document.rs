//! Documents: what tantivy is given of an article or of a record.
//!
//! tantivy's own kind of document copies every value; here those that are parts of a text stay ranges of
//! it. Knows values and fields, not what they mean.

use std::iter::Empty;
use std::ops::Range;
use std::slice;
use std::sync::Arc;

use tantivy::schema::document::{ReferenceValue, ReferenceValueLeaf};
use tantivy::schema::{Field, Value};

use super::room::{Place, Room};

/// A document on its way into the index.
#[derive(Debug, Default)]
pub(super) struct Document {
    text: String,
    values: Vec<(Field, Owned)>,
    /// What it takes up until tantivy has written it.
    place: Option<Place>,
}

/// A value of a field.
#[derive(Debug)]
enum Owned {
    /// A byte range of the document's text.
    Part(Range<usize>),
    Text(String),
    U64(u64),
    I64(i64),
}

impl Document {
    /// An empty one about `text`.
    pub fn of_text(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// Waits for room to be put into.
    pub fn wait_for(&mut self, room: &Arc<Room>) {
        let texts = self.values.iter().map(|(_, value)| match value {
            Owned::Text(text) => text.len(),
            _ => 0,
        });
        let values = size_of_val(&*self.values) + texts.sum::<usize>();
        self.place = Some(room.take(self.text.len() + values));
    }

    /// Adds a part of the text, by its byte range.
    pub fn add_part(&mut self, field: Field, range: Range<usize>) {
        self.values.push((field, Owned::Part(range)));
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
}

impl tantivy::Document for Document {
    type Value<'a> = Borrowed<'a>;
    type FieldsValuesIter<'a> = Values<'a>;

    fn iter_fields_and_values(&self) -> Values<'_> {
        Values {
            text: &self.text,
            values: self.values.iter(),
        }
    }
}

/// The values of a document.
pub(super) struct Values<'a> {
    text: &'a str,
    values: slice::Iter<'a, (Field, Owned)>,
}

impl<'a> Iterator for Values<'a> {
    type Item = (Field, Borrowed<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let (field, value) = self.values.next()?;
        let value = match value {
            Owned::Part(range) => Borrowed::Text(&self.text[range.clone()]),
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

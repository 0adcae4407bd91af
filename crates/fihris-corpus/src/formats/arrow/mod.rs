//! Arrow: a table by columns as programs hand it to each other, in a file (Feather version 2) or a stream; a row is a record.
//!
//! A file is read like the stream that is in it, from its first byte to its last: one batch of rows is in memory at once, and what packs it
//! is unpacked here, where it is bounded.

mod body;
mod cells;
mod damage;
mod message;
mod moments;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_buffer::Buffer;
use arrow_ipc::convert::try_fb_to_schema;
use arrow_ipc::reader::{read_dictionary, read_record_batch};
use arrow_ipc::{MessageHeader, MetadataVersion};
use arrow_schema::SchemaRef;

use self::body::{Contents, Wrapper};
use self::cells::row;
use self::damage::{broken, damaged};
use self::message::{Message, messages};
use crate::guarded::guarded;
use crate::limits::{LARGEST_PAGES, MOST_FIELDS};
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::many_fields;

/// What is known of a table before its rows come.
struct Table {
    schema: SchemaRef,
    version: MetadataVersion,
    /// Values that cells name by their numbers.
    dictionaries: HashMap<i64, ArrayRef>,
    /// What these take, in bytes.
    dictionary_bytes: u64,
}

/// Reads the rows of a table.
///
/// # Errors
/// If it is damaged or breaks off, a batch is too large, or whoever takes the records fails. What came before was handed over.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut messages = messages(input)?;
    let mut table = None;
    let mut number = 0;
    while let Some(message) = messages.next()? {
        let header = message.header()?;
        match (header.header_type(), &mut table) {
            (MessageHeader::Schema, None) => table = Some(Table::new(&message)?),
            (MessageHeader::DictionaryBatch, Some(table)) => table.add(message, sink)?,
            (MessageHeader::RecordBatch, Some(table)) => {
                let batch = table.batch(message, sink)?;
                for at in 0..batch.num_rows() {
                    number += 1;
                    sink.push_json_row(guarded(|| row(&batch, at)), number)?;
                }
            }
            (MessageHeader::RecordBatch | MessageHeader::DictionaryBatch, None) => {
                return Err(broken("rows come before the names of the columns").into());
            }
            _ => {}
        }
    }
    if table.is_none() {
        return Err(broken("it names no columns").into());
    }
    Ok(())
}

impl Table {
    /// The table whose columns `message` names.
    fn new(message: &Message) -> Result<Self, SkipReason> {
        let header = message.header()?;
        let none = || broken("it names no columns");
        let schema = header.header_as_schema().ok_or_else(none)?;
        if !schema.endianness().equals_to_target_endianness() {
            return Err(broken("its numbers have their bytes in another order"));
        }
        let read = guarded(|| try_fb_to_schema(schema).map_err(|error| damaged(&error)))?;
        if read.fields().len() > MOST_FIELDS {
            return Err(many_fields());
        }
        Ok(Self {
            schema: Arc::new(read),
            version: header.version(),
            dictionaries: HashMap::new(),
            dictionary_bytes: 0,
        })
    }

    /// Adds the values that cells of some columns name.
    fn add<E>(&mut self, mut message: Message, sink: &ArticleSink<E>) -> Result<(), SkipReason> {
        let body = message.take_body();
        let header = message.header()?;
        let none = || broken("a dictionary is not there");
        let dictionary = header.header_as_dictionary_batch().ok_or_else(none)?;
        let id = dictionary.id();
        let wrapper = Wrapper::Dictionary {
            id,
            is_delta: dictionary.isDelta(),
        };
        let batch = dictionary.data().ok_or_else(none)?;
        let limit = sink.unpack_limit();
        let before = self.size_of(id);
        if dictionary.isDelta() {
            limit.count(before)?; // it is copied
        }
        let (body, plain) = Contents::new(batch, body, &limit)?.rebuilt(wrapper);
        let dictionary = plain.dictionary()?;
        guarded(|| {
            let body = Buffer::from_vec(body);
            let dictionaries = &mut self.dictionaries;
            read_dictionary(&body, dictionary, &self.schema, dictionaries, &self.version)
                .map_err(|error| damaged(&error))
        })?;
        self.dictionary_bytes += self.size_of(id);
        self.dictionary_bytes = self.dictionary_bytes.saturating_sub(before);
        if self.dictionary_bytes > LARGEST_PAGES {
            return Err(SkipReason::TooLarge(LARGEST_PAGES));
        }
        Ok(())
    }

    /// The bytes of a dictionary.
    fn size_of(&self, id: i64) -> u64 {
        let values = self.dictionaries.get(&id);
        values.map_or(0, |values| values.get_buffer_memory_size() as u64)
    }

    /// The rows in `message`.
    fn batch<E>(
        &self,
        mut message: Message,
        sink: &ArticleSink<E>,
    ) -> Result<RecordBatch, SkipReason> {
        let body = message.take_body();
        let header = message.header()?;
        let none = || broken("a batch is not there");
        let batch = header.header_as_record_batch().ok_or_else(none)?;
        let batch = Contents::new(batch, body, &sink.unpack_limit())?;
        let (body, plain) = batch.rebuilt(Wrapper::None);
        let batch = plain.batch()?;
        let (schema, dictionaries) = (self.schema.clone(), &self.dictionaries);
        guarded(|| {
            let body = Buffer::from_vec(body);
            read_record_batch(&body, batch, schema, dictionaries, None, &self.version)
                .map_err(|error| damaged(&error))
        })
    }
}

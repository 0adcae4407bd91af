//! PDF: the layer of text of a document, page by page.
//!
//! Many programs write Arabic in the order of the page; [`crate::repair`] puts that right. A document of scanned
//! pages has no text, and is named as such.

mod cluster;
mod drawn;
mod font;
mod marked_content;
mod marks;
mod page;
mod place;
mod to_unicode;

use std::io::BufRead;

use lopdf::{Document, Object};

use self::font::SeenFonts;
use crate::bounded::read_whole;
use crate::guarded::guarded;
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};
use crate::tags::tidy;
use crate::value::{Record, Value};

/// So many bytes may a page unpack to.
const LARGEST_CONTENT: usize = 64 << 20;

/// Reads the document as one record.
///
/// # Errors
/// If it is damaged, protected, too large or without text, or whoever takes the record fails.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_RECORD)?;
    let record = guarded(|| record(&bytes))?;
    sink.push_record(Ok(record), 1, 1, false)
}

fn damaged(message: impl Into<String>) -> SkipReason {
    SkipReason::damaged(DamageKind::Other, message)
}

/// The text of the document in `bytes`, with its title, author and day.
fn record(bytes: &[u8]) -> Result<Record, SkipReason> {
    let document = Document::load_mem(bytes).map_err(|error| damaged(error.to_string()))?;
    if document.is_encrypted() {
        return Err(damaged("it is protected by a password"));
    }
    let mut pages = String::new();
    let mut seen = SeenFonts::new();
    for id in document.get_pages().into_values() {
        // One that cannot be read does not hide the others.
        let text = page::text(&document, id, &mut seen).unwrap_or_default();
        pages.push_str(&tidy(&text.replace(['\u{200E}', '\u{200F}'], "")));
        pages.push_str("\n\n");
        if pages.len() as u64 > LARGEST_RECORD {
            return Err(SkipReason::TooLarge(LARGEST_RECORD));
        }
    }
    if pages.trim().is_empty() {
        return Err(SkipReason::NoTextLayer);
    }
    let mut record = Record::new();
    let about = document.trailer.get(b"Info").ok();
    let about = about.and_then(|about| document.dereference(about).ok());
    if let Some((_, Object::Dictionary(about))) = about {
        for (name, key) in [
            ("title", &b"Title"[..]),
            ("author", b"Author"),
            ("date", b"CreationDate"),
        ] {
            let text = about.get(key).ok();
            let text = text.and_then(|text| lopdf::decode_text_string(text).ok());
            Value::add(&mut record, name, text.unwrap_or_default().trim().into());
        }
    }
    Value::add(&mut record, "text", tidy(&pages));
    Ok(record)
}

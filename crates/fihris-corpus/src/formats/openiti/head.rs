//! The head of a book: what is known of it, a line each.

use crate::limits::{MOST_FIELDS, prefix};
use crate::value::{Record, Value};

/// How names of fields begin that are not known.
const OTHER: &str = "meta.";

/// The most bytes of what is known of a book.
const LONGEST: usize = 250;

/// How lines of the head begin.
const LINE: &str = "#META#";

/// What the head says where it knows nothing.
const NOTHING: [&str; 7] = ["", "NODATA", "NOTGIVEN", "NOCODE", "NONE", "N/A", "-"];

/// What fields are called, in small letters without their numbers, and what they are.
const NAMES: &[(&str, &str)] = &[
    ("booktitle", "title"),
    ("title", "title"),
    ("عنوان الكتاب", "title"),
    ("الكتاب", "title"),
    ("authorname", "author"),
    ("author", "author"),
    ("المؤلف", "author"),
    ("اسم المؤلف", "author"),
    ("edyear", "date"),
    ("eddate", "date"),
    ("date", "date"),
    ("bookuri", "book"),
    ("edurl", "url"),
    ("booklang", "language"),
    ("edpublisher", "publisher"),
    ("الناشر", "publisher"),
    ("booksubj", "subject"),
    ("authordied", "died"),
];

/// What is known of the book, how many lines say so, and the text behind them.
pub(super) fn read(text: &str) -> (Record, usize, &str) {
    let mut book = Record::new();
    let mut length = 0;
    let mut after = (0, 0);
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        length += line.len();
        let line = line.trim_start_matches('\u{FEFF}').trim();
        if let Some(field) = line.strip_prefix(LINE) {
            after = (number, length);
            if field.trim_start().starts_with("Header#End") {
                break;
            }
            add(&mut book, field);
        } else if line.starts_with(super::MAGIC) {
            after = (number, length);
        } else if !line.is_empty() {
            break; // nothing says where the head ends
        }
    }
    (book, after.0, &text[after.1..])
}

/// `book` with what sections after the first are told of it: the fields that are known.
pub(super) fn shared(mut book: Record) -> Record {
    book.retain(|name, _| !name.starts_with(OTHER));
    book
}

fn add(book: &mut Record, field: &str) {
    let split = field.split_once("::").or_else(|| field.split_once(':'));
    let Some((name, value)) = split else {
        return;
    };
    let value = value.trim_start_matches(':').trim();
    if NOTHING.contains(&value) {
        return;
    }
    let name = name.trim();
    let name = match name.split_once('.') {
        Some((number, name)) if number.bytes().all(|byte| byte.is_ascii_digit()) => name.trim(),
        _ => name,
    };
    let lower = name.to_lowercase();
    let known = NAMES.iter().find(|known| known.0 == lower);
    match known {
        Some((_, name)) if book.contains_key(*name) => {}
        // Each section has it.
        Some((_, name)) => Value::add(book, name, prefix(value, LONGEST).to_string()),
        // It may be called as the id or the text of an article is.
        None if book.len() < MOST_FIELDS => {
            Value::add(book, &format!("{OTHER}{name}"), value.to_string());
        }
        None => {}
    }
}

//! Reading bytes as a file of some name, and what must be true of all that is found in it.

use std::io::Cursor;
use std::path::Path;

use fihris::corpus::format::Kind;
use fihris::corpus::{
    Article, Format, Found, ReadOptions, SkipReason, Zone, read_file, read_stream,
};

/// The most bytes that are found for each byte that was read, packed as it may be...
const FOUND_A_BYTE: usize = 300;

/// ...and besides.
const FOUND: usize = 1 << 20;

/// The most bytes of a reason or a note, which people read.
const LONGEST_REASON: usize = 2000;

/// Reads `bytes` as the file called `name`, and as a stream, and checks what is found in them.
pub fn read(name: &str, bytes: &[u8]) {
    let format = Format::of(Path::new(name)).expect("a name of a format");
    let options = ReadOptions::default();
    let mut amount = 0;
    let mut take = |found: Found| amount += check(found);
    let result = read_file(name, format, &options, Cursor::new(bytes), &mut take);
    if let Err((_, reason)) = result {
        check_reason(&reason);
    }
    if format.kind != Kind::Zip {
        let result = read_stream(name, &options, bytes, &mut take);
        if let Err((_, reason)) = result {
            check_reason(&reason);
        }
    }
    let most = 2 * (FOUND + FOUND_A_BYTE * bytes.len());
    assert!(amount <= most, "{amount} bytes of {}", bytes.len());
}

/// Zones are in order, do not overlap, and stand on the characters of `text`.
pub fn check_zones<'a>(text: &str, zones: impl IntoIterator<Item = &'a Zone>) {
    let mut end = 0;
    for zone in zones {
        assert!(end <= zone.range.start, "{zone:?} begins before {end}");
        assert!(text.get(zone.range.clone()).is_some(), "{zone:?}");
        end = zone.range.end;
    }
}

/// How many bytes were found.
fn check(found: Found) -> usize {
    match found {
        Found::Article(article) => check_article(&article),
        Found::Skipped(place, reason) => {
            check_reason(&reason);
            place.len()
        }
        Found::Note(place, note) => {
            check_length(&note);
            place.len() + note.len()
        }
        Found::OtherKind(name) => name.len(),
    }
}

fn check_article(article: &Article) -> usize {
    let Article { text, zones, .. } = article;
    check_zones(text, zones);
    let _ = article.sketch();
    article.note.as_deref().map(check_length);
    let fields = article.fields.iter();
    let fields = fields.map(|(name, value)| name.len() + value.len());
    article.id.len() + text.len() + zones.len() + fields.sum::<usize>()
}

fn check_reason(reason: &SkipReason) {
    // A panic elsewhere that was caught is one.
    assert_ne!(*reason, SkipReason::PageFault);
    check_length(&reason.to_string());
}

fn check_length(told: &str) {
    let length = told.len();
    assert!(length <= LONGEST_REASON, "people are told {length} bytes");
}

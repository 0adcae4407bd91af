//! Reading bytes as a file of some name, and what must be true of every article.

use std::io::Cursor;
use std::path::Path;

use fihris::corpus::format::Kind;
use fihris::corpus::{Article, Format, Found, ReadOptions, Zone, read_file, read_stream};

/// Reads `bytes` as the file called `name`, and as a stream, and checks each article in them.
pub fn read(name: &str, bytes: &[u8]) {
    let format = Format::of(Path::new(name)).expect("a name of a format");
    let options = ReadOptions::default();
    let _ = read_file(name, format, &options, Cursor::new(bytes), &mut check);
    if format.kind != Kind::Zip {
        let _ = read_stream(name, &options, bytes, &mut check);
    }
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

fn check(found: Found) {
    match found {
        Found::Article(Article { text, zones, .. }) => check_zones(&text, &zones),
        Found::Skipped(_, reason) => assert!(!reason.to_string().is_empty()),
        Found::Note(..) | Found::OtherKind(_) => {}
    }
}

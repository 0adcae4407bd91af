//! What the fuzz targets share: reading bytes as a file of some name, and what must be true of every
//! article, whatever the bytes.

use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;

use fihris::corpus::format::Kind;
use fihris::corpus::{Article, Format, ReadEvent, ReadOptions, Zone, read_file, read_stream};

/// Reads `bytes` as the file called `name`, and checks each article in it.
pub fn read(name: &str, bytes: &[u8]) {
    let format = Format::from_path(Path::new(name)).expect("a name of a format");
    let file = holding(bytes);
    let _ = read_file(name, format, &ReadOptions::default(), file, &mut check);
    if format.kind != Kind::Zip {
        let _ = read_stream(name, &ReadOptions::default(), bytes, &mut check);
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

fn check(found: ReadEvent) {
    if let ReadEvent::Article(Article { text, zones, .. }) = found {
        check_zones(&text, &zones);
    }
}

/// A file without a name that holds `bytes`.
fn holding(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(bytes).expect("a full file");
    file.rewind().expect("its beginning");
    file
}

//! Tests: whatever a byte of a table is, reading it ends.

use std::convert::Infallible;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use crate::file_kind::Kind;
use crate::{Format, ReadOptions, read_file};

/// What reading all of the tables may take; it takes a tenth of that where the machine is not busy.
const LONGEST: Duration = Duration::from_secs(200);

#[test]
fn a_table_with_a_wrong_byte_is_read_or_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/produced");
    let tables = [
        ("snappy.parquet", Kind::Parquet),
        ("gzip.parquet", Kind::Parquet),
        ("plain.ipc", Kind::Arrow),
        ("polars.arrows", Kind::Arrow),
    ];
    for (name, kind) in tables {
        let bytes = fs::read(folder.join(name)).unwrap();
        let (done, ends) = channel();
        let reader = thread::spawn(move || {
            for at in 0..bytes.len() {
                let mut damaged = bytes.clone();
                damaged[at] ^= 0xFF >> (at % 8);
                let options = ReadOptions::default();
                let file = Cursor::new(&damaged);
                let ignore = &mut |_| Ok::<_, Infallible>(());
                let _ = read_file("table", Format::plain(kind), &options, file, ignore);
            }
            let _ = done.send(());
        });
        let end = ends.recv_timeout(LONGEST);
        assert!(end.is_ok(), "{name}: {end:?}");
        reader.join().unwrap();
    }
}

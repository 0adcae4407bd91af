//! Tests: a file whose bytes cannot be had, at any place and in any format, is no damaged file.

use std::cell::Cell;
use std::convert::Infallible;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::{
    Format, ReadError, ReadEvent, ReadFile, ReadOptions, SkipReason, read_file, read_stream,
};

/// Bytes that come a few at a time, until the system fails.
struct Failing<'a> {
    bytes: Cursor<&'a [u8]>,
    /// How many reads go well.
    reads: &'a Cell<u64>,
    /// Whether reading goes on after the first failure.
    is_passing: bool,
}

/// Of a read, so that every format takes several.
const AT_ONCE: usize = 40;

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.reads.get();
        if left == 0 {
            self.reads.set(if self.is_passing { u64::MAX } else { 0 });
            return Err(io::Error::from_raw_os_error(5)); // EIO
        }
        self.reads.set(left - 1);
        let length = buffer.len().min(AT_ONCE);
        self.bytes.read(&mut buffer[..length])
    }
}

impl Seek for Failing<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

const RECORDS: &str =
    "{\"id\":\"1\",\"text\":\"خبر عن بغداد\"}\n{\"id\":\"2\",\"text\":\"خبر عن عمان\"}\n";

fn tar() -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, text) in [("1.txt", "خبر عن بغداد"), ("2.jsonl", RECORDS)] {
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, name, text.as_bytes()).unwrap();
    }
    tar.into_inner().unwrap()
}

fn zip() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["1.txt", "2.jsonl"] {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name, options).unwrap();
        zip.write_all(RECORDS.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let page = format!(
        "<html><title>خبر</title><body><p>{}</p>",
        "خبر عن بغداد. ".repeat(20)
    );
    vec![
        ("a.txt", "خبر عن بغداد\n".repeat(9).into()),
        ("a.html", page.into()),
        ("a.jsonl", RECORDS.into()),
        (
            "a.json",
            format!("[{}]", RECORDS.trim().replace('\n', ",")).into(),
        ),
        (
            "a.csv",
            "id,text\n1,خبر عن بغداد\n2,خبر عن عمان\n".repeat(3).into(),
        ),
        (
            "a.tsv",
            "id\ttext\n1\tخبر عن بغداد\n2\tخبر عن عمان\n".into(),
        ),
        (
            "a.xml",
            "<DOC><DOCNO>1</DOCNO><TEXT>خبر عن بغداد</TEXT></DOC>\n"
                .repeat(3)
                .into(),
        ),
        ("a.jsonl.gz", gzip(RECORDS.as_bytes())),
        ("a.tar", tar()),
        ("a.tgz", gzip(&tar())),
        ("a.zip", zip()),
    ]
}

#[allow(clippy::unnecessary_wraps)] // a consumer may fail
fn ignore(_: ReadEvent) -> Result<(), Infallible> {
    Ok(())
}

fn is_unreadable(read: &Result<ReadFile, ReadError<Infallible>>) -> bool {
    let reason = match read {
        Err(ReadError::Skipped { reason, .. }) => Some(reason),
        _ => None,
    };
    matches!(reason, Some(SkipReason::Unreadable(_)))
}

#[test]
fn what_cannot_be_read_is_no_damage() {
    for (name, bytes) in files() {
        let format = Format::from_path(Path::new(name)).unwrap();
        let options = ReadOptions::default();
        for is_passing in [false, true] {
            let mut failures = 0;
            for reads in 0.. {
                let reads = Cell::new(reads);
                let before = reads.get();
                let file = Failing {
                    bytes: Cursor::new(&bytes),
                    reads: &reads,
                    is_passing,
                };
                let read = read_file(name, format, &options, file, &mut ignore);
                // All reads went well where some were left.
                let has_failed = reads.get() == 0 || reads.get() > before;
                let is_told = is_unreadable(&read);
                if !has_failed {
                    assert!(read.is_ok(), "{name}: {read:?}");
                    break;
                }
                if !is_told {
                    // The last read was the one that found the end.
                    assert!(
                        read.is_ok() && reads.get() == 0,
                        "{name}, {before}: {read:?}"
                    );
                    continue;
                }
                failures += 1;
            }
            assert!(failures > 2, "{name}: {failures}");
        }
    }
}

#[test]
fn a_consumer_that_fails_ends_the_reading() {
    for (name, bytes) in files() {
        let format = Format::from_path(Path::new(name)).unwrap();
        let mut events = 0;
        let mut consume = |_| {
            events += 1;
            Err("full")
        };
        let options = ReadOptions::default();
        let read = read_file(name, format, &options, Cursor::new(&bytes), &mut consume);
        assert_eq!(read, Err(ReadError::Consumer("full")), "{name}");
        assert_eq!(events, 1, "{name}");
    }
}

#[test]
fn a_stream_that_breaks_off_is_no_damage() {
    for (name, bytes) in files() {
        if name == "a.zip" {
            continue; // not read from a stream
        }
        let reads = Cell::new(2);
        let input = Failing {
            bytes: Cursor::new(&bytes),
            reads: &reads,
            is_passing: false,
        };
        let options = ReadOptions::default();
        let read = read_stream("-", &options, input, &mut ignore);
        assert!(is_unreadable(&read), "{name}: {read:?}");
    }
}

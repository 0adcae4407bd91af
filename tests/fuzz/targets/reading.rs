//! Reading bytes as a file of some name, and what must be true of all that is found in it.

use std::convert::Infallible;
use std::io::{self, Cursor, Read};
use std::path::Path;

use fihris_corpus::sink::Consumer;
use fihris_corpus::{
    Article, Format, Notes, ReadError, ReadEvent, ReadFile, ReadOptions, SkipReason, Zone,
    read_file, read_stream,
};

/// The most bytes that are found for each byte that was read, packed as it may be...
const FOUND_A_BYTE: usize = 300;

/// ...and besides.
const FOUND: usize = 1 << 20;

/// The most bytes of a reason or a note, which people read.
const LONGEST_REASON: usize = 2000;

/// Reads `bytes` as the file called `name`, and as a stream, and checks what is found in them.
pub fn read(name: &str, bytes: &[u8]) {
    let format = Format::from_path(Path::new(name)).expect("a name of a format");
    let options = ReadOptions::default();
    let _ = check(bytes, |take| {
        read_file(name, format, &options, Cursor::new(bytes), take)
    });
    if format.kind.is_stream() {
        let at_once = check(bytes, |take| read_stream(name, &options, bytes, take));
        let in_pieces = check(bytes, |take| {
            read_stream(name, &options, Pieces(bytes), take)
        });
        assert!(
            at_once == in_pieces,
            "{at_once:.300?}\nin pieces: {in_pieces:.300?}"
        );
    }
}

/// Reads `bytes` as files with each of these endings.
pub fn read_as(endings: &[&str], bytes: &[u8]) {
    for ending in endings {
        read(&format!("news.{ending}"), bytes);
    }
}

/// Bytes as a slow pipe gives them, a few at a time.
struct Pieces<'a>(&'a [u8]);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(1 + self.0.len() % 61);
        self.0.read(&mut buffer[..length])
    }
}

type Reading = Result<ReadFile, ReadError<Infallible>>;

/// What `read` gives, which must be what bytes can give.
fn check(
    bytes: &[u8],
    read: impl for<'a> FnOnce(&'a mut Consumer<'a, Infallible>) -> Reading,
) -> (Reading, Vec<ReadEvent>) {
    let mut all = Vec::new();
    let reading = read(&mut |event| {
        all.push(event);
        Ok(())
    });
    if let Err(ReadError::Skipped { reason, .. }) = &reading {
        check_reason(reason);
    }
    let amount: usize = all.iter().map(check_found).sum();
    let most = FOUND + FOUND_A_BYTE * bytes.len();
    assert!(amount <= most, "{amount} bytes of {}", bytes.len());
    (reading, all)
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
fn check_found(found: &ReadEvent) -> usize {
    match found {
        ReadEvent::Article(article) => check_article(article),
        ReadEvent::Skipped(place, reason) => {
            check_reason(reason);
            place.len()
        }
        ReadEvent::Note(place, note) => {
            let note = note.to_string();
            check_length(&note);
            place.len() + note.len()
        }
        ReadEvent::OtherKind(name) => name.len(),
    }
}

fn check_article(article: &Article) -> usize {
    let Article { text, zones, .. } = article;
    check_zones(text, zones);
    let _ = article.min_hash();
    check_length(&Notes(&article.notes).to_string());
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

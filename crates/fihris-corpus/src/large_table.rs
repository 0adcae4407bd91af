//! Large tables: files of Parquet that do not fit into memory, read where they lie on disk.

use std::fs::File;
use std::io;
use std::path::Path;

use super::event::{ReadError, ReadFile};
use super::file_kind::Kind;
use super::format::Format;
#[cfg(feature = "parquet")]
use super::formats::parquet::read_rows;
use super::limits::LARGEST_TEXT;
use super::options::ReadOptions;
use super::read::hash;
use super::sink::{ArticleSink, Consumer, Stop};
use super::skip::SkipReason;

/// What a build that does not read Parquet has in the place of its reader.
#[cfg(not(feature = "parquet"))]
fn read_rows<E>(_: File, _: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    Err(SkipReason::NotBuilt("parquet".into()).into())
}

/// Whether a file of this format and size, in bytes, is read where it lies.
#[must_use]
pub fn is_large_table(format: Format, size: u64) -> bool {
    format == Format::plain(Kind::Parquet) && size > LARGEST_TEXT
}

/// Reads the rows of the table in the file at `path`, which is called `name`.
///
/// # Errors
/// If the file cannot be read or the table is damaged, or whoever takes the records fails.
pub fn read_large_table<'a, E>(
    name: &str,
    path: &Path,
    options: &'a ReadOptions,
    consumer: &'a mut Consumer<'a, E>,
) -> Result<ReadFile, ReadError<E>> {
    let unreadable = |error: io::Error| ReadError::Skipped {
        hash: 0,
        reason: SkipReason::unreadable(&error),
    };
    let mut sink = ArticleSink::new(name, options, consumer);
    let mut packed = sink
        .unpack_limit()
        .count_packed(File::open(path).map_err(unreadable)?);
    let hash = hash(&mut packed).map_err(unreadable)?;
    let file = File::open(path).map_err(unreadable)?;
    match read_rows(file, &mut sink) {
        Ok(()) if sink.found() == 0 => Err(Stop::Skip(SkipReason::Empty)),
        read => read,
    }
    .map_err(|stop| match stop {
        Stop::Skip(reason) => ReadError::Skipped { hash, reason },
        Stop::Consumer(error) => ReadError::Consumer(error),
    })?;
    Ok(sink.finish(hash))
}

#[cfg(all(test, feature = "parquet"))]
mod tests {
    use super::*;
    use crate::event::ReadEvent;

    #[test]
    fn a_file_page_by_page_gives_what_it_gives_in_memory() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/produced");
        for name in [
            "snappy.parquet",
            "gzip.parquet",
            "lz4.parquet",
            "zstd.parquet",
            "brotli.parquet",
            "polars.parquet",
            "duckdb.parquet",
        ] {
            let options = ReadOptions::default();
            let mut told = [Vec::new(), Vec::new()];
            let [large, small] = &mut told;
            let take = |told: &mut Vec<ReadEvent>, event| {
                told.push(event);
                Ok::<_, std::convert::Infallible>(())
            };
            let path = folder.join(name);
            let read = read_large_table("t.parquet", &path, &options, &mut |event| {
                take(large, event)
            });
            let of_stream = {
                let format = crate::Format::plain(crate::file_kind::Kind::Parquet);
                let file = File::open(&path).unwrap();
                crate::read_file("t.parquet", format, &options, file, &mut |event| {
                    take(small, event)
                })
            };
            assert_eq!(read, of_stream);
            assert!(!told[0].is_empty());
            assert_eq!(told[0], told[1]);
        }
        let gone = read_large_table(
            "t.parquet",
            &folder.join("none"),
            &ReadOptions::default(),
            &mut |_| Ok::<_, ()>(()),
        );
        assert!(matches!(gone, Err(ReadError::Skipped { hash: 0, .. })));
    }
}

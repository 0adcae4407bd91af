use std::fs;
use std::path::Path;

use crate::event::{ReadError, ReadEvent};
use crate::file_kind::Kind;
use crate::skip::SkipReason;
use crate::{Article, Format, ReadOptions, read_file, read_stream};

type Found = (Vec<Article>, Result<(), SkipReason>);

fn produced(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/produced");
    fs::read(folder.join(name)).unwrap()
}

/// The articles in `bytes`, and how reading ended.
fn read(bytes: &[u8]) -> Found {
    let mut articles = Vec::new();
    let options = ReadOptions::default();
    let file = std::io::Cursor::new(bytes);
    let read = read_file(
        "t.arrow",
        Format::plain(Kind::Arrow),
        &options,
        file,
        &mut |event| {
            if let ReadEvent::Article(article) = event {
                articles.push(article);
            }
            Ok::<_, std::convert::Infallible>(())
        },
    );
    let end = match read {
        Ok(_) => Ok(()),
        Err(ReadError::Skipped { reason, .. }) => Err(reason),
    };
    (articles, end)
}

const FILES: [&str; 4] = [
    "plain.ipc",
    "polars.arrow",
    "polars.arrows",
    "table.feather",
];

#[test]
fn files_and_streams_hold_records() {
    for name in FILES {
        let (articles, end) = read(&produced(name));
        assert_eq!(end, Ok(()), "{name}");
        let [article] = &articles[..] else {
            panic!("{name}: {}", articles.len());
        };
        assert!(article.text.starts_with("افتتاح مكتبة الحي"), "{name}");
        assert!(article.text.contains("رفع العمال"), "{name}");
        assert_eq!(article.source.as_deref(), Some("صحيفة الحي"), "{name}");
        let tags = article.fields.get("tags").map(String::as_str);
        assert_eq!(tags, (name == "plain.ipc").then_some("ثقافة, مكتبات"));
    }
}

#[test]
fn bytes_tell_the_kind() {
    for name in FILES {
        let bytes = produced(name);
        assert_eq!(Format::guess(&bytes), Format::plain(Kind::Arrow), "{name}");
        let mut count = 0;
        let options = ReadOptions::default();
        let read = read_stream("-", &options, &*bytes, &mut |_| {
            count += 1;
            Ok::<_, std::convert::Infallible>(())
        });
        assert!(read.is_ok() && count > 0, "{name}");
    }
    assert_ne!(Format::guess(&[0xFF; 32]).kind, Kind::Arrow);
}

#[test]
fn what_is_broken_is_named_and_nothing_fails_otherwise() {
    for name in FILES {
        let bytes = produced(name);
        for length in (0..bytes.len()).step_by(5) {
            let _ = read(&bytes[..length]);
        }
        for at in (0..bytes.len()).step_by(7) {
            for flip in [1, 0xFF] {
                let mut bytes = bytes.clone();
                bytes[at] ^= flip;
                let _ = read(&bytes);
            }
        }
    }
    let (_, end) = read(&produced("plain.ipc")[..1500]);
    assert_eq!(
        end.unwrap_err().to_string(),
        "damaged: the file ends in a message"
    );
    let (_, end) = read(b"FEA1....");
    let reason = end.unwrap_err().to_string();
    assert!(reason.contains("first version of Feather"), "{reason}");
    // A message of 4 GiB, and a body of as much.
    let (_, end) = read(&[0xFF, 0xFF, 0xFF, 0xFF, 0xF8, 0xFF, 0xFF, 0xFF, 4, 0, 0, 0]);
    assert!(matches!(end, Err(SkipReason::TooLarge(_))), "{end:?}");
}

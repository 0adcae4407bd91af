//! What is found in a file, as lines that tests compare.

use std::convert::Infallible;
use std::io::Cursor;
use std::path::Path;

use crate::{Article, Format, ReadError, ReadEvent, ReadOptions, read_file};

/// The articles, problems and other files in the file called `name` that holds `bytes`, a line each; the last says why
/// it is not read to its end.
pub fn found(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    let format = Format::from_path(Path::new(name)).expect("a name of a format");
    let options = ReadOptions::default();
    let read = read_file(name, format, &options, Cursor::new(bytes), &mut |event| {
        all.push(match event {
            ReadEvent::Article(article) => line(&article),
            ReadEvent::Skipped(place, reason) => format!("{place}: {reason}"),
            ReadEvent::OtherKind(name) => format!("other: {name}"),
            ReadEvent::Note(..) => return Ok(()),
        });
        Ok::<_, Infallible>(())
    });
    if let Err(ReadError::Skipped { reason, .. }) = read {
        all.push(reason.to_string());
    }
    all
}

/// An article: its text between the other things that are known of it.
fn line(article: &Article) -> String {
    let source = article.source.iter();
    let source = source.map(|source| format!(" source={source}"));
    let fields = article.fields.iter();
    let fields = fields.map(|(name, value)| format!(" {name}={value}"));
    let rest: String = source.chain(fields).collect();
    format!("{} {:?}{rest}", article.id, article.text)
}

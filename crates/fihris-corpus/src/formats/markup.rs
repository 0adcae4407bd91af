//! Markup: articles between tags, each from its first to its last tag.
//!
//! Cuts a stream at `<DOC>` and what else collections call an article, `<item>` and `<entry>`, and at the elements of `formats::xml`, so that neither a large file has to be in memory nor one
//! that is not well-formed ends the reading.

use std::io::BufRead;

use super::head::Head;
use super::html::CAPTURED;
use super::{count, doc, feed, wordpress, xml};
use crate::bounded::read_until;
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::stream::stream_of;
use crate::value::Value;
use crate::value_text::text_of;

/// The elements that are articles.
const ARTICLES: &[&str] = &[
    "DOC", "item", "entry", "REUTERS", "newsitem", "article", "story", "document",
];

/// So many bytes before the first article are kept, for the title of the feed.
const LARGEST_HEAD: usize = 1 << 16;

/// Reads a record an article; what is none is told, and the rest goes on.
///
/// # Errors
/// If `input` or whoever takes the records fails, or there is no article in it.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut pieces = Pieces {
        input,
        line: 1,
        head: Vec::new(),
        pending: None,
        is_wiki: false,
    };
    let mut head = Head::default();
    let mut is_first = true;
    let mut number = 1;
    loop {
        let line = pieces.line;
        let next = pieces.next().map_err(|reason| reason.after_line(line))?;
        let Some(piece) = next else {
            if is_first {
                return Err(SkipReason::OtherMarkup.into());
            }
            break;
        };
        if is_first && piece.name != "DOC" {
            let before = sink.decode(std::mem::take(&mut pieces.head));
            head = before.map_or_else(|_| Head::default(), |before| Head::parse(&before));
            // The same piped again is the same, whenever the feed was made.
            head.built.take_if(|_| stream_of(sink.name()).is_some());
        }
        is_first = false;
        let markup = sink.decode(piece.bytes);
        let records = markup.and_then(|markup| match piece.name {
            "item" | "entry" => {
                let mut record = feed::record(&markup, head.title.as_deref(), sink.map())?;
                wordpress::clean(&mut record);
                let is_published = wordpress::is_published(&record);
                Ok(is_published.then_some(record).into_iter().collect())
            }
            name if ARTICLES.contains(&name) => doc::record(&markup).map(|record| vec![record]),
            name => {
                let mut records = xml::records(name, &markup)?;
                // What is around a page of a wiki says whose it is.
                for record in records.iter_mut().filter(|_| name == "page") {
                    let title = text_of(record, "title");
                    let address = title.and_then(|title| head.address(title));
                    Value::add(record, "url", address.unwrap_or_default());
                    Value::add(record, "source", head.title.clone().unwrap_or_default());
                }
                Ok(records)
            }
        });
        match records {
            Ok(records) => {
                let built = head.built.as_ref().filter(|_| is_of_feed(piece.name));
                for record in records {
                    sink.push_changed_record(Ok(record), number, piece.line, |article| {
                        let built = built.map(|built| (CAPTURED.to_string(), built.clone()));
                        article.fields.extend(built);
                    })?;
                    number += 1;
                }
            }
            Err(reason) => {
                sink.push_record(Err(reason), number, piece.line, false)?;
                number += 1;
            }
        }
        if !piece.is_whole {
            sink.skip_line(piece.line, SkipReason::EndsInside)?;
        }
    }
    Ok(())
}

/// Whether the element called `name` is an article of a feed.
fn is_of_feed(name: &str) -> bool {
    ["item", "entry"].contains(&name)
}

/// An article as it stands in the file.
struct Piece {
    name: &'static str,
    line: usize,
    /// With its tags.
    bytes: Vec<u8>,
    /// Whether its last tag is there, or the next article.
    is_whole: bool,
}

/// The articles of a file, one after the other.
struct Pieces<'a> {
    input: &'a mut dyn BufRead,
    /// The line where the next byte stands.
    line: usize,
    /// What comes before the first article.
    head: Vec<u8>,
    /// An article whose first tag was taken.
    pending: Option<Piece>,
    /// Whether it is the dump of a wiki, whose articles are pages.
    is_wiki: bool,
}

impl Pieces<'_> {
    fn next(&mut self) -> Result<Option<Piece>, SkipReason> {
        let mut bytes = Vec::new();
        let mut open = self.pending.take();
        let mut is_first = open.is_none() && self.line == 1;
        loop {
            let line = self.line;
            let (is_there, fits) = read_until(self.input, b'>', &mut bytes)?;
            fits?;
            if !is_there {
                return Ok(open);
            }
            self.line += count(&bytes, b'\n');
            let tag = bytes.iter().rposition(|&byte| byte == b'<').unwrap_or(0);
            let name = opened(&bytes[tag..]).filter(|name| *name != "page" || self.is_wiki);
            self.is_wiki |= bytes[tag..].starts_with(b"<mediawiki");
            match &mut open {
                None => {
                    if let Some(name) = name {
                        is_first = false;
                        let before = count(&bytes[..tag], b'\n');
                        open = Some(Piece {
                            name,
                            line: line + before,
                            bytes: bytes.split_off(tag),
                            is_whole: false,
                        });
                    } else if (is_first || !self.head.is_empty()) && self.head.len() < LARGEST_HEAD
                    {
                        self.head.extend_from_slice(&bytes);
                    }
                }
                // One without a last tag ends where the next begins.
                Some(piece) if name == Some(piece.name) => {
                    self.pending = Some(Piece {
                        name: piece.name,
                        line,
                        bytes: bytes.split_off(tag),
                        is_whole: false,
                    });
                    piece.bytes.extend_from_slice(&bytes);
                    piece.is_whole = true;
                    return Ok(open);
                }
                Some(piece) => {
                    piece.is_whole = is_end(&bytes[tag..], piece.name);
                    piece.bytes.extend_from_slice(&bytes);
                    if piece.is_whole {
                        return Ok(open);
                    }
                    if piece.bytes.len() as u64 > LARGEST_RECORD {
                        return Err(SkipReason::TooLarge(LARGEST_RECORD));
                    }
                }
            }
        }
    }
}

/// The article that a tag opens.
fn opened(tag: &[u8]) -> Option<&'static str> {
    let inside = tag.strip_prefix(b"<")?.strip_suffix(b">")?;
    let is_it = |name: &&&str| {
        inside.get(..name.len()).is_some_and(|start| {
            start.eq_ignore_ascii_case(name.as_bytes())
                && inside.get(name.len()).is_none_or(u8::is_ascii_whitespace)
        })
    };
    let end = inside.iter().position(u8::is_ascii_whitespace);
    let name = &inside[..end.unwrap_or(inside.len())];
    // Of those one is `newsItem`, whose case counts.
    xml::element(name).or_else(|| ARTICLES.iter().find(is_it).copied())
}

fn is_end(tag: &[u8], name: &str) -> bool {
    let inside = tag
        .strip_prefix(b"</")
        .and_then(|tag| tag.strip_suffix(b">"));
    inside.is_some_and(|inside| inside.trim_ascii().eq_ignore_ascii_case(name.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_cut_out() {
        let markup = "<x>\n<DOC>\n1 > 0\n</DOC>\nبين\n<DOC id=2>ثان\n<doc>ثالث</doc><item>رابع";
        let mut input = markup.as_bytes();
        let mut pieces = Pieces {
            input: &mut input,
            line: 1,
            head: Vec::new(),
            pending: None,
            is_wiki: false,
        };
        let mut found = Vec::new();
        while let Some(piece) = pieces.next().unwrap() {
            let text = String::from_utf8(piece.bytes).unwrap();
            found.push((piece.name, piece.line, text, piece.is_whole));
        }
        let found: Vec<(&str, usize, &str, bool)> = found
            .iter()
            .map(|(name, line, text, is_whole)| (*name, *line, &**text, *is_whole))
            .collect();
        assert_eq!(
            found,
            [
                ("DOC", 2, "<DOC>\n1 > 0\n</DOC>", true),
                ("DOC", 6, "<DOC id=2>ثان\n", true),
                ("DOC", 6, "<doc>ثالث</doc>", true),
                ("item", 7, "<item>رابع", false),
            ]
        );
        assert_eq!(pieces.head, b"<x>");
    }
}

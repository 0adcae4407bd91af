//! Reading: a file's bytes become articles.
//!
//! Knows formats and encodings (plain text in UTF-8 so far); not what is indexed already.

use std::fs;

use xxhash_rust::xxh3::xxh3_64;

use super::article::{Article, Zone, ZoneKind};
use super::headline::headline;
use super::skip::SkipReason;
use super::walk::FoundFile;
use crate::arabic::words;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Tells contents apart: XXH3 of the bytes.
    pub hash: u64,
    /// The articles, or why there is none.
    pub articles: Result<Vec<Article>, SkipReason>,
}

/// Reads a file.
///
/// # Errors
/// If the bytes cannot be had at all; contents that are no articles are an `Ok`.
pub fn read(file: &FoundFile) -> Result<Contents, SkipReason> {
    let bytes = fs::read(&file.path).map_err(|error| SkipReason::Unreadable(error.to_string()))?;
    Ok(Contents {
        hash: xxh3_64(&bytes),
        articles: decode(bytes).and_then(|text| Ok(vec![article(&file.name, text)?])),
    })
}

/// The text of a file's bytes, without the byte order mark.
fn decode(mut bytes: Vec<u8>) -> Result<String, SkipReason> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(SkipReason::Binary { at });
    }
    String::from_utf8(bytes).map_err(|error| SkipReason::NotUtf8 {
        at: error.utf8_error().valid_up_to(),
    })
}

/// The article in a plain text.
fn article(id: &str, text: String) -> Result<Article, SkipReason> {
    if !words(&text).advance() {
        return Err(SkipReason::Empty);
    }
    let zones = match headline(&text) {
        Some(title) => {
            let body = title.end..text.len();
            let before = 0..title.start;
            let zone = |kind, range| Zone { kind, range };
            vec![
                zone(ZoneKind::Body, before),
                zone(ZoneKind::Title, title),
                zone(ZoneKind::Body, body),
            ]
        }
        None => vec![Zone {
            kind: ZoneKind::Body,
            range: 0..text.len(),
        }],
    };
    Ok(Article {
        id: id.to_string(),
        zones: zones
            .into_iter()
            .filter(|zone| !zone.range.is_empty())
            .collect(),
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_refused_with_the_place() {
        assert_eq!(decode(b"\xEF\xBB\xBFabc".to_vec()), Ok("abc".into()));
        assert_eq!(
            decode(b"abc\xE1\xED".to_vec()),
            Err(SkipReason::NotUtf8 { at: 3 })
        );
        assert_eq!(decode(b"ab\0c".to_vec()), Err(SkipReason::Binary { at: 2 }));
        assert_eq!(article("x", " \n. ".into()), Err(SkipReason::Empty));
    }

    #[test]
    fn zones_cover_the_text_in_order() {
        let text = "Ru En\nعنوان الخبر\nنص الخبر.\n";
        let article = article("x", text.into()).unwrap();
        assert_eq!(article.title(), Some("عنوان الخبر"));
        let covered: String = article
            .zones
            .iter()
            .map(|z| &text[z.range.clone()])
            .collect();
        assert_eq!(covered, text);
    }
}

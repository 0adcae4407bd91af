//! Plain text: a file is one article.
//!
//! Knows where a headline ends and the text begins; the bytes are [`super::decode`]d already.

use std::collections::BTreeMap;

use super::article::{Article, Zone, ZoneKind};
use super::skip::SkipReason;
use super::zones::headline;
use crate::arabic::words;

/// The article in the plain text of `file`.
///
/// # Errors
/// [`SkipReason::Empty`] if there is no word in it.
pub fn article(file: &str, text: String) -> Result<Article, SkipReason> {
    if !words(&text).advance() {
        return Err(SkipReason::Empty);
    }
    let zone = |kind, range| Zone { kind, range };
    let zones = match headline(&text) {
        Some(title) => {
            let body = zone(ZoneKind::Body, title.end..text.len());
            vec![
                zone(ZoneKind::Body, 0..title.start),
                zone(ZoneKind::Title, title),
                body,
            ]
        }
        None => vec![zone(ZoneKind::Body, 0..text.len())],
    };
    Ok(Article {
        id: file.to_string(),
        file: file.to_string(),
        fields: BTreeMap::new(),
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

    #[test]
    fn a_text_without_words_is_none() {
        assert_eq!(article("x", " \n. ".into()), Err(SkipReason::Empty));
    }
}

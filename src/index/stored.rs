//! Stored articles: from the index back to what was read.
//!
//! Knows how an article lies in the store; the other way round is [`super::write`].

use std::ops::Range;

use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;
use tantivy::schema::Value;

use super::schema::ArticleFields;
use crate::arabic::words;
use crate::corpus::{Article, Zone, ZoneKind};

/// A zone as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredZone(char, usize, usize);

/// The zones of an article as one string.
pub(super) fn zones_to_string(zones: &[Zone]) -> String {
    let stored: Vec<StoredZone> = zones
        .iter()
        .map(|zone| StoredZone(letter(zone.kind), zone.range.start, zone.range.end))
        .collect();
    serde_json::to_string(&stored).unwrap_or_default() // plain data always serialises
}

/// The article in `document`, if it holds one.
pub(crate) fn article(document: &TantivyDocument, fields: &ArticleFields) -> Option<Article> {
    let text = |field| document.get_first(field).and_then(|value| value.as_str());
    let stored: Vec<StoredZone> = serde_json::from_str(text(fields.zones)?).ok()?;
    let content = text(fields.content)?;
    let zones = stored.into_iter().map(|StoredZone(letter, start, end)| {
        let range: Range<usize> = start..end;
        content.get(range.clone())?;
        Some(Zone {
            kind: kind(letter)?,
            range,
        })
    });
    let other = text(fields.other).and_then(|json| serde_json::from_str(json).ok());
    Some(Article {
        id: text(fields.id)?.to_string(),
        file: text(fields.file)?.to_string(),
        fields: other.unwrap_or_default(),
        zones: zones.collect::<Option<_>>()?,
        text: content.to_string(),
    })
}

/// A word of a stored article with its positions in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Folded.
    pub form: String,
    /// Byte range in the article's text.
    pub range: Range<usize>,
    /// Its position in the field of all words.
    pub position: u32,
    /// Its position in the field of the headline; means nothing outside it.
    pub position_in_title: u32,
    /// Whether it stands in the headline.
    pub is_in_title: bool,
}

/// The words of an article as the index numbers them: zones are values of one field, and tantivy
/// leaves a position free between values, so that no phrase crosses from one into the next.
pub fn placed_words(article: &Article) -> impl Iterator<Item = Placed> + '_ {
    let mut next = 0;
    article.zones.iter().flat_map(move |zone| {
        let first = next;
        let mut at = first;
        let placed: Vec<Placed> = words(&article.text[zone.range.clone()])
            .map(|word| {
                at += 1;
                Placed {
                    form: word.form,
                    range: zone.range.start + word.range.start..zone.range.start + word.range.end,
                    position: at - 1,
                    position_in_title: at - 1 - first,
                    is_in_title: zone.kind == ZoneKind::Title,
                }
            })
            .collect();
        next = at + 1;
        placed
    })
}

fn letter(kind: ZoneKind) -> char {
    match kind {
        ZoneKind::Title => 't',
        ZoneKind::Dateline => 'd',
        ZoneKind::Body => 'b',
        ZoneKind::Tags => 'k',
        ZoneKind::Source => 's',
        ZoneKind::Related => 'r',
        ZoneKind::Furniture => 'f',
    }
}

fn kind(of: char) -> Option<ZoneKind> {
    ZoneKind::ALL.into_iter().find(|&kind| letter(kind) == of)
}

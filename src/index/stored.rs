//! Stored articles: from the index back to what was read.
//!
//! Knows how an article lies in the store; the other way round is [`super::write`].

use std::ops::Range;

use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;
use tantivy::schema::Value;

use super::schema::ArticleFields;
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
pub(super) fn article(document: &TantivyDocument, fields: &ArticleFields) -> Option<Article> {
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
    Some(Article {
        id: text(fields.id)?.to_string(),
        zones: zones.collect::<Option<_>>()?,
        text: content.to_string(),
    })
}

fn letter(kind: ZoneKind) -> char {
    match kind {
        ZoneKind::Title => 't',
        ZoneKind::Body => 'b',
    }
}

fn kind(letter: char) -> Option<ZoneKind> {
    match letter {
        't' => Some(ZoneKind::Title),
        'b' => Some(ZoneKind::Body),
        _ => None,
    }
}

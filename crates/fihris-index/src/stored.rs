//! Stored articles: from the index back to what was read.
//!
//! Knows how an article lies in the store; the other way round is `writer`.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;
use tantivy::schema::Value;

use super::schema::ArticleFields;
use arabic_dates::{DateSource, PublicationDate};
use arabic_text::dotless::with_either_yeh;
use arabic_text::words::written_words;
use fihris_corpus::{Article, Note, Zone, ZoneKind, ZoneSet};

/// What is known of a text, as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredMetadata {
    start: usize,
    #[serde(default)]
    place: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    arrival: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<StoredPublished>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Note>,
    /// The notes as earlier versions stored them.
    #[serde(default, skip_serializing)]
    note: Option<String>,
    zones: Vec<StoredZone>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks for it
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A day of publishing as it is stored: the day, the letter of what tells it, and its byte range.
#[derive(Serialize, Deserialize)]
struct StoredPublished(Date, char, Option<(usize, usize)>);

/// A zone as it is stored: its letter and its byte range.
#[derive(Serialize, Deserialize)]
struct StoredZone(char, usize, usize);

/// What is known of an article's text, as one string.
pub(super) fn layout(article: &Article) -> String {
    let zones = article.zones.iter();
    let layout = StoredMetadata {
        start: article.start,
        place: article.place,
        arrival: article.arrival,
        published: article.published.as_ref().map(|published| {
            let range = published.range.as_ref();
            StoredPublished(
                published.date,
                letter_of_source(published.source),
                range.map(|range| (range.start, range.end)),
            )
        }),
        source: article.source.clone(),
        notes: article.notes.clone(),
        note: None,
        zones: zones
            .map(|zone| StoredZone(letter(zone.kind), zone.range.start, zone.range.end))
            .collect(),
    };
    serde_json::to_string(&layout).unwrap_or_default() // plain data always serialises
}

/// The article in `document`, if it holds one.
pub(crate) fn article(document: &TantivyDocument, fields: &ArticleFields) -> Option<Article> {
    let text = |field| document.get_first(field).and_then(|value| value.as_str());
    let layout: StoredMetadata = serde_json::from_str(text(fields.layout)?).ok()?;
    let content = text(fields.content)?;
    let zones = layout.zones.into_iter();
    let zones = zones.map(|StoredZone(letter, start, end)| {
        let range: Range<usize> = start..end;
        content.get(range.clone())?;
        Some(Zone {
            kind: kind(letter)?,
            range,
        })
    });
    let mut notes = layout.notes;
    notes.extend(layout.note.map(Note::Earlier));
    let other = text(fields.other).and_then(|json| serde_json::from_str(json).ok());
    Some(Article {
        id: text(fields.id)?.into(),
        file: text(fields.file)?.into(),
        published: layout.published.as_ref().and_then(published),
        source: layout.source,
        fields: other.unwrap_or_default(),
        notes,
        start: layout.start,
        place: layout.place,
        arrival: layout.arrival,
        zones: zones.collect::<Option<_>>()?,
        text: content.to_string(),
    })
}

/// A word of a stored article with its positions in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenPosition {
    /// As it is written: [`arabic_text::fold::written`].
    pub form: String,
    /// Byte range in the article's text.
    pub range: Range<usize>,
    /// What it stands in.
    pub zone: ZoneKind,
    /// Its position in the field of all zones that are usually searched; means nothing in others.
    pub position: u32,
    /// Its position in the field of its kind of zone; means nothing in the body, which has none.
    pub position_in_zone: u32,
}

impl TokenPosition {
    /// Whether it stands right behind `before`, in the same zone.
    #[must_use]
    pub fn follows(&self, before: &Self) -> bool {
        self.zone == before.zone && self.position_in_zone == before.position_in_zone + 1
    }
}

/// The words of an article as the index numbers them: zones are values of a field, and tantivy leaves a
/// position free between values, so that no phrase crosses from one into the next.
pub fn token_positions(article: &Article) -> impl Iterator<Item = TokenPosition> + '_ {
    let text = with_either_yeh(&article.text);
    let mut next = 0;
    let mut next_in_zone = [0; ZoneKind::ALL.len()];
    article.zones.iter().flat_map(move |zone| {
        let in_zone = &mut next_in_zone[zone.kind as usize];
        let placed: Vec<TokenPosition> = (0..)
            .zip(written_words(&text[zone.range.clone()]))
            .map(|(i, word)| TokenPosition {
                form: word.form,
                range: zone.range.start + word.range.start..zone.range.start + word.range.end,
                zone: zone.kind,
                position: next + i,
                position_in_zone: *in_zone + i,
            })
            .collect();
        let length = u32::try_from(placed.len()).unwrap_or(u32::MAX);
        *in_zone += length + 1;
        if ZoneSet::SEARCHED.contains(zone.kind) {
            next += length + 1;
        }
        placed
    })
}

fn published(stored: &StoredPublished) -> Option<PublicationDate> {
    let StoredPublished(date, letter, range) = stored;
    let source = DATE_SOURCES.iter().find(|(_, known)| known == letter)?.0;
    let range = range.as_ref().map(|(start, end)| *start..*end);
    Some(PublicationDate::new(*date, source, range))
}

/// The letters that sources of dates are stored as.
const DATE_SOURCES: [(DateSource, char); 3] = [
    (DateSource::Metadata, 'm'),
    (DateSource::Dateline, 'd'),
    (DateSource::Text, 't'),
];

fn letter_of_source(source: DateSource) -> char {
    let stored = DATE_SOURCES.iter().find(|(known, _)| *known == source);
    stored.map_or('t', |(_, letter)| *letter)
}

fn letter(kind: ZoneKind) -> char {
    match kind {
        ZoneKind::Title => 't',
        ZoneKind::Dateline => 'd',
        ZoneKind::Body => 'b',
        ZoneKind::Tags => 'k',
        ZoneKind::Source => 's',
        ZoneKind::Related => 'r',
        ZoneKind::Boilerplate => 'f',
    }
}

fn kind(of: char) -> Option<ZoneKind> {
    ZoneKind::ALL.into_iter().find(|&kind| letter(kind) == of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_letter_of_its_own() {
        for wanted in ZoneKind::ALL {
            assert_eq!(kind(letter(wanted)), Some(wanted), "{wanted:?}");
        }
        assert_eq!(kind('x'), None);
    }
}

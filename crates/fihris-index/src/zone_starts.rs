//! Where zones begin: for each article, at which positions of the field that is usually searched.
//!
//! That field holds several zones, so a position alone does not tell in which one a word stands. A zone is one
//! number of a column: the position of its first word, and the number of its kind in the lowest bits.

use tantivy::{DocId, SegmentReader};

use super::numbers_column::NumbersColumn;
use arabic_text::words;
use fihris_corpus::{Article, ZoneKind, ZoneSet};

/// The name of the column.
pub(super) const COLUMN: &str = "zones";

/// Bits that hold the number of a kind.
const KIND_BITS: u32 = 3;

/// The numbers of `article`, in the order of its text.
pub(super) fn numbers(article: &Article) -> Vec<u64> {
    let zones = article.zones.iter();
    let searched: Vec<_> = zones
        .filter(|zone| ZoneSet::SEARCHED.contains(zone.kind))
        .collect();
    let mut numbers = Vec::with_capacity(searched.len());
    let mut start = 0;
    for (i, zone) in searched.iter().enumerate() {
        numbers.push(start << KIND_BITS | zone.kind as u64);
        if i + 1 < searched.len() {
            // tantivy leaves a position free between values.
            start += count(&article.text[zone.range.clone()]) + 1;
        }
    }
    numbers
}

fn count(text: &str) -> u64 {
    let mut words = words(text);
    let mut count = 0;
    while words.advance() {
        count += 1;
    }
    count
}

/// The zones of the articles of a segment.
pub struct ZoneStarts(NumbersColumn);

impl ZoneStarts {
    /// Of `segment`.
    ///
    /// # Errors
    /// If the column cannot be read.
    pub fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        Ok(Self(NumbersColumn::open(segment, COLUMN)?))
    }

    /// The zones of an article.
    #[must_use]
    pub fn get(&self, doc: DocId) -> ArticleZones {
        ArticleZones(self.0.get(doc).collect())
    }
}

/// The zones of one article.
#[derive(Clone, Debug, Default)]
pub struct ArticleZones(Vec<u64>);

impl ArticleZones {
    /// The kind of the zone that holds the word at `position`.
    #[must_use]
    pub fn at(&self, position: u32) -> Option<ZoneKind> {
        let (_, kind) = self.find(position)?;
        Some(kind)
    }

    /// The same of words at `positions`, from the first to before the last, if they are in one zone.
    #[must_use]
    pub fn of_all(&self, positions: std::ops::Range<u32>) -> Option<ZoneKind> {
        let (first, kind) = self.find(positions.start)?;
        let (last, _) = self.find(positions.end.checked_sub(1)?)?;
        (first == last).then_some(kind)
    }

    /// The positions of the zone that holds the word at `position`, with the free one behind it; the last zone has no end.
    #[must_use]
    pub fn range(&self, position: u32) -> std::ops::Range<u32> {
        let Some((number, _)) = self.find(position) else {
            return position..position;
        };
        let start = |number: &u64| u32::try_from(number >> KIND_BITS).unwrap_or(u32::MAX);
        start(&self.0[number])..self.0.get(number + 1).map_or(u32::MAX, start)
    }

    /// Zones of one kind that begin at these positions.
    #[must_use]
    pub fn from_starts(starts: &[u32]) -> Self {
        let kind = ZoneKind::Body as u64;
        Self(
            starts
                .iter()
                .map(|start| u64::from(*start) << KIND_BITS | kind)
                .collect(),
        )
    }

    fn find(&self, position: u32) -> Option<(usize, ZoneKind)> {
        let behind = self
            .0
            .partition_point(|number| number >> KIND_BITS <= u64::from(position));
        let number = behind.checked_sub(1)?;
        let kind = self.0[number] & ((1 << KIND_BITS) - 1);
        let mut kinds = ZoneKind::ALL.into_iter();
        Some((number, kinds.find(|known| *known as u64 == kind)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stored::token_positions;

    #[test]
    fn every_position_is_in_the_zone_of_its_word() {
        let body =
            "قال الوزير إن العمل في المدرسة الجديدة يبدأ غدا، وأضاف أن الخطة جاهزة منذ شهور.";
        let text = format!(
            "عنوان الخبر\n\nبغداد، 12 مارس/آذار 2021 - سبوتنيك\n\n{body}\n\nكلمات مفتاحية: مدرسة، وزير\n\n{body}\nالمصدر: تاس"
        );
        let article = &Article::from_text(&"1".into(), &"f".into(), &text)[0];
        let zones = ArticleZones(numbers(article));
        let searched =
            token_positions(article).filter(|word| ZoneSet::SEARCHED.contains(word.zone));
        let mut kinds = Vec::new();
        for word in searched {
            assert_eq!(zones.at(word.position), Some(word.zone), "{word:?}");
            kinds.push(word.zone);
        }
        kinds.dedup();
        assert!(kinds.len() > 2, "{kinds:?}");
        assert_eq!(zones.of_all(0..2), Some(kinds[0]));
        assert_eq!(zones.of_all(0..9), None);
        assert_eq!(ArticleZones::default().at(0), None);
    }
}

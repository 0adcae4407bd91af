//! Near sides: for each position of an article on which side of a match it is near one, to be asked for any number of words.

use tantivy::DocId;

use crate::near_places::{NearPlaces, Side};

/// Bits of a position: one for each side.
const BITS: u64 = 2;

/// Positions in a number.
const PACKED: u64 = u64::BITS as u64 / BITS;

/// The sides of all positions of the articles of a segment.
pub(super) struct NearSides {
    /// How many matches there are.
    pub matches: u64,
    /// By document, where its positions are; those of documents behind the last that has any are left out.
    docs: Vec<OfDoc>,
    /// By position, in the order of documents.
    sides: Vec<u64>,
}

/// Where the positions of a document are that are near a match.
#[derive(Clone, Copy, Default)]
struct OfDoc {
    /// The first of them, counted through all documents.
    start: u64,
    /// The first of them in the document.
    first: u32,
    /// How many there are up to the last one.
    length: u32,
}

/// The sides of the positions of one document.
#[derive(Clone, Copy)]
pub(super) struct DocSides<'a> {
    of_doc: OfDoc,
    sides: &'a [u64],
}

impl NearSides {
    /// Of these places, which are those of articles in order.
    pub fn new(parts: &[NearPlaces]) -> Self {
        let mut all = Self {
            matches: parts.iter().map(|part| part.matches).sum(),
            docs: Vec::new(),
            sides: Vec::new(),
        };
        let mut start = 0;
        for (doc, places) in parts.iter().flat_map(NearPlaces::each) {
            let (Some(first), Some(last)) = (places.first(), places.last()) else {
                continue;
            };
            let of_doc = OfDoc {
                start,
                first: first.start,
                length: last.end - first.start,
            };
            start += u64::from(of_doc.length);
            all.docs.resize(doc as usize, OfDoc::default());
            all.docs.push(of_doc);
            for place in places {
                let side = match place.side {
                    Side::Before => 0b01,
                    Side::After => 0b10,
                };
                for position in place.start..place.end {
                    all.set(of_doc.start + u64::from(position - of_doc.first), side);
                }
            }
        }
        all
    }

    fn set(&mut self, at: u64, side: u64) {
        let word = usize::try_from(at / PACKED).unwrap_or(usize::MAX);
        if self.sides.len() <= word {
            self.sides.resize(word + 1, 0);
        }
        self.sides[word] |= side << (at % PACKED * BITS);
    }

    /// Those of a document; `None` if nothing in it is near a match.
    pub fn of(&self, doc: DocId) -> Option<DocSides<'_>> {
        let of_doc = self.docs.get(doc as usize)?;
        (of_doc.length > 0).then_some(DocSides {
            of_doc: *of_doc,
            sides: &self.sides,
        })
    }
}

impl DocSides<'_> {
    /// Whether a position is near a match that is behind it, and near one that is before it, as 0 or 1.
    pub fn at(self, position: u32) -> (u64, u64) {
        let place = position.wrapping_sub(self.of_doc.first);
        if place >= self.of_doc.length {
            return (0, 0);
        }
        let at = self.of_doc.start + u64::from(place);
        #[allow(clippy::cast_possible_truncation)] // as many as are in memory
        let side = self.sides[(at / PACKED) as usize] >> (at % PACKED * BITS);
        (side & 1, side >> 1 & 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fihris_index::engine::ArticleZones;

    #[test]
    fn each_position_has_the_side_of_its_place() {
        let zones = ArticleZones::from_starts(&[0]);
        let part = |docs: &[(DocId, u32)]| {
            let mut near = NearPlaces::new(2);
            for (doc, at) in docs {
                near.add(*doc, &[*at..at + 1, at + 60..at + 61], &zones);
            }
            near
        };
        let sides = NearSides::new(&[part(&[(0, 1), (3, 40)]), part(&[(4, 0)])]);
        assert_eq!(sides.matches, 6);
        for (doc, at) in [(0, 1), (3, 40), (4, 0)] {
            let sides = sides.of(doc).unwrap();
            for position in 0..200_u32 {
                let is_of = |matched: u32| [matched, matched + 60];
                let before = is_of(at)
                    .iter()
                    .any(|it| (1..=2).contains(&it.wrapping_sub(position)));
                let after = is_of(at)
                    .iter()
                    .any(|it| (1..=2).contains(&position.wrapping_sub(*it)));
                let expected = (u64::from(before), u64::from(after));
                assert_eq!(sides.at(position), expected, "{doc} {position}");
            }
        }
        assert!(sides.of(1).is_none() && sides.of(5).is_none());
    }
}

//! Near places: which positions of articles are near a match, and on which side of it.

use std::ops::Range;

use tantivy::DocId;

use fihris_index::engine::ArticleZones;

/// On which side of the nearest match something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// Positions in a row that are near a match, on the same side of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub start: u32,
    pub end: u32,
    pub side: Side,
}

/// The near places of some articles of one segment.
pub(super) struct NearPlaces {
    /// At most so many words from a match.
    window: u32,
    pub matches: u64,
    /// The articles that have some, in order, with where theirs begin in `places`.
    docs: Vec<(DocId, u32)>,
    /// Of all articles, in the order of their texts.
    places: Vec<Place>,
}

impl NearPlaces {
    pub fn new(window: u32) -> Self {
        Self {
            window,
            matches: 0,
            docs: Vec::new(),
            places: Vec::new(),
        }
    }

    /// Adds those of `doc`, which is behind all before; `matches` are ranges of positions, in order.
    pub fn add(&mut self, doc: DocId, matches: &[Range<u32>], zones: &ArticleZones) {
        self.matches += matches.len() as u64;
        let begin = self.places.len();
        let mut covered: Option<u32> = None;
        for place in matches {
            if covered.is_none_or(|covered| covered < place.start) {
                self.add_gap(covered, Some(place.start), zones);
            }
            covered = covered.max(Some(place.end));
        }
        if covered.is_some() {
            self.add_gap(covered, None, zones);
        }
        if self.places.len() > begin {
            self.docs
                .push((doc, u32::try_from(begin).unwrap_or(u32::MAX)));
        }
    }

    /// Adds the near places between the end of one match and the start of the next.
    fn add_gap(&mut self, end: Option<u32>, start: Option<u32>, zones: &ArticleZones) {
        // No word stands at the position before a zone, so that what is too long by it does not matter.
        let behind = end.map(|end| {
            let zone = zones.range(end.saturating_sub(1));
            end..end.saturating_add(self.window).min(zone.end)
        });
        let before = start.map(|start| {
            let zone = zones.range(start);
            start.saturating_sub(self.window).max(zone.start)..start
        });
        let (mut behind, mut before) = (behind.unwrap_or(0..0), before.unwrap_or(0..0));
        if let (Some(end), Some(start)) = (end, start) {
            // The nearer match takes a word; the word in the middle belongs to the one before it.
            let middle = end + (start - end).div_ceil(2);
            if behind.end > before.start {
                behind.end = behind.end.min(middle.max(before.start));
                before.start = before.start.max(behind.end);
            }
        }
        for (range, side) in [(behind, Side::After), (before, Side::Before)] {
            let Range { start, end } = range;
            if start < end {
                self.places.push(Place { start, end, side });
            }
        }
    }

    /// The articles that have some, in order, each with its places in the order of its text.
    pub fn each(&self) -> impl Iterator<Item = (DocId, &[Place])> {
        let ends = self.docs.iter().skip(1).map(|(_, begin)| *begin as usize);
        let ends = ends.chain([self.places.len()]);
        let docs = self.docs.iter().zip(ends);
        docs.map(|((doc, begin), end)| (*doc, &self.places[*begin as usize..end]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places near matches, as `-` before, `+` behind, and `.` what is not near, of positions 0 to 19.
    fn places(matches: &[Range<u32>], window: u32, zones: &[u32]) -> String {
        let mut near = NearPlaces::new(window);
        near.add(3, matches, &ArticleZones::from_starts(zones));
        let near: Vec<(DocId, &[Place])> = near.each().collect();
        let [(3, near)] = near[..] else {
            panic!("{near:?}");
        };
        let sign = |at: u32| {
            let place = near
                .iter()
                .find(|place| (place.start..place.end).contains(&at));
            match place.map(|place| place.side) {
                _ if matches.iter().any(|range| range.contains(&at)) => 'x',
                Some(Side::Before) => '-',
                Some(Side::After) => '+',
                None => '.',
            }
        };
        (0..20).map(sign).collect()
    }

    #[test]
    fn the_nearer_match_takes_a_word_and_zones_part() {
        for (matches, window, zones, expected) in [
            (&[3..4, 12..13][..], 2, &[0][..], ".--x++....--x++....."),
            (&[3..4, 6..7], 5, &[0], "---x+-x+++++........"),
            (&[3..4, 7..8], 5, &[0], "---x++-x+++++......."),
            (&[3..4, 7..8], 1, &[0], "..-x+.-x+..........."),
            (&[3..5, 4..6], 2, &[0], ".--xxx++............"),
            (&[3..4, 9..10], 5, &[0, 5], "---x+----x+++++....."),
            (&[6..7, 6..7], 9, &[0, 5], ".....-x+++++++++...."),
            (&[0..1, 1..2], 1, &[0], "xx+................."),
        ] {
            assert_eq!(
                places(matches, window, zones),
                expected,
                "{matches:?} {window} {zones:?}"
            );
        }
    }
}

//! Neighbours: how often each word stands near the matches of a query.
//!
//! Read off positions, the matches' first and then every word's, so that no text is opened. Where positions do not tell
//! what matches, the caller has to look at the texts.

use std::ops::AddAssign;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::field_part::FieldPart;
use crate::near_places::NearPlaces;
use crate::near_sides::NearSides;
use crate::occurrence_reader::OccurrenceReader;
use crate::segment::SegmentContext;
use crate::term_ranges::{TermRange, TermRanges};
use fihris_corpus::ZoneSet;
use fihris_index::engine;
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_query::expansion::Query;

/// Articles of one segment whose places are looked for by one thread.
const BLOCK: usize = 16_384;

/// How often a word stands near a match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// Before it.
    pub before: u64,
    /// Behind it.
    pub after: u64,
}

impl Sides {
    /// On either side.
    #[must_use]
    pub fn both(self) -> u64 {
        self.before + self.after
    }
}

impl AddAssign for Sides {
    fn add_assign(&mut self, other: Self) {
        self.before += other.before;
        self.after += other.after;
    }
}

/// The words near the matches of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// How many matches there are.
    pub matches: u64,
    /// The words, as they are written, with how often they stand near a match.
    pub words: FxHashMap<String, Sides>,
}

impl Neighbours {
    /// Counts the words at most `window` words from a match of `query` in these `articles`: in the same zone, and each once,
    /// for the nearest match, in a tie for the one before it. `None` if positions alone do not tell what matches.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn read(
        index: &Index,
        query: &Query,
        articles: &[ArticleAddress],
        window: usize,
    ) -> Result<Option<Self>, IndexError> {
        if !OccurrenceReader::can_read(query) {
            return Ok(None);
        }
        let window = u32::try_from(window).unwrap_or(u32::MAX);
        let mut sum = Self::default();
        for (segment, here) in SegmentContext::of_articles(index, articles)? {
            let places = here.par_chunks(BLOCK).map(|articles| {
                let mut occurrences = OccurrenceReader::open(&segment, query)?;
                let zones = segment.zone_starts()?;
                let mut places = NearPlaces::new(window);
                for doc in articles.iter().map(|address| address.doc()) {
                    let zones = zones.get(doc);
                    places.add(doc, occurrences.read(doc, &zones)?, &zones);
                }
                Ok::<_, tantivy::TantivyError>(places)
            });
            let places: Vec<NearPlaces> = places.collect::<Result<_, _>>()?;
            let near = NearSides::new(&places);
            drop(places);
            sum.matches += near.matches;
            let inverted = segment.reader.inverted_index(text_field(index))?;
            let ranges = TermRanges::of(inverted.terms()).map_err(tantivy::TantivyError::from)?;
            let counted = ranges.par_map(|range| count(&inverted, range, &near))?;
            for (word, sides) in counted.into_values().flatten() {
                *sum.words.entry(word).or_default() += sides;
            }
        }
        Ok(Some(sum))
    }
}

/// The field of all zones that are usually searched.
fn text_field(index: &Index) -> tantivy::schema::Field {
    FieldPart::Searched(ZoneSet::SEARCHED).field(engine::fields(index))
}

/// Counts the terms of this range where they are near a match.
fn count(
    inverted: &InvertedIndexReader,
    terms: &TermRange,
    near: &NearSides,
) -> tantivy::Result<Vec<(String, Sides)>> {
    let mut counted = Vec::new();
    let mut positions = Vec::new();
    let mut stream = terms.stream(inverted.terms())?;
    while stream.advance() {
        let sides = count_term(inverted, stream.value(), near, &mut positions)?;
        if sides != Sides::default()
            && let Ok(word) = str::from_utf8(stream.key())
        {
            counted.push((word.to_string(), sides));
        }
    }
    Ok(counted)
}

fn count_term(
    inverted: &InvertedIndexReader,
    term: &TermInfo,
    near: &NearSides,
    positions: &mut Vec<u32>,
) -> tantivy::Result<Sides> {
    let mut sides = Sides::default();
    let option = IndexRecordOption::WithFreqsAndPositions;
    let mut postings = inverted.read_postings_from_terminfo(term, option)?;
    while postings.doc() != TERMINATED {
        if let Some(near) = near.of(postings.doc()) {
            postings.positions(positions);
            for &position in &*positions {
                let (before, after) = near.at(position);
                sides.before += before;
                sides.after += after;
            }
        }
        postings.advance();
    }
    Ok(sides)
}

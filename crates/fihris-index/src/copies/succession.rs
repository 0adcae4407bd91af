//! Succession: what is known of the texts of an earlier commit, as far as it holds for those of the one that follows.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use tantivy::Searcher;

use super::column::sketch;
use super::compared::ComparedTexts;
use super::growth::Change;
use super::pairs::{Pair, to_compare};
use crate::error::IndexError;
use fihris_corpus::minhash::MinHash;

/// If more than this part (1/n) of the texts came or went, all candidates are looked for again.
const FEW_CHANGED: usize = 4;

/// The texts of a commit that follows an earlier one.
pub(super) struct Succession<'a> {
    earlier: &'a ComparedTexts,
    /// Those that are there, in order and different.
    sketches: &'a [&'a MinHash],
    /// Their hashes with their places, by hash.
    places: Vec<(u64, usize)>,
}

impl<'a> Succession<'a> {
    pub fn new(earlier: &'a ComparedTexts, sketches: &'a [&'a MinHash]) -> Self {
        let hashes = sketches.par_iter().map(|sketch| sketch.digest());
        let mut places: Vec<(u64, usize)> = hashes
            .enumerate()
            .map(|(place, hash)| (hash, place))
            .collect();
        places.par_sort_unstable();
        Self {
            earlier,
            sketches,
            places,
        }
    }

    /// The hashes of those that are there, in their order.
    pub fn hashes(&self) -> Vec<u64> {
        let mut hashes = vec![0; self.places.len()];
        for &(hash, place) in &self.places {
            hashes[place] = hash;
        }
        hashes
    }

    /// The candidates, if what is known of the earlier ones tells them.
    pub fn candidates(&self, searcher: &Searcher) -> Result<Option<Vec<Pair>>, IndexError> {
        let (added, removed) = self.changed();
        if (added.len() + removed.len()) * FEW_CHANGED > self.sketches.len() {
            return Ok(None);
        }
        let Some(removed) = removed_sketches(searcher, removed)? else {
            return Ok(None); // merged away
        };
        let mut all = self.sketches.to_vec();
        all.extend(&removed);
        all.sort(); // most are in order

        let place = |sketch: &MinHash| {
            let place = all.binary_search(&sketch).ok()?;
            u32::try_from(place).ok()
        };
        let removed_places: FxHashSet<u32> = removed.iter().filter_map(place).collect();
        let gone: FxHashMap<u64, &MinHash> = removed
            .iter()
            .map(|sketch| (sketch.digest(), sketch))
            .collect();
        let texts = self.earlier.texts.iter().map(|hash| {
            let there = self.place(*hash).map(|place| self.sketches[place]);
            place(there.or(gone.get(hash).copied())?)
        });
        let Some(texts) = texts.collect::<Option<Vec<u32>>>() else {
            return Ok(None);
        };
        let before = self.earlier.candidates.iter();
        let before: Vec<(u32, u32)> = before
            .map(|(a, b)| (texts[*a as usize], texts[*b as usize]))
            .collect();
        let added = added.into_iter().map(|text| self.sketches[text]);
        let change = Change {
            sketches: &all,
            added: added.filter_map(place).collect(),
            removed: removed_places,
        };
        let Some(pairs) = change.candidates(&before) else {
            return Ok(None);
        };
        if removed.is_empty() {
            return Ok(Some(pairs));
        }
        let here = |place: usize| self.sketches.partition_point(|sketch| *sketch < all[place]);
        let pairs = pairs.into_iter().map(|(a, b)| (here(a), here(b)));
        Ok(Some(pairs.collect()))
    }

    /// Of the pairs that are to be compared: those that are known to be copies, and those of which nothing is known.
    pub fn compared(&self, wanted: Vec<Vec<Pair>>) -> (Vec<Pair>, Vec<Vec<Pair>>) {
        let texts = self.earlier.texts.iter();
        let texts: Vec<Option<usize>> = texts.map(|hash| self.place(*hash)).collect();
        let here = |(a, b): &Pair| {
            let (a, b) = (texts[*a]?, texts[*b]?);
            Some((a.min(b), a.max(b)))
        };
        let places = |pairs: &[(u32, u32)]| -> Vec<Pair> {
            let pairs = pairs.iter().map(|(a, b)| (*a as usize, *b as usize));
            pairs.collect()
        };
        let before = to_compare(&places(&self.earlier.candidates));
        let before: FxHashSet<Pair> = before.iter().flatten().filter_map(here).collect();
        let copies = places(&self.earlier.copies);
        let copies: FxHashSet<Pair> = copies.iter().filter_map(here).collect();
        let mut known = Vec::new();
        let mut unknown = wanted;
        for pairs in &mut unknown {
            known.extend(pairs.iter().filter(|pair| copies.contains(pair)));
            pairs.retain(|pair| !before.contains(pair));
        }
        unknown.retain(|pairs| !pairs.is_empty());
        (known, unknown)
    }

    /// The place of the text with this hash, if it is there.
    fn place(&self, hash: u64) -> Option<usize> {
        let at = self
            .places
            .binary_search_by_key(&hash, |(of, _)| *of)
            .ok()?;
        Some(self.places[at].1)
    }

    /// The places of the texts that came, and the hashes of those that went.
    fn changed(&self) -> (Vec<usize>, FxHashSet<u64>) {
        let mut added = Vec::new();
        let mut removed = FxHashSet::default();
        let mut before = self.earlier.all.iter().copied().peekable();
        for &(hash, place) in &self.places {
            while let Some(gone) = before.next_if(|of| *of < hash) {
                removed.insert(gone);
            }
            if before.next_if_eq(&hash).is_none() {
                added.push(place);
            }
        }
        removed.extend(before);
        (added, removed)
    }
}

/// The sketches with these hashes, which deleted documents have, in no order; `None` if some are not there.
fn removed_sketches(
    searcher: &Searcher,
    mut hashes: FxHashSet<u64>,
) -> Result<Option<Vec<MinHash>>, IndexError> {
    let mut found = Vec::new();
    for segment in searcher.segment_readers() {
        if hashes.is_empty() {
            break;
        }
        let Some(column) = segment.fast_fields().column_opt::<u64>("sketch")? else {
            continue;
        };
        let deleted = (0..segment.max_doc()).filter(|doc| segment.is_deleted(*doc));
        let sketches = deleted.filter_map(|doc| sketch(&column, doc));
        found.extend(sketches.filter(|sketch| hashes.remove(&sketch.digest())));
    }
    Ok(hashes.is_empty().then_some(found))
}

//! Succession: what is known of the texts of an earlier commit, as far as it holds for those of the one that follows.
//!
//! Texts are told by their hashes. What has to do with nothing that came or went stays as it was.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::band_keys::BandKeys;
use super::candidates::candidates;
use super::compared::ComparedTexts;
use super::growth::Change;
use super::pairs::{Pair, to_compare};
use super::texts::Texts;
use fihris_corpus::minhash::MinHash;

/// If more than this part (1/n) of the texts came or went, all candidates are looked for again.
const FEW_CHANGED: usize = 4;

/// Two texts, by their hashes, the smaller one first.
type Hashes = (u64, u64);

/// The texts of a commit that follows an earlier one.
pub(super) struct Succession<'a> {
    earlier: &'a ComparedTexts,
    texts: &'a Texts<'a>,
    /// The places of those that came, in order.
    added: Vec<usize>,
    /// The hashes of those that went.
    removed: FxHashSet<u64>,
    /// By text of a pair of earlier ones, its place now.
    places: Vec<Option<usize>>,
}

impl<'a> Succession<'a> {
    pub fn new(earlier: &'a ComparedTexts, texts: &'a Texts<'a>) -> Self {
        let mut added = Vec::new();
        let mut removed = FxHashSet::default();
        let mut before = earlier.all.iter().copied().peekable();
        for (place, hash) in texts.hashes().iter().enumerate() {
            while let Some(gone) = before.next_if(|of| of < hash) {
                removed.insert(gone);
            }
            if before.next_if_eq(hash).is_none() {
                added.push(place);
            }
        }
        removed.extend(before);
        let places = earlier.texts.par_iter().map(|hash| texts.place(*hash));
        Self {
            earlier,
            texts,
            added,
            removed,
            places: places.collect(),
        }
    }

    /// The candidates, from those of the earlier texts where they tell them.
    pub fn candidates(&self) -> Vec<Pair> {
        self.grown_candidates().unwrap_or_else(|| {
            let sketches = self.texts.sketches();
            candidates(&sketches.iter().collect::<Vec<_>>())
        })
    }

    /// The candidates, if those of the earlier texts tell them.
    fn grown_candidates(&self) -> Option<Vec<Pair>> {
        if (self.added.len() + self.removed.len()) * FEW_CHANGED > self.texts.len() {
            return None;
        }
        let removed = self.removed_sketches()?;
        let added = self.added.iter().map(|place| self.texts.sketch(*place));
        let added: Vec<MinHash> = added.collect();
        let keys = BandKeys::new(&added.iter().chain(removed.values()).collect::<Vec<_>>());
        let near = self.texts.near(&keys);

        let hashes = near.iter().map(|place| self.texts.hashes()[*place]);
        let near: FxHashSet<u64> = hashes.chain(self.removed.iter().copied()).collect();
        let of_texts = |pair: &(u32, u32)| {
            let (a, b) = (pair.0 as usize, pair.1 as usize);
            (self.earlier.texts[a], self.earlier.texts[b])
        };
        let pairs = self.earlier.candidates.iter().map(of_texts);
        let (before, others): (Vec<Hashes>, Vec<Hashes>) =
            pairs.partition(|(a, _)| near.contains(a));

        let looked_at = before.iter().map(|(_, b)| b).chain(&near);
        let mut looked_at: Vec<u64> = looked_at.copied().collect();
        looked_at.sort_unstable();
        looked_at.dedup();
        let sketches = looked_at.iter().map(|hash| match removed.get(hash) {
            Some(sketch) => Some(sketch.clone()),
            None => Some(self.texts.sketch(self.texts.place(*hash)?)),
        });
        let sketches: Vec<MinHash> = sketches.collect::<Option<_>>()?;
        let place = |hash: u64| u32::try_from(looked_at.binary_search(&hash).ok()?).ok();
        let set = |hashes: &mut dyn Iterator<Item = u64>| hashes.filter_map(place).collect();
        let change = Change {
            sketches: &sketches.iter().collect::<Vec<_>>(),
            near: near.iter().filter_map(|hash| place(*hash)).collect(),
            added: set(&mut self.added.iter().map(|place| self.texts.hashes()[*place])),
            removed: set(&mut self.removed.iter().copied()),
        };
        let before = before.iter().map(|(a, b)| Some((place(*a)?, place(*b)?)));
        let changed = change.candidates(&before.collect::<Option<Vec<_>>>()?)?;

        let changed = changed
            .into_iter()
            .map(|(a, b)| (looked_at[a], looked_at[b]));
        let all = others.into_iter().chain(changed);
        let all = all.map(|(a, b)| Some((self.texts.place(a)?, self.texts.place(b)?)));
        let mut all: Vec<Pair> = all.collect::<Option<_>>()?;
        all.sort_unstable();
        Some(all)
    }

    /// The sketches of the texts that went, by their hashes; `None` if some are in no deleted document any more.
    fn removed_sketches(&self) -> Option<FxHashMap<u64, MinHash>> {
        if self.removed.is_empty() {
            return Some(FxHashMap::default());
        }
        let deleted = self.texts.deleted();
        let removed = deleted.filter(|(hash, _)| self.removed.contains(hash));
        let removed: Vec<(u64, MinHash)> = removed.collect();
        let removed: FxHashMap<u64, MinHash> = removed.into_iter().collect();
        (removed.len() == self.removed.len()).then_some(removed)
    }

    /// Of the pairs that are to be compared where these are the `candidates`: those that are known to be copies, and those
    /// of which nothing is known.
    pub fn compared(&self, candidates: &[Pair]) -> (Vec<Pair>, Vec<Vec<Pair>>) {
        let touched = self.touched(candidates);
        let wanted = candidates.iter().filter(|(a, _)| touched[*a]);
        let mut unknown = to_compare(&wanted.copied().collect::<Vec<_>>());

        let earlier = self.earlier.candidates.iter();
        let is_touched = |text: u32| self.places[text as usize].is_none_or(|place| touched[place]);
        let before = earlier.filter(|(a, b)| is_touched(*a) || is_touched(*b));
        let before = before.map(|(a, b)| (*a as usize, *b as usize));
        let before = to_compare(&before.collect::<Vec<_>>());
        let before = before.into_iter().flatten();
        let before: FxHashSet<Pair> = before.filter_map(|(a, b)| self.pair(a, b)).collect();

        let copies = self.earlier.copies.iter();
        let copies = copies.filter_map(|(a, b)| self.pair(*a as usize, *b as usize));
        let (copies, mut known): (FxHashSet<Pair>, Vec<Pair>) = {
            let (touched, others): (Vec<Pair>, Vec<Pair>) = copies.partition(|(a, _)| touched[*a]);
            (touched.into_iter().collect(), others)
        };
        for pairs in &mut unknown {
            known.extend(pairs.iter().filter(|pair| copies.contains(pair)));
            pairs.retain(|pair| !before.contains(pair));
        }
        unknown.retain(|pairs| !pairs.is_empty());
        (known, unknown)
    }

    /// By text, whether it may hang together with other ones than among the earlier texts: all others are compared with
    /// the same ones as then.
    fn touched(&self, candidates: &[Pair]) -> Vec<bool> {
        let mut touched = vec![false; self.texts.len()];
        for place in &self.added {
            touched[*place] = true;
        }
        let mut before = Vec::with_capacity(self.earlier.candidates.len());
        for (a, b) in &self.earlier.candidates {
            let (a, b) = (*a as usize, *b as usize);
            match (self.places[a], self.places[b]) {
                (Some(a), Some(b)) => before.push((a, b)),
                (Some(left), None) | (None, Some(left)) => touched[left] = true,
                (None, None) => {}
            }
        }
        for (a, b) in different(&before, candidates) {
            (touched[a], touched[b]) = (true, true);
        }
        loop {
            let mut has_grown = false;
            for &(a, b) in before.iter().chain(candidates) {
                if touched[a] != touched[b] {
                    (touched[a], touched[b], has_grown) = (true, true, true);
                }
            }
            if !has_grown {
                return touched;
            }
        }
    }

    /// The pair of two earlier texts, if both are there.
    fn pair(&self, a: usize, b: usize) -> Option<Pair> {
        let (a, b) = (self.places[a]?, self.places[b]?);
        Some((a.min(b), a.max(b)))
    }
}

/// The pairs that are in one of two lists, which are in order, and not in the other.
fn different(a: &[Pair], b: &[Pair]) -> Vec<Pair> {
    let mut different = Vec::new();
    let mut others = b.iter().copied().peekable();
    for pair in a {
        while let Some(other) = others.next_if(|other| other < pair) {
            different.push(other);
        }
        if others.next_if_eq(pair).is_none() {
            different.push(*pair);
        }
    }
    different.extend(others);
    different
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_differ_in_what_one_lacks() {
        let a = [(0, 1), (0, 2), (3, 4)];
        assert_eq!(different(&a, &a), []);
        assert_eq!(different(&a, &[]), a);
        assert_eq!(different(&[], &a), a);
        assert_eq!(
            different(&a, &[(0, 2), (1, 2), (3, 5)]),
            [(0, 1), (1, 2), (3, 4), (3, 5)]
        );
    }
}

//! Growth: the candidates among texts that came, went and stayed, from those among the texts that were there.
//!
//! Only bands that hold what came or went are looked at. Where these push apart what is alike and stays, it cannot be
//! told from them alone what is a candidate. Knows sketches, not texts.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::band_keys::BandKeys;
use super::candidates::{LEAST_LIKENESS, MOST_KEPT_OF_UNLIKE, in_group, most_like};
use fihris_corpus::minhash::MinHash;

/// What became of some texts.
pub(super) struct Change<'a> {
    /// The sketches of all that were there or are, in order and different.
    pub sketches: &'a [&'a MinHash],
    /// The places of those that agree in a band with one that came or went, at least, in order.
    pub near: Vec<u32>,
    /// The places of those that came.
    pub added: FxHashSet<u32>,
    /// The places of those that went.
    pub removed: FxHashSet<u32>,
}

impl Change<'_> {
    /// The candidates among what is there now, where `before` were those of what was there: pairs of places, each with
    /// the smaller place first, in order. `None` if that cannot be told.
    pub fn candidates(&self, before: &[(u32, u32)]) -> Option<Vec<(usize, usize)>> {
        let groups = self.groups();
        let gained = groups
            .par_iter()
            .map(|(band, group)| self.gained(*band, group));
        let gained: Option<Vec<Vec<(u32, u32)>>> = gained.collect();
        let mut pairs = gained?.concat();
        let is_lost = |(a, b): &&(u32, u32)| self.removed.contains(a) || self.removed.contains(b);
        for kept in before.chunk_by(|(a, _), (b, _)| a == b) {
            let is_cut = kept.len() >= MOST_KEPT_OF_UNLIKE;
            if is_cut
                && !self.removed.contains(&kept[0].0)
                && kept.iter().any(|pair| is_lost(&pair))
            {
                return None; // another may take the place
            }
            pairs.extend(kept.iter().filter(|pair| !is_lost(pair)));
        }
        Some(most_like(self.sketches, pairs))
    }

    /// The places of those that agree in a band with one that came or went: one list for each band and what they have
    /// there, in order.
    fn groups(&self) -> Vec<(usize, Vec<u32>)> {
        let changed = self.added.iter().chain(&self.removed);
        let changed = changed.map(|place| self.sketches[*place as usize]);
        let keys = BandKeys::new(&changed.collect::<Vec<_>>());
        let near = self.near.par_iter();
        let mut members: Vec<(usize, u64, u32)> = near
            .flat_map_iter(|place| {
                let shared = keys.shared(self.sketches[*place as usize]);
                shared.map(|(band, key)| (band, key, *place))
            })
            .collect();
        members.par_sort_unstable();
        let groups = members.chunk_by(|(a, x, _), (b, y, _)| (a, x) == (b, y));
        let places = |group: &[(usize, u64, u32)]| {
            let places = group.iter().map(|(.., place)| *place);
            (group[0].0, places.collect())
        };
        groups.map(places).collect()
    }

    /// The pairs of a group that agree in this band that do now, and did not. `None` if two that are alike and stay did,
    /// and do not.
    fn gained(&self, band: usize, group: &[u32]) -> Option<Vec<(u32, u32)>> {
        let pairs_without = |without: &FxHashSet<u32>| {
            let members = group.iter().copied();
            let mut members: Vec<u32> = members.filter(|it| !without.contains(it)).collect();
            let mut pairs = in_group(self.sketches, band, &mut members);
            pairs.sort_unstable();
            pairs
        };
        let (before, mut now) = (pairs_without(&self.added), pairs_without(&self.removed));
        let stays = |place: &u32| !self.removed.contains(place);
        let is_apart = |pair: &(u32, u32)| {
            let (a, b) = pair;
            now.binary_search(pair).is_err()
                && stays(a)
                && stays(b)
                && self.sketches[*a as usize].similarity(self.sketches[*b as usize])
                    >= LEAST_LIKENESS
        };
        if before.iter().any(is_apart) {
            return None;
        }
        now.retain(|pair| before.binary_search(pair).is_err());
        Some(now)
    }
}

#[cfg(test)]
mod tests {
    use fihris_corpus::minhash::NUMBERS;
    use proptest::prelude::*;

    use super::super::candidates::candidates;
    use super::*;

    type Pairs = Vec<(usize, usize)>;

    /// A sketch of a template, some of whose numbers are its own; each number holds four bins.
    fn sketch(template: u64, own: u64, seed: u64) -> MinHash {
        let mut numbers = [0_u64; NUMBERS];
        for (place, number) in (0..).zip(&mut numbers) {
            let is_own = own >> place & 1 == 1 || place == NUMBERS as u64 - 1;
            let of = if is_own { seed + 9 } else { template };
            *number = (of * 64 + place + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        MinHash::from_numbers(&numbers)
    }

    /// What grows out of the candidates among those that were there, and the candidates among those that are, if each
    /// of `sketches` was there, and is.
    fn grown(sketches: &[(MinHash, bool, bool)]) -> (Option<Pairs>, Pairs) {
        let places_of = |wanted: fn(&(MinHash, bool, bool)) -> bool| -> Vec<usize> {
            let all = sketches.iter().enumerate();
            all.filter(|(_, sketch)| wanted(sketch))
                .map(|(place, _)| place)
                .collect()
        };
        let among = |places: &[usize]| -> Pairs {
            let of: Vec<&MinHash> = places.iter().map(|place| &sketches[*place].0).collect();
            let pairs = candidates(&of).into_iter();
            pairs.map(|(a, b)| (places[a], places[b])).collect()
        };
        let set = |places: Vec<usize>| {
            places
                .into_iter()
                .map(|it| u32::try_from(it).unwrap())
                .collect()
        };
        let all: Vec<&MinHash> = sketches.iter().map(|(sketch, ..)| sketch).collect();
        let change = Change {
            sketches: &all,
            near: (0..).zip(&all).map(|(place, _)| place).collect(),
            added: set(places_of(|(_, was, is)| !was && *is)),
            removed: set(places_of(|(_, was, is)| *was && !is)),
        };
        let before = among(&places_of(|(_, was, _)| *was)).into_iter();
        let before: Vec<(u32, u32)> = before
            .map(|(a, b)| (u32::try_from(a).unwrap(), u32::try_from(b).unwrap()))
            .collect();
        (
            change.candidates(&before),
            among(&places_of(|(.., is)| *is)),
        )
    }

    fn sorted(mut sketches: Vec<(MinHash, bool, bool)>) -> Vec<(MinHash, bool, bool)> {
        sketches.sort();
        sketches.dedup_by(|a, b| a.0 == b.0);
        sketches.retain(|(_, was, is)| *was || *is);
        sketches
    }

    #[test]
    fn what_comes_and_goes_is_told_by_its_bands() {
        // Few are alike: all but one of three numbers are each one's own.
        let sketches = (0..90).map(|i| {
            let own = 0xFFFF ^ (0b11 << (i % 5));
            (sketch(i % 3, own, i), i % 7 != 0, i % 11 != 0)
        });
        let (grown, fresh) = grown(&sorted(sketches.collect()));
        assert_eq!(grown, Some(fresh));
    }

    proptest! {
        #[test]
        fn it_is_as_if_all_were_looked_for_anew(
            sketches in prop::collection::vec(
                ((0_u64..4), any::<u16>(), any::<u16>(), (0_u64..200), 0_u8..10),
                1..160,
            ),
        ) {
            let sketches = sketches.into_iter().map(|(template, a, b, seed, fate)| {
                // Some are mostly their template, some mostly their own.
                let own = if seed % 2 == 0 { a & b } else { a | b };
                (sketch(template, own.into(), seed), fate != 0, fate != 1)
            });
            let (grown, fresh) = grown(&sorted(sketches.collect()));
            if let Some(grown) = grown {
                prop_assert_eq!(grown, fresh);
            }
        }
    }
}

//! Candidates: pairs of sketches whose texts are worth comparing.
//!
//! Sketches that agree in a band are looked at, in the order of their hashes: what is a pair depends on
//! the set of sketches alone. A band may be shared by thousands (bulletins by a template), so each sketch
//! is held against the few that follow it there, and keeps the few that are most like it. Knows sketches,
//! not texts.

use rayon::prelude::*;

use fihris_corpus::minhash::{BANDS, MinHash};

/// The least likeness of sketches whose texts are compared. Copies in which a third of the words differ are
/// not far above it.
pub(super) const LEAST_LIKENESS: f32 = 0.3;

/// Each sketch is held against so many that follow it in a band, at most.
const FOLLOWING: usize = 32;

/// Pairs that a sketch keeps with those behind it, at most.
const MOST_KEPT: usize = 24;

/// The same for pairs less alike than copies mostly are: those of bulletins by a template, which cost the most and
/// are hardly ever copies.
pub(super) const MOST_KEPT_OF_UNLIKE: usize = 10;

/// From this likeness on, sketches are mostly of copies.
const LIKE: f32 = 0.6;

/// The candidates among `sketches`, which are in the order of their hashes and different, as pairs of their places, each with
/// the smaller place first, in order.
pub(super) fn candidates(sketches: &[&MinHash]) -> Vec<(usize, usize)> {
    let of_bands = (0..BANDS).into_par_iter();
    let found: Vec<(u32, u32)> = of_bands
        .flat_map_iter(|band| in_band(sketches, band))
        .collect();
    most_like(sketches, found)
}

/// Of the pairs that were `found`, those most alike of each first member, in order.
pub(super) fn most_like(sketches: &[&MinHash], mut found: Vec<(u32, u32)>) -> Vec<(usize, usize)> {
    // Pairs agree in many bands; their likeness is worked out once.
    found.par_sort_unstable();
    found.dedup();
    let pairs = found.into_par_iter().map(|(a, b)| {
        let (a, b) = (a as usize, b as usize);
        (a, b, sketches[a].similarity(sketches[b]))
    });
    let mut pairs: Vec<(usize, usize, f32)> = pairs
        .filter(|(.., likeness)| *likeness >= LEAST_LIKENESS)
        .collect();
    pairs.par_sort_unstable_by(|(a, b, x), (c, d, y)| {
        let likest_first = || y.total_cmp(x);
        a.cmp(c).then_with(likest_first).then(b.cmp(d))
    });
    let kept = pairs.chunk_by(|(a, ..), (b, ..)| a == b);
    let kept = kept.flat_map(|pairs| {
        let like = pairs.partition_point(|(.., likeness)| *likeness >= LIKE);
        let most = like.clamp(MOST_KEPT_OF_UNLIKE, MOST_KEPT);
        pairs.iter().take(most)
    });
    let mut kept: Vec<(usize, usize)> = kept.map(|(a, b, _)| (*a, *b)).collect();
    kept.sort_unstable();
    kept
}

/// The pairs that agree in this band.
fn in_band(sketches: &[&MinHash], band: usize) -> Vec<(u32, u32)> {
    let mut order: Vec<(u64, u32)> = sketches
        .iter()
        .map(|sketch| sketch.band(band))
        .zip(0..)
        .collect();
    order.sort_unstable();
    let mut pairs = Vec::new();
    for equal in order.chunk_by(|(a, _), (b, _)| a == b) {
        if equal.len() > 1 {
            let mut members: Vec<u32> = equal.iter().map(|(_, place)| *place).collect();
            pairs.append(&mut in_group(sketches, band, &mut members));
        }
    }
    pairs
}

/// The pairs of `members`, places in order, which agree in this band.
pub(super) fn in_group(sketches: &[&MinHash], band: usize, members: &mut [u32]) -> Vec<(u32, u32)> {
    if members.len() > 1 + FOLLOWING {
        // What else they agree in brings them together: the next bands, as far as one number holds them.
        members.sort_by_cached_key(|place| {
            let sketch = sketches[*place as usize];
            let next = [1, 2].map(|step| sketch.band((band + step) % BANDS));
            (next, *place)
        });
    }
    let mut pairs = Vec::new();
    for (i, a) in members.iter().enumerate() {
        let following = members[i + 1..].iter().take(FOLLOWING);
        pairs.extend(following.map(|b| (*a.min(b), *a.max(b))));
    }
    pairs
}

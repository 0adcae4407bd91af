//! Pairs of texts: which of them are read and compared.
//!
//! Knows numbers for texts, not texts.

use rustc_hash::FxHashMap;

use super::clusters::clusters;

/// Texts that hang together by their sketches are all compared with each other if they are so many at
/// most; of more, only those whose sketches are like.
const FEW: usize = 48;

/// Two texts, by their places, the smaller one first.
pub(super) type Pair = (usize, usize);

/// The pairs of texts that are compared, where sketches make these candidates: one list for each cluster.
pub(super) fn to_compare(candidates: &[Pair]) -> Vec<Vec<Pair>> {
    let clusters = clusters(candidates);
    let mut pairs: Vec<Vec<Pair>> = Vec::new();
    let mut large: FxHashMap<usize, usize> = FxHashMap::default();
    for (number, cluster) in clusters.iter().enumerate() {
        if cluster.len() <= FEW {
            pairs.push(all_pairs(cluster));
        } else {
            pairs.push(Vec::new());
            large.extend(cluster.iter().map(|text| (*text, number)));
        }
    }
    for &(a, b) in candidates {
        if let Some(number) = large.get(&a) {
            pairs[*number].push((a, b));
        }
    }
    pairs
}

fn all_pairs(texts: &[usize]) -> Vec<Pair> {
    let pairs = (0..texts.len()).flat_map(|i| (i + 1..texts.len()).map(move |j| (i, j)));
    pairs.map(|(i, j)| (texts[i], texts[j])).collect()
}

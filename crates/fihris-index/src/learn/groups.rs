//! Groups: from pairs of words that are one name to all spellings of each name.
//!
//! Knows pairs, not what makes them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context_vectors::ContextVectors;
use super::names::Bases;

/// Spellings taken for one name.
#[derive(Clone, Debug, PartialEq)]
pub struct LearnedGroup {
    /// Folded, the most frequent first.
    pub spellings: Vec<String>,
    /// How much the company of the least sure pair agrees, in (0, 1].
    pub cosine: f32,
}

/// Two bases that are one name.
pub(super) struct Pair {
    pub a: u32,
    pub b: u32,
    pub cosine: f32,
}

/// The first base of the group that `base` is in so far.
fn find(leader: &FxHashMap<u32, u32>, mut base: u32) -> u32 {
    while let Some(&next) = leader.get(&base) {
        base = next;
    }
    base
}

/// The words that pairs connect, as groups, the least sure first.
pub(super) fn groups(
    pairs: &[Pair],
    bases: &Bases,
    companies: &ContextVectors,
) -> Vec<LearnedGroup> {
    let mut leader: FxHashMap<u32, u32> = FxHashMap::default();
    for pair in pairs {
        let (a, b) = (find(&leader, pair.a), find(&leader, pair.b));
        if a != b {
            leader.insert(a.max(b), a.min(b));
        }
    }
    let mut members: BTreeMap<u32, (FxHashSet<u32>, f32)> = BTreeMap::new();
    for pair in pairs {
        let (words, cosine) = members
            .entry(find(&leader, pair.a))
            .or_insert_with(|| (FxHashSet::default(), 1.0));
        words.extend([pair.a, pair.b]);
        *cosine = cosine.min(pair.cosine);
    }
    let mut groups: Vec<LearnedGroup> = members
        .into_values()
        .map(|(words, cosine)| {
            let mut words: Vec<u32> = words.into_iter().collect();
            words.sort_unstable_by_key(|&word| (Reverse(companies.occurrences(word)), word));
            LearnedGroup {
                spellings: words.iter().map(|&word| bases.word(word).into()).collect(),
                cosine,
            }
        })
        .collect();
    groups.sort_by(|a, b| {
        let by_agreement = a.cosine.total_cmp(&b.cosine);
        by_agreement.then_with(|| a.spellings.cmp(&b.spellings))
    });
    groups
}

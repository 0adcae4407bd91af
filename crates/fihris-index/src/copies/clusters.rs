//! Clusters: texts that hang together by pairs.
//!
//! Knows numbers for texts, not texts.

use rustc_hash::FxHashMap;

/// Texts that hang together by `pairs`, each with its numbers in order; those without a pair are left out.
pub(super) fn clusters(pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut roots: FxHashMap<usize, usize> = FxHashMap::default();
    for &(a, b) in pairs {
        let (a, b) = (root(&mut roots, a), root(&mut roots, b));
        roots.insert(a.max(b), a.min(b));
    }
    let mut members: Vec<usize> = roots.keys().copied().collect();
    members.sort_unstable();
    let mut clusters: Vec<Vec<usize>> = Vec::new();
    let mut places: FxHashMap<usize, usize> = FxHashMap::default();
    for member in members {
        let root = root(&mut roots, member);
        let place = *places.entry(root).or_insert_with(|| {
            clusters.push(Vec::new());
            clusters.len() - 1
        });
        clusters[place].push(member);
    }
    clusters
}

/// The least number that hangs together with `i`, with shorter ways for the next time.
fn root(roots: &mut FxHashMap<usize, usize>, mut i: usize) -> usize {
    loop {
        let parent = *roots.entry(i).or_insert(i);
        if parent == i {
            return i;
        }
        let grandparent = *roots.entry(parent).or_insert(parent);
        roots.insert(i, grandparent);
        i = grandparent;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_hang_together_by_pairs() {
        let found = clusters(&[(3, 4), (0, 9), (4, 9), (1, 2)]);
        assert_eq!(found, [vec![0, 3, 4, 9], vec![1, 2]]);
        assert!(clusters(&[]).is_empty());
    }
}

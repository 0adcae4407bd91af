//! Nearness: places where all of several words stand with few others between them.
//!
//! Knows places, not what stands there.

use std::ops::Range;

/// A place where each word stands once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// For each word, which of its places it is.
    pub chosen: Vec<usize>,
    /// The positions from the first word to behind the last.
    pub range: Range<u32>,
    /// Other words between them.
    pub others: u32,
}

/// The places, from the first on and not overlapping, where every word of `words` stands once, in any
/// order, with at most `distance` others between them. Each word is given by its places, in order.
pub(super) fn near(words: &[Vec<Range<u32>>], distance: u32) -> Vec<Near> {
    let mut all: Vec<(&Range<u32>, usize, usize)> = Vec::new();
    for (word, places) in words.iter().enumerate() {
        all.extend(places.iter().enumerate().map(|(i, place)| (place, word, i)));
    }
    all.sort_unstable_by_key(|(place, word, _)| (place.start, place.end, *word));
    let mut found: Vec<Near> = Vec::new();
    for first in 0..all.len() {
        let is_free = found
            .last()
            .is_none_or(|last| all[first].0.start >= last.range.end);
        if is_free && let Some(near) = from(&all[first..], words.len(), distance) {
            found.push(near);
        }
    }
    found
}

/// The place that begins with the first of `all`.
fn from(all: &[(&Range<u32>, usize, usize)], words: usize, distance: u32) -> Option<Near> {
    let mut chosen: Vec<Option<usize>> = vec![None; words];
    let start = all.first()?.0.start;
    let (mut end, mut others, mut left) = (start, 0, words);
    for (place, word, i) in all {
        if place.start < end || chosen[*word].is_some() {
            continue; // it overlaps, or is there already
        }
        others += place.start - end;
        if others > distance {
            return None;
        }
        chosen[*word] = Some(*i);
        (end, left) = (place.end, left - 1);
        if left == 0 {
            break;
        }
    }
    Some(Near {
        chosen: chosen.into_iter().collect::<Option<_>>()?,
        range: start..end,
        others,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_order_with_few_others_between() {
        // places of each word; distance; the places found
        type Case<'a> = (&'a [&'a [u32]], u32, &'a [(u32, u32)]);
        let cases: &[Case] = &[
            (&[&[1], &[2]], 0, &[(1, 3)]),
            (&[&[2], &[1]], 0, &[(1, 3)]),
            (&[&[1], &[4]], 1, &[]),
            (&[&[1], &[4]], 2, &[(1, 5)]),
            (&[&[1, 3, 20], &[4, 22]], 1, &[(3, 5), (20, 23)]),
            (&[&[1, 2], &[3]], 0, &[(2, 4)]),
            (&[&[1, 3], &[1, 3]], 1, &[(1, 4)]),
            (&[&[1], &[1]], 5, &[]),
            (&[&[1], &[]], 5, &[]),
            (&[&[5], &[9], &[7]], 2, &[(5, 10)]),
        ];
        for (words, distance, expected) in cases {
            let places = |word: &&[u32]| word.iter().map(|&at| at..at + 1).collect();
            let words: Vec<Vec<Range<u32>>> = words.iter().map(places).collect();
            let found: Vec<(u32, u32)> = near(&words, *distance)
                .into_iter()
                .map(|near| (near.range.start, near.range.end))
                .collect();
            assert_eq!(found, *expected, "{words:?} {distance}");
        }
    }
}

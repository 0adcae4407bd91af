//! Deriving the groups of copies from the sketches of a commit.
//!
//! Articles that agree in a band are compared; those alike enough are in one group, and so are their
//! other copies. Knows sketches, not texts.

use rayon::prelude::*;
use tantivy::{DocId, Searcher};

use super::Copies;
use crate::corpus::sketch::{BANDS, NUMBERS, Sketch};
use crate::index::error::IndexError;

/// The least likeness of copies. Below it, groups begin to join what one office announced on two days.
const LEAST_LIKENESS: f32 = 0.5;

/// Articles that agree in a band and are compared with each one of them, at most: beyond that, a band
/// says nothing.
const MOST_COMPARED: usize = 200;

impl Copies {
    /// Derives the groups of the commit that `searcher` shows.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn derive(searcher: &Searcher) -> Result<Self, IndexError> {
        let mut places: Vec<(usize, DocId)> = Vec::new();
        let mut sketches: Vec<Sketch> = Vec::new();
        for (segment_ord, segment) in searcher.segment_readers().iter().enumerate() {
            let Some(column) = segment.fast_fields().column_opt::<u64>("sketch")? else {
                continue;
            };
            for doc in segment.doc_ids_alive() {
                let numbers: Vec<u64> = column.values_for_doc(doc).collect();
                if let Ok(numbers) = <[u64; NUMBERS]>::try_from(numbers) {
                    places.push((segment_ord, doc));
                    sketches.push(Sketch::of_numbers(&numbers));
                }
            }
        }
        let leaders = leaders(&sketches);
        let mut copies = Self {
            segments: vec![Vec::new(); searcher.segment_readers().len()],
            groups: 0,
        };
        let mut sizes = vec![0_u32; sketches.len()];
        for &leader in &leaders {
            sizes[leader] += 1;
        }
        let mut numbers = vec![None; sketches.len()];
        for (&leader, (segment, doc)) in leaders.iter().zip(places) {
            if sizes[leader] > 1 {
                let number = *numbers[leader].get_or_insert_with(|| {
                    copies.groups += 1;
                    copies.groups - 1
                });
                copies.segments[segment].push((doc, number));
            }
        }
        Ok(copies)
    }
}

/// For each sketch the first one of its group.
fn leaders(sketches: &[Sketch]) -> Vec<usize> {
    let pairs: Vec<Vec<(usize, usize)>> = (0..BANDS)
        .into_par_iter()
        .map(|band| pairs(sketches, band))
        .collect();
    let mut leaders: Vec<usize> = (0..sketches.len()).collect();
    for (a, b) in pairs.into_iter().flatten() {
        let (a, b) = (find(&mut leaders, a), find(&mut leaders, b));
        leaders[a.max(b)] = a.min(b);
    }
    for i in 0..leaders.len() {
        leaders[i] = find(&mut leaders, i);
    }
    leaders
}

/// The sketches that agree in this band and are copies.
fn pairs(sketches: &[Sketch], band: usize) -> Vec<(usize, usize)> {
    let bands = sketches.iter().map(|sketch| sketch.band(band));
    let mut order: Vec<(u64, usize)> = bands.zip(0..).collect();
    order.sort_unstable();
    let mut pairs = Vec::new();
    for equal in order.chunk_by(|(a, _), (b, _)| a == b) {
        for (i, &(_, a)) in equal.iter().enumerate() {
            for &(_, b) in equal[..i].iter().rev().take(MOST_COMPARED) {
                if sketches[a].likeness(&sketches[b]) >= LEAST_LIKENESS {
                    pairs.push((a, b));
                }
            }
        }
    }
    pairs
}

/// The first sketch of the group that `i` is in, with shorter ways for the next time.
fn find(leaders: &mut [usize], mut i: usize) -> usize {
    while leaders[i] != i {
        leaders[i] = leaders[leaders[i]];
        i = leaders[i];
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_grouped_and_strangers_are_not() {
        let text = |words: std::ops::Range<u32>| {
            let words: Vec<String> = words.map(|n| format!("w{n}")).collect();
            Sketch::of([&*words.join(" ")]).unwrap()
        };
        let sketches = [text(0..90), text(500..590), text(0..100), text(510..590)];
        assert_eq!(leaders(&sketches), [0, 1, 0, 1]);
    }
}

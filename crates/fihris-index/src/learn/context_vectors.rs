//! Company: which words stand beside a word, and how much the company of two words agrees.
//!
//! A word's company is a vector of positive pointwise mutual information over the words at most two
//! places away; two words agree by the cosine of their vectors (Bullinaria & Levy, "Extracting semantic
//! representations from word co-occurrence statistics", Behavior Research Methods 2007). Knows
//! numbers of bases, not their letters.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::names::Bases;
use crate::error::IndexError;
use crate::reader::Index;
use crate::stored;
use arabic_text::dotless::with_either_yeh;
use arabic_text::words::written_words;

/// Places on either side.
const WINDOW: usize = 2;

/// Articles that one task reads.
const BLOCK: u32 = 2048;

/// The company of the words that were asked for.
pub(super) struct ContextVectors {
    /// Of every base.
    occurrences: Vec<u32>,
    /// Of the bases asked for: other bases with their weights, in order, and the vector's length.
    vectors: FxHashMap<u32, (Vec<(u32, f32)>, f32)>,
}

/// Counts of a part of the corpus.
struct Counts {
    occurrences: Vec<u32>,
    /// How often the second base stands beside the first.
    beside: FxHashMap<(u32, u32), u32>,
}

impl ContextVectors {
    /// Counts the company of the bases `wanted` over all articles of `index`.
    pub fn count(
        index: &Index,
        bases: &Bases,
        wanted: &FxHashSet<u32>,
    ) -> Result<Self, IndexError> {
        let segments = index.searcher().segment_readers();
        let blocks: Vec<(usize, u32)> = segments
            .iter()
            .enumerate()
            .flat_map(|(ord, segment)| {
                let starts = (0..segment.max_doc()).step_by(BLOCK as usize);
                starts.map(move |start| (ord, start))
            })
            .collect();
        let counts = blocks
            .into_par_iter()
            .try_fold(
                || Counts::new(bases.len()),
                |mut counts, block| {
                    counts.add_block(index, bases, wanted, block)?;
                    Ok::<_, IndexError>(counts)
                },
            )
            .try_reduce_with(|a, b| Ok(a.join(b)))
            .unwrap_or_else(|| Ok(Counts::new(bases.len())))?;
        Ok(counts.into_vectors())
    }

    /// How often a base occurs.
    pub fn occurrences(&self, base: u32) -> u32 {
        self.occurrences[base as usize]
    }

    /// How much the company of two bases agrees, in 0..=1.
    pub fn cosine(&self, a: u32, b: u32) -> f32 {
        let (Some((a, length_a)), Some((b, length_b))) =
            (self.vectors.get(&a), self.vectors.get(&b))
        else {
            return 0.0;
        };
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let shared = few.iter().filter_map(|(base, weight)| {
            let at = many.binary_search_by_key(base, |(base, _)| *base).ok()?;
            Some(weight * many[at].1)
        });
        shared.sum::<f32>() / (length_a * length_b)
    }
}

impl Counts {
    fn new(bases: usize) -> Self {
        Self {
            occurrences: vec![0; bases],
            beside: FxHashMap::default(),
        }
    }

    fn add_block(
        &mut self,
        index: &Index,
        bases: &Bases,
        wanted: &FxHashSet<u32>,
        (segment_ord, start): (usize, u32),
    ) -> Result<(), IndexError> {
        let segment = index
            .searcher()
            .segment_reader(u32::try_from(segment_ord).unwrap_or(u32::MAX));
        let store = segment.get_store_reader(1)?;
        let end = segment.max_doc().min(start + BLOCK);
        let mut row = Vec::new();
        for doc in (start..end).filter(|doc| !segment.is_deleted(*doc)) {
            let document = store.get(doc)?;
            let Some(article) = stored::article(&document, &index.fields().article) else {
                continue; // a record
            };
            let text = with_either_yeh(&article.text);
            for zone in &article.zones {
                row.clear();
                let mut words = written_words(&text[zone.range.clone()]);
                while words.advance() {
                    row.extend(bases.of_form(words.form()));
                }
                self.add_row(&row, wanted);
            }
        }
        Ok(())
    }

    fn add_row(&mut self, row: &[u32], wanted: &FxHashSet<u32>) {
        for (i, &base) in row.iter().enumerate() {
            self.occurrences[base as usize] += 1;
            if !wanted.contains(&base) {
                continue;
            }
            let near = i.saturating_sub(WINDOW)..row.len().min(i + WINDOW + 1);
            for &other in near.filter(|&j| j != i).map(|j| &row[j]) {
                *self.beside.entry((base, other)).or_insert(0) += 1;
            }
        }
    }

    fn join(mut self, other: Self) -> Self {
        for (mine, theirs) in self.occurrences.iter_mut().zip(other.occurrences) {
            *mine += theirs;
        }
        for (pair, count) in other.beside {
            *self.beside.entry(pair).or_insert(0) += count;
        }
        self
    }

    #[allow(clippy::cast_precision_loss)] // counts into logarithms
    fn into_vectors(self) -> ContextVectors {
        let words: f32 = self.occurrences.iter().map(|count| *count as f32).sum();
        let mut all: FxHashMap<u32, u32> = FxHashMap::default();
        for ((base, _), count) in &self.beside {
            *all.entry(*base).or_insert(0) += count;
        }
        let mut vectors: FxHashMap<u32, (Vec<(u32, f32)>, f32)> = FxHashMap::default();
        for ((base, other), count) in self.beside {
            let expected = all[&base] as f32 * self.occurrences[other as usize] as f32 / words;
            let information = (count as f32 / expected).ln();
            if information > 0.0 {
                vectors
                    .entry(base)
                    .or_default()
                    .0
                    .push((other, information));
            }
        }
        for (vector, length) in vectors.values_mut() {
            vector.sort_unstable_by_key(|(base, _)| *base);
            *length = vector
                .iter()
                .map(|(_, weight)| weight * weight)
                .sum::<f32>()
                .sqrt();
        }
        ContextVectors {
            occurrences: self.occurrences,
            vectors,
        }
    }
}

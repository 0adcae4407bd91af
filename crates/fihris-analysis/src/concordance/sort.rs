//! The order of concordances by the words beside their matches.
//!
//! Contexts overlap, so the words of each text are numbered once, in the order of the alphabet, and lines are
//! compared by numbers.

use std::cmp::Ordering;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::concordance::line::ConcordanceLine;
use arabic_text::words;

/// The order of a concordance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConcordanceOrder {
    /// As the articles rank, then as they are written.
    Rank,
    /// By the words before, the nearest first.
    Before,
    /// By the words after, the nearest first.
    After,
}

/// Puts the lines into `order`; those with the same words are in the order of their articles' ids and of the text.
pub(super) fn sort(lines: &mut [ConcordanceLine], order: ConcordanceOrder) {
    if order == ConcordanceOrder::Rank {
        return;
    }
    let numbered = Numbered::new(lines);
    lines.sort_by_cached_key(|line| {
        let words = numbered.texts.get(&Arc::as_ptr(&line.text).cast::<u8>());
        let words = words.map_or(&[][..], Vec::as_slice);
        let behind = |byte| words.partition_point(|(start, _)| *start < byte);
        let key = match order {
            ConcordanceOrder::Before => Key {
                words: &words[behind(line.context.start)..behind(line.keyword.start)],
                from_end: true,
            },
            _ => Key {
                words: &words[behind(line.keyword.end)..behind(line.context.end)],
                from_end: false,
            },
        };
        (key, Arc::clone(&line.id), line.at)
    });
}

/// Words of texts: the byte at which each begins, and its number.
struct Numbered {
    /// By the address of the text.
    texts: FxHashMap<*const u8, Vec<(usize, u32)>>,
}

impl Numbered {
    fn new(lines: &[ConcordanceLine]) -> Self {
        let mut texts: FxHashMap<*const u8, Vec<(usize, u32)>> = FxHashMap::default();
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        for line in lines {
            texts
                .entry(Arc::as_ptr(&line.text).cast::<u8>())
                .or_insert_with(|| {
                    let numbered = words(&line.text).map(|word| {
                        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                        (word.range.start, *numbers.entry(word.form).or_insert(next))
                    });
                    numbered.collect()
                });
        }
        let mut sorted: Vec<(String, u32)> = numbers.into_iter().collect();
        sorted.sort_unstable();
        let mut places = vec![0; sorted.len()];
        for (place, (_, number)) in (0..).zip(&sorted) {
            places[*number as usize] = place;
        }
        for (_, number) in texts.values_mut().flatten() {
            *number = places[*number as usize];
        }
        Self { texts }
    }
}

/// Words that are compared one after the other.
struct Key<'a> {
    words: &'a [(usize, u32)],
    from_end: bool,
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let number = |(_, number): &(usize, u32)| *number;
        let (a, b) = (
            self.words.iter().map(number),
            other.words.iter().map(number),
        );
        if self.from_end {
            a.rev().cmp(b.rev())
        } else {
            a.cmp(b)
        }
    }
}

impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key<'_> {}

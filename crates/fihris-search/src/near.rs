//! Nearness: places where all of several words stand with few others between them.
//!
//! Does not depend on what stands there: words are given by their places.

use std::ops::Range;

/// Places that are looked at for each place of a text, and in any case, before the rest of it is left: only
/// words that stand in each other's way, again and again and in vain, take so many.
const STEPS_PER_PLACE: usize = 1000;
const MIN_STEPS: usize = 1_000_000;

/// What words that are as far apart as can be count, of what they would side by side.
const MIN_SHARE: f32 = 0.01;

/// What words with so many others between them count, of what they would side by side.
#[allow(clippy::cast_precision_loss)] // few words
pub(super) fn share(others: u32) -> f32 {
    (1.0 / others.saturating_add(1) as f32).max(MIN_SHARE)
}

/// A word with its places in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NearWord {
    /// Ranges of positions, in order.
    pub places: Vec<Range<u32>>,
    /// How often it is asked for.
    pub times: usize,
}

/// A place where each word stands as often as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// In the order of the text: the number of a word, and which of its places it is.
    pub chosen: Vec<(usize, usize)>,
    /// The positions from the first word to after the last.
    pub range: Range<u32>,
    /// Other words between them.
    pub others: u32,
}

/// The places, from the first on and not overlapping, where every word of `words` stands as often as it is
/// asked for, in any order, with at most `distance` others between them. No two words share a position.
pub(super) fn near(words: &[NearWord], distance: u32) -> Vec<Near> {
    let places = places(words);
    let mut window = Window::new(words, &places, distance);
    let mut attempt = Attempt {
        places: &places,
        distance,
        left: words.iter().map(|word| word.times).collect(),
        chosen: Vec::new(),
        steps: MIN_STEPS.saturating_add(STEPS_PER_PLACE.saturating_mul(places.len())),
    };
    let all: usize = attempt.left.iter().sum();
    let mut found: Vec<Near> = Vec::new();
    for (first, place) in places.iter().enumerate() {
        window.begin_at(first);
        let is_free = found
            .last()
            .is_none_or(|last| place.range.start >= last.range.end);
        if !is_free || !window.holds_all() {
            continue;
        }
        if let Some((end, others)) = attempt.match_from(first, all) {
            let chosen = attempt.chosen.iter();
            found.push(Near {
                chosen: chosen
                    .map(|&i| (places[i].word, places[i].number))
                    .collect(),
                range: place.range.start..end,
                others,
            });
        }
    }
    found
}

/// A place of a word.
struct Place {
    range: Range<u32>,
    /// The number of the word, and of the place among those of the word.
    word: usize,
    number: usize,
    /// Whether it may be better to leave it: something else might stand there, or the word is longer elsewhere.
    is_contested: bool,
}

/// All places in the order of the text.
fn places(words: &[NearWord]) -> Vec<Place> {
    let mut all: Vec<Place> = Vec::new();
    for (word, NearWord { places, .. }) in words.iter().enumerate() {
        let length = |place: &Range<u32>| place.end - place.start;
        let is_uneven = places.windows(2).any(|p| length(&p[0]) != length(&p[1]));
        all.extend(places.iter().enumerate().map(|(number, range)| Place {
            range: range.clone(),
            word,
            number,
            is_contested: is_uneven,
        }));
    }
    all.sort_unstable_by_key(|place| (place.range.start, place.range.end, place.word));
    let mut last = 0; // the place before that reaches farthest
    for i in 1..all.len() {
        if all[i].range.start < all[last].range.end {
            all[i].is_contested = true;
            all[last].is_contested = true;
        }
        if all[i].range.end > all[last].range.end {
            last = i;
        }
    }
    all
}

/// How often words stand where those of one place could be that begins at a given position.
struct Window<'a> {
    words: &'a [NearWord],
    places: &'a [Place],
    /// The most positions that one place takes.
    width: u64,
    counts: Vec<usize>,
    /// The places counted.
    counted: Range<usize>,
    /// Words that stand too rarely.
    lacking: usize,
}

impl<'a> Window<'a> {
    fn new(words: &'a [NearWord], places: &'a [Place], distance: u32) -> Self {
        let longest = |word: &NearWord| {
            let lengths = word.places.iter().map(|place| place.end - place.start);
            u64::from(lengths.max().unwrap_or(0)) * word.times as u64
        };
        Self {
            words,
            places,
            width: words.iter().map(longest).sum::<u64>() + u64::from(distance),
            counts: vec![0; words.len()],
            counted: 0..0,
            lacking: words.iter().filter(|word| word.times > 0).count(),
        }
    }

    /// Moves on to what begins at the place `first`.
    fn begin_at(&mut self, first: usize) {
        let end = u64::from(self.places[first].range.start) + self.width;
        let places = self.places;
        while let Some(place) = places
            .get(self.counted.end)
            .filter(|place| u64::from(place.range.start) < end)
        {
            self.counted.end += 1;
            self.counts[place.word] += 1;
            if self.counts[place.word] == self.words[place.word].times {
                self.lacking -= 1;
            }
        }
        while self.counted.start < first {
            let word = places[self.counted.start].word;
            if self.counts[word] == self.words[word].times {
                self.lacking += 1;
            }
            self.counts[word] -= 1;
            self.counted.start += 1;
        }
    }

    /// Whether all words stand there often enough, wherever.
    fn holds_all(&self) -> bool {
        self.lacking == 0
    }
}

/// Looks for places that go together.
struct Attempt<'a> {
    places: &'a [Place],
    distance: u32,
    /// How often each word is still to come.
    left: Vec<usize>,
    chosen: Vec<usize>,
    /// Places that may still be looked at.
    steps: usize,
}

impl Attempt<'_> {
    /// Chooses places for `all` words, the first of them the place `first`; gives the position after the last, and
    /// how many others are between them.
    fn match_from(&mut self, first: usize, all: usize) -> Option<(u32, u32)> {
        self.undo(0);
        self.choose(first);
        let end = self.places[first].range.end;
        match all {
            1 => Some((end, 0)),
            _ => self.go_on(first + 1, (end, 0), all - 1),
        }
    }

    fn choose(&mut self, place: usize) {
        self.left[self.places[place].word] -= 1;
        self.chosen.push(place);
    }

    /// Keeps the first `kept` choices.
    fn undo(&mut self, kept: usize) {
        for i in self.chosen.drain(kept..) {
            self.left[self.places[i].word] += 1;
        }
    }

    /// Chooses places from `at` on for the `missing` words that are left.
    fn go_on(
        &mut self,
        mut at: usize,
        (end, others): (u32, u32),
        missing: usize,
    ) -> Option<(u32, u32)> {
        let kept = self.chosen.len();
        loop {
            let place = self.places.get(at)?;
            self.steps = self.steps.checked_sub(1)?;
            at += 1;
            if place.range.start < end || self.left[place.word] == 0 {
                continue; // it overlaps, or is there already
            }
            let others = others.saturating_add(place.range.start - end);
            if others > self.distance {
                return None;
            }
            self.choose(at - 1);
            let reached = (place.range.end, others);
            if missing == 1 {
                return Some(reached);
            }
            let found = self.go_on(at, reached, missing - 1);
            // The earliest place of a word is the best one, unless it is in the way of another word.
            if found.is_some() || !place.is_contested {
                return found;
            }
            self.undo(kept);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn word(places: &[(u32, u32)], times: usize) -> NearWord {
        let places = places.iter().map(|&(start, end)| start..end).collect();
        NearWord { places, times }
    }

    fn ranges(words: &[NearWord], distance: u32) -> Vec<(u32, u32)> {
        let found = near(words, distance).into_iter();
        found
            .map(|near| (near.range.start, near.range.end))
            .collect()
    }

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
            // what stands for two words is left to the one that stands nowhere else
            (&[&[1], &[2, 3], &[2]], 0, &[(1, 4)]),
            (&[&[1], &[2, 3, 4], &[2, 3], &[2]], 0, &[(1, 5)]),
        ];
        for (words, distance, expected) in cases {
            let places = |at: &[u32]| at.iter().map(|&at| (at, at + 1)).collect::<Vec<_>>();
            let words: Vec<NearWord> = words.iter().map(|at| word(&places(at), 1)).collect();
            assert_eq!(ranges(&words, *distance), *expected, "{words:?} {distance}");
        }
    }

    #[test]
    fn a_word_asked_for_twice_stands_twice() {
        let run: Vec<(u32, u32)> = (0..7).map(|at| (at, at + 1)).collect();
        assert_eq!(ranges(&[word(&run, 3)], 0), [(0, 3), (3, 6)]);
        assert_eq!(ranges(&[word(&[(1, 2), (9, 10)], 2)], 6), []);
        assert_eq!(ranges(&[word(&[(1, 2), (9, 10)], 2)], 7), [(1, 10)]);
    }

    /// Whether some choice of places is near, found by trying all.
    fn by_trying(words: &[NearWord], distance: u32, chosen: &mut Vec<Range<u32>>) -> bool {
        let Some((word, rest)) = words.split_first() else {
            let mut sorted = chosen.clone();
            sorted.sort_by_key(|range| range.start);
            let mut gaps = sorted.windows(2).map(|p| p[1].start.checked_sub(p[0].end));
            return gaps
                .try_fold(0, |sum: u32, gap| Some(sum + gap?))
                .is_some_and(|others| others <= distance);
        };
        if word.times == 0 {
            return by_trying(rest, distance, chosen);
        }
        let mut words = words.to_vec();
        words[0].times -= 1;
        word.places.iter().any(|place| {
            chosen.push(place.clone());
            let found = by_trying(&words, distance, chosen);
            chosen.pop();
            found
        })
    }

    proptest! {
        #[test]
        fn what_is_near_is_what_trying_all_places_finds(
            words in proptest::collection::vec(
                (proptest::collection::btree_set((0..9_u32, 1..3_u32), 0..5), 1..3_usize), 1..4),
            distance in 0..4_u32,
        ) {
            let words: Vec<NearWord> = words
                .into_iter()
                .map(|(places, times)| NearWord {
                    places: places.into_iter().map(|(at, length)| at..at + length).collect(),
                    times,
                })
                .collect();
            let found = near(&words, distance);
            prop_assert_eq!(!found.is_empty(), by_trying(&words, distance, &mut Vec::new()));
            for one in &found {
                prop_assert!(one.others <= distance);
            }
        }
    }
}

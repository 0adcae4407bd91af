//! The words that dates are made of, looked up by their folded letters packed into a number.
//!
//! Every word of every article is looked up, so most are rejected by their last two letters before the
//! map is read; proclitics stand in front and leave those as they are.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use arabic_text::months::{months, weekdays};

use super::meaning::WORDS;
pub(super) use super::meaning::{Meaning, Unit};

/// Folded letters as a number, a byte each; Latin letters and Arabic ones do not meet in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Key {
    letters: u128,
    length: u32,
}

/// What a folded letter is in a [`Key`].
#[allow(clippy::cast_possible_truncation)] // the low byte is meant
pub(super) const fn byte(c: char) -> u8 {
    c as u32 as u8
}

/// The most letters a [`Key`] holds.
const LONGEST: u32 = 16;

impl Key {
    #[inline]
    pub(super) fn push(&mut self, c: char) {
        self.push_byte(byte(c));
    }

    #[inline]
    pub(super) fn push_byte(&mut self, letter: u8) {
        self.letters = self.letters << 8 | u128::from(letter);
        self.length += 1;
    }

    pub(super) fn of(word: &str) -> Self {
        let mut key = Self::default();
        word.chars().for_each(|c| key.push(c));
        key
    }

    pub(super) fn is_empty(self) -> bool {
        self.length == 0
    }

    /// `self`, a space and `next`.
    pub(super) fn followed_by(self, next: Self) -> Self {
        let mut joined = self;
        joined.push(' ');
        Self {
            letters: joined.letters << (8 * next.length.min(15)) | next.letters,
            length: joined.length + next.length,
        }
    }

    /// The byte of the first letter.
    fn first(self) -> u128 {
        self.letters >> (8 * (self.length - 1))
    }

    fn rest(self) -> Self {
        let length = self.length - 1;
        Self {
            letters: self.letters & ((1 << (8 * length)) - 1),
            length,
        }
    }

    /// The last two letters.
    fn ending(self) -> usize {
        usize::try_from(self.letters & 0xFFFF).unwrap_or(0)
    }
}

pub(super) struct Vocabulary {
    meanings: FxHashMap<Key, Meaning>,
    /// A bit for every two letters that a known word ends in.
    endings: Vec<u64>,
}

/// All words of dates.
pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

const WAW: u128 = byte('و') as u128;
const FEH: u128 = byte('ف') as u128;
const BEH: u128 = byte('ب') as u128;
const LAM: u128 = byte('ل') as u128;

/// A preposition is taken off only where this many letters are left: `لامس` is "touched".
const FEWEST_AFTER_PREPOSITION: u32 = 4;

impl Vocabulary {
    fn new() -> Self {
        let words = WORDS
            .iter()
            .flat_map(|&(meaning, words)| words.split(',').map(move |word| (word, meaning)));
        let months = months().map(|(name, month)| (name, Meaning::Month(month)));
        let weekdays = weekdays().map(|(name, day)| (name, Meaning::Weekday(day)));
        let mut vocabulary = Self {
            meanings: FxHashMap::default(),
            endings: vec![0; 1024],
        };
        for (words, meaning) in months.chain(weekdays).chain(words) {
            vocabulary.add(words, meaning);
            for (space, _) in words.match_indices(' ') {
                let head = Key::of(&words[..space]);
                vocabulary.meanings.entry(head).or_insert(Meaning::Head);
                vocabulary.mark_ending(head);
            }
        }
        vocabulary
    }

    fn add(&mut self, word: &str, meaning: Meaning) {
        let key = Key::of(word);
        self.mark_ending(key);
        // A word may be the head of a name as well.
        let known = self.meanings.entry(key).or_insert(meaning);
        if *known == Meaning::Head {
            *known = meaning;
        }
    }

    fn mark_ending(&mut self, key: Key) {
        self.endings[key.ending() / 64] |= 1 << (key.ending() % 64);
    }

    /// Whether any word ends as `key` does.
    #[inline]
    pub(super) fn may_know(&self, key: Key) -> bool {
        self.endings[key.ending() / 64] >> (key.ending() % 64) & 1 == 1 || key.length == 1
    }

    /// The meaning of the word or words as they stand.
    pub(super) fn exact(&self, key: Key) -> Option<Meaning> {
        (key.length <= LONGEST)
            .then(|| self.meanings.get(&key).copied())
            .flatten()
    }

    /// The meaning of a word after its proclitics, the word without them, and whether `و` was one.
    pub(super) fn word(&self, key: Key) -> Option<(Meaning, Key, bool)> {
        if key.length > LONGEST {
            return None;
        }
        if let Some(meaning) = self.exact(key) {
            return Some((meaning, key, false));
        }
        let (rest, and) = match key.first() {
            WAW | FEH if key.length > 2 => (key.rest(), key.first() == WAW),
            _ => (key, false),
        };
        let without_preposition = || {
            let after = rest.rest();
            match rest.first() {
                LAM if after.first() == LAM => Some(Key {
                    letters: Key::of("ال").letters << (8 * (after.length - 1))
                        | after.rest().letters,
                    length: after.length + 1,
                }),
                BEH | LAM => Some(after),
                _ => None,
            }
        };
        let found = |key: Key| Some((self.exact(key)?, key, and));
        found(rest).or_else(|| {
            (rest.length > FEWEST_AFTER_PREPOSITION)
                .then(without_preposition)
                .flatten()
                .and_then(found)
        })
    }
}

//! Words without end, as often as words of news stand.
//!
//! A word of rank `r` stands in proportion to `1 / (r (1 + (r / BEND)^TAIL))`: Zipf's law with a second, steeper part
//! (Ferrer i Cancho & Solé, 2001), so that distinct words grow by Heaps' law, with the power `1 / (1 + TAIL)` of all words.
//! Both numbers were fitted to 31,030 articles of Saudi newspapers, where 9.06 million words are 274,000 distinct ones, a
//! hundredth as frequent at rank 10,000 as at rank 100, and grow with the power .47.

use crate::random::Random;

/// The rank from which words become rare faster.
const BEND: f64 = 55_000.0;

/// How much faster.
const TAIL: f64 = 1.15;

const ROOT_LETTERS: [char; 24] = [
    'ب', 'ت', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ع', 'غ', 'ف', 'ق', 'ك',
    'ل', 'م', 'ن', 'ه', 'ي',
];

/// Digits stand for the letters of a root.
const PATTERNS: [&str; 12] = [
    "123",
    "1ا23",
    "12ا3",
    "م123",
    "م12و3",
    "ت12ي3",
    "1و23",
    "است12ا3",
    "12ي3",
    "م1ا23ة",
    "123ان",
    "ا12ا3",
];

const PROCLITICS: [&str; 8] = ["", "ال", "و", "ب", "وال", "ل", "بال", "ف"];

/// What is written behind, or a fourth letter.
const ENDINGS: [&str; 12] = [
    "", "ها", "هم", "ات", "ين", "ون", "ي", "نا", "ا", "وش", "كر", "مد",
];

/// How many words can be built.
const BUILT: usize = 24 * 24 * 24 * PATTERNS.len() * PROCLITICS.len() * ENDINGS.len();

/// Has no divisor in common with `BUILT`, so that neighbouring ranks are words of different roots.
const STEP: usize = 7_368_787;

/// Words by rank.
pub struct Vocabulary {
    /// The most frequent ones, in order.
    frequent: Vec<String>,
}

impl Vocabulary {
    /// One whose most frequent words are these.
    pub fn new(frequent: Vec<String>) -> Self {
        Self { frequent }
    }

    /// A word, the likelier the lower its rank.
    pub fn draw(&self, random: &mut Random) -> String {
        let rank = rank(random);
        match self.frequent.get(rank) {
            Some(word) => word.clone(),
            None => built(rank - self.frequent.len()),
        }
    }
}

/// A rank from 0: one is proposed by the law of the head or of the tail, and taken as often as both together have it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // far below 2^53
fn rank(random: &mut Random) -> usize {
    let head = BEND.ln();
    let tail = 1.0 / TAIL;
    loop {
        let is_head = random.fraction() * (head + tail) < head;
        let drawn = random.fraction();
        let rank = if is_head {
            BEND.powf(drawn)
        } else {
            BEND * (1.0 - drawn).powf(-tail)
        };
        let bent = (rank / BEND).powf(TAIL);
        let share = if is_head { 1.0 } else { bent };
        if random.fraction() * (1.0 + bent) < share {
            return rank as usize - 1;
        }
    }
}

/// The word of a number; as many different ones as there can be.
fn built(number: usize) -> String {
    let mut rest = number % BUILT * STEP % BUILT;
    let mut digit = |base: usize| {
        let digit = rest % base;
        rest /= base;
        digit
    };
    let root = [0; 3].map(|_| ROOT_LETTERS[digit(ROOT_LETTERS.len())]);
    let letters = PATTERNS[digit(PATTERNS.len())].chars();
    let letters = letters.map(|letter| match letter {
        '1' => root[0],
        '2' => root[1],
        '3' => root[2],
        letter => letter,
    });
    let before = PROCLITICS[digit(PROCLITICS.len())].chars();
    let behind = ENDINGS[digit(ENDINGS.len())].chars();
    before.chain(letters).chain(behind).collect()
}

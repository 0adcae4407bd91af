//! Known words: how likely a written word is one, by the lexicon.

use arabic_lexicon::Lexicon;
use arabic_text::{fold, words::written_words};

/// What a word costs that the lexicon does not know: 18 more is ten times less likely.
const UNKNOWN: u32 = 160;

/// And each of its letters.
const UNKNOWN_LETTER: u32 = 14;

/// The cost of `word`, as it is written without marks, if the lexicon knows it. A negation that is glued to its verb
/// makes two words.
pub(super) fn cost(word: &str) -> Option<u32> {
    let readings = Lexicon::built_in().analyze_all(word);
    let is_two = |proclitics: &str| proclitics.ends_with("لا") || proclitics.ends_with("ما");
    let ones = readings
        .iter()
        .filter(|reading| !is_two(&word[..reading.proclitics]));
    ones.map(|reading| u32::from(reading.cost)).min()
}

/// The cost of `word`, known or not.
pub(super) fn any_cost(word: &str) -> u32 {
    cost(word).unwrap_or_else(|| unknown(word.chars().count()))
}

/// The cost of a word of so many letters that is not known.
pub(super) fn unknown(letters: usize) -> u32 {
    UNKNOWN + UNKNOWN_LETTER * u32::try_from(letters).unwrap_or(100)
}

/// `word` as it is written, without marks and presentation forms.
pub(super) fn written(word: &str) -> String {
    fold::written(word)
}

/// Whether `word` is one of Arabic letters.
pub(super) fn is_arabic(word: &str) -> bool {
    word.starts_with(|c: char| matches!(c, '\u{621}'..='\u{64A}'))
}

/// How many words of a text are known, of those long enough to tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share {
    /// Words of four letters and more.
    pub words: usize,
    /// Those that are known.
    pub known: usize,
    /// What all words cost, the short ones too.
    pub cost: u32,
}

impl Share {
    /// Of the words of `text`.
    pub fn in_text(text: &str) -> Self {
        let mut share = Self::default();
        for word in written_words(text) {
            let letters = word.form.chars().count();
            if !is_arabic(&word.form) || letters < 2 {
                continue;
            }
            let cost = cost(&word.form);
            share.cost += cost.unwrap_or_else(|| unknown(letters));
            if letters >= 4 {
                share.words += 1;
                share.known += usize::from(cost.is_some());
            }
        }
        share
    }

    /// Whether at least `percent` of the words are known.
    pub fn is_at_least(&self, percent: usize) -> bool {
        self.known * 100 >= self.words * percent
    }
}

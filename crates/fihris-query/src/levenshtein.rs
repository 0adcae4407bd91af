//! Words that become another by a few changes of a letter (Damerau-Levenshtein, by the automata of Schulz & Mihov, 2002).

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};

use fihris_index::LetterAutomaton;

/// The words that differ from one by so many letters at most; two that changed places count as one.
pub(crate) struct NearWords(DFA);

impl NearWords {
    /// Those that differ from `word` by at most so many `changes`.
    pub fn new(word: &str, changes: u8) -> Self {
        Self(LevenshteinAutomatonBuilder::new(changes, true).build_dfa(word))
    }

    /// By how many letters `word` differs, if it is one of them.
    pub fn distance(&self, word: &str) -> Option<u8> {
        exact(self.0.eval(word))
    }
}

fn exact(distance: Distance) -> Option<u8> {
    match distance {
        Distance::Exact(distance) => Some(distance),
        Distance::AtLeast(_) => None,
    }
}

impl LetterAutomaton for NearWords {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn step(&self, state: u32, letter: char) -> Option<u32> {
        let mut bytes = [0; 4];
        let bytes = letter.encode_utf8(&mut bytes).bytes();
        let next = bytes.fold(state, |state, byte| self.0.transition(state, byte));
        (next != SINK_STATE).then_some(next)
    }

    fn accepts(&self, state: u32) -> bool {
        exact(self.0.distance(state)).is_some()
    }
}

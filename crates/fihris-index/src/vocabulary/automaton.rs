//! Automata over words: which words of a list need not be looked at, told by how they begin.
//!
//! A list of a million words is a tree of their letters. An automaton walks it (Schulz & Mihov, "Fast string correction
//! with Levenshtein automata", 2002), and where no word that begins so can be accepted, it does not go on.

use tantivy_fst::Automaton;

/// So many letters before the word that is meant may be passed over: a conjunction, a preposition, and two articles, as
/// that of a name may be one more.
const MOST_PASSED: usize = 6;

/// The letters, folded, of which proclitics are made.
const PROCLITIC_LETTERS: [char; 9] = ['و', 'ف', 'ب', 'ك', 'ل', 'ا', 'س', 'م', 'ي'];

/// What reads words letter by letter. It may accept more words than are wanted, and never fewer.
pub trait LetterAutomaton {
    /// What it knows of the letters that it read.
    type State: Copy;

    /// Its state before the first letter.
    fn start(&self) -> Self::State;

    /// Its state after one letter more; `None` if no word is accepted that begins so.
    fn step(&self, state: Self::State, letter: char) -> Option<Self::State>;

    /// Whether the letters that it read are a word that is accepted.
    fn accepts(&self, state: Self::State) -> bool;
}

/// An automaton that reads the keys of a list, and accepts a word behind proclitics too.
pub(super) struct BehindProclitics<'a, A>(pub &'a A);

/// Its state.
#[derive(Clone)]
pub(super) struct Keys<S> {
    /// The state of the automaton, for each letter behind which it may have started.
    states: [Option<S>; MOST_PASSED + 1],
    /// How many letters were read, if all of them may be proclitics.
    passed: Option<usize>,
    /// Bytes of a letter that is not read to its end.
    bytes: [u8; 4],
    length: usize,
}

impl<A: LetterAutomaton> Automaton for BehindProclitics<'_, A> {
    type State = Keys<A::State>;

    fn start(&self) -> Self::State {
        let mut states = [None; MOST_PASSED + 1];
        states[0] = Some(self.0.start());
        Keys {
            states,
            passed: Some(0),
            bytes: [0; 4],
            length: 0,
        }
    }

    fn is_match(&self, keys: &Self::State) -> bool {
        let mut states = keys.states.iter().flatten();
        keys.length == 0 && states.any(|state| self.0.accepts(*state))
    }

    fn can_match(&self, keys: &Self::State) -> bool {
        keys.states.iter().any(Option::is_some)
    }

    fn accept(&self, keys: &Self::State, byte: u8) -> Self::State {
        let mut keys = keys.clone();
        let Some(place) = keys.bytes.get_mut(keys.length) else {
            return keys; // no key is other than UTF-8
        };
        *place = byte;
        keys.length += 1;
        let letter = str::from_utf8(&keys.bytes[..keys.length]);
        if let Some(letter) = letter.ok().and_then(|letter| letter.chars().next()) {
            self.read(&mut keys, letter);
            keys.length = 0;
        }
        keys
    }
}

impl<A: LetterAutomaton> BehindProclitics<'_, A> {
    fn read(&self, keys: &mut Keys<A::State>, letter: char) {
        for state in &mut keys.states {
            *state = state.and_then(|state| self.0.step(state, letter));
        }
        keys.passed = keys
            .passed
            .filter(|passed| *passed < MOST_PASSED && PROCLITIC_LETTERS.contains(&letter));
        if let Some(passed) = &mut keys.passed {
            *passed += 1;
            keys.states[*passed] = Some(self.0.start());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Accepts one word; its state is how much of it was read.
    struct Only(&'static str);

    impl LetterAutomaton for Only {
        type State = usize;

        fn start(&self) -> usize {
            0
        }

        fn step(&self, read: usize, letter: char) -> Option<usize> {
            let rest = &self.0[read..];
            rest.starts_with(letter).then(|| read + letter.len_utf8())
        }

        fn accepts(&self, read: usize) -> bool {
            read == self.0.len()
        }
    }

    #[test]
    fn a_word_is_accepted_behind_proclitics_and_nothing_else() {
        let automaton = BehindProclitics(&Only("كلب"));
        for (word, is_accepted) in [
            ("كلب", true),
            ("وبالكلب", true),
            ("والكلب", true),
            ("ككلب", true),
            ("كلبا", false),
            ("تكلب", false),
            ("وتكلب", false),
            ("بببببببكلب", false),
            ("كل", false),
            ("", false),
        ] {
            let start = automaton.start();
            let bytes = word.bytes();
            let end = bytes.fold(start, |state, byte| automaton.accept(&state, byte));
            assert_eq!(automaton.is_match(&end), is_accepted, "{word}");
            assert!(!is_accepted || automaton.can_match(&end));
        }
        let dead = "تك".bytes().fold(automaton.start(), |state, byte| {
            automaton.accept(&state, byte)
        });
        assert!(!automaton.can_match(&dead));
    }
}

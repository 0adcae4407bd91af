//! Patterns of words, in which `*` stands for any letters or none, and `?` for one.

use std::str::Chars;

use fihris_index::LetterAutomaton;

/// The longest pattern, in signs, that is an automaton: its states are the bits of a number.
const LONGEST: usize = 63;

/// A pattern.
pub(super) struct Wildcard(Vec<char>);

impl Wildcard {
    pub fn new(pattern: &str) -> Self {
        Self(pattern.chars().collect())
    }

    /// Whether a word fits.
    pub fn fits(&self, word: &str) -> bool {
        // Where a letter does not fit, the last star takes one letter more.
        let (mut rest, mut at) = (word.chars(), 0);
        let mut last_star: Option<(Chars, usize)> = None;
        loop {
            match self.0.get(at) {
                Some('*') => {
                    at += 1;
                    last_star = Some((rest.clone(), at));
                    continue;
                }
                Some(&wanted) => {
                    let mut next = rest.clone();
                    if next.next().is_some_and(|c| c == wanted || wanted == '?') {
                        (rest, at) = (next, at + 1);
                        continue;
                    }
                }
                None if rest.as_str().is_empty() => return true,
                None => {}
            }
            let Some((mut longer, behind)) = last_star.take() else {
                return false;
            };
            if longer.next().is_none() {
                return false;
            }
            (rest, at) = (longer.clone(), behind);
            last_star = Some((longer, behind));
        }
    }

    /// These places in it, and those behind stars that stand for nothing.
    fn with_stars(&self, mut places: u64) -> u64 {
        for (at, sign) in self.0.iter().enumerate().take(LONGEST) {
            if *sign == '*' && places >> at & 1 == 1 {
                places |= 1 << (at + 1);
            }
        }
        places
    }
}

/// A state is the set of places that the letters so far may have led to, as bits. Of a pattern that is too long, all words
/// are accepted whose beginning fits.
impl LetterAutomaton for Wildcard {
    type State = u64;

    fn start(&self) -> u64 {
        self.with_stars(1)
    }

    fn step(&self, places: u64, letter: char) -> Option<u64> {
        let mut next = places & 1 << LONGEST;
        for (at, sign) in self.0.iter().enumerate().take(LONGEST) {
            if places >> at & 1 == 0 {
                continue;
            }
            if *sign == '*' {
                next |= 1 << at;
            } else if *sign == '?' || *sign == letter {
                next |= 1 << (at + 1);
            }
        }
        (next != 0).then(|| self.with_stars(next))
    }

    fn accepts(&self, places: u64) -> bool {
        places >> self.0.len().min(LONGEST) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn patterns() {
        for (pattern, fit, no_fit) in [
            ("*كرمل*", &["كرمل", "الكرملين"][..], &["كرم", "كرزمل"][..]),
            ("و?ير", &["وزير"], &["وير", "وزيير", "والير"]),
            ("*ير", &["ير", "وزير", "يرير"], &["وزيره"]),
            ("ا*م*ي", &["امي", "الارمني", "اممي"], &["ارمنيه", "الي"]),
            ("?*ب", &["كب", "كتاب"], &["ب"]),
        ] {
            let pattern = Wildcard::new(pattern);
            for word in fit {
                assert!(pattern.fits(word), "{word} {:?}", pattern.0);
            }
            for word in no_fit {
                assert!(!pattern.fits(word), "{word} {:?}", pattern.0);
            }
        }
    }

    fn is_accepted(pattern: &Wildcard, word: &str) -> bool {
        let mut letters = word.chars();
        let end = letters.try_fold(pattern.start(), |state, letter| pattern.step(state, letter));
        end.is_some_and(|state| pattern.accepts(state))
    }

    proptest! {
        #[test]
        fn the_automaton_accepts_what_fits(
            pattern in "[ابج?*]{0,8}",
            words in prop::collection::vec("[ابج]{0,9}", 20),
        ) {
            let pattern = Wildcard::new(&pattern);
            for word in words {
                prop_assert_eq!(is_accepted(&pattern, &word), pattern.fits(&word), "{}", word);
            }
        }
    }

    #[test]
    fn of_a_long_pattern_the_beginning_tells() {
        let long = Wildcard::new(&"اب".repeat(40));
        assert!(is_accepted(&long, &"اب".repeat(40)));
        assert!(!is_accepted(&long, "ابج"));
    }
}

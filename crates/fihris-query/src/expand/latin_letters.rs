//! The words that hold only letters that a name in Latin ones can stand for.

use arabic_text::romanization::Romanized;
use fihris_index::LetterAutomaton;

/// Those that one of some names may be.
pub(super) struct LatinLetters<'a>(pub Vec<&'a Romanized>);

/// Its state is how many letters were read.
impl LetterAutomaton for LatinLetters<'_> {
    type State = usize;

    fn start(&self) -> usize {
        0
    }

    fn step(&self, read: usize, letter: char) -> Option<usize> {
        let mut names = self.0.iter();
        let may_be = names.any(|name| read < name.most_letters() && name.can_be(letter));
        may_be.then_some(read + 1)
    }

    fn accepts(&self, _: usize) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_cost_is_accepted() {
        for (latin, arabic, is_accepted) in [
            ("Benghazi", "بنغازي", true),
            ("Putin", "بوتين", true),
            ("alQahira", "القاهره", true),
            ("Putin", "بغداد", false),
            ("Ali", "عليهماالسلام", false),
        ] {
            let name = Romanized::new(latin).unwrap();
            let letters = LatinLetters(vec![&name]);
            let mut word = arabic.chars();
            let read = word.try_fold(letters.start(), |read, letter| letters.step(read, letter));
            assert_eq!(read.is_some(), is_accepted, "{latin} {arabic}");
            assert!(is_accepted || name.cost(arabic).is_none());
        }
    }
}

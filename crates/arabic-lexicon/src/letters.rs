//! Letters: the spellings that careless writing mixes up, folded to one.
//!
//! Each letter becomes exactly one other, so a folded word has its letters where the written one has them.

/// The letter that `c` is folded to: hamza seats to their bare letter, `ى` to `ي`, `ة` to `ه`.
#[must_use]
pub const fn fold_char(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        c => c,
    }
}

/// Folds every letter of `word`.
///
/// ```
/// use arabic_lexicon::letters::fold;
/// assert_eq!(fold("الإعلام"), "الاعلام");
/// assert_eq!(fold("مستشفى"), fold("مستشفي"));
/// ```
#[must_use]
pub fn fold(word: &str) -> String {
    word.chars().map(fold_char).collect()
}

/// A final yeh of which nobody knows whether it is `ي` or `ى`: it is read as both.
pub(crate) const EITHER_YEH: char = 'ی';

/// The longest word that is read, in letters; longer tokens are words glued together.
pub(crate) const LONGEST_WORD: usize = 32;

/// A letter folded to a number below 64, and which of its spellings it is.
const fn code(c: char) -> Option<(u8, u8)> {
    let spelling = match c {
        'أ' | 'ى' | 'ؤ' | 'ة' | 'پ' | 'چ' | 'ڤ' | 'گ' => 1,
        'إ' | 'ئ' => 2,
        'آ' => 3,
        _ => 0,
    };
    let folded = match c {
        'پ' => 'ب',
        'چ' => 'ج',
        'ڤ' => 'ف',
        'گ' => 'ك',
        c => fold_char(c),
    };
    match folded {
        'ء'..='ي' if folded != 'ـ' => {
            let [low, ..] = (folded as u32).to_le_bytes(); // 21 to 4A
            Some((low - 0x20, spelling))
        }
        _ => None,
    }
}

/// A word as folded letters with their spellings beside them: two bits a letter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters {
    codes: [u8; LONGEST_WORD],
    length: u8,
    spellings: u64,
}

impl Letters {
    /// Of a word of Arabic letters that is not too long; `None` for any other.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut letters = Self {
            codes: [0; LONGEST_WORD],
            length: 0,
            spellings: 0,
        };
        for c in word.chars() {
            let (folded, spelling) = code(c)?;
            let at = letters.length;
            *letters.codes.get_mut(usize::from(at))? = folded;
            letters.spellings |= u64::from(spelling) << (2 * at);
            letters.length += 1;
        }
        Some(letters)
    }

    /// The folded letters.
    pub fn codes(&self) -> &[u8] {
        &self.codes[..usize::from(self.length)]
    }

    /// The spellings of the letters from `start` to `end`, the first in the lowest bits.
    pub fn spellings(&self, start: usize, end: usize) -> u64 {
        let behind = self.spellings >> (2 * start).min(63);
        if end - start >= LONGEST_WORD {
            return behind;
        }
        behind & ((1 << (2 * (end - start))) - 1)
    }

    /// The folded letter as a number.
    pub const fn code_of(letter: char) -> u8 {
        match code(letter) {
            Some((code, _)) => code,
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_spellings() {
        let right = Letters::from_word("الإعلام").unwrap();
        let typed = Letters::from_word("الاعلام").unwrap();
        assert_eq!(right.codes(), typed.codes());
        assert_eq!((right.spellings(0, 7), right.spellings(2, 3)), (2 << 4, 2));
        assert_eq!((typed.spellings(0, 7), right.spellings(0, 2)), (0, 0));
        assert!(Letters::from_word("b2").is_none());
        assert!(Letters::from_word(&"ا".repeat(32)).is_some());
        assert!(Letters::from_word(&"ا".repeat(33)).is_none());
    }
}

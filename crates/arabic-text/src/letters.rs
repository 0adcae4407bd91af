//! The letter table: what each character of Arabic news text becomes for matching.
//!
//! One readable table, with Unicode names, from which a lookup array is built at compile time.
//!
//! Letters of Persian, Urdu, Kurdish and the Maghreb become the letter that Arab papers print
//! instead: `پاکستان` is printed `باكستان`, `نژاد` `نجاد`, `أݣادير` `أكادير`.
//!
//! Bare hamza `ء` stays. Measured on the 250,254 distinct forms of 31,030 news articles: dropping it
//! would merge 0.74 % of them, and what it merges are words of their own: `علماء` (scholars) with
//! `علما`, `عملاء` (agents) with `عملا`, `إنهاء` (ending) with `إنها`, `ماء` (water) with `ما`. Folding
//! its seats `ؤ` and `ئ` to the seat merges 0.50 %, nearly all one word in two spellings.

/// What folding does with one character; see [`folding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Folding {
    /// Stays as it is.
    Keep,
    /// Becomes this letter or digit.
    To(char),
    /// A mark on the letter before it (vowel, shadda, tatweel): dropped, shown with that letter.
    Mark,
    /// Invisible (joiner, direction mark, soft hyphen): dropped, never splits a word.
    Invisible,
    /// Outside this table: needs Unicode normalisation.
    Other,
}

use Folding::{Invisible, Keep, Mark, Other, To};

/// Letters that folding makes one with another and writing keeps apart, each with what is written for it:
/// hamza seats, final `ى` and `ة`. The rest are the shapes that other languages and the Quran give them.
const WRITTEN: &[(char, char)] = &[
    ('آ', 'آ'),
    ('أ', 'أ'),
    ('إ', 'إ'),
    ('ٲ', 'أ'),
    ('ٳ', 'إ'),
    ('ؤ', 'ؤ'),
    ('ئ', 'ئ'),
    ('ۓ', 'ئ'),
    ('ى', 'ى'),
    ('ة', 'ة'),
    ('ۃ', 'ة'),
    (EITHER_YEH, EITHER_YEH),
];

/// The final letter that may be `ى` or `ي`: the yeh of Persian keyboards, which has no dots at the end of a word.
pub const EITHER_YEH: char = 'ی';

/// How much [`fold`](crate::fold()) and [`write`](crate::fold::written) leave of what tells letters apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Hamza seats, `ى` and `ة` are one with the plain letter.
    Folded,
    /// They stay.
    Written,
}

/// Letters and digits that fold to another, with their Unicode names (less "ARABIC LETTER").
const REPLACED: &[(char, char, &str)] = &[
    ('آ', 'ا', "ALEF WITH MADDA ABOVE"),
    ('أ', 'ا', "ALEF WITH HAMZA ABOVE"),
    ('إ', 'ا', "ALEF WITH HAMZA BELOW"),
    ('ٱ', 'ا', "ALEF WASLA"),
    ('ٲ', 'ا', "ALEF WITH WAVY HAMZA ABOVE"),
    ('ٳ', 'ا', "ALEF WITH WAVY HAMZA BELOW"),
    ('ؤ', 'و', "WAW WITH HAMZA ABOVE"),
    ('ۆ', 'و', "OE"),
    ('ۇ', 'و', "U"),
    ('ۈ', 'و', "YU"),
    ('ۋ', 'و', "VE"),
    ('ۅ', 'و', "KIRGHIZ OE"),
    ('ئ', 'ي', "YEH WITH HAMZA ABOVE"),
    ('ى', 'ي', "ALEF MAKSURA"),
    ('ی', 'ي', "FARSI YEH"),
    ('ې', 'ي', "E"),
    ('ۑ', 'ي', "YEH WITH THREE DOTS BELOW"),
    ('ێ', 'ي', "YEH WITH SMALL V"),
    ('ۍ', 'ي', "YEH WITH TAIL"),
    ('ے', 'ي', "YEH BARREE"),
    ('ۓ', 'ي', "YEH BARREE WITH HAMZA ABOVE"),
    ('ة', 'ه', "TEH MARBUTA"),
    ('ۃ', 'ه', "TEH MARBUTA GOAL"),
    ('ہ', 'ه', "HEH GOAL"),
    ('ۂ', 'ه', "HEH GOAL WITH HAMZA ABOVE"),
    ('ھ', 'ه', "HEH DOACHASHMEE"),
    ('ۀ', 'ه', "HEH WITH YEH ABOVE"),
    ('ە', 'ه', "AE"),
    ('ۿ', 'ه', "HEH WITH INVERTED V"),
    ('ک', 'ك', "KEHEH"),
    ('ڪ', 'ك', "SWASH KAF"),
    ('گ', 'ك', "GAF"),
    ('ڭ', 'ك', "NG"),
    ('ڬ', 'ك', "KAF WITH DOT ABOVE"),
    ('ڠ', 'غ', "AIN WITH THREE DOTS ABOVE"),
    ('ڨ', 'ق', "QAF WITH THREE DOTS ABOVE"),
    ('ڧ', 'ق', "QAF WITH DOT ABOVE"),
    ('ڤ', 'ف', "VEH"),
    ('ڥ', 'ف', "FEH WITH THREE DOTS BELOW"),
    ('ڢ', 'ف', "FEH WITH DOT MOVED BELOW"),
    ('پ', 'ب', "PEH"),
    ('چ', 'ج', "TCHEH"),
    ('ژ', 'ج', "JEH"),
    ('ٹ', 'ت', "TTEH"),
    ('ڈ', 'د', "DDAL"),
    ('ڑ', 'ر', "RREH"),
    ('ڕ', 'ر', "REH WITH SMALL V BELOW"),
    ('ڵ', 'ل', "LAM WITH SMALL V"),
    ('ں', 'ن', "NOON GHUNNA"),
    ('٠', '0', "ARABIC-INDIC DIGIT ZERO"),
    ('١', '1', "ARABIC-INDIC DIGIT ONE"),
    ('٢', '2', "ARABIC-INDIC DIGIT TWO"),
    ('٣', '3', "ARABIC-INDIC DIGIT THREE"),
    ('٤', '4', "ARABIC-INDIC DIGIT FOUR"),
    ('٥', '5', "ARABIC-INDIC DIGIT FIVE"),
    ('٦', '6', "ARABIC-INDIC DIGIT SIX"),
    ('٧', '7', "ARABIC-INDIC DIGIT SEVEN"),
    ('٨', '8', "ARABIC-INDIC DIGIT EIGHT"),
    ('٩', '9', "ARABIC-INDIC DIGIT NINE"),
    ('۰', '0', "EXTENDED ARABIC-INDIC DIGIT ZERO"),
    ('۱', '1', "EXTENDED ARABIC-INDIC DIGIT ONE"),
    ('۲', '2', "EXTENDED ARABIC-INDIC DIGIT TWO"),
    ('۳', '3', "EXTENDED ARABIC-INDIC DIGIT THREE"),
    ('۴', '4', "EXTENDED ARABIC-INDIC DIGIT FOUR"),
    ('۵', '5', "EXTENDED ARABIC-INDIC DIGIT FIVE"),
    ('۶', '6', "EXTENDED ARABIC-INDIC DIGIT SIX"),
    ('۷', '7', "EXTENDED ARABIC-INDIC DIGIT SEVEN"),
    ('۸', '8', "EXTENDED ARABIC-INDIC DIGIT EIGHT"),
    ('۹', '9', "EXTENDED ARABIC-INDIC DIGIT NINE"),
];

/// Marks on letters, as inclusive ranges: vowels, shadda, superscript alef, Quranic signs, tatweel.
const MARKS: &[(char, char)] = &[
    ('\u{0610}', '\u{061A}'),
    ('\u{0640}', '\u{0640}'), // TATWEEL
    ('\u{064B}', '\u{065F}'),
    ('\u{0670}', '\u{0670}'), // SUPERSCRIPT ALEF
    ('\u{0674}', '\u{0674}'), // HIGH HAMZA
    ('\u{06D6}', '\u{06DC}'),
    ('\u{06DF}', '\u{06E8}'),
    ('\u{06EA}', '\u{06ED}'),
];

/// Letters whose compatibility decomposition (alef, waw or yeh with a high hamza) is needed.
const COMPOSED: (char, char) = ('\u{0675}', '\u{0678}');

const FIRST: u32 = 0x0600;
const TABLE: [Folding; 256] = table();

const fn table() -> [Folding; 256] {
    let mut table = [Keep; 256];
    let mut i = 0;
    while i < REPLACED.len() {
        table[(REPLACED[i].0 as u32 - FIRST) as usize] = To(REPLACED[i].1);
        i += 1;
    }
    i = 0;
    while i < MARKS.len() {
        let mut code = MARKS[i].0 as u32;
        while code <= MARKS[i].1 as u32 {
            table[(code - FIRST) as usize] = Mark;
            code += 1;
        }
        i += 1;
    }
    let mut code = COMPOSED.0 as u32;
    while code <= COMPOSED.1 as u32 {
        table[(code - FIRST) as usize] = Other;
        code += 1;
    }
    // ARABIC LETTER MARK is invisible; END OF AYAH and its kin stay and end a word.
    table[(0x061C - FIRST) as usize] = Invisible;
    table
}

/// The table of [`Level::Written`].
const WRITTEN_TABLE: [Folding; 256] = written_table();

const fn written_table() -> [Folding; 256] {
    let mut table = TABLE;
    let mut i = 0;
    while i < WRITTEN.len() {
        let (letter, written) = WRITTEN[i];
        let is_kept = letter as u32 == written as u32;
        table[(letter as u32 - FIRST) as usize] = if is_kept { Keep } else { To(written) };
        i += 1;
    }
    table
}

/// What the characters of the Arabic block become where that is one Arabic letter whatever follows; else NUL.
type Letters = [char; 256];

static FOLDED_LETTERS: Letters = letters(&TABLE);
static WRITTEN_LETTERS: Letters = letters(&WRITTEN_TABLE);

const fn letters(table: &[Folding; 256]) -> Letters {
    let mut letters = ['\0'; 256];
    let (mut i, mut code) = (0, FIRST);
    while i < letters.len() {
        let letter = match table[i] {
            To(letter) => letter,
            Keep => match char::from_u32(code) {
                Some(letter) => letter,
                None => '\0',
            },
            _ => '\0',
        };
        if matches!(letter, 'ء'..='ي') {
            letters[i] = letter;
        }
        (i, code) = (i + 1, code + 1);
    }
    letters
}

impl Level {
    /// What becomes of `c`.
    #[inline]
    pub(crate) fn folding(self, c: char) -> Folding {
        match self {
            Self::Written if matches!(c, '\u{0600}'..='\u{06FF}') => {
                WRITTEN_TABLE[(c as u32 - FIRST) as usize]
            }
            _ => folding(c),
        }
    }

    /// The letters of this level, for [`letter_at`].
    #[inline]
    pub(crate) fn letters(self) -> &'static Letters {
        match self {
            Self::Folded => &FOLDED_LETTERS,
            Self::Written => &WRITTEN_LETTERS,
        }
    }
}

/// The letter that begins `bytes`, which are UTF-8, as `letters` have it, if it is an Arabic one of two bytes;
/// NUL if not.
#[inline]
pub(super) fn letter_at(letters: &Letters, bytes: &[u8]) -> char {
    match bytes {
        [lead @ 0xD8..=0xDB, next, ..] => {
            letters[usize::from(lead & 0x03) << 6 | usize::from(next & 0x3F)]
        }
        _ => '\0',
    }
}

/// The letter that `base` is with the hamza or madda `mark` on it: `ا` with U+0654 is `أ`.
pub(super) fn composed(base: char, mark: char) -> Option<char> {
    Some(match (base, mark) {
        ('ا', '\u{0653}') => 'آ',
        ('ا', '\u{0654}') => 'أ',
        ('ا', '\u{0655}') => 'إ',
        ('و', '\u{0654}') => 'ؤ',
        ('ي' | 'ى' | EITHER_YEH, '\u{0654}') => 'ئ',
        _ => return None,
    })
}

/// Looks one character up.
///
/// ```
/// use arabic_text::letters::{Folding, folding};
/// assert_eq!(folding('إ'), Folding::To('ا'));
/// assert_eq!(folding('ب'), Folding::Keep);
/// assert_eq!(folding('\u{064E}'), Folding::Mark); // FATHA
/// ```
#[must_use]
#[inline]
pub fn folding(c: char) -> Folding {
    let code = c as u32;
    match code {
        0x41..=0x5A => To(c.to_ascii_lowercase()),
        0..=0x7F => Keep,
        0x0600..=0x06FF => TABLE[(code - FIRST) as usize],
        _ => beyond_the_table(c),
    }
}

/// Characters outside ASCII and the Arabic block.
fn beyond_the_table(c: char) -> Folding {
    match c {
        // Soft hyphen, zero-width space and joiners, direction marks, embeddings, overrides and
        // isolates, word joiner and invisible operators, variation selectors, byte order mark.
        '\u{00AD}'
        | '\u{034F}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Invisible,
        // Quranic and extended Arabic marks outside the first block.
        '\u{0898}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}' => Mark,
        'ݣ' => To('ك'), // KEHEH WITH THREE DOTS ABOVE, the Moroccan gaf
        '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' => Keep,
        _ => Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_replacement_is_itself_kept() {
        for &(from, to, name) in REPLACED {
            assert_eq!(folding(from), To(to), "{name}");
            assert_eq!(folding(to), Keep, "{name} folds to a letter that folds on");
        }
    }

    #[test]
    fn what_is_written_folds_as_its_letter_does() {
        for &(letter, written) in WRITTEN {
            assert_eq!(Level::Written.folding(written), Keep, "{written}");
            assert_eq!(folding(letter), folding(written), "{letter}");
        }
    }

    #[test]
    fn no_letter_stands_twice_in_the_table() {
        let mut seen: Vec<char> = REPLACED.iter().map(|row| row.0).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), REPLACED.len());
    }

    #[test]
    fn native_letters_stay_apart() {
        for c in "ابتثجحخدذرزسشصضطظعغفقكلمنهويء".chars() {
            assert_eq!(folding(c), Keep, "{c}");
        }
    }
}

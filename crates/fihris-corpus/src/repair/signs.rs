//! Signs: what in the letters of a text makes one think that it is damaged.
//!
//! One pass over the bytes and no look into the lexicon: nearly all texts are sound, and must not wait.

/// Which kinds of damage a text may have; what of it is true, the lexicon decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// Many words of a line begin as words end, `ةسردم`, or end in a turned article.
    pub visual_order: bool,
    /// An alef before one with hamza or another alef, or `هللا`.
    pub lam_alef: bool,
    /// Several letters in a row, each between spaces.
    pub parted: bool,
    /// A line mostly of very long words.
    pub run_together: bool,
    /// A hyphen between a letter and the end of a line.
    pub hyphens: bool,
    /// Alef before the ligature of God's name, or a space before a vowel.
    pub marks: bool,
}

impl Signs {
    /// Whether there is none.
    pub fn is_sound(self) -> bool {
        self == Self::default()
    }

    /// Those in `text`.
    pub fn in_text(text: &str) -> Self {
        let mut pass = Pass::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte & 0xFE == ARABIC {
                let end = end_of_run(bytes, at);
                pass.word(
                    &bytes[at..end],
                    bytes.get(at.wrapping_sub(1)) == Some(&b' '),
                );
                at = end;
                continue;
            }
            at += match (byte, &bytes[at + 1..]) {
                (b' ', _) => {
                    pass.gap += 1;
                    1
                }
                (b'\n', _) => {
                    pass.end_line();
                    1
                }
                (b'-', after) => {
                    pass.hyphen(after);
                    1
                }
                (0xC2, [0xAD, after @ ..]) => {
                    pass.hyphen(after);
                    2
                }
                (0xE2, [0x80, 0x90 | 0x91, after @ ..]) => {
                    pass.hyphen(after);
                    3
                }
                (0xEF, [second @ 0xAD..=0xBB, third, ..]) => {
                    pass.form([*second, *third], &bytes[..at]);
                    3
                }
                _ => {
                    pass.gap = FAR;
                    1
                }
            };
        }
        pass.finish()
    }
}

/// The first byte of Arabic letters, less its lowest bit.
const ARABIC: u8 = 0xD8;

/// Letters by the low seven bits of their numbers in Unicode.
const ALEF_MADDA: u8 = 0x22;
const ALEF_HAMZA_ABOVE: u8 = 0x23;
const ALEF_HAMZA_BELOW: u8 = 0x25;
const ALEF: u8 = 0x27;
const TEH_MARBUTA: u8 = 0x29;
const LAM: u8 = 0x44;
const HEH: u8 = 0x47;
const ALEF_MAKSURA: u8 = 0x49;

/// A word of so many letters is very long.
const LONG: usize = 11;

/// So many single letters in a row are no list.
const MOST_SINGLE: usize = 4;

/// One of so many words of a line, at least, begins as words end if it is turned; less often it is a slip.
const ONE_TURNED_OF: usize = 12;

/// So many letters in presentation forms come from a file with pages.
const MOST_FORMS: usize = 8;

/// More than the spaces between two letters of a word.
const FAR: usize = 6;

/// Where the characters of the Arabic block that begin at `at` end.
fn end_of_run(bytes: &[u8], mut at: usize) -> usize {
    const FIRST_BYTES: u64 = u64::from_le_bytes([0xFE, 0, 0xFE, 0, 0xFE, 0, 0xFE, 0]);
    const FOUR: u64 = u64::from_le_bytes([ARABIC, 0, ARABIC, 0, ARABIC, 0, ARABIC, 0]);
    while let Some((four, _)) = bytes[at..].split_first_chunk() {
        let differ = u64::from_le_bytes(*four) & FIRST_BYTES ^ FOUR;
        if differ != 0 {
            return at + (differ.trailing_zeros() / 16 * 2) as usize;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|byte| byte & 0xFE == ARABIC) {
        at += 2;
    }
    at.min(bytes.len())
}

/// The character of two bytes, by the low seven bits of its number.
fn letter([first, second]: [u8; 2]) -> u8 {
    (first & 1) << 6 | second & 0x3F
}

fn is_letter(letter: u8) -> bool {
    matches!(letter, 0x21..=0x3A | 0x41..=0x4A)
}

fn is_mark(letter: u8) -> bool {
    matches!(letter, 0x4B..=0x52 | 0x70)
}

/// What is known on the way.
#[derive(Default)]
struct Pass {
    signs: Signs,
    /// Spaces since the last word; [`FAR`] if there was something else.
    gap: usize,
    /// Single letters in a row.
    singles: usize,
    /// Letters of the line, and those in very long words.
    letters: usize,
    long: usize,
    /// Words of the line, and those that begin with a letter that ends words.
    words: usize,
    turned: usize,
    /// Words that begin with the article, and that end in one that is turned.
    articles: usize,
    turned_articles: usize,
    /// Letters in presentation forms.
    forms: usize,
}

impl Pass {
    /// Characters of the Arabic block: a word with its marks, and signs behind it.
    fn word(&mut self, bytes: &[u8], is_after_space: bool) {
        let (all, _) = bytes.as_chunks();
        let length = all.iter().rposition(|pair| is_letter(letter(*pair)));
        let length = length.map_or(0, |last| last + 1);
        let (word, behind) = all.split_at(length);
        let first = all.first().map_or(0, |pair| letter(*pair));
        if word.is_empty() || !is_letter(first) {
            self.signs.marks |= is_after_space && !word.is_empty() && is_mark(first);
            self.gap = FAR;
            return;
        }
        self.words += 1;
        self.letters += length;
        if length >= LONG {
            self.long += length;
        }
        if length > 1 && matches!(first, TEH_MARBUTA | ALEF_MAKSURA) {
            self.turned += 1;
        }
        for pair in word[..length.min(4)].windows(2) {
            self.signs.lam_alef |= letter(pair[0]) == ALEF
                && matches!(
                    letter(pair[1]),
                    ALEF | ALEF_MADDA | ALEF_HAMZA_ABOVE | ALEF_HAMZA_BELOW
                );
        }
        if let [.., a, b, c, d] = word {
            let last = [letter(*a), letter(*b), letter(*d)];
            if first == ALEF && letter(word[1]) == LAM {
                self.articles += 1;
            }
            if letter(*c) == LAM {
                self.turned_articles += usize::from(last[2] == ALEF);
                self.signs.lam_alef |= matches!(last, [HEH, LAM, ALEF] | [ALEF, HEH, LAM]);
            }
        }
        let is_marked = |pairs: &[[u8; 2]]| pairs.iter().all(|pair| is_mark(letter(*pair)));
        self.single(length < 4 && is_marked(&all[1..]));
        let ends_in_letter = behind.last().is_none_or(|pair| is_mark(letter(*pair)));
        self.gap = if ends_in_letter { 0 } else { FAR };
    }

    /// A word is one letter, or not.
    fn single(&mut self, is_single: bool) {
        let is_near = self.gap > 0 && self.gap < FAR;
        self.singles = match (is_single, is_near) {
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => self.singles + 1,
        };
        self.signs.parted |= self.singles >= MOST_SINGLE;
    }

    fn end_line(&mut self) {
        self.gap = FAR;
        self.signs.run_together |= self.long * 3 >= self.letters && self.long > LONG;
        self.signs.visual_order |= self.turned > 0 && self.turned * ONE_TURNED_OF >= self.words;
        (self.letters, self.long, self.words, self.turned) = (0, 0, 0, 0);
    }

    fn hyphen(&mut self, after: &[u8]) {
        let ends_line = matches!(after, [b'\n', ..] | [b'\r', b'\n', ..]);
        self.signs.hyphens |= self.gap == 0 && ends_line;
        self.gap = FAR;
    }

    /// A presentation form, by its second and third byte.
    fn form(&mut self, form: [u8; 2], before: &[u8]) {
        if form == [0xB7, 0xB2] {
            self.signs.marks |= before.ends_with("ا".as_bytes());
        } else if form[0] != 0xB7 {
            self.forms += 1;
        }
        self.gap = FAR;
    }

    fn finish(mut self) -> Signs {
        self.end_line();
        self.signs.visual_order |= self.turned_articles > self.articles && self.turned_articles > 1
            || self.forms >= MOST_FORMS;
        self.signs.lam_alef |= self.signs.visual_order;
        self.signs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_give_damage_away() {
        let signs = |text: &str| {
            let signs = Signs::in_text(text);
            let all = [
                (signs.visual_order, "order"),
                (signs.lam_alef && !signs.visual_order, "lam"),
                (signs.parted, "parted"),
                (signs.run_together, "run"),
                (signs.hyphens, "hyphen"),
                (signs.marks, "marks"),
            ];
            let named: Vec<&str> = all
                .iter()
                .filter(|sign| sign.0)
                .map(|sign| sign.1)
                .collect();
            named.join(" ")
        };
        for (text, expected) in [
            (
                "افتتح الوزير المدرسة الجديدة - وقال إن العمل بدأ.\nأ ف ب",
                "",
            ),
            ("ةديدجلا ةسردملا ريزولا حتتفا", "order"),
            ("األمم المتحدة", "lam"),
            ("وقال عبد هللا إن", "lam"),
            ("االجتماع", "lam"),
            ("رحم اﷲ", "marks"),
            ("ا ل ك ت ا ب", "parted"),
            ("حولتنفيذمشروعتوسيعالمكتبة", "run"),
            ("المست-\nشفى", "hyphen"),
            ("الحد\u{AD}\r\nيقة", "hyphen"),
            ("كت \u{64E}اب", "marks"),
        ] {
            assert_eq!(signs(text), expected, "{text}");
        }
    }
}

//! A text as runs of the words that dates are made of.
//!
//! One pass over the characters, each folded by the table, as this runs over every article; only those
//! outside of it are normalised. A word that is in no date, and the end of a line, end a run;
//! what has no number, month or day is dropped unread. A run of any length takes no more memory than
//! one of [`MAX_RUN_TOKENS`]: it is read as it comes.

use std::ops::Range;
use std::sync::LazyLock;

use arabic_text::fold::fold_chars;
use arabic_text::letters::{Folding, folding};

use super::vocabulary::{Key, Meaning, VOCABULARY, Vocabulary, byte};

/// A word or number of a run.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub meaning: Meaning,
    /// Byte range in the text: a word with its proclitics, a number without.
    pub range: Range<usize>,
    /// Where it begins with whatever is glued before it.
    pub start: usize,
    /// Whether `و` is written onto it.
    pub and: bool,
    key: Key,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    None,
}

fn kind(c: char) -> Kind {
    match c {
        '\u{0620}'..='\u{064A}' | 'a'..='z' | '\u{066E}'..='\u{06D3}' => Kind::Letter,
        '0'..='9' => Kind::Digit,
        '\0'..='\u{BF}' | '\u{0600}'..='\u{06FF}' | '\u{2000}'..='\u{206F}' => Kind::None,
        _ if c.is_alphanumeric() => Kind::Letter,
        _ => Kind::None,
    }
}

/// For the characters from U+0600 on that fold to one letter, the byte of that letter in a key; else 0.
static PLAIN: LazyLock<[u8; 256]> = LazyLock::new(|| {
    std::array::from_fn(|i| {
        let c = u32::try_from(0x600 + i).ok().and_then(char::from_u32);
        let folded = c.and_then(|c| match folding(c) {
            Folding::Keep => Some(c),
            Folding::To(letter) => Some(letter),
            Folding::Mark | Folding::Invisible | Folding::Other => None,
        });
        folded.filter(|c| kind(*c) == Kind::Letter).map_or(0, byte)
    })
});

/// So many tokens of a run are held at once.
const MAX_RUN_TOKENS: usize = 4096;

/// A token is read once so many have come after it: more than any date has, with its context. Two
/// lists of the 40 years that [`super::date_range`] reads at most, one in each calendar, have about 650.
const LOOKAHEAD: usize = 1000;

/// So many tokens before one are looked at to tell what it is, and more.
const LOOKBEHIND: usize = 8;

/// Calls `read` with runs of `text` and those of their tokens at which dates that were not read yet may begin;
/// it returns the token where the next one may.
pub(super) fn runs(text: &str, read: impl FnMut(&[Token], Range<usize>) -> usize) {
    runs_of_length(MAX_RUN_TOKENS, text, read);
}

fn runs_of_length(longest: usize, text: &str, read: impl FnMut(&[Token], Range<usize>) -> usize) {
    let mut lexer = Lexer {
        vocabulary: &VOCABULARY,
        text,
        read,
        longest,
        run: Vec::new(),
        unread: 0,
        has_trigger: false,
        kind: Kind::None,
        key: Key::default(),
        value: 0,
        digits: 0,
        range: 0..0,
        glued: None,
    };
    let plain: &[u8; 256] = &PLAIN;
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        // Nearly all characters are such letters, and the spaces between them.
        if let (0xD8..=0xDB, Some(&next)) = (byte, text.as_bytes().get(at + 1)) {
            let letter = plain[usize::from(byte & 0x03) << 6 | usize::from(next & 0x3F)];
            if letter != 0 {
                lexer.take_letter(letter, at..at + 2);
                at += 2;
                continue;
            }
        }
        if byte == b' ' && lexer.kind == Kind::None {
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        let range = at..at + c.len_utf8();
        at = range.end;
        match folding(c) {
            Folding::Keep => lexer.take(c, range),
            Folding::To(letter) => lexer.take(letter, range),
            Folding::Mark if lexer.kind != Kind::None => lexer.range.end = range.end,
            Folding::Mark | Folding::Invisible => {}
            Folding::Other => {
                for folded in fold_chars(&text[range.clone()]) {
                    lexer.take(folded.char, range.clone());
                }
            }
        }
    }
    lexer.end_word(Kind::None);
    lexer.end_run();
}

struct Lexer<'a, F> {
    vocabulary: &'static Vocabulary,
    text: &'a str,
    read: F,
    /// The most tokens of `run`.
    longest: usize,
    run: Vec<Token>,
    /// The first token of `run` that was not read.
    unread: usize,
    has_trigger: bool,
    /// Of the word being read, with its letters or digits.
    kind: Kind,
    key: Key,
    value: u32,
    digits: u8,
    range: Range<usize>,
    /// A proclitic that ended at the digits being read: its start and whether it has `و`.
    glued: Option<(usize, bool)>,
}

impl<F: FnMut(&[Token], Range<usize>) -> usize> Lexer<'_, F> {
    /// The next letter, folded to its byte in a key, which stands for the bytes of `range`.
    #[inline]
    fn take_letter(&mut self, letter: u8, range: Range<usize>) {
        if self.kind != Kind::Letter {
            self.end_word(Kind::Letter);
            self.range.start = range.start;
            self.kind = Kind::Letter;
        }
        self.range.end = range.end;
        self.key.push_byte(letter);
    }

    /// The next folded character, which stands for the bytes of `range`.
    #[inline]
    fn take(&mut self, c: char, range: Range<usize>) {
        let kind = kind(c);
        if kind != self.kind {
            self.end_word(kind);
            self.range.start = range.start;
            self.kind = kind;
        }
        self.range.end = range.end;
        match kind {
            Kind::Letter => self.key.push(c),
            Kind::Digit => self.push_digit(c),
            Kind::None if matches!(c, '\n' | '\u{2029}') => self.end_run(),
            Kind::None => {}
        }
    }

    fn push_digit(&mut self, c: char) {
        let digit = c.to_digit(10).unwrap_or(0);
        self.value = self.value.saturating_mul(10).saturating_add(digit);
        self.digits = self.digits.saturating_add(1);
    }

    fn end_run(&mut self) {
        if self.has_trigger {
            (self.read)(&self.run, self.unread..self.run.len());
        }
        self.has_trigger = false;
        self.run.clear();
        self.unread = 0;
    }

    /// Reads what is far enough from the end of a long run, and drops it.
    fn shorten_run(&mut self) {
        let end = self.run.len() - LOOKAHEAD;
        self.unread = if self.has_trigger && self.unread < end {
            (self.read)(&self.run, self.unread..end)
        } else {
            self.unread.max(end)
        };
        let dropped = self.unread.saturating_sub(LOOKBEHIND);
        self.run.drain(..dropped);
        self.unread -= dropped;
        self.has_trigger = self.run.iter().any(|token| is_trigger(token.meaning));
    }

    /// Ends the word before a character of kind `next`.
    fn end_word(&mut self, next: Kind) {
        match self.kind {
            Kind::Letter => {
                let key = std::mem::take(&mut self.key);
                self.take_word(key, next);
            }
            Kind::Digit => self.take_number(),
            Kind::None => {}
        }
    }

    fn take_number(&mut self) {
        let (start, and) = self.glued.take().unwrap_or((self.range.start, false));
        let (value, digits) = (
            std::mem::take(&mut self.value),
            std::mem::take(&mut self.digits),
        );
        if digits == 1
            && let Some(month) = self.numbered_month(value)
        {
            self.range.start = start;
            self.push(month, Key::default(), start, and);
            return;
        }
        let meaning = Meaning::Number { value, digits };
        self.push(meaning, Key::default(), start, and);
    }

    /// The month whose first letter is written onto its number: `ت1`, `ك2`.
    fn numbered_month(&self, number: u32) -> Option<Meaning> {
        let mut before = self.text[..self.range.start].chars().rev();
        let (letter, space) = (before.next()?, before.next());
        let name = match (letter, number) {
            ('ت', 1) => "تشرين الاول",
            ('ت', 2) => "تشرين الثاني",
            ('ك', 1) => "كانون الاول",
            ('ك', 2) => "كانون الثاني",
            _ => return None,
        };
        let is_alone = space.is_none_or(|c| c == ' ' || c == '/');
        is_alone.then(|| self.vocabulary.exact(Key::of(name)))?
    }

    fn take_word(&mut self, key: Key, next: Kind) {
        if self.vocabulary.may_know(key) {
            if self.join_to_last(key) {
                return;
            }
            if let Some((meaning, bare, and)) = self.vocabulary.word(key)
                && (meaning != Meaning::And || next != Kind::Digit)
            {
                self.push(meaning, bare, self.range.start, and);
                return;
            }
        }
        let word = &self.text[self.range.clone()];
        if next == Kind::Digit && is_clitic(word) {
            self.glued = Some((self.range.start, word.starts_with('و')));
        } else {
            self.end_run();
        }
    }

    /// Makes one name of the last word and this one, where there is such a name.
    fn join_to_last(&mut self, key: Key) -> bool {
        let Some(last) = self.run.last_mut() else {
            return false;
        };
        // There is none between the parts of one character: `㍢` is 10 and a letter.
        let gap = self.text.get(last.range.end..self.range.start);
        let is_space = |c: char| c.is_whitespace() || folding(c) == Folding::Invisible;
        let is_space = gap.is_some_and(|gap| gap.chars().all(is_space));
        if last.key.is_empty() || !is_space {
            return false;
        }
        let joined = last.key.followed_by(key);
        let Some(meaning) = self.vocabulary.exact(joined) else {
            return false;
        };
        last.meaning = meaning;
        last.key = joined;
        last.range.end = self.range.end;
        self.has_trigger |= is_trigger(meaning);
        true
    }

    fn push(&mut self, meaning: Meaning, key: Key, start: usize, and: bool) {
        if self.run.len() >= self.longest {
            self.shorten_run();
        }
        self.has_trigger |= is_trigger(meaning);
        self.run.push(Token {
            meaning,
            range: self.range.clone(),
            start,
            and,
            key,
        });
    }
}

/// Whether `word` is only what may be written onto digits: proclitics, and the letter of a month (`ت1`).
fn is_clitic(word: &str) -> bool {
    let word = word.trim_end_matches('ـ');
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    matches!(
        word,
        "" | "ب" | "ل" | "ك" | "ت" | "ال" | "بال" | "لل" | "كال"
    )
}

fn is_trigger(meaning: Meaning) -> bool {
    use Meaning::{
        Current, DayAfterTomorrow, DayBeforeYesterday, DayWord, Decade, Dual, Month, MonthWord,
        Number, TheDual, TheSeason, TheUnits, Today, Tomorrow, Units, WeekWord, Weekday, YearWord,
        YearsWord, Yesterday,
    };
    matches!(
        meaning,
        Number { .. }
            | Month(_)
            | MonthWord
            | DayWord
            | Current
            | WeekWord
            | Units(_)
            | Dual(_)
            | TheUnits(_)
            | TheSeason(_)
            | TheDual(_)
            | Decade(_)
            | Weekday(_)
            | YearWord
            | YearsWord
            | Today
            | Tomorrow
            | DayAfterTomorrow
            | Yesterday
            | DayBeforeYesterday
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use super::super::mentions::read;

    /// What is read of `text` if so many tokens are held.
    fn mentions(longest: usize, text: &str) -> Vec<super::super::Mention> {
        let anchor = Some(jiff::civil::date(2020, 6, 15));
        let mut found = Vec::new();
        runs_of_length(longest, text, |tokens, range| {
            assert!(tokens.len() <= longest);
            read(text, tokens, range, anchor, &mut |mention| {
                found.push(mention);
            })
        });
        found
    }

    /// A long run of parts of dates.
    fn run() -> impl Strategy<Value = String> {
        let parts = "و|في|من|إلى|بين|عام|عامي|شهر|يوم|هذا|الماضي|الموافق|الأحد|اليوم|أمس|مارس|تشرين|الأول|\
            الثاني والعشرين|رمضان|هـ|1|5 و|11 و12|2-|27/9/2020|2014|(2014)|1436|-|،|/|و2015|3/5|بعد غد|\
            5 رمضان 1442 هـ الموافق 17 أبريل 2021|عامي 2013 و2014 و2015";
        let part = prop::sample::select(parts.split('|').collect::<Vec<_>>());
        prop::collection::vec(part, 1..40).prop_map(|parts| {
            let piece = parts.join(" ") + " ";
            piece.repeat(1 + 3 * LOOKAHEAD / parts.len())
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_long_run_is_read_as_if_all_of_it_were_held(text in run()) {
            prop_assert_eq!(mentions(LOOKAHEAD + 50, &text), mentions(usize::MAX, &text));
        }
    }

    #[test]
    fn a_long_run_without_a_date_is_dropped_as_it_comes() {
        let text = "و ".repeat(10 * LOOKAHEAD) + "الأول من شهر مارس 2020";
        let found = mentions(LOOKAHEAD + 50, &text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].range.clone()], "الأول من شهر مارس 2020");
    }
}

//! Words: folded text split as a reader would, each word tied to its bytes in the original.
//!
//! Text is folded first and split after, so no mark, joiner or direction sign ever splits a word.
//!
//! * A word is a run of letters of one kind: Arabic, or others with their digits (`AR924`, `G20`).
//!   A hyphen between Latin letters and digits is part of the name: `F-16` is `f16`.
//! * A number is one word with its separators: `1,5` and `١٫٥` are `1.5`, `6,500`, `٦٬٥٠٠` and `3.000.000` have no
//!   separators left, `٠٦:٠٠` is `06:00`; dates and ranges (`1992-1994`, `12.3.2021`) come apart into their numbers.
//! * A percent sign belongs to its number, before it or behind: `٪٥٠` and `50 %` are `50%`.
//! * Arabic letters and digits always come apart. A proclitic glued to a number, to Latin letters or
//!   to a quotation mark (`و7`, `بـ"الاحترام"`) and the suffix of a year (`2021م`, `2021ء`, `1442هـ`)
//!   are no words of their own.
//! * A conjunction that stands alone, and a proclitic that is drawn out, belong to the word behind them: `و الصحة` is
//!   the word `والصحة`.

mod groups;
mod number;

use std::ops::Range;

use self::groups::Group;
use super::fold::{FoldedChar, FoldedChars, fold, fold_chars, written_chars};

/// The most characters one word has; a longer run is cut into words of this length, so that text
/// without any space is still indexed, in bounded memory. A ligature at the end is not cut.
///
/// ```
/// use arabic_text::words::{MAX_WORD_CHARS, words};
/// let first = words(&"ب".repeat(1000)).next().unwrap();
/// assert_eq!(first.form.chars().count(), MAX_WORD_CHARS);
/// ```
pub const MAX_WORD_CHARS: usize = 100;

/// Proclitics that stand before digits, Latin letters or quotation marks.
const GLUED_BEFORE: &[&str] = &[
    "و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "فال", "بال", "كال", "ولل", "وب", "ول", "وك", "فب",
    "فل", "وبال",
];

/// The most bytes of spaces behind a proclitic that stands alone.
const MOST_SPACES: usize = 4;

/// Letters that mark a year after its digits: hijri, gregorian, and the Urdu sign for it.
const GLUED_AFTER: &[&str] = &["ه", "م", "ء"];

/// One word of a text.
///
/// ```
/// let text = "«قُتِلَ»";
/// let word = arabic_text::words(text).next().unwrap();
/// assert_eq!((&*word.form, &text[word.range]), ("قتل", "قُتِلَ"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Word {
    /// Its letters: folded, or as written.
    pub form: String,
    /// Byte range in the original text, from the first letter to the marks of the last.
    pub range: Range<usize>,
}

/// Splits `text` into its words.
///
/// ```
/// use arabic_text::words;
/// let text = "إقليم قره باغ و7 مناطق";
/// let found: Vec<_> = words(text).map(|w| (w.form, &text[w.range])).collect();
/// assert_eq!(found[0], ("اقليم".to_string(), "إقليم"));
/// assert_eq!(found[3], ("7".to_string(), "7"));
/// ```
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Words::new(text, fold_chars(text))
}

/// Splits `text` into its words, each [as it is written](crate::fold::written): `علي` is not `على`. They are the
/// same words as those of [`words()`], at the same places.
///
/// ```
/// use arabic_text::words::written_words;
/// let forms: Vec<_> = written_words("إقليمُ قره باغ و7 مناطق").map(|word| word.form).collect();
/// assert_eq!(forms, ["إقليم", "قره", "باغ", "7", "مناطق"]);
/// ```
#[must_use]
pub fn written_words(text: &str) -> Words<'_> {
    Words::new(text, written_chars(text))
}

/// What a folded character is to the splitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Arabic,
    Digit,
    /// A letter of any other script.
    Other,
    /// Everything that is in no word.
    Space,
}

fn is_percent(c: char) -> bool {
    matches!(c, '%' | '٪')
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digit,
        '\u{0620}'..='\u{064A}'
        | '\u{066E}'..='\u{06D3}'
        | '\u{06D5}'
        | '\u{06EE}'..='\u{06FF}' => {
            if c == '\u{06D4}' {
                Kind::Space
            } else {
                Kind::Arabic
            }
        }
        'a'..='z' => Kind::Other,
        '\0'..='\x7F' => Kind::Space,
        '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}' => Kind::Arabic,
        _ if c.is_alphanumeric() => Kind::Other,
        _ => Kind::Space,
    }
}

/// The iterator of [`words`]. [`Words::advance`] walks the same words without allocating a string for each.
///
/// ```
/// let mut words = arabic_text::words("في ٦٬٥٠٠ مدينة");
/// let mut forms = Vec::new();
/// while words.advance() {
///     forms.push((words.form().to_string(), words.range().len()));
/// }
/// assert_eq!(forms[1], ("6500".to_string(), 10));
/// ```
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    chars: FoldedChars<'a>,
    /// The next folded character, read but not used.
    next: Option<FoldedChar>,
    /// The kind of the character right before `next`.
    glued_to: Kind,
    form: String,
    range: Range<usize>,
    /// The digits of the number being read, between its separators; after it, what is still to be given.
    groups: Vec<Group>,
    /// Whether `next` is a digit of a list: its numbers are given as they are read, so that a list of
    /// any length takes no memory.
    in_list: bool,
    /// Where a percent sign stands that only spaces part from `next`.
    sign: Option<usize>,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        self.advance().then(|| Word {
            form: self.form.clone(),
            range: self.range.clone(),
        })
    }
}

impl<'a> Words<'a> {
    fn new(text: &'a str, mut chars: FoldedChars<'a>) -> Self {
        Self {
            text,
            next: chars.next(),
            chars,
            glued_to: Kind::Space,
            form: String::new(),
            range: 0..0,
            groups: Vec::new(),
            in_list: false,
            sign: None,
        }
    }
}

impl Words<'_> {
    /// Moves to the next word; false at the end of the text.
    pub fn advance(&mut self) -> bool {
        loop {
            if !self.groups.is_empty() {
                self.emit_number();
                return true;
            }
            if self.in_list {
                self.take_run(|kind| kind == Kind::Digit);
                self.in_list = self.take_separator().is_some();
                return true;
            }
            let Some(next) = &self.next else {
                return false;
            };
            match kind(next.char) {
                Kind::Space => {
                    self.glued_to = Kind::Space;
                    self.sign = match next.char {
                        c if is_percent(c) => Some(next.range.start),
                        c if c.is_whitespace() => self.sign,
                        _ => None,
                    };
                    self.step();
                }
                Kind::Arabic => {
                    self.sign = None;
                    let after = self.glued_to;
                    self.take_run(|kind| kind == Kind::Arabic);
                    self.join_detached_proclitic();
                    let is_proclitic = self.stands_before_its_word();
                    let is_suffix = after == Kind::Digit && self.is_one_of(GLUED_AFTER);
                    if !is_proclitic && !is_suffix {
                        return true;
                    }
                }
                Kind::Other => {
                    self.sign = None;
                    self.take_run(|kind| kind == Kind::Other || kind == Kind::Digit);
                    self.take_model_number();
                    return true;
                }
                Kind::Digit => self.read_number(),
            }
        }
    }

    /// The form of the current word.
    #[must_use]
    pub fn form(&self) -> &str {
        &self.form
    }

    /// The byte range of the current word in the original text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Whether a digit comes right after the next character.
    fn digit_follows(&self) -> bool {
        self.chars
            .clone()
            .next()
            .is_some_and(|c| kind(c.char) == Kind::Digit)
    }

    fn step(&mut self) {
        self.next = self.chars.next();
    }

    /// Reads a run of characters of the wanted kinds as the current word.
    fn take_run(&mut self, wanted: impl Fn(Kind) -> bool) {
        self.form.clear();
        let mut length = 0;
        while let Some(next) = &self.next {
            let kind = kind(next.char);
            let is_full = length >= MAX_WORD_CHARS && next.range.start >= self.range.end;
            if !wanted(kind) || is_full {
                break;
            }
            if length == 0 {
                self.range = next.range.clone();
            }
            self.range.end = next.range.end;
            self.form.push(next.char);
            self.glued_to = kind;
            length += 1;
            if kind == Kind::Arabic {
                let most = MAX_WORD_CHARS.saturating_sub(length);
                let taken = self.chars.take_letters(&mut self.form, most);
                if taken > 0 {
                    self.range.end = self.chars.at();
                    length += taken;
                }
            }
            self.step();
        }
    }

    /// Whether the current word, folded, is in `list`.
    fn is_one_of(&self, list: &[&str]) -> bool {
        list.contains(&&*fold(&self.form))
    }

    /// Whether the current Arabic word is only a proclitic before a number, a Latin or a quoted word.
    fn stands_before_its_word(&self) -> bool {
        let Some(next) = &self.next else {
            return false;
        };
        if next.range.start != self.range.end || !self.is_one_of(GLUED_BEFORE) {
            return false;
        }
        match next.char {
            c if matches!(kind(c), Kind::Digit | Kind::Other) => true,
            c if is_percent(c) => self.digit_follows(),
            '"' | '«' | '“' | '”' | '‘' | '\'' | '(' | '[' => true,
            _ => self.is_drawn_out(),
        }
    }

    /// Joins a conjunction that stands alone with the word behind it: `و الصحة`, `لـ الوزير`.
    fn join_detached_proclitic(&mut self) {
        let is_conjunction = || self.form == "و" && self.text[self.range.clone()].starts_with('و');
        let is_apart = is_conjunction() || (self.is_drawn_out() && self.is_one_of(GLUED_BEFORE));
        if !is_apart {
            return;
        }
        let behind = &self.text[self.range.end..];
        let word = behind.trim_start_matches([' ', '\u{A0}']);
        let spaces = behind.len() - word.len();
        let letters = fold_chars(word).take(2);
        let letters = letters.filter(|c| kind(c.char) == Kind::Arabic);
        if !(1..=MOST_SPACES).contains(&spaces) || letters.count() < 2 {
            return;
        }
        let (proclitic, start) = (std::mem::take(&mut self.form), self.range.start);
        while self
            .next
            .as_ref()
            .is_some_and(|next| kind(next.char) == Kind::Space)
        {
            self.step();
        }
        self.take_run(|kind| kind == Kind::Arabic);
        // The article loses its alef behind a ل: للوزير.
        let is_assimilated = proclitic.ends_with('ل') && self.form.starts_with("ال");
        let at = if is_assimilated { 'ا'.len_utf8() } else { 0 };
        self.form.replace_range(..at, &proclitic);
        self.range.start = start;
    }

    /// Whether the raw word ends with a tatweel.
    fn is_drawn_out(&self) -> bool {
        self.text[self.range.clone()].ends_with('ـ')
    }

    /// After Latin letters: a hyphen and the digits of a model, `F-16`, `COVID-19`.
    fn take_model_number(&mut self) {
        if self.glued_to != Kind::Other || !self.at('-') || !self.form.is_ascii() {
            return;
        }
        if !self.digit_follows() {
            return;
        }
        let (mut form, start) = (std::mem::take(&mut self.form), self.range.start);
        self.step();
        self.take_run(|kind| kind == Kind::Digit);
        form.push_str(&self.form);
        self.form = form;
        self.range.start = start;
    }

    fn at(&self, wanted: char) -> bool {
        self.next.as_ref().is_some_and(|next| next.char == wanted)
    }
}

#[cfg(test)]
mod tests;

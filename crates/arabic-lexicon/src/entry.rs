//! Entries: the lines of a lexicon's source.
//!
//! A line is a lemma, its class, and what else must be known to inflect it, parted by white space:
//!
//! ```text
//! كتاب n كتب               a noun and its broken plural
//! معلم n ون f              a noun with a sound plural and a feminine (معلمة)
//! شركة n                   in ة: the plural is ات where nothing else is said
//! لبناني a                 an adjective: all genders and sound plurals
//! كبير a كبار              and a broken plural
//! أحمر a حمر f=حمراء       and an irregular feminine
//! قال v1 يقول m=قول        a verb of form I: its imperfect where it is not plain, its masdars
//! أعلن v4                  a verb of a derived form: masdar (إعلان) and participles follow from it
//! على p pron=علي           a particle, and what pronouns are joined to
//! تونس x                   a name: proclitics, and nothing else
//! سارة x given             one that parents give; `art` says that it stands with the article too (محمد)
//! ```
//!
//! `-` for the plural says that there is none. `~lemma` links a word to the family of another line. A
//! line that begins with `#` is a comment.

use std::fmt;

/// What kind of word an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Class {
    /// A noun: `n`.
    Noun,
    /// An adjective or participle: `a`.
    Adjective,
    /// A verb of form I to X: `v1` to `v10`.
    Verb(u8),
    /// A verb with four radicals, `vq` (`ترجم`); with ت before them, `vt` (`تدهور`).
    Quadriliteral {
        /// Whether it has the ت.
        with_t: bool,
    },
    /// A name of a person, place, organisation or brand: `x`.
    Name,
    /// A particle, pronoun, adverb or other word without inflection: `p`.
    Particle,
    /// A number: `num`.
    Number,
}

impl Class {
    pub(crate) fn parse(mark: &str) -> Option<Self> {
        Some(match mark {
            "n" => Self::Noun,
            "a" => Self::Adjective,
            "x" => Self::Name,
            "p" => Self::Particle,
            "num" => Self::Number,
            "vq" => Self::Quadriliteral { with_t: false },
            "vt" => Self::Quadriliteral { with_t: true },
            _ => {
                let form = mark.strip_prefix('v')?.parse().ok()?;
                (1..=10).contains(&form).then_some(Self::Verb(form))?
            }
        })
    }

    /// The name of its part of speech: `noun`, `adjective`, `verb`, `name`, `particle`, `number`.
    ///
    /// ```
    /// use arabic_lexicon::Class;
    /// assert_eq!(Class::Verb(4).part_of_speech(), "verb");
    /// ```
    #[must_use]
    pub fn part_of_speech(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Adjective => "adjective",
            Self::Verb(_) | Self::Quadriliteral { .. } => "verb",
            Self::Name => "name",
            Self::Particle => "particle",
            Self::Number => "number",
        }
    }

    /// How many letters the rules of inflection count on.
    fn least_letters(self) -> usize {
        match self {
            Self::Verb(1 | 2) => 2, // مد
            Self::Verb(3..=5) | Self::Quadriliteral { with_t: false } => 3,
            Self::Verb(10) => 5, // استعد
            Self::Verb(_) | Self::Quadriliteral { with_t: true } => 4,
            _ => 1,
        }
    }

    fn write(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self {
            Self::Verb(form) => return write!(f, "v{form}"),
            Self::Quadriliteral { with_t: false } => "vq",
            Self::Quadriliteral { with_t: true } => "vt",
            Self::Noun => "n",
            Self::Adjective => "a",
            Self::Name => "x",
            Self::Particle => "p",
            Self::Number => "num",
        };
        f.pad(mark)
    }

    /// Whether it is a verb of any form.
    #[must_use]
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Verb(_) | Self::Quadriliteral { .. })
    }
}

/// As its mark in a line: `v4`.
impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// A line of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The word as a dictionary heads it, without vowels.
    pub lemma: String,
    /// Its class.
    pub class: Class,
    /// Plurals: whole broken ones, or the endings `ون` and `ات`; of a verb, the imperfect.
    pub forms: Vec<String>,
    /// Options by name, with their values.
    pub options: Vec<(String, String)>,
    /// The lemma of the line to whose family it belongs.
    pub family: Option<String>,
}

/// Why a line is no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EntryError {
    /// There is a lemma and nothing else.
    NoClass,
    /// The class is none of those known.
    UnknownClass(String),
    /// The option is none of those known for its class.
    UnknownOption(String),
    /// There is something else than Arabic letters where a word must be.
    NoWord(String),
    /// The verb has fewer letters than any of its form.
    ShortVerb(String),
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClass => write!(f, "the class of the word is missing"),
            Self::UnknownClass(class) => write!(f, "no class is called '{class}'"),
            Self::UnknownOption(option) => write!(f, "no option is called '{option}'"),
            Self::NoWord(word) => write!(f, "'{word}' is no Arabic word"),
            Self::ShortVerb(word) => write!(f, "'{word}' is too short for a verb of this form"),
        }
    }
}

impl std::error::Error for EntryError {}

/// The letters of the shortest imperfect: يقي, يرى.
const SHORTEST_IMPERFECT: usize = 3;

/// The options that take a value, and those that do not.
const OPTIONS: &[&str] = &["m", "f", "pron", "alt", "pl"];
const MARKS: &[&str] = &[
    "f", "def", "b", "gem", "sound", "nopart", "noacc", "norel", "rare", "art", "given", "2",
    "noperf", "-",
];

impl Entry {
    /// Reads a line; `None` for a comment or an empty one.
    ///
    /// # Errors
    /// If it is neither of these, nor an entry.
    pub fn parse(line: &str) -> Result<Option<Self>, EntryError> {
        let line = line.split('#').next().unwrap_or_default();
        let mut parts = line.split_whitespace();
        let Some(lemma) = parts.next() else {
            return Ok(None);
        };
        let class = parts.next().ok_or(EntryError::NoClass)?;
        let mut entry = Self {
            lemma: word(lemma)?,
            class: Class::parse(class).ok_or_else(|| EntryError::UnknownClass(class.into()))?,
            forms: Vec::new(),
            options: Vec::new(),
            family: None,
        };
        for part in parts {
            entry.take(part)?;
        }
        match entry.short_verb() {
            Some(short) => Err(EntryError::ShortVerb(short.into())),
            None => Ok(Some(entry)),
        }
    }

    /// A perfect or imperfect that has fewer letters than verbs have, if there is one.
    fn short_verb(&self) -> Option<&str> {
        let is_shorter = |form: &str, least| form.chars().count() < least;
        let least = self.class.least_letters();
        let mut perfects = std::iter::once(&*self.lemma).chain(self.values("alt"));
        let perfect = perfects.find(|form| is_shorter(form, least));
        let mut imperfects = self.forms.iter().map(|form| &**form);
        let imperfect = || imperfects.find(|form| is_shorter(form, SHORTEST_IMPERFECT));
        let short = perfect.or_else(imperfect);
        short.filter(|_| self.class.is_verb())
    }

    fn take(&mut self, part: &str) -> Result<(), EntryError> {
        if let Some(family) = part.strip_prefix('~') {
            self.family = Some(word(family)?);
        } else if let Some((name, value)) = part.split_once('=') {
            if !OPTIONS.contains(&name) {
                return Err(EntryError::UnknownOption(name.into()));
            }
            for value in value.split([',', '،']) {
                let value = if value == "-" {
                    value.into()
                } else {
                    word(value)?
                };
                self.options.push((name.into(), value));
            }
        } else if MARKS.contains(&part) {
            self.options.push((part.into(), String::new()));
        } else {
            for form in part.split([',', '،']) {
                self.forms.push(word(form)?);
            }
        }
        Ok(())
    }

    /// Whether the mark `name` stands in the line.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.options
            .iter()
            .any(|(mark, value)| mark == name && value.is_empty())
    }

    /// The values of the option `name`.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let wanted = move |(option, value): &&(String, String)| option == name && !value.is_empty();
        self.options
            .iter()
            .filter(wanted)
            .map(|(_, value)| &**value)
    }
}

/// `word` without vowels and tatweel, if it is one of Arabic letters.
fn word(word: &str) -> Result<String, EntryError> {
    let is_mark = |c: char| matches!(c, '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{0670}');
    let letters: String = word.chars().filter(|c| !is_mark(*c)).collect();
    let is_letter = |c| matches!(c, '\u{0621}'..='\u{064A}');
    if letters.is_empty() || !letters.chars().all(is_letter) {
        return Err(EntryError::NoWord(word.into()));
    }
    Ok(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read() {
        let entry = Entry::parse("مُعلّم n ون f ~علم # teacher").unwrap().unwrap();
        assert_eq!((&*entry.lemma, entry.class), ("معلم", Class::Noun));
        assert_eq!(entry.forms, ["ون"]);
        assert!(entry.has("f"));
        assert_eq!(entry.family.as_deref(), Some("علم"));
        let verb = Entry::parse("قال v1 يقول m=قول،مقال").unwrap().unwrap();
        assert_eq!(verb.class, Class::Verb(1));
        assert_eq!(verb.values("m").collect::<Vec<_>>(), ["قول", "مقال"]);
        assert_eq!(Entry::parse("# comment"), Ok(None));
        assert_eq!(Entry::parse("  "), Ok(None));
    }

    #[test]
    fn what_is_no_entry_says_why() {
        assert_eq!(Entry::parse("كتاب"), Err(EntryError::NoClass));
        assert_eq!(
            Entry::parse("كتاب z"),
            Err(EntryError::UnknownClass("z".into()))
        );
        assert_eq!(
            Entry::parse("كتاب n q=كتب"),
            Err(EntryError::UnknownOption("q".into()))
        );
        assert_eq!(
            Entry::parse("book n"),
            Err(EntryError::NoWord("book".into()))
        );
        assert_eq!(
            Entry::parse("قال v11"),
            Err(EntryError::UnknownClass("v11".into()))
        );
    }
}

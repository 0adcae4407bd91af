//! Classes of words that a query can ask for: `كتب/فعل` is the verb, `كتب/اسم` the books.

use arabic_lexicon::Class;

/// A class of words, as it is named behind a word and a slash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// `/v`, `/فعل`
    Verb,
    /// `/n`, `/اسم`: a noun, no name.
    Noun,
    /// `/a`, `/صفة`
    Adjective,
    /// `/x`, `/علم`
    Name,
    /// `/p`, `/حرف`
    Particle,
    /// `/num`, `/عدد`
    Number,
}

/// Each class with its marks: that of the lexicon's files, its English and its Arabic name.
const MARKS: [(WordClass, [&str; 3]); 6] = [
    (WordClass::Verb, ["v", "verb", "فعل"]),
    (WordClass::Noun, ["n", "noun", "اسم"]),
    (WordClass::Adjective, ["a", "adjective", "صفة"]),
    (WordClass::Name, ["x", "name", "علم"]),
    (WordClass::Particle, ["p", "particle", "حرف"]),
    (WordClass::Number, ["num", "number", "عدد"]),
];

impl WordClass {
    /// The class that `mark` stands for.
    ///
    /// ```
    /// use fihris_query::word_class::WordClass;
    /// assert_eq!(WordClass::of_mark("فعل"), Some(WordClass::Verb));
    /// assert_eq!(WordClass::of_mark("كتاب"), None);
    /// ```
    #[must_use]
    pub fn of_mark(mark: &str) -> Option<Self> {
        let found = MARKS.iter().find(|(_, marks)| marks.contains(&mark));
        found.map(|(class, _)| *class)
    }

    /// Its English name: `verb`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = MARKS.iter().find(|(class, _)| *class == self);
        found.map_or("", |(_, marks)| marks[1])
    }

    /// Whether lexemes of `class` are of it.
    #[must_use]
    pub fn contains(self, class: Class) -> bool {
        class.part_of_speech() == self.name()
    }
}

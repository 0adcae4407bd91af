//! What is said of one word that is analysed.
//!
//! Knows words and figures, not how words are analysed.

use super::names::class_called;
use crate::i18n::Language;

/// A line of the analysis of a word.
#[derive(Clone, Copy, Debug)]
pub enum WordLine<'a> {
    /// Its byte range.
    Bytes([usize; 2]),
    /// It as it is indexed.
    Written(&'a str),
    /// It folded.
    Folded(&'a str),
    /// What is left of an unknown word.
    Core(&'a str),
    /// What the lexicon takes it for.
    Reading {
        /// The part of speech as JSON calls it.
        class: &'static str,
        /// Of a verb, in Roman numerals; else empty.
        form: &'a str,
        /// The word as a dictionary heads it.
        lexeme: &'a str,
        /// Its parts.
        parts: &'a str,
        /// What the form says.
        features: &'a str,
    },
    /// The other lexemes of the family of a reading.
    Family(&'a str),
    /// Another spelling.
    Spelling(&'a str),
    /// A word of the index that it stands for.
    StandsFor {
        /// By which rule.
        rule: &'a str,
        /// What one occurrence counts.
        weight: f32,
        /// In how many articles it stands.
        articles: u32,
        /// The word.
        form: &'a str,
    },
}

impl WordLine<'_> {
    /// The line in `language`, without its end.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Arabic => self.arabic(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Bytes([start, end]) => format!("  bytes:     {start}..{end}"),
            Self::Written(form) => format!("  written:   {form}"),
            Self::Folded(form) => format!("  folded:    {form}"),
            Self::Core(core) => format!("  unknown:   {core}"),
            Self::Family(family) => format!("    family:  {family}"),
            Self::Spelling(spelling) => format!("  spelling:  {spelling}"),
            Self::StandsFor {
                rule,
                weight,
                articles,
                form,
            } => format!(
                "  {:<10} {weight:.2} {articles:>7}  {form}",
                format!("{rule}:")
            ),
            Self::Reading {
                class,
                form,
                lexeme,
                parts,
                features,
            } => {
                let class = class_called(class, Language::English);
                reading(class, form, lexeme, parts, features)
            }
        }
    }

    fn arabic(self) -> String {
        match self {
            Self::Bytes([start, end]) => format!("  البايتات:  {start}..{end}"),
            Self::Written(form) => format!("  مكتوبة:    {form}"),
            Self::Folded(form) => format!("  موحّدة:    {form}"),
            Self::Core(core) => format!("  مجهولة:    {core}"),
            Self::Family(family) => format!("    الأسرة:  {family}"),
            Self::Spelling(spelling) => format!("  تهجئة:     {spelling}"),
            Self::StandsFor {
                rule,
                weight,
                articles,
                form,
            } => format!("  {weight:.2} {articles:>7}  {form} ({rule})"),
            Self::Reading {
                class,
                form,
                lexeme,
                parts,
                features,
            } => {
                let class = class_called(class, Language::Arabic);
                reading(class, form, lexeme, parts, features)
            }
        }
    }
}

/// The line of a reading, whose part of speech is called `class`.
fn reading(class: &str, form: &str, lexeme: &str, parts: &str, features: &str) -> String {
    let class = [class, form].join(" ");
    let line = format!("  {:<10} {lexeme}: {parts}  {features}", class.trim_end());
    line.trim_end().to_string()
}

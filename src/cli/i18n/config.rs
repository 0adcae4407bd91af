//! What is said of a config file that cannot be used.

use std::path::PathBuf;

use super::lists::bad_pattern;
use crate::i18n::Language;
use fihris_corpus::selection::BadPattern;

/// A place in a config file that is not understood.
#[derive(Debug)]
pub struct BadConfig {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub problem: ConfigProblem,
}

/// What is wrong in a config file.
#[derive(Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// A key that has no meaning.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The known one that it resembles most.
        nearest: &'static str,
    },
    /// A value that its key does not have.
    NotAValue {
        /// The key.
        key: &'static str,
        /// The value as written.
        value: String,
        /// Those that there are.
        known: String,
    },
    /// A key that is to be a pattern of files, and is none.
    NotAPattern(BadPattern),
    /// No TOML, or a value of another type; in the words of the parser.
    NotToml(String),
}

impl BadConfig {
    /// Where and what it is, in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let (line, column) = (self.line, self.column);
        let place = format!("{}:{line}:{column}", self.file.display());
        match language {
            Language::English => format!("{place}: {}", self.problem.english()),
            Language::Arabic => format!("في ملف الإعدادات {}\n  {place}", self.problem.arabic()),
        }
    }
}

impl ConfigProblem {
    fn english(&self) -> String {
        match self {
            Self::UnknownKey { key, nearest } => {
                format!("unknown key: {key}; the nearest known one is {nearest}")
            }
            Self::NotAValue { key, value, known } => {
                format!("{value:?} is no value of {key}; there are: {known}")
            }
            Self::NotAPattern(bad) => format!("not a pattern: {bad}"),
            Self::NotToml(said) => said.clone(),
        }
    }

    fn arabic(&self) -> String {
        match self {
            Self::UnknownKey { key, nearest } => {
                format!("مفتاح غير معروف: {key}، وأقرب المفاتيح المعروفة {nearest}")
            }
            Self::NotAValue { key, value, known } => {
                format!("قيمة غير مقبولة للمفتاح {key}، وهي «{value}»؛ والقيم الممكنة {known}")
            }
            Self::NotAPattern(bad) => format!("نمط لا يصح: {}", bad_pattern(bad)),
            Self::NotToml(said) => format!("ما لا يُفهم: {said}"),
        }
    }
}

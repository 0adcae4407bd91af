//! Questions: queries as trees of our own, and how each is typed.

use std::fmt::{self, Display, Formatter};

/// A word, as it is typed.
#[derive(Clone, Debug)]
pub struct Word {
    pub typed: String,
    /// What stands before and behind it: `=`, `%`, `~1`.
    pub before: &'static str,
    pub behind: &'static str,
    /// Whether `AND` stands before it.
    pub is_apart: bool,
}

/// A query or a part of one.
#[derive(Clone, Debug)]
pub enum Question {
    /// Words in a row.
    Row(Vec<Word>),
    /// Words between quotation marks, each as the sign before them says.
    Phrase(&'static str, Vec<String>),
    Near(Vec<String>, u32),
    /// In a field: `title`, `tag`, `source`, or one of the input.
    Field(String, Box<Question>),
    /// In zones.
    In(&'static str, Box<Question>),
    Mentions(String),
    Date(String),
    Path(String),
    All(Vec<Question>),
    Any(Vec<Question>),
    Not(Box<Question>),
    Must(Box<Question>),
    Weighted(Box<Question>, &'static str),
}

impl Display for Word {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{}{}{}", self.before, self.typed, self.behind)
    }
}

impl Display for Question {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Row(words) => {
                for (i, word) in words.iter().enumerate() {
                    let between = match (i, word.is_apart) {
                        (0, _) => "",
                        (_, true) => " AND ",
                        (_, false) => " ",
                    };
                    write!(f, "{between}{word}")?;
                }
                Ok(())
            }
            Self::Phrase(sign, words) => write!(f, "{sign}\"{}\"", words.join(" ")),
            Self::Near(words, distance) => write!(f, "\"{}\"~{distance}", words.join(" ")),
            Self::Field(name, part) => write!(f, "{name}:{}", Operand(part)),
            Self::In(zones, part) => match &**part {
                Self::All(parts) => write!(f, "({} in:{zones})", Parts(parts)),
                part => write!(f, "({} in:{zones})", Operand(part)),
            },
            Self::Mentions(period) => write!(f, "mentions:{period}"),
            Self::Date(period) => write!(f, "date:{period}"),
            Self::Path(pattern) => write!(f, "path:{pattern}"),
            Self::All(parts) => write!(f, "{}", Parts(parts)),
            Self::Any(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    write!(f, "{}{part}", if i > 0 { " OR " } else { "" })?;
                }
                Ok(())
            }
            Self::Not(part) => write!(f, "-{}", Operand(part)),
            Self::Must(part) => write!(f, "+{}", Operand(part)),
            Self::Weighted(part, weight) => write!(f, "{}^{weight}", Operand(part)),
        }
    }
}

/// Parts beside each other.
struct Parts<'a>(&'a [Question]);

impl Display for Parts<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        for (i, part) in self.0.iter().enumerate() {
            let between = if i > 0 { " " } else { "" };
            match part {
                Question::Any(_) | Question::All(_) => write!(f, "{between}({part})")?,
                part => write!(f, "{between}{part}")?,
            }
        }
        Ok(())
    }
}

/// What an operator applies to.
struct Operand<'a>(&'a Question);

impl Display for Operand<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self.0 {
            Question::Row(words) if words.len() == 1 => write!(f, "{}", self.0),
            part @ (Question::Phrase(..) | Question::Near(..) | Question::In(..)) => {
                write!(f, "{part}")
            }
            part => write!(f, "({part})"),
        }
    }
}

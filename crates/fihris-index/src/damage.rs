//! Damage: what is found in the files of an index that is not as it was written.

use std::fmt;

/// What is wrong with the files of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Files of these names are not there.
    Missing(Vec<String>),
    /// Files of these names hold something else than was written to them.
    Changed(Vec<String>),
    /// The file `current`, which names the generation, is not there.
    NoPointer,
    /// The file `current` names no generation.
    BadPointer,
    /// A stored document is no article.
    NoArticle {
        /// Its number in the segment.
        document: u32,
        /// The number of the segment.
        segment: u32,
    },
    /// The engine below cannot read it; this is the engine's text.
    Engine(String),
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Missing(names) => match &**names {
                [name] => write!(f, "{name} is missing"),
                names => write!(f, "{} are missing", names.join(", ")),
            },
            Self::Changed(names) => match &**names {
                [name] => write!(f, "{name} does not hold what was written to it"),
                names => write!(
                    f,
                    "{} do not hold what was written to them",
                    names.join(", ")
                ),
            },
            Self::NoPointer => f.write_str("its file 'current' is missing"),
            Self::BadPointer => f.write_str("its file 'current' names no generation"),
            Self::NoArticle { document, segment } => {
                write!(f, "document {document} of segment {segment} is no article")
            }
            Self::Engine(text) => f.write_str(text),
        }
    }
}

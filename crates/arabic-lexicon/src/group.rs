//! Groups: readings whose features are about as frequent.

use crate::entry::Class;
use crate::stem::StemKind;

/// Groups of readings that share the costs of their features.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Noun,
    Adjective,
    Name,
    Particle,
    Number,
    Perfect,
    Imperfect,
    Imperative,
}

impl Group {
    pub const ALL: [Self; 8] = [
        Self::Noun,
        Self::Adjective,
        Self::Name,
        Self::Particle,
        Self::Number,
        Self::Perfect,
        Self::Imperfect,
        Self::Imperative,
    ];

    pub const NAMES: [&str; 8] = [
        "noun",
        "adjective",
        "name",
        "particle",
        "number",
        "perfect",
        "imperfect",
        "imperative",
    ];

    /// Of a reading as this class with this kind of stem.
    pub fn new(class: Class, kind: StemKind) -> Self {
        match (kind, class) {
            (StemKind::Perfect, _) => Self::Perfect,
            (StemKind::Imperfect, _) => Self::Imperfect,
            (StemKind::Imperative, _) => Self::Imperative,
            (_, Class::Adjective) => Self::Adjective,
            (_, Class::Name) => Self::Name,
            (_, Class::Particle) => Self::Particle,
            (_, Class::Number) => Self::Number,
            _ => Self::Noun,
        }
    }
}

//! Stems: the part of a word between proclitics and suffixes, with what may stand around it.

/// What kind of stem it is: which proclitics and prefixes may stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StemKind {
    /// Of a noun, adjective or number: conjunctions, prepositions, the article.
    Nominal,
    /// Of a name: the same, without the article.
    Name,
    /// What follows `لل` of a name that has the article itself: `للرياض`.
    ArticleName,
    /// Of a verb's perfect: conjunctions.
    Perfect,
    /// Of a verb's imperfect, without the prefix of person: conjunctions, `س`, `ل`.
    Imperfect,
    /// Of a verb's imperative: conjunctions.
    Imperative,
    /// Of a particle: conjunctions.
    Particle,
    /// Of a particle that prepositions stand before (`بهذا`).
    Governed,
}

impl StemKind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Nominal,
        Self::Name,
        Self::ArticleName,
        Self::Perfect,
        Self::Imperfect,
        Self::Imperative,
        Self::Particle,
        Self::Governed,
    ];

    /// Its bit in a set of kinds.
    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What a stem says of itself, apart from its suffix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The singular of a noun, the active of a verb, a word without inflection.
    #[default]
    Plain,
    /// A broken plural: `أطفال`; of a word in `ي` also its short form.
    BrokenPlural,
    /// A sound plural: `معلمون`, `شركات`.
    SoundPlural,
    /// The feminine of a noun that has both, or of an adjective: `معلمة`, `حمراء`.
    Feminine,
    /// The plural of such a feminine, which is that of many a word in `ة` as well: `معلمات`.
    FemininePlural,
    /// A passive with letters of its own: `قيل`, `يقال`.
    Passive,
    /// A jussive with letters of its own: `يقل`, `يمش`.
    Jussive,
    /// The short form of a word in `ي`: `قاض`.
    Short,
}

impl Role {
    /// Whether it is a feminine beside a masculine.
    pub(crate) const fn is_feminine(self) -> bool {
        matches!(self, Self::Feminine | Self::FemininePlural)
    }

    pub(crate) const ALL: [Self; 8] = [
        Self::Plain,
        Self::BrokenPlural,
        Self::SoundPlural,
        Self::Feminine,
        Self::FemininePlural,
        Self::Passive,
        Self::Jussive,
        Self::Short,
    ];
}

/// The suffixes that a stem takes, as a set of bits.
pub(crate) mod takes {
    // Nominal stems, names and particles.
    /// Nothing.
    pub const BARE: u8 = 1;
    /// The alef of the accusative: `كتابا`.
    pub const ACCUSATIVE: u8 = 1 << 1;
    /// Pronouns: `كتابه`.
    pub const PRONOUN: u8 = 1 << 2;
    /// The dual: `كتابان`.
    pub const DUAL: u8 = 1 << 3;
    /// The sound masculine plural: `معلمون`.
    pub const MASCULINE_PLURAL: u8 = 1 << 4;
    /// The sound feminine plural: `معلمات`.
    pub const FEMININE_PLURAL: u8 = 1 << 5;
    /// `ة`, or `ت` before pronouns.
    pub const TA_MARBUTA: u8 = 1 << 6;
    /// The dual of a word in `ة`: `شركتان`.
    pub const TA_DUAL: u8 = 1 << 7;

    // Verbs. Bits are used anew: a suffix asks for the kind as well.
    /// Nothing, or a pronoun: `كتب`, `كتبه`.
    pub const NONE: u8 = 1;
    /// A pronoun only: `بناه`.
    pub const OBJECT: u8 = 1 << 1;
    /// `ا` of the dual, `ان` of the imperfect.
    pub const ALEF: u8 = 1 << 2;
    /// `وا`, `ون` of the plural.
    pub const WAW: u8 = 1 << 3;
    /// `ت` of the feminine in the perfect; `ين`, `ي` in the imperfect.
    pub const FEMININE: u8 = 1 << 4;
    /// What begins with a consonant: `ت`, `نا`, `تم`, `ن`.
    pub const CONSONANT: u8 = 1 << 5;
    /// `نا` and `ن` behind a ن that is written once: `كنا`, `أعلنا`.
    pub const NOON: u8 = 1 << 6;
    /// All of them but a pronoun only.
    pub const ALL: u8 = NONE | ALEF | WAW | FEMININE | CONSONANT;
}

/// A stem with what may stand around it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stem {
    /// As written, with its hamzas.
    pub form: String,
    /// What may stand before it.
    pub kind: StemKind,
    /// What it is among the stems of its lexeme.
    pub role: Role,
    /// What may stand after it: bits of `takes`.
    pub takes: u8,
}

impl Stem {
    pub(crate) fn new(form: impl Into<String>, kind: StemKind, takes: u8) -> Self {
        Self {
            form: form.into(),
            kind,
            role: Role::Plain,
            takes,
        }
    }

    pub(crate) fn with_role(self, role: Role) -> Self {
        Self { role, ..self }
    }
}

//! Slots: what a suffix says of its word, and the pronouns behind it.

macro_rules! slots {
    ($($name:ident)*) => {
        /// The number, case, person or state that a suffix stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Slot {
            $($name,)*
        }

        impl Slot {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

// First those of nominals, then of perfects, by who acts, then of imperfects and imperatives, which have a
// prefix for that.
slots! {
    Bare
    Accusative
    Feminine
    FemininePlural
    DualNominative
    DualOblique
    DualNominativeConstruct
    DualObliqueConstruct
    FeminineDualNominative
    FeminineDualOblique
    FeminineDualNominativeConstruct
    FeminineDualObliqueConstruct
    PluralNominative
    PluralOblique
    PluralNominativeConstruct
    PluralObliqueConstruct
    He
    She
    Both
    BothFeminine
    They
    TheyFeminine
    I
    We
    You
    YouBoth
    YouFeminine
    One
    Two
    TwoShort
    Many
    ManyShort
    OneFeminine
    OneFeminineShort
    ManyFeminine
}

impl Slot {
    /// The same in the construct state.
    pub const fn construct(self) -> Self {
        match self {
            Self::DualNominative => Self::DualNominativeConstruct,
            Self::DualOblique => Self::DualObliqueConstruct,
            Self::FeminineDualNominative => Self::FeminineDualNominativeConstruct,
            Self::FeminineDualOblique => Self::FeminineDualObliqueConstruct,
            Self::PluralNominative => Self::PluralNominativeConstruct,
            Self::PluralOblique => Self::PluralObliqueConstruct,
            other => other,
        }
    }

    /// The same of a word without `ة`: which of both a word is, its stem says.
    pub const fn of_masculine(self) -> Self {
        match self {
            Self::Feminine => Self::Bare,
            Self::FeminineDualNominative => Self::DualNominative,
            Self::FeminineDualOblique => Self::DualOblique,
            Self::FeminineDualNominativeConstruct => Self::DualNominativeConstruct,
            Self::FeminineDualObliqueConstruct => Self::DualObliqueConstruct,
            other => other,
        }
    }

    /// Whether the article may stand before a word with it.
    pub const fn allows_article(self) -> bool {
        matches!(
            self,
            Self::Bare
                | Self::Feminine
                | Self::FemininePlural
                | Self::DualNominative
                | Self::DualOblique
                | Self::FeminineDualNominative
                | Self::FeminineDualOblique
                | Self::PluralNominative
                | Self::PluralOblique
        )
    }
}

/// A pronoun behind a noun, particle or verb, by its place in [`PRONOUNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pronoun(pub u8);

/// Letters, and who: person, gender, number.
const PRONOUNS: [(&str, &str); 12] = [
    ("ه", "3ms"),
    ("ها", "3fs"),
    ("هم", "3mp"),
    ("هن", "3fp"),
    ("هما", "3d"),
    ("ك", "2ms"),
    ("كم", "2mp"),
    ("كن", "2fp"),
    ("كما", "2d"),
    ("نا", "1p"),
    ("ي", "1s"),
    ("ني", "1s"),
];

impl Pronoun {
    /// How many there are.
    pub const COUNT: usize = PRONOUNS.len();

    /// As written.
    pub const fn letters(self) -> &'static str {
        PRONOUNS[self.0 as usize].0
    }

    /// Person, gender and number in short: `3ms`.
    pub const fn person(self) -> &'static str {
        PRONOUNS[self.0 as usize].1
    }
}

const fn pronouns(last: u8) -> [Pronoun; 11] {
    let mut pronouns = [Pronoun(last); 11];
    let mut i = 0;
    while i < 10 {
        pronouns[i as usize] = Pronoun(i);
        i += 1;
    }
    pronouns
}

/// Those of nouns.
pub(crate) const POSSESSIVE: [Pronoun; 11] = pronouns(10);

/// Those of verbs.
pub(crate) const OBJECTS: [Pronoun; 11] = pronouns(11);

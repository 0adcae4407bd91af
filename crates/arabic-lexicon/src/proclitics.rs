//! Proclitics: what is written onto the front of a word, and before which kinds of stem it stands.
//!
//! Conjunctions stand first, then a preposition or the sign of the future, then the article or the prefix
//! of person: `و` + `ب` + `ال` + `كتاب`, `ف` + `س` + `ي` + `كتب`.

use std::sync::LazyLock;

use crate::letters::Letters;
use crate::stem::StemKind;
use StemKind::{ArticleName, Governed, Imperative, Imperfect, Name, Nominal, Particle, Perfect};

/// What stands between the conjunction and the stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Head {
    Nothing,
    Bi,
    Ka,
    Li,
    Article,
    BiArticle,
    KaArticle,
    LiArticle,
    /// `س` of the future.
    Sa,
    /// `ل` before an imperfect: `ليكون`.
    LiVerb,
    /// `ل` before a perfect: `لكان`.
    LaPerfect,
    /// Glued on without a space: `مايجب`.
    Ma,
    /// `لايمكن`.
    La,
    /// `ياأخي`.
    Ya,
}

impl Head {
    pub const ALL: [Self; 14] = [
        Self::Nothing,
        Self::Bi,
        Self::Ka,
        Self::Li,
        Self::Article,
        Self::BiArticle,
        Self::KaArticle,
        Self::LiArticle,
        Self::Sa,
        Self::LiVerb,
        Self::LaPerfect,
        Self::Ma,
        Self::La,
        Self::Ya,
    ];

    pub const fn letters(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Bi => "ب",
            Self::Ka => "ك",
            Self::Li | Self::LiVerb | Self::LaPerfect => "ل",
            Self::Article => "ال",
            Self::BiArticle => "بال",
            Self::KaArticle => "كال",
            Self::LiArticle => "لل",
            Self::Sa => "س",
            Self::Ma => "ما",
            Self::La => "لا",
            Self::Ya => "يا",
        }
    }

    pub const fn has_article(self) -> bool {
        matches!(
            self,
            Self::Article | Self::BiArticle | Self::KaArticle | Self::LiArticle
        )
    }

    const fn kinds(self) -> u8 {
        match self {
            Self::Nothing => {
                Nominal.bit()
                    | Name.bit()
                    | Particle.bit()
                    | Governed.bit()
                    | Perfect.bit()
                    | Imperfect.bit()
                    | Imperative.bit()
            }
            Self::Bi | Self::Ka | Self::Li => Nominal.bit() | Name.bit() | Governed.bit(),
            Self::Article | Self::BiArticle | Self::KaArticle => Nominal.bit(),
            Self::LiArticle => Nominal.bit() | ArticleName.bit(),
            Self::Sa | Self::LiVerb | Self::La => Imperfect.bit(),
            Self::LaPerfect => Perfect.bit(),
            Self::Ma => Imperfect.bit() | Perfect.bit(),
            Self::Ya => Nominal.bit() | Name.bit(),
        }
    }
}

/// A sequence of proclitics, with the prefix of person where the stem is an imperfect.
#[derive(Clone, Debug)]
pub(crate) struct Prefix {
    pub letters: Letters,
    /// How many letters stand before the prefix of person.
    pub clitics: usize,
    /// `و` or `ف`.
    pub conjunction: Option<char>,
    pub head: Head,
    /// The prefix of person: `ي`, `ت`, `ن` or `أ`.
    pub person: Option<char>,
    /// Whether it is only read where each letter is right: what is glued on is rare enough.
    pub is_exact: bool,
    /// The kinds of stem it stands before, as a set of bits.
    pub kinds: u8,
}

/// All prefixes.
pub(crate) static PREFIXES: LazyLock<Vec<Prefix>> = LazyLock::new(all);

/// For each folded first letter, the prefixes that begin with it, by their numbers; the empty one everywhere.
pub(crate) static BY_FIRST: LazyLock<[Vec<u8>; 64]> = LazyLock::new(|| {
    std::array::from_fn(|letter| {
        let begins = |prefix: &Prefix| {
            let first = prefix.letters.codes().first();
            first.is_none_or(|first| usize::from(*first) == letter)
        };
        let numbers = (0..).zip(PREFIXES.iter());
        numbers
            .filter(|(_, prefix)| begins(prefix))
            .map(|(number, _)| number)
            .collect()
    })
});

fn all() -> Vec<Prefix> {
    let mut prefixes = Vec::new();
    for conjunction in [None, Some('و'), Some('ف')] {
        for head in Head::ALL {
            for person in [None, Some('ي'), Some('ت'), Some('ن'), Some('أ')] {
                let imperfect = Imperfect.bit();
                let kinds = match person {
                    None => head.kinds() & !imperfect,
                    Some(_) => head.kinds() & imperfect,
                };
                let letters = conjunction
                    .into_iter()
                    .chain(head.letters().chars())
                    .chain(person);
                let letters = Letters::from_word(&letters.collect::<String>());
                if let Some(letters) = letters.filter(|_| kinds != 0) {
                    let clitics = letters.codes().len() - usize::from(person.is_some());
                    prefixes.push(Prefix {
                        letters,
                        clitics,
                        conjunction,
                        head,
                        person,
                        is_exact: matches!(head, Head::Ma | Head::La | Head::Ya | Head::LaPerfect),
                        kinds,
                    });
                }
            }
        }
    }
    prefixes
}

//! Proclitics: what is written onto the front of a word, and before which kinds of stem it stands.
//!
//! Conjunctions stand first, then a preposition or the sign of the future, then the article or the prefix
//! of person: `و` + `ب` + `ال` + `كتاب`, `ف` + `س` + `ي` + `كتب`.

use std::sync::LazyLock;

use crate::letters::fold;
use crate::stem::StemKind;

/// A sequence of proclitics, with the prefix of person where the stem is an imperfect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Prefix {
    /// As written.
    pub letters: String,
    /// Whether the article is in it.
    pub has_article: bool,
    /// The kinds of stem it stands before.
    pub kinds: &'static [StemKind],
    /// How many bytes of it are the prefix of person.
    pub person: usize,
}

use StemKind::{ArticleName, Governed, Imperative, Imperfect, Name, Nominal, Particle, Perfect};

const ANY: &[StemKind] = &[Nominal, Name, Particle, Governed, Perfect, Imperative];
const GOVERNED: &[StemKind] = &[Nominal, Name, Governed];

/// All prefixes, by their folded letters in order; the empty one is the first.
pub(crate) static PREFIXES: LazyLock<Vec<Prefix>> = LazyLock::new(|| {
    let mut prefixes = Vec::new();
    let mut add = |letters: String, has_article, kinds, person| {
        prefixes.push(Prefix {
            letters,
            has_article,
            kinds,
            person,
        });
    };
    for conjunction in ["", "و", "ف"] {
        add(conjunction.to_string(), false, ANY, 0);
        add(format!("{conjunction}ال"), true, &[Nominal], 0);
        for preposition in ["ب", "ك", "ل"] {
            add(format!("{conjunction}{preposition}"), false, GOVERNED, 0);
        }
        for preposition in ["ب", "ك"] {
            add(format!("{conjunction}{preposition}ال"), true, &[Nominal], 0);
        }
        add(format!("{conjunction}لل"), true, &[Nominal, ArticleName], 0);
        for tense in ["", "س", "ل"] {
            for person in ["ي", "ت", "ن", "أ"] {
                let letters = format!("{conjunction}{tense}{person}");
                add(letters, false, &[Imperfect], person.len());
            }
        }
    }
    prefixes.sort_by_cached_key(|prefix| fold(&prefix.letters));
    prefixes
});

//! Suffixes: number, case, person and pronouns, and which stems take them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::stem::StemKind;
use crate::stem::takes::{
    ACCUSATIVE, ALEF, BARE, CONSONANT, DUAL, FEMININE, FEMININE_PLURAL, MASCULINE_PLURAL, NONE,
    OBJECT, PRONOUN, TA_DUAL, TA_MARBUTA, WAW,
};

/// One reading of a suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Suffix {
    /// What a stem must take for it: one bit.
    pub takes: u8,
    /// Which stems it stands behind.
    pub after: After,
    /// Whether the article may stand before its word.
    pub allows_article: bool,
    /// Whether it is written carelessly: `ه` for `ة`.
    pub is_slip: bool,
}

/// Groups of kinds of stems that take the same suffixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// Nouns, adjectives, names, particles.
    Nominal,
    /// The perfect.
    Perfect,
    /// The imperfect and the imperative.
    Imperfect,
}

impl After {
    /// The group of a kind.
    pub fn of(kind: StemKind) -> Self {
        match kind {
            StemKind::Perfect => Self::Perfect,
            StemKind::Imperfect | StemKind::Imperative => Self::Imperfect,
            _ => Self::Nominal,
        }
    }
}

const POSSESSIVE: [&str; 11] = [
    "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "نا", "ي",
];

const OBJECTS: [&str; 11] = [
    "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "نا", "ني",
];

/// The longest suffix, in letters.
pub(crate) const LONGEST: usize = 6;

/// The readings of each suffix, the empty one among them.
pub(crate) static SUFFIXES: LazyLock<HashMap<String, Vec<Suffix>>> = LazyLock::new(|| {
    let mut table = Table::default();
    table.nominal();
    table.perfect();
    table.imperfect();
    table.0
});

#[derive(Default)]
struct Table(HashMap<String, Vec<Suffix>>);

impl Table {
    fn add(&mut self, letters: &str, takes: u8, after: After, allows_article: bool) {
        let suffix = Suffix {
            takes,
            after,
            allows_article,
            is_slip: false,
        };
        self.push(letters, suffix);
        let slip = Suffix {
            is_slip: true,
            ..suffix
        };
        if let Some(stem) = letters.strip_suffix('ة') {
            self.push(&format!("{stem}ه"), slip);
        }
        if let Some(stem) = letters.strip_suffix('ي') {
            self.push(&format!("{stem}ى"), slip);
        }
        if let Some(stem) = letters.strip_suffix("وا") {
            self.push(&format!("{stem}و"), slip);
        }
    }

    fn push(&mut self, letters: &str, suffix: Suffix) {
        let readings = self.0.entry(letters.to_string()).or_default();
        if !readings.contains(&suffix) {
            readings.push(suffix);
        }
    }

    /// `ending` with each pronoun behind it; the `ي` of the first person only where it is readable.
    fn with_pronouns(&mut self, ending: &str, takes: u8) {
        for pronoun in POSSESSIVE {
            if pronoun != "ي" || ending.is_empty() || ending.ends_with('ت') {
                self.add(&format!("{ending}{pronoun}"), takes, After::Nominal, false);
            }
        }
    }

    fn nominal(&mut self) {
        self.add("", BARE, After::Nominal, true);
        self.add("ا", ACCUSATIVE, After::Nominal, false);
        self.with_pronouns("", PRONOUN);
        for (takes, before) in [(DUAL, ""), (TA_DUAL, "ت")] {
            self.add(&format!("{before}ان"), takes, After::Nominal, true);
            self.add(&format!("{before}ين"), takes, After::Nominal, true);
            for construct in ["ا", "ي"] {
                let ending = format!("{before}{construct}");
                self.add(&ending, takes, After::Nominal, false);
                self.with_pronouns(&ending, takes);
            }
        }
        for ending in ["ون", "ين"] {
            self.add(ending, MASCULINE_PLURAL, After::Nominal, true);
        }
        for construct in ["و", "ي"] {
            self.add(construct, MASCULINE_PLURAL, After::Nominal, false);
            self.with_pronouns(construct, MASCULINE_PLURAL);
        }
        self.add("ات", FEMININE_PLURAL, After::Nominal, true);
        self.with_pronouns("ات", FEMININE_PLURAL);
        self.add("ة", TA_MARBUTA, After::Nominal, true);
        self.with_pronouns("ت", TA_MARBUTA);
    }

    fn verbal(&mut self, after: After, ending: &str, before_object: &str, takes: u8) {
        self.add(ending, takes, after, false);
        for object in OBJECTS {
            self.add(&format!("{before_object}{object}"), takes, after, false);
        }
    }

    fn perfect(&mut self) {
        let after = After::Perfect;
        self.verbal(after, "", "", NONE);
        for object in OBJECTS {
            self.add(object, OBJECT, after, false);
        }
        self.verbal(after, "ت", "ت", FEMININE);
        self.verbal(after, "تا", "تا", FEMININE);
        self.verbal(after, "ا", "ا", ALEF);
        self.verbal(after, "وا", "و", WAW);
        for (ending, before_object) in [
            ("ت", "ت"),
            ("نا", "نا"),
            ("تم", "تمو"),
            ("تما", "تما"),
            ("تن", "تن"),
            ("ن", "ن"),
        ] {
            self.verbal(after, ending, before_object, CONSONANT);
        }
    }

    fn imperfect(&mut self) {
        let after = After::Imperfect;
        self.verbal(after, "", "", NONE);
        for object in OBJECTS {
            self.add(object, OBJECT, after, false);
        }
        self.verbal(after, "ان", "ان", ALEF);
        self.verbal(after, "ا", "ا", ALEF);
        self.verbal(after, "ون", "ون", WAW);
        self.verbal(after, "وا", "و", WAW);
        self.verbal(after, "ين", "ين", FEMININE);
        self.verbal(after, "ي", "ي", FEMININE);
        self.verbal(after, "ن", "ن", CONSONANT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_longer_than_the_longest() {
        let longest = SUFFIXES.keys().map(|suffix| suffix.chars().count()).max();
        assert_eq!(longest, Some(LONGEST));
    }
}

//! Suffixes: number, case, person and pronouns, and which stems take them.

use std::sync::LazyLock;

use crate::letters::Letters;
use crate::slip::Slip;
use crate::slot::{OBJECTS, POSSESSIVE, Pronoun, Slot};
use crate::stem::StemKind;
use crate::stem::takes::{
    ACCUSATIVE, ALEF, BARE, CONSONANT, DUAL, FEMININE, FEMININE_PLURAL, MASCULINE_PLURAL, NONE,
    NOON, OBJECT, PRONOUN, TA_DUAL, TA_MARBUTA, WAW,
};

/// One reading of a suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Suffix {
    /// What a stem must take for it: one bit.
    pub takes: u8,
    /// Which stems it stands behind, as a set of bits.
    pub after: u8,
    /// Whether the article may stand before its word.
    pub allows_article: bool,
    /// What it says of the word.
    pub slot: Slot,
    /// The pronoun in it.
    pub pronoun: Option<Pronoun>,
    /// How it is written carelessly: `ه` for `ة`.
    pub slip: Option<Slip>,
    /// The spellings of its letters.
    spellings: u64,
}

impl Suffix {
    /// Whether it may be what is written with these spellings.
    pub fn is_written(&self, spellings: u64) -> bool {
        self.spellings == spellings
    }
}

const NOMINAL: u8 = StemKind::Nominal.bit()
    | StemKind::Name.bit()
    | StemKind::ArticleName.bit()
    | StemKind::Particle.bit()
    | StemKind::Governed.bit();
const PERFECT: u8 = StemKind::Perfect.bit();
const IMPERFECT: u8 = StemKind::Imperfect.bit() | StemKind::Imperative.bit();

/// The longest suffix, in letters.
pub(crate) const LONGEST: usize = 7;

/// The suffixes as a tree of their letters from the last to the first.
pub(crate) struct Suffixes {
    nodes: Vec<Node>,
    /// All readings, those of one suffix together.
    readings: Vec<Suffix>,
}

#[derive(Clone)]
struct Node {
    next: [u16; 64],
    start: u16,
    end: u16,
}

pub(crate) static SUFFIXES: LazyLock<Suffixes> = LazyLock::new(|| {
    let mut table = Table::default();
    table.nominal();
    table.perfect();
    table.imperfect();
    Suffixes::from_rows(table.0)
});

impl Suffixes {
    fn from_rows(mut rows: Vec<(Vec<u8>, Suffix)>) -> Self {
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        let empty = Node {
            next: [0; 64],
            start: 0,
            end: 0,
        };
        let mut suffixes = Self {
            nodes: vec![empty.clone()],
            readings: Vec::new(),
        };
        for (reversed, suffix) in rows {
            let mut at = 0;
            for letter in reversed {
                let free = u16::try_from(suffixes.nodes.len()).unwrap_or(0);
                let next = &mut suffixes.nodes[at].next[usize::from(letter)];
                if *next == 0 {
                    *next = free;
                    suffixes.nodes.push(empty.clone());
                }
                at = usize::from(suffixes.nodes[at].next[usize::from(letter)]);
            }
            let start = u16::try_from(suffixes.readings.len()).unwrap_or(0);
            let node = &mut suffixes.nodes[at];
            if node.end == 0 {
                node.start = start;
            }
            node.end = start + 1;
            suffixes.readings.push(suffix);
        }
        suffixes
    }

    /// For each length from 0 up, where the readings of the suffix of that length begin and end.
    pub fn of_word(&self, word: &[u8]) -> [(u16, u16); LONGEST + 1] {
        let mut found = [(0, 0); LONGEST + 1];
        let mut node = &self.nodes[0];
        found[0] = (node.start, node.end);
        for (letter, found) in word.iter().rev().zip(&mut found[1..]) {
            match node.next[usize::from(*letter)] {
                0 => break,
                next => node = &self.nodes[usize::from(next)],
            }
            *found = (node.start, node.end);
        }
        found
    }

    /// The reading of this number.
    pub fn get(&self, number: u16) -> &Suffix {
        &self.readings[usize::from(number)]
    }

    /// All readings.
    pub fn all(&self) -> &[Suffix] {
        &self.readings
    }
}

#[derive(Default)]
struct Table(Vec<(Vec<u8>, Suffix)>);

impl Table {
    fn add(&mut self, letters: &str, suffix: Suffix) {
        self.push(letters, suffix);
        let slip = |slip| Suffix {
            slip: Some(slip),
            ..suffix
        };
        if let Some(stem) = letters.strip_suffix('ة') {
            self.push(&format!("{stem}ه"), slip(Slip::Ta));
        }
        if let Some(stem) = letters.strip_suffix('ي') {
            self.push(&format!("{stem}ى"), slip(Slip::Dotless));
        }
        if let Some(stem) = letters.strip_suffix("وا") {
            self.push(&format!("{stem}و"), slip(Slip::Waw));
        }
    }

    fn push(&mut self, letters: &str, suffix: Suffix) {
        if let Some(letters) = Letters::from_word(letters) {
            let length = letters.codes().len();
            let suffix = Suffix {
                spellings: letters.spellings(0, length),
                ..suffix
            };
            let row = (letters.codes().iter().rev().copied().collect(), suffix);
            if !self.0.contains(&row) {
                self.0.push(row);
            }
        }
    }

    /// A suffix of a nominal stem.
    fn nominal_suffix(&mut self, letters: &str, takes: u8, slot: Slot, pronoun: Option<Pronoun>) {
        let suffix = Suffix {
            takes,
            after: NOMINAL,
            allows_article: pronoun.is_none() && slot.allows_article(),
            slot,
            pronoun,
            slip: None,
            spellings: 0,
        };
        self.add(letters, suffix);
    }

    /// The first person behind particles: `إنني`.
    fn particle_suffix(&mut self, letters: &str) {
        let suffix = Suffix {
            takes: PRONOUN,
            after: StemKind::Particle.bit() | StemKind::Governed.bit(),
            allows_article: false,
            slot: Slot::Bare,
            pronoun: OBJECTS.last().copied(),
            slip: None,
            spellings: 0,
        };
        self.add(letters, suffix);
    }

    /// `ending` with each pronoun behind it; the `ي` of the first person only where it is readable.
    fn with_pronouns(&mut self, ending: &str, takes: u8, slot: Slot) {
        for pronoun in POSSESSIVE {
            let letters = pronoun.letters();
            if letters != "ي" || ending.is_empty() || ending.ends_with('ت') {
                self.nominal_suffix(&format!("{ending}{letters}"), takes, slot, Some(pronoun));
            }
        }
    }

    fn nominal(&mut self) {
        use Slot as S;
        self.nominal_suffix("", BARE, S::Bare, None);
        self.nominal_suffix("ا", ACCUSATIVE, S::Accusative, None);
        self.with_pronouns("", PRONOUN, S::Bare);
        self.particle_suffix("ني");
        for (takes, before, slots) in [
            (DUAL, "", [S::DualNominative, S::DualOblique]),
            (
                TA_DUAL,
                "ت",
                [S::FeminineDualNominative, S::FeminineDualOblique],
            ),
        ] {
            for (slot, construct, absolute) in [(slots[0], "ا", "ان"), (slots[1], "ي", "ين")]
            {
                self.nominal_suffix(&format!("{before}{absolute}"), takes, slot, None);
                let ending = format!("{before}{construct}");
                self.nominal_suffix(&ending, takes, slot.construct(), None);
                self.with_pronouns(&ending, takes, slot.construct());
            }
        }
        for (slot, construct, absolute) in [
            (S::PluralNominative, "و", "ون"),
            (S::PluralOblique, "ي", "ين"),
        ] {
            self.nominal_suffix(absolute, MASCULINE_PLURAL, slot, None);
            self.nominal_suffix(construct, MASCULINE_PLURAL, slot.construct(), None);
            self.with_pronouns(construct, MASCULINE_PLURAL, slot.construct());
        }
        self.nominal_suffix("ات", FEMININE_PLURAL, S::FemininePlural, None);
        self.with_pronouns("ات", FEMININE_PLURAL, S::FemininePlural);
        self.nominal_suffix("ة", TA_MARBUTA, S::Feminine, None);
        self.with_pronouns("ت", TA_MARBUTA, S::Feminine);
    }

    /// A suffix of a verb, alone and with each object behind it.
    fn verbal(&mut self, after: u8, takes: u8, (ending, before_object): (&str, &str), slot: Slot) {
        let suffix = |pronoun| Suffix {
            takes,
            after,
            allows_article: false,
            slot,
            pronoun,
            slip: None,
            spellings: 0,
        };
        if takes != OBJECT {
            self.add(ending, suffix(None));
        }
        for object in OBJECTS {
            let letters = format!("{before_object}{}", object.letters());
            self.add(&letters, suffix(Some(object)));
        }
    }

    fn perfect(&mut self) {
        for (takes, endings, slot) in [
            (NONE, ("", ""), Slot::He),
            (OBJECT, ("", ""), Slot::He),
            (FEMININE, ("ت", "ت"), Slot::She),
            (FEMININE, ("تا", "تا"), Slot::BothFeminine),
            (ALEF, ("ا", "ا"), Slot::Both),
            (WAW, ("وا", "و"), Slot::They),
            (CONSONANT, ("ت", "ت"), Slot::I),
            (CONSONANT, ("نا", "نا"), Slot::We),
            (CONSONANT, ("تم", "تمو"), Slot::You),
            (CONSONANT, ("تما", "تما"), Slot::YouBoth),
            (CONSONANT, ("تن", "تن"), Slot::YouFeminine),
            (CONSONANT, ("ن", "ن"), Slot::TheyFeminine),
            (NOON, ("نا", "نا"), Slot::We),
            (NOON, ("ن", "ن"), Slot::TheyFeminine),
        ] {
            self.verbal(PERFECT, takes, endings, slot);
        }
    }

    fn imperfect(&mut self) {
        for (takes, endings, slot) in [
            (NONE, ("", ""), Slot::One),
            (OBJECT, ("", ""), Slot::One),
            (ALEF, ("ان", "ان"), Slot::Two),
            (ALEF, ("ا", "ا"), Slot::TwoShort),
            (WAW, ("ون", "ون"), Slot::Many),
            (WAW, ("وا", "و"), Slot::ManyShort),
            (FEMININE, ("ين", "ين"), Slot::OneFeminine),
            (FEMININE, ("ي", "ي"), Slot::OneFeminineShort),
            (CONSONANT, ("ن", "ن"), Slot::ManyFeminine),
            (NOON, ("ن", "ن"), Slot::ManyFeminine),
        ] {
            self.verbal(IMPERFECT, takes, endings, slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_longer_than_the_longest() {
        let mut table = Table::default();
        table.nominal();
        table.perfect();
        table.imperfect();
        let longest = table.0.iter().map(|(letters, _)| letters.len()).max();
        assert!(longest <= Some(LONGEST), "{longest:?}");
    }
}

//! Weights: how unlikely a reading is, as a sum of what its parts cost.
//!
//! A part is a lexeme, or a feature among those of its group: the conjunction, what stands between it and
//! the stem, the person, which stem it is, the suffix, the pronoun, careless letters. A cost is -8 ln of a
//! part's share, so 18 is ten times rarer. The shares are those of a corpus of news, read with all their
//! readings at once (`examples/learn.rs`); they are kept in `weights/`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::group::Group;
use crate::proclitics::{Head, PREFIXES, Prefix};
use crate::slot::{Pronoun, Slot};
use crate::stem::Role;
use crate::suffixes::{SUFFIXES, Suffix};

/// Readings that cost so much more than the best one of their form are not plausible.
pub(crate) const MARGIN: u16 = 16;

/// The most that a reading may cost, without and with careless letters. One that costs more is none: the form is
/// a word that is not known, mostly a name. Short verbs with their many endings are found in many names.
pub(crate) const fn most(group: Group, slips: u8) -> u16 {
    match (group, slips) {
        (Group::Imperative, 0) => 170,
        (Group::Imperative, _) => 140,
        (Group::Perfect | Group::Imperfect, 0) => 205,
        (Group::Perfect | Group::Imperfect, _) => 165,
        (_, 0) => 250,
        _ => 180,
    }
}

/// The same where the best reading is a name and the other is not.
pub(crate) const MARGIN_OF_NAME: u16 = 22;

/// The same where the best reading is a noun in `ة`, and the other the feminine of another word.
pub(crate) const MARGIN_OF_FEMININE: u16 = 3;

/// The same for a broken plural.
pub(crate) const MARGIN_OF_PLURAL: u16 = 36;

/// The same where a verb and a noun of its family are written alike: `حكم`.
pub(crate) const MARGIN_OF_HOMOGRAPH: u16 = 40;

/// The same for a word that is asked for: its other lexemes may be what is meant.
pub(crate) const MARGIN_OF_QUERY: u16 = 20;

/// The same for a word that is asked for in its base form: `كتب` is the verb and the books.
pub(crate) const MARGIN_OF_BASE_FORM: u16 = 40;

/// The same for a word that is asked for and written carelessly: it may stand for each of several words.
pub(crate) const MARGIN_OF_CARELESS: u16 = 36;

const CONJUNCTIONS: usize = 3;
const PERSONS: usize = 5;
const HEADS_AT: usize = CONJUNCTIONS;
const PERSONS_AT: usize = HEADS_AT + Head::ALL.len();
const ROLES_AT: usize = PERSONS_AT + PERSONS;
const SLOTS_AT: usize = ROLES_AT + Role::ALL.len();
const PRONOUNS_AT: usize = SLOTS_AT + Slot::ALL.len();
const WIDTH: usize = PRONOUNS_AT + 1 + Pronoun::COUNT;

/// The parts of a reading beside its lexeme, by their numbers below [`PARTS`].
pub const PARTS: usize = WIDTH * Group::NAMES.len();

/// The name of a part: group, kind of feature and value, for the table in `weights/`.
///
/// ```
/// use arabic_lexicon::weight;
/// assert_eq!(weight::name(1), "noun conjunction و");
/// ```
#[must_use]
pub fn name(part: usize) -> String {
    let value = match part % WIDTH {
        at if at < HEADS_AT => ["-", "و", "ف"][at].to_string(),
        at if at < PERSONS_AT => format!("{:?}", Head::ALL[at - HEADS_AT]),
        at if at < ROLES_AT => ["-", "ي", "ت", "ن", "أ"][at - PERSONS_AT].to_string(),
        at if at < SLOTS_AT => format!("{:?}", Role::ALL[at - ROLES_AT]),
        at if at < PRONOUNS_AT => format!("{:?}", Slot::ALL[at - SLOTS_AT]),
        PRONOUNS_AT => "-".into(),
        at => {
            let number = u8::try_from(at - PRONOUNS_AT - 1).unwrap_or(0);
            Pronoun(number).letters().to_string()
        }
    };
    format!("{} {} {value}", group_of(part), kind_of(part))
}

/// Parts with the same name here are the alternatives to each other: their shares make one.
///
/// ```
/// use arabic_lexicon::weight;
/// assert_eq!(weight::alternatives(0), weight::alternatives(1));
/// ```
#[must_use]
pub fn alternatives(part: usize) -> String {
    // Which stem of a verb it is decides at once between its tenses.
    match (kind_of(part), group_of(part)) {
        ("role", "perfect" | "imperfect" | "imperative") => "verb role".into(),
        (kind, group) => format!("{group} {kind}"),
    }
}

fn group_of(part: usize) -> &'static str {
    Group::NAMES[part / WIDTH % Group::NAMES.len()]
}

fn kind_of(part: usize) -> &'static str {
    match part % WIDTH {
        at if at < HEADS_AT => "conjunction",
        at if at < PERSONS_AT => "head",
        at if at < ROLES_AT => "person",
        at if at < SLOTS_AT => "role",
        at if at < PRONOUNS_AT => "slot",
        _ => "pronoun",
    }
}

/// What each part costs, as read from `weights/features.tsv`.
static COSTS: LazyLock<[u8; PARTS]> = LazyLock::new(|| {
    let mut costs = [0; PARTS];
    let lines = include_str!("../weights/features.tsv").lines();
    let known: HashMap<&str, &str> = lines.filter_map(|line| line.split_once('\t')).collect();
    for (part, cost) in costs.iter_mut().enumerate() {
        let value = known.get(&*name(part)).and_then(|value| value.parse().ok());
        *cost = value.unwrap_or(0);
    }
    costs
});

/// The costs of prefixes and suffixes, summed up for each group.
pub(crate) struct Sums {
    prefixes: Vec<[u16; 8]>,
    suffixes: Vec<[u16; 8]>,
    roles: [[u16; Role::ALL.len()]; 8],
}

pub(crate) static SUMS: LazyLock<Sums> = LazyLock::new(|| {
    let cost = |group: usize, at: usize| u16::from(COSTS[group * WIDTH + at]);
    let sum = |group: usize, parts: &[usize]| parts.iter().map(|part| cost(group, *part)).sum();
    Sums {
        prefixes: PREFIXES
            .iter()
            .map(|prefix| std::array::from_fn(|group| sum(group, &parts_of_prefix(prefix))))
            .collect(),
        suffixes: SUFFIXES
            .all()
            .iter()
            .map(|suffix| std::array::from_fn(|group| sum(group, &parts_of_suffix(suffix))))
            .collect(),
        roles: std::array::from_fn(|group| {
            std::array::from_fn(|role| cost(group, ROLES_AT + role))
        }),
    }
});

impl Sums {
    /// What a reading costs beside its lexeme.
    pub fn cost(&self, group: Group, prefix: u8, suffix: u16, role: Role) -> u16 {
        let group = group as usize;
        self.prefixes[usize::from(prefix)][group]
            + self.suffixes[usize::from(suffix)][group]
            + self.roles[group][role as usize]
    }
}

/// The parts of a reading, by their numbers.
pub(crate) fn parts(group: Group, prefix: u8, suffix: u16, role: Role) -> [usize; 6] {
    let [conjunction, head, person] = parts_of_prefix(&PREFIXES[usize::from(prefix)]);
    let [slot, pronoun] = parts_of_suffix(SUFFIXES.get(suffix));
    let parts = [
        conjunction,
        head,
        person,
        ROLES_AT + role as usize,
        slot,
        pronoun,
    ];
    parts.map(|part| group as usize * WIDTH + part)
}

fn parts_of_prefix(prefix: &Prefix) -> [usize; 3] {
    let conjunction = match prefix.conjunction {
        None => 0,
        Some('و') => 1,
        Some(_) => 2,
    };
    let person = match prefix.person {
        None => 0,
        Some('ي') => 1,
        Some('ت') => 2,
        Some('ن') => 3,
        Some(_) => 4,
    };
    [
        conjunction,
        HEADS_AT + prefix.head as usize,
        PERSONS_AT + person,
    ]
}

fn parts_of_suffix(suffix: &Suffix) -> [usize; 2] {
    let pronoun = suffix
        .pronoun
        .map_or(0, |pronoun| 1 + usize::from(pronoun.0));
    [
        SLOTS_AT + suffix.slot.of_masculine() as usize,
        PRONOUNS_AT + pronoun,
    ]
}

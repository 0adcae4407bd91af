//! The words that tell names apart: titles, heads of names, places that are known.

use std::sync::LazyLock;

use super::kind::NameKind;
use arabic_text::fold;
use rustc_hash::FxHashMap;

/// What a word says of the name beside it, or of itself; one word may say several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cues(u16);

impl Cues {
    pub const TITLE: Self = Self(1);
    pub const ROLE: Self = Self(1 << 1);
    pub const KIN: Self = Self(1 << 2);
    pub const PLACE: Self = Self(1 << 3);
    pub const IN_PLACE: Self = Self(1 << 4);
    pub const ORGANISATION: Self = Self(1 << 5);
    pub const KNOWN_PLACE: Self = Self(1 << 6);
    pub const NATION: Self = Self(1 << 7);
    pub const SAYS: Self = Self(1 << 8);
    pub const NO_NAME: Self = Self(1 << 9);
    pub const NOT_ALONE: Self = Self(1 << 10);

    /// Those of a word as it is written, without what is written onto it.
    pub fn of(bare: &str) -> Self {
        CUES.get(&*fold(bare)).copied().unwrap_or_default()
    }

    /// Whether the word says one of these things.
    pub fn has(self, one_of: Self) -> bool {
        self.0 & one_of.0 != 0
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn named(kind: &str) -> Self {
        match kind {
            "title" => Self::TITLE,
            "role" => Self::ROLE,
            "kin" => Self::KIN,
            "place" => Self::PLACE,
            "in_place" => Self::IN_PLACE,
            "organisation" => Self::ORGANISATION,
            "known_place" => Self::KNOWN_PLACE,
            "nation" => Self::NATION,
            "says" => Self::SAYS,
            "not_alone" => Self::NOT_ALONE,
            _ => Self::NO_NAME,
        }
    }
}

/// All of them, by words folded.
static CUES: LazyLock<FxHashMap<String, Cues>> = LazyLock::new(|| {
    let mut cues: FxHashMap<String, Cues> = FxHashMap::default();
    let lines = include_str!("cues.tsv").lines();
    for line in lines.filter(|line| !line.starts_with('#') && !line.contains("_row\t")) {
        let (kind, words) = line.split_once('\t').unwrap_or_default();
        for word in words.split(' ') {
            let of_word = cues.entry(fold(word)).or_default();
            *of_word = of_word.or(Cues::named(kind));
        }
    }
    cues
});

/// The words of a name, folded, and what it is of.
type Row = (Vec<String>, NameKind);

/// Names of several words, folded, by their first: what they are of.
static ROWS: LazyLock<FxHashMap<String, Vec<Row>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<String, Vec<Row>> = FxHashMap::default();
    for line in include_str!("cues.tsv").lines() {
        let (name, kind) = match line.split_once("_row\t") {
            Some(("place", name)) => (name, NameKind::Place),
            Some(("organisation", name)) => (name, NameKind::Organisation),
            _ => continue,
        };
        let words: Vec<String> = name.split(' ').map(fold).collect();
        let first = words.first().cloned().unwrap_or_default();
        rows.entry(first).or_default().push((words, kind));
    }
    rows
});

/// How many words from the first of `words` on are a name of several that is known, and what it is of; `words` are folded.
pub(super) fn known_row(first: &str, words: &[String]) -> Option<(usize, NameKind)> {
    let rows = ROWS.get(first)?.iter();
    let known = rows.filter(|(row, _)| words.starts_with(row));
    let longest = known.max_by_key(|(row, _)| row.len())?;
    Some((longest.0.len(), longest.1))
}

//! Spelling variants: groups of spellings that are one name or word.
//!
//! Papers write one foreign name in many ways (`قره باغ`, `قره باج`, `قراباغ`, `كاراباخ`) and one month in
//! three systems (`سبتمبر`, `أيلول`, `شتنبر`). No map of letters can join these without joining native
//! words, so they are listed: a list of 1,663 groups is compiled in, others can be added. Proclitics and
//! suffixes around a name are not listed.
//!
//! A list is text, a group a line, spellings separated by tabs; `#` opens a comment line.

mod places;

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::words;
use places::Places;

/// The list of this crate: folded, no spelling twice, so that loading it computes nothing.
const BUILTIN: &str = include_str!("variants.tsv");

/// About so many bytes of a list are a spelling.
const SPELLING_BYTES: usize = 15;

/// A group of equal spellings.
///
/// ```
/// use arabic_text::variants::Variants;
/// let mut variants = Variants::default();
/// variants.extend("غوغل\tجوجل");
/// assert_eq!(variants.groups()[0].spellings, ["غوغل", "جوجل"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct VariantGroup {
    /// The spellings, in the order of the list; no two are alike. Each is the folded words of a name, one
    /// or several, with a space between them.
    pub spellings: Vec<Cow<'static, str>>,
    /// How many of them, from the start, come from lists that people wrote; the others were learned.
    pub listed: usize,
}

impl VariantGroup {
    /// Whether only a learned list makes these two of its spellings equal.
    ///
    /// ```
    /// use arabic_text::variants::Variants;
    /// let mut variants = Variants::default();
    /// variants.extend("غوغل\tجوجل");
    /// variants.extend_learned("جوجل\tقوقل");
    /// let group = &variants.groups()[0];
    /// assert!(!group.is_learned(0, 1) && group.is_learned(0, 2));
    /// ```
    #[must_use]
    pub fn is_learned(&self, a: usize, b: usize) -> bool {
        a.max(b) >= self.listed
    }
}

/// Groups of equal spellings, from the list of this crate and others.
///
/// ```
/// use arabic_text::variants::Variants;
/// let mut variants = Variants::builtin();
/// let errors = variants.extend("# our own names\nلوفيف\tلفيف\nلفيف");
/// assert_eq!(errors[0].line(), 3); // a single spelling is no group
/// assert!(variants.starting_with("لوفيف").next().is_some());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Variants {
    groups: Vec<VariantGroup>,
    places: Places,
}

/// A line of a list that is no group of spellings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct VariantListError {
    line: usize,
    problem: VariantListProblem,
}

impl VariantListError {
    /// The number of the line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Why it is no group.
    ///
    /// ```
    /// use arabic_text::variants::{VariantListProblem, Variants};
    /// let errors = Variants::default().extend("أحمد\tاحمد");
    /// assert_eq!(errors[0].problem(), VariantListProblem::SameWord);
    /// ```
    #[must_use]
    pub fn problem(&self) -> VariantListProblem {
        self.problem
    }
}

/// Why a line of a list is no group of spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VariantListProblem {
    /// One of its spellings has no letters.
    #[error("a spelling without letters")]
    NoLetters,
    /// All its spellings fold to the same word.
    #[error("all spellings fold to the same word: no group is needed")]
    SameWord,
    /// It has one spelling.
    #[error("a single spelling: separate spellings by tabs")]
    Single,
}

impl Variants {
    /// The list of this crate.
    ///
    /// ```
    /// use arabic_text::variants::Variants;
    /// let builtin = Variants::builtin();
    /// let group = builtin.groups().iter().find(|group| group.spellings.contains(&"قراباغ".into())).unwrap();
    /// assert!(group.spellings.contains(&"قره باج".into()));
    /// ```
    #[must_use]
    pub fn builtin() -> Self {
        let mut builtin = Self::default();
        builtin.reserve(BUILTIN);
        for line in BUILTIN.lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let at = builtin.new_group();
            for spelling in line.split('\t') {
                builtin.push(at, Cow::Borrowed(spelling));
            }
            builtin.groups[at].listed = builtin.groups[at].spellings.len();
        }
        builtin
    }

    /// The groups, in the order they were listed.
    #[must_use]
    pub fn groups(&self) -> &[VariantGroup] {
        &self.groups
    }

    /// The spellings whose first word is the folded `word`: the group, and which of its spellings.
    ///
    /// ```
    /// use arabic_text::variants::Variants;
    /// let builtin = Variants::builtin();
    /// let found: Vec<&str> = builtin.starting_with("قره").map(|(group, i)| &*group.spellings[i]).collect();
    /// assert!(found.contains(&"قره باغ"));
    /// ```
    pub fn starting_with(&self, word: &str) -> impl Iterator<Item = (&VariantGroup, usize)> {
        let places = self.places.starting_with(word, &self.groups);
        places.map(|place| (&self.groups[place.group], place.spelling))
    }

    /// Adds the groups of `list`: a group a line, spellings separated by tabs, `#` before a comment. A group that shares a spelling with an earlier one joins it.
    /// Returns the lines that are no groups; the others are added all the same.
    pub fn extend(&mut self, list: &str) -> Vec<VariantListError> {
        self.each_group(list, |variants, at, spellings| {
            for spelling in spellings.into_iter().map(Cow::Owned) {
                if !variants.places.is_in(at, &spelling, &variants.groups) {
                    variants.push(at, spelling);
                }
            }
            variants.groups[at].listed = variants.groups[at].spellings.len();
        })
    }

    /// Adds the groups of a list that was learned, after the lists that people wrote. A spelling that is in
    /// a group already stays there. Lines that begin with `-` are left out.
    /// Returns the lines that are no groups; the others are added all the same.
    pub fn extend_learned(&mut self, list: &str) -> Vec<VariantListError> {
        self.each_group(list, |variants, at, spellings| {
            for spelling in spellings {
                if variants
                    .places
                    .group_of(&spelling, &variants.groups)
                    .is_none()
                {
                    variants.push(at, spelling.into());
                }
            }
        })
    }

    /// Calls `add` with each group of `list` and the index of the group here that is the same.
    /// Returns the lines that are no groups.
    fn each_group(
        &mut self,
        list: &str,
        add: impl Fn(&mut Self, usize, Vec<String>),
    ) -> Vec<VariantListError> {
        self.places.index(&self.groups);
        self.reserve(list);
        let mut bad = Vec::new();
        for (i, line) in list.lines().enumerate() {
            let line = line.trim_start_matches('\u{FEFF}').trim_end();
            if line.is_empty() || line.starts_with(['#', '-']) {
                continue;
            }
            match read_group(line) {
                Ok(spellings) => {
                    let at = self.group_for(&spellings);
                    add(self, at, spellings);
                }
                Err(problem) => bad.push(VariantListError {
                    line: i + 1,
                    problem,
                }),
            }
        }
        bad
    }

    /// The index of the group that one of `spellings` is in, or of a new one.
    fn group_for(&mut self, spellings: &[String]) -> usize {
        let group_of = |spelling: &String| self.places.group_of(spelling, &self.groups);
        let known = spellings.iter().find_map(group_of);
        known.unwrap_or_else(|| self.new_group())
    }

    fn new_group(&mut self) -> usize {
        self.groups.push(VariantGroup::default());
        self.groups.len() - 1
    }

    /// Makes room for the spellings of `list`.
    fn reserve(&mut self, list: &str) {
        self.places
            .reserve(list.len() / SPELLING_BYTES, &self.groups);
    }

    fn push(&mut self, at: usize, spelling: Cow<'static, str>) {
        self.groups[at].spellings.push(spelling);
        self.places.add(at, &self.groups);
    }
}

fn read_group(line: &str) -> Result<Vec<String>, VariantListProblem> {
    let mut spellings = Vec::new();
    let mut seen = FxHashSet::default();
    for spelling in line.split('\t') {
        let spelling = folded(spelling);
        if spelling.is_empty() {
            return Err(VariantListProblem::NoLetters);
        }
        if seen.insert(spelling.clone()) {
            spellings.push(spelling);
        }
    }
    match spellings.len() {
        1 if line.contains('\t') => Err(VariantListProblem::SameWord),
        1 => Err(VariantListProblem::Single),
        _ => Ok(spellings),
    }
}

/// The folded words of a spelling, with a space between them.
fn folded(spelling: &str) -> String {
    let mut folded = String::with_capacity(spelling.len());
    let mut words = words(spelling);
    while words.advance() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(words.form());
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builtin_list_is_folded_and_has_no_spelling_twice() {
        for line in BUILTIN.lines().filter(|line| !line.starts_with('#')) {
            let spellings: Vec<String> = line.split('\t').map(folded).collect();
            assert_eq!(line, spellings.join("\t"), "write it so");
        }
        let mut read = Variants::default();
        assert_eq!(read.extend(BUILTIN), []);
        let builtin = Variants::builtin();
        for (ours, read) in builtin.groups().iter().zip(read.groups()) {
            assert_eq!(ours, read, "a spelling stands twice");
        }
        assert_eq!(builtin.groups().len(), read.groups().len());
    }

    #[test]
    fn reads_a_list_and_names_its_bad_lines() {
        let mut variants = Variants::default();
        let bad = variants.extend("# names\n\nغوغل\tجوجل\nوحيد\nأحمد\tاحمد\nجوجل\tقوقل\nغوغل\t!\n");
        let problems: Vec<usize> = bad.iter().map(VariantListError::line).collect();
        assert_eq!(problems, [4, 5, 7]);
        assert_eq!(variants.groups().len(), 1);
        assert_eq!(variants.groups()[0].spellings.len(), 3);
    }

    #[test]
    fn a_spelling_in_many_groups_is_once_in_each() {
        let mut variants = Variants::default();
        let list = |line: fn(usize) -> String| (0..50).map(line).collect::<Vec<_>>().join("\n");
        let groups = list(|i| format!("ابو {i}\tام {i}"));
        let joined = list(|i| format!("ابو {i}\tعلي\tعلي"));
        assert_eq!(variants.extend(&groups), []);
        assert_eq!(variants.extend(&joined), []);
        assert_eq!(variants.extend(&joined), []);
        assert!(
            variants
                .groups()
                .iter()
                .all(|group| group.spellings.len() == 3)
        );
        let places: Vec<usize> = variants.starting_with("علي").map(|(_, i)| i).collect();
        assert_eq!(places, [2; 50]);
        let in_order = |word| {
            let found = variants.starting_with(word);
            found
                .map(|(group, i)| group.spellings[i].to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            in_order("ابو"),
            (0..50).map(|i| format!("ابو {i}")).collect::<Vec<_>>()
        );
        assert_eq!(in_order("بلا"), [""; 0]);
    }

    #[test]
    fn what_is_learned_joins_groups_and_never_merges_them() {
        let mut variants = Variants::default();
        variants.extend("غينيا\tجينيا\nكينيا\tكينية\n");
        let bad = variants.extend_learned("-غولد\tجولد\nكينيا\tغينيا\tقينيا\nسيرغي\tسيرجي\n");
        assert_eq!(bad, []);
        let groups = variants.groups();
        let sizes: Vec<_> = groups
            .iter()
            .map(|g| (g.spellings.len(), g.listed))
            .collect();
        assert_eq!(sizes, [(2, 2), (3, 2), (2, 0)]);
        assert!(!groups[1].is_learned(0, 1) && groups[1].is_learned(0, 2));
    }
}

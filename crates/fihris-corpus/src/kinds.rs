//! Kinds of files that are not read, and how many files there are of each.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The kind of files whose names do not end as those of a kind do.
pub const OTHER: &str = "other";

/// The longest ending, without its dot, that is taken for a kind, in bytes.
const LONGEST: usize = 10;

/// Numbers of files by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Kinds(BTreeMap<String, u64>);

impl Kinds {
    /// Counts the file called `name`.
    pub fn add(&mut self, name: &str) {
        *self.0.entry(kind(name)).or_default() += 1;
    }

    /// Counts all that `others` counts.
    pub fn add_all(&mut self, others: &Self) {
        for (kind, files) in &others.0 {
            *self.0.entry(kind.clone()).or_default() += files;
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many files there are of all kinds.
    #[must_use]
    pub fn files(&self) -> u64 {
        self.0.values().sum()
    }

    /// The kinds with their numbers, sorted by name.
    pub fn by_name(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(kind, files)| (&**kind, *files))
    }

    /// The kinds with their numbers, the most frequent first.
    #[must_use]
    pub fn by_number(&self) -> Vec<(&str, u64)> {
        let mut kinds: Vec<(&str, u64)> = self.by_name().collect();
        kinds.sort_by_key(|(kind, files)| (u64::MAX - files, *kind == OTHER));
        kinds
    }
}

impl fmt::Display for Kinds {
    /// As in `3 .pdf, 1 .docx`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (i, (kind, files)) in self.by_number().into_iter().enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            write!(f, "{comma}{files} {kind}")?;
        }
        Ok(())
    }
}

/// The kind of the file called `name`: its ending in small letters, with the dot, or [`OTHER`].
///
/// ```
/// use fihris_corpus::kinds::kind;
/// assert_eq!(kind("news/2020.PDF"), ".pdf");
/// assert_eq!(kind("news/README"), "other");
/// ```
#[must_use]
pub fn kind(name: &str) -> String {
    let ending = Path::new(name)
        .extension()
        .and_then(|ending| ending.to_str());
    let is_kind = |ending: &&str| {
        let mut bytes = ending.bytes();
        ending.len() <= LONGEST
            && bytes.clone().all(|byte| byte.is_ascii_alphanumeric())
            && bytes.any(|byte| byte.is_ascii_alphabetic())
    };
    match ending.filter(is_kind) {
        Some(ending) => format!(".{}", ending.to_ascii_lowercase()),
        None => OTHER.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_kinds() {
        for (name, expected) in [
            ("a.pdf", ".pdf"),
            ("a.TXT.bz2", ".bz2"),
            ("a.b/c", "other"),
            ("log.1", "other"),
            ("a.", "other"),
            ("a.خبر", "other"),
            ("a.with space", "other"),
            ("a.averylongending", "other"),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn the_most_frequent_come_first() {
        let mut kinds = Kinds::default();
        for name in ["a", "b", "a.pdf", "b.eml", "c.eml", "d.doc", "e.doc"] {
            kinds.add(name);
        }
        let expected = [(".doc", 2), (".eml", 2), ("other", 2), (".pdf", 1)];
        assert_eq!(kinds.by_number(), expected);
        assert_eq!(kinds.files(), 7);
        assert_eq!(kinds.to_string(), "2 .doc, 2 .eml, 2 other, 1 .pdf");
    }
}

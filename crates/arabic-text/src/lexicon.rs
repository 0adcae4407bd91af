//! What is known of words: how often a corpus attests them, and which are whole as they stand.
//!
//! Cutting a clitic or an ending is safe only where a word remains (Nwesri, Tahaghoghi & Scholer,
//! "Stemming Arabic Conjunctions and Prepositions", SPIRE 2005), so the rules of [`super::cores`]
//! ask here. Knows no rules.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A vocabulary that attests words.
pub trait Lexicon {
    /// The number of articles that hold the folded `form`; 0 where none does.
    fn articles(&self, form: &str) -> u32;
}

impl<K: Borrow<str> + Hash + Eq, S: BuildHasher> Lexicon for HashMap<K, u32, S> {
    fn articles(&self, form: &str) -> u32 {
        self.get(form).copied().unwrap_or(0)
    }
}

/// A lexicon that also attests one more word: the one a reader has just typed.
#[derive(Clone, Copy, Debug)]
pub struct WithWord<'a, L> {
    /// What the corpus attests.
    pub lexicon: &'a L,
    /// The folded word taken for granted.
    pub word: &'a str,
}

impl<L: Lexicon> Lexicon for WithWord<'_, L> {
    fn articles(&self, form: &str) -> u32 {
        if form == self.word {
            u32::MAX / 4
        } else {
            self.lexicon.articles(form)
        }
    }
}

/// Words that look as if they carried a clitic or an ending, and do not: `بوتين`, `لبنان`, `وزير`.
static WHOLE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("whole_words.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// Whether nothing may be cut from the folded `form`.
///
/// ```
/// use arabic_text::lexicon::is_whole;
/// assert!(is_whole("بوتين"));
/// assert!(!is_whole("وقال"));
/// ```
#[must_use]
pub fn is_whole(form: &str) -> bool {
    WHOLE.contains(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn whole_words_are_listed_as_they_fold() {
        for &word in WHOLE.iter() {
            assert_eq!(word, fold(word), "write it so");
        }
    }
}

//! Protected words: words that look as if they carried a proclitic or a suffix, and do not.
//!
//! A stemmer leaves them alone, as with Lucene's `KeywordMarkerFilter`. The list was gathered from news:
//! names (`بوتين`, `لبنان`) and nouns (`وزير`) whose first or last letters are written like an affix.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// The list, folded.
static PROTECTED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("protected_words.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// Whether the folded `form` must stay as it is.
///
/// ```
/// use arabic_text::stem::is_protected;
/// assert!(is_protected("بوتين"));
/// assert!(!is_protected("وقال"));
/// ```
#[must_use]
pub fn is_protected(form: &str) -> bool {
    PROTECTED.contains(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn protected_words_are_listed_as_they_fold() {
        for &word in PROTECTED.iter() {
            assert_eq!(word, fold(word), "write it so");
        }
    }
}

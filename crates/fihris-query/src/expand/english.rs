//! English words and brands, which stay Latin.

use std::collections::HashSet;
use std::sync::LazyLock;

/// English words and brands that are no names of the corpus, whatever they sound like.
static ENGLISH: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let words = include_str!("english.txt").lines();
    words
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Whether `word`, in small letters, is a common English word or a brand.
pub(crate) fn is_english(word: &str) -> bool {
    ENGLISH.contains(word)
}

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

/// The endings of English words, and what they took the place of.
const ENDINGS: [(&str, &str); 14] = [
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("ers", ""),
    ("ers", "e"),
    ("ly", ""),
    ("ness", ""),
];

/// The least letters before such an ending: `salman` is no `salm`.
const LEAST_STEM: usize = 4;

/// Whether `word`, in small letters, is a common English word or a brand, or one with an ending.
pub(crate) fn is_english(word: &str) -> bool {
    let is_inflected = |(ending, instead): &(&str, &str)| {
        let stem = word.strip_suffix(ending).unwrap_or_default();
        // `shipping`
        let single = match stem.as_bytes() {
            [.., a, b] if a == b => &stem[..stem.len() - 1],
            _ => stem,
        };
        stem.len() >= LEAST_STEM
            && (ENGLISH.contains(&*[stem, instead].concat()) || ENGLISH.contains(single))
    };
    ENGLISH.contains(word) || ENDINGS.iter().any(is_inflected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_are_told_from_names() {
        for word in [
            "million", "shipping", "prices", "arrived", "marathon", "hacker", "policies",
        ] {
            assert!(is_english(word), "{word}");
        }
        for name in [
            "putin", "karabakh", "salman", "benghazi", "naser", "nasser", "yasser", "mosul",
        ] {
            assert!(!is_english(name), "{name}");
        }
    }
}

//! Stop words: words that say nothing of what a text is about.
//!
//! 150 conjunctions, prepositions, pronouns and auxiliaries, bare and with their pronouns. Written vowels and
//! hamzas do not matter, a final `ى` does: `على` (on) is a stop word, `علي` (Ali) is not.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold;

/// Conjunctions that are written together with a stop word.
const CONJUNCTIONS: [&str; 2] = ["و", "ف"];

/// Folded, with whether the last letter must be written as `ى`.
static STOP_WORDS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
    include_str!("stop_words.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|word| (fold(word), word.ends_with('ى')))
        .collect()
});

/// Whether `written`, a word as it was written, says nothing of what a text is about.
///
/// ```
/// use arabic_text::stop_words::is_stop_word;
/// assert!(is_stop_word("في") && is_stop_word("ومِن") && is_stop_word("على"));
/// assert!(!is_stop_word("علي") && !is_stop_word("وزير"));
/// ```
#[must_use]
pub fn is_stop_word(written: &str) -> bool {
    let folded = fold(written);
    let is_listed = |form: &str| {
        let needs_alef_maqsura = STOP_WORDS.get(form);
        needs_alef_maqsura.is_some_and(|needs| !needs || written.ends_with('ى'))
    };
    let mut rests = CONJUNCTIONS
        .iter()
        .filter_map(|conjunction| folded.strip_prefix(conjunction));
    is_listed(&folded) || rests.any(is_listed)
}

/// Whether a word of which only the `folded` form is known may be a stop word. `على` and `علي` fold alike,
/// so this holds for the man's name, too.
///
/// ```
/// use arabic_text::stop_words::may_be_stop_word;
/// assert!(may_be_stop_word("علي") && may_be_stop_word("والتي") && !may_be_stop_word("وزير"));
/// ```
#[must_use]
pub fn may_be_stop_word(folded: &str) -> bool {
    let with_alef_maqsura = || folded.strip_suffix('ي').map(|rest| format!("{rest}ى"));
    is_stop_word(folded) || with_alef_maqsura().is_some_and(|written| is_stop_word(&written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_nouns_are_none() {
        for word in ["علي", "متي", "فن", "وفد", "وكالة", "عام", "قبل", "7", ""]
        {
            assert!(!is_stop_word(word), "{word}");
        }
        for word in ["وكان", "فهي", "الّتي", "إلى", "الى", "أين", "اين"] {
            assert!(is_stop_word(word), "{word}");
        }
    }
}

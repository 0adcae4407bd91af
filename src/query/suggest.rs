//! Suggestions: words that a corpus holds, for one that it does not.
//!
//! Knows letters and counts, not meanings.

use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use serde::Serialize;

use super::resolution::Resolution;
use super::syntax::Mode;
use crate::index::Vocabulary;

/// The most letters that are others.
const MOST_CHANGES: u8 = 2;

/// A word that was meant perhaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The word, folded.
    pub word: String,
    /// In how many articles it stands.
    pub articles: u32,
}

/// The words nearest to the folded `form`, at most `most`: with fewer letters changed first, then in more
/// articles.
///
/// ```no_run
/// # fn example(index: &fihris::index::Index) {
/// let suggestions = fihris::query::suggest::nearest(index.vocabulary(), "بوتن", 3);
/// # }
/// ```
#[must_use]
pub fn nearest(vocabulary: &Vocabulary, form: &str, most: usize) -> Vec<Suggestion> {
    let changes = if form.chars().count() < 4 {
        1
    } else {
        MOST_CHANGES
    };
    let automaton = LevenshteinAutomatonBuilder::new(changes, true).build_dfa(form);
    let distance = |word: &str| match automaton.eval(word) {
        Distance::Exact(distance) => distance,
        Distance::AtLeast(_) => u8::MAX,
    };
    let mut found = vocabulary.filter("", |word, _| distance(word) <= changes && word != form);
    found.sort_by_cached_key(|found| {
        let distance = distance(&found.form);
        (
            distance,
            std::cmp::Reverse(found.articles),
            found.form.clone(),
        )
    });
    let suggestion = |found: crate::index::vocabulary::Form| Suggestion {
        word: found.form,
        articles: found.articles,
    };
    found.into_iter().take(most).map(suggestion).collect()
}

/// The words nearest to what was asked for, if no article holds it.
#[must_use]
pub fn instead_of(vocabulary: &Vocabulary, asked: &Resolution, most: usize) -> Vec<Suggestion> {
    let is_found = asked.members.iter().any(|member| member.articles > 0);
    match &asked.asked[..] {
        [word] if !is_found && matches!(word.mode, Mode::Usual | Mode::Exact | Mode::Voweled) => {
            nearest(vocabulary, &word.form, most)
        }
        _ => Vec::new(),
    }
}

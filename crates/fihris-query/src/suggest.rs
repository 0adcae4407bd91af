//! Suggestions: words that a corpus holds, for one that it does not.

use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use serde::Serialize;

use crate::ast::MatchMode;
use crate::expansion::TermExpansion;
use arabic_text::fold;
use arabic_text::stop_words::is_stop_word;
use fihris_index::TermEntry;
use fihris_index::{Index, IndexError};

/// The most letters that are others.
const MAX_CHANGES: u8 = 2;

/// The most words that are suggested for one.
const MAX_SUGGESTIONS: usize = 5;

/// The longest word, in letters, for which near ones are looked for: the automaton of a longer one takes
/// much memory, and a corpus holds hardly any.
pub(super) const MAX_FUZZY_LETTERS: usize = 60;

/// The shortest word, in letters, that is suggested for a first search: shorter ones say little.
const MIN_TYPICAL_LETTERS: usize = 4;

/// A word that was meant perhaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The word, as it is written in one of these articles.
    pub word: String,
    /// In how many articles it stands.
    pub articles: u32,
}

/// The words nearest to `form`, with proclitics or without, at most `most`: with fewer letters changed first, then in more
/// articles.
///
/// # Errors
/// If the index cannot be read.
///
/// ```no_run
/// # fn example(index: &fihris_index::Index) -> Result<(), fihris_index::IndexError> {
/// let suggestions = fihris_query::suggest::nearest_terms(index, "بوتن", 3)?;
/// # Ok(())
/// # }
/// ```
pub fn nearest_terms(
    index: &Index,
    form: &str,
    most: usize,
) -> Result<Vec<Suggestion>, IndexError> {
    let changes = match form.chars().take(MAX_FUZZY_LETTERS + 1).count() {
        ..4 => 1,
        4..=MAX_FUZZY_LETTERS => MAX_CHANGES,
        _ => return Ok(Vec::new()),
    };
    let folded = fold(form);
    let automaton = LevenshteinAutomatonBuilder::new(changes, true).build_dfa(&folded);
    let distance = |word: &str| match automaton.eval(word) {
        Distance::Exact(distance) => distance,
        Distance::AtLeast(_) => u8::MAX,
    };
    let nearness =
        |word: &str, proclitics: usize| distance(word).min(distance(&word[proclitics..]));
    let mut found = index.vocabulary().filter("", |word, proclitics| {
        nearness(word, proclitics) <= changes && word != folded
    });
    found.sort_by_cached_key(|found| {
        let distance = nearness(&fold(&found.form), found.proclitics);
        (
            distance,
            std::cmp::Reverse(found.articles),
            found.form.clone(),
        )
    });
    let suggestion = |found: TermEntry| {
        Ok(Suggestion {
            word: found.form,
            articles: found.articles,
        })
    };
    found.into_iter().take(most).map(suggestion).collect()
}

/// A word to begin a search with, as it is written in an article: of those that say something, the one
/// that most articles hold in any of its forms.
///
/// # Errors
/// If the index cannot be read.
///
/// ```no_run
/// # fn example(index: &fihris_index::Index) -> Result<(), fihris_index::IndexError> {
/// if let Some(word) = fihris_query::suggest::typical_term(index)? {
///     println!("try: fihris search '{word}'");
/// }
/// # Ok(())
/// # }
/// ```
pub fn typical_term(index: &Index) -> Result<Option<String>, IndexError> {
    let mut best: Option<(u64, String)> = None;
    index.vocabulary().each_word(|forms| {
        let articles = forms.iter().map(|form| u64::from(form.articles)).sum();
        if best.as_ref().is_some_and(|(most, _)| *most >= articles) {
            return;
        }
        let frequent = forms.iter().max_by_key(|form| form.articles);
        let frequent = frequent.filter(|form| is_content_word(form.base()));
        best = frequent
            .map(|form| (articles, form.form.clone()))
            .or(best.take());
    });
    Ok(best.map(|(_, form)| form))
}

/// Whether a word is no number, and says something of what a text is about.
fn is_content_word(word: &str) -> bool {
    word.chars().count() >= MIN_TYPICAL_LETTERS
        && word.chars().all(char::is_alphabetic)
        && !is_stop_word(word)
}

/// A word of a query that no article holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissingTerm {
    /// As typed, without signs.
    #[serde(rename = "asked")]
    pub term: String,
    /// The words that were meant perhaps.
    pub suggestions: Vec<Suggestion>,
}

impl MissingTerm {
    /// What was asked for, if it is one word that no article holds.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn find(index: &Index, expansion: &TermExpansion) -> Result<Option<Self>, IndexError> {
        let sure = expansion.expanded.iter();
        let mut sure = sure.filter(|member| member.rule.is_same_word());
        let [word] = &expansion.query_terms[..] else {
            return Ok(None);
        };
        let is_plain = matches!(
            word.mode,
            MatchMode::Default
                | MatchMode::Exact
                | MatchMode::Diacritized
                | MatchMode::Family
                | MatchMode::OfClass(_)
        );
        if sure.next().is_some() || !is_plain {
            return Ok(None);
        }
        Ok(Some(Self {
            term: word.raw.clone(),
            suggestions: nearest_terms(index, &word.form, MAX_SUGGESTIONS)?,
        }))
    }
}

//! Suggestions: words that a corpus holds, for one that it does not.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::ast::MatchMode;
use crate::expansion::TermExpansion;
use crate::levenshtein::NearWords;
use crate::slips;
use arabic_text::fold;
use arabic_text::stem::PROCLITICS;
use arabic_text::stop_words::is_stop_word;
use fihris_index::TermEntry;
use fihris_index::{Index, IndexError};

/// The most letters that are others, whatever they are.
const MAX_CHANGES: u8 = 2;

/// The most words that are suggested for one.
const MAX_SUGGESTIONS: usize = 3;

/// What the slips in a word that is rightly spelt may cost, in hundredths of a letter: it is hardly another one.
const MOST_OF_KNOWN: u16 = 60;

/// One article in so many must hold a word that is suggested, for that may be a slip itself.
const ARTICLES_PER_WORD: u64 = 10_000;

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

/// The words that `form`, which stands nowhere, may be with a slip, at most three, the likeliest first: with the
/// least unusual slips, then in more articles. None is better than a stranger.
///
/// # Errors
/// If the index cannot be read.
///
/// ```no_run
/// # fn example(index: &fihris_index::Index) -> Result<(), fihris_index::IndexError> {
/// let suggestions = fihris_query::suggest::nearest_terms(index, "الضهران")?;
/// # Ok(())
/// # }
/// ```
pub fn nearest_terms(index: &Index, form: &str) -> Result<Vec<Suggestion>, IndexError> {
    let folded = fold(form);
    let letters = folded.chars().take(MAX_FUZZY_LETTERS + 1).count();
    let is_word = folded.chars().all(char::is_alphabetic);
    if letters > MAX_FUZZY_LETTERS || !is_word {
        return Ok(Vec::new());
    }
    let vocabulary = index.vocabulary();
    let is_known = index
        .lexicon()
        .analyze(form)
        .iter()
        .any(|reading| reading.slips == 0);
    let core = letters - article(&folded).chars().count();
    let most: u16 = match core {
        ..=3 => 35,
        4 => 60,
        5 | 6 => 80,
        _ => 120,
    };
    let most = if is_known {
        most.min(MOST_OF_KNOWN)
    } else {
        most
    };
    let near = NearWords::new(&folded, MAX_CHANGES);
    let is_near = |word: &str| near.distance(word).is_some();
    // An article is no slip.
    let cost = |word: &str, proclitics: usize| {
        let whole = Some(word).filter(|word| is_near(word));
        let bare = word.get(proclitics..).filter(|word| is_near(word));
        let bare = bare.filter(|_| article(&folded).is_empty());
        let costs = whole.into_iter().chain(bare);
        costs
            .filter_map(|word| slips::cost(&folded, word, most))
            .min()
    };
    let found = vocabulary.search(&near, |word, proclitics| cost(word, proclitics).is_some());
    let least = u32::try_from(vocabulary.statistics().articles / ARTICLES_PER_WORD).unwrap_or(0);
    // Of each word the form that is nearest, and of these the commonest.
    let mut words: BTreeMap<String, (u16, TermEntry)> = BTreeMap::new();
    for entry in found {
        let word = fold(&entry.form);
        let Some(cost) = cost(&word, entry.proclitics).filter(|_| word != folded) else {
            continue;
        };
        if entry.articles <= least || is_stop_word(&entry.form) {
            continue;
        }
        let base = fold(entry.base());
        let is_better = |(other, best): &(u16, TermEntry)| {
            (cost, std::cmp::Reverse(entry.articles)) < (*other, std::cmp::Reverse(best.articles))
        };
        if words.get(&base).is_none_or(is_better) {
            words.insert(base, (cost, entry));
        }
    }
    let mut words: Vec<(u16, TermEntry)> = words.into_values().collect();
    // A word in twice as many articles may be a little farther.
    words.sort_by_cached_key(|(cost, entry)| {
        let doublings = u32::BITS - entry.articles.leading_zeros();
        (
            i32::from(*cost) - 3 * doublings.cast_signed(),
            entry.form.clone(),
        )
    });
    let suggestion = |(_, entry): (u16, TermEntry)| Suggestion {
        word: entry.form,
        articles: entry.articles,
    };
    Ok(words
        .into_iter()
        .take(MAX_SUGGESTIONS)
        .map(suggestion)
        .collect())
}

/// The article that a folded word begins with, with what stands before it; empty if there is none.
fn article(folded: &str) -> &str {
    let found = PROCLITICS.iter().filter(|proclitic| proclitic.has_article);
    let found =
        found.filter(|proclitic| proclitic.strip(folded).is_some_and(|rest| rest.len() > 4));
    found
        .map(|proclitic| proclitic.letters)
        .max_by_key(|letters| letters.len())
        .unwrap_or_default()
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
    for forms in index.vocabulary().word_forms().iter() {
        let articles = forms.iter().map(|form| u64::from(form.articles)).sum();
        if best.as_ref().is_some_and(|(most, _)| *most >= articles) {
            continue;
        }
        let frequent = forms.iter().max_by_key(|form| form.articles);
        let frequent = frequent.filter(|form| is_content_word(form.base()));
        best = frequent
            .map(|form| (articles, form.form.clone()))
            .or(best.take());
    }
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
    /// What was asked for, if it is one word that no article holds; as an abbreviation its letters may still stand apart in
    /// some, which only a search can tell.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn find(index: &Index, expansion: &TermExpansion) -> Result<Option<Self>, IndexError> {
        let sure = expansion.expanded.iter();
        let mut sure = sure.filter(|it| it.rule.is_same_word() && !it.is_of_letters());
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
            suggestions: nearest_terms(index, &word.form)?,
        }))
    }
}

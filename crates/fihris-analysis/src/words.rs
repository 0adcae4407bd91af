//! Words: what an index holds, the forms of one word together, and which of them no lexicon explains.

use std::cmp::Reverse;

use fihris_index::{Index, TermEntry};

/// A word of an index with its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedWord {
    /// The forms, the one that stands in most articles first; never empty.
    pub forms: Vec<TermEntry>,
}

impl IndexedWord {
    /// The number of articles that its most frequent form stands in.
    #[must_use]
    pub fn articles(&self) -> u32 {
        self.forms.first().map_or(0, |form| form.articles)
    }
}

/// The words of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedWords {
    /// Those that are wanted, by their articles, the most first, then by their letters.
    pub words: Vec<IndexedWord>,
    /// All distinct forms of the index.
    pub forms: u64,
    /// Those that the lexicon does not know.
    pub unknown: u64,
}

/// Lists the words of `index`; only those that its lexicon does not know, if `only_unknown`.
///
/// Numbers and words of other scripts are no words to a lexicon and are left out of the unknown ones.
#[must_use]
pub fn indexed_words(index: &Index, only_unknown: bool) -> IndexedWords {
    let vocabulary = index.vocabulary();
    let mut words = Vec::new();
    let mut unknown = 0;
    for forms in vocabulary.word_forms().iter() {
        let is_unknown = forms
            .iter()
            .all(|form| !form.is_known && is_arabic(&form.form));
        unknown += if is_unknown { forms.len() as u64 } else { 0 };
        if is_unknown || !only_unknown {
            let mut forms = forms.to_vec();
            forms.sort_by(|a, b| {
                (Reverse(a.articles), &a.form).cmp(&(Reverse(b.articles), &b.form))
            });
            words.push(IndexedWord { forms });
        }
    }
    words.sort_by(|a, b| {
        let order = |word: &IndexedWord| Reverse(word.articles());
        let letters = |word: &IndexedWord| word.forms.first().map(|form| form.form.clone());
        order(a)
            .cmp(&order(b))
            .then_with(|| letters(a).cmp(&letters(b)))
    });
    IndexedWords {
        words,
        forms: vocabulary.len(),
        unknown,
    }
}

/// Whether a word begins with an Arabic letter.
fn is_arabic(form: &str) -> bool {
    form.starts_with(|c| ('\u{0620}'..='\u{06FF}').contains(&c))
}

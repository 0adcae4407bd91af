//! Document frequencies: in how many documents of a corpus a word stands.
//!
//! Removing a proclitic or a suffix is safe only where a word remains (Nwesri, Tahaghoghi & Scholer,
//! "Stemming Arabic Conjunctions and Prepositions", SPIRE 2005), so [`super::analyze_stem`] asks for the document
//! frequency of what would remain.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};

/// Document frequencies of folded words.
///
/// A `HashMap` from words to counts is one; an engine implements it on its term dictionary.
///
/// ```
/// use arabic_text::stem::{DocFreqs, analyze_stem};
///
/// /// All words of a sorted list, as frequent as each other.
/// struct WordList(Vec<&'static str>);
///
/// impl DocFreqs for WordList {
///     fn doc_freq(&self, form: &str) -> u32 {
///         u32::from(self.0.binary_search(&form).is_ok())
///     }
/// }
///
/// let list = WordList(vec!["قوات"]);
/// assert_eq!(analyze_stem("وبالقوات", &list).stem, "قوات");
/// ```
pub trait DocFreqs {
    /// The number of documents that contain the folded `form`; 0 if none does.
    fn doc_freq(&self, form: &str) -> u32;
}

impl<K: Borrow<str> + Hash + Eq, S: BuildHasher> DocFreqs for HashMap<K, u32, S> {
    fn doc_freq(&self, form: &str) -> u32 {
        self.get(form).copied().unwrap_or(0)
    }
}

impl<D: DocFreqs + ?Sized> DocFreqs for &D {
    fn doc_freq(&self, form: &str) -> u32 {
        (**self).doc_freq(form)
    }
}

/// Document frequencies that also attest one more word, as one of a query that no document contains.
///
/// ```
/// use arabic_text::stem::{DocFreqs, WithAttested, analyze_stem};
/// use std::collections::HashMap;
///
/// let corpus: HashMap<&str, u32> = [("وجوجل", 2)].into();
/// assert_eq!(analyze_stem("وجوجل", &corpus).stem, "وجوجل");
/// assert_eq!(analyze_stem("وجوجل", &WithAttested::new(&corpus, "جوجل")).stem, "جوجل");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct WithAttested<'a, D> {
    doc_freqs: &'a D,
    word: &'a str,
}

impl<'a, D: DocFreqs> WithAttested<'a, D> {
    /// `doc_freqs`, with the folded `word` taken to be more frequent than any other.
    #[must_use]
    pub fn new(doc_freqs: &'a D, word: &'a str) -> Self {
        Self { doc_freqs, word }
    }
}

impl<D: DocFreqs> DocFreqs for WithAttested<'_, D> {
    fn doc_freq(&self, form: &str) -> u32 {
        if form == self.word {
            u32::MAX / 4
        } else {
            self.doc_freqs.doc_freq(form)
        }
    }
}

//! Document frequencies: in how many documents of a corpus a word stands.
//!
//! Removing a proclitic or a suffix is safe only where a word remains (Nwesri, Tahaghoghi & Scholer,
//! "Stemming Arabic Conjunctions and Prepositions", SPIRE 2005), so [`super::analyze_stem`] asks for the document
//! frequency of what would remain.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};

/// Document frequencies of folded words.
pub trait DocFreqs {
    /// The number of documents that contain the folded `form`; 0 if none does.
    fn doc_freq(&self, form: &str) -> u32;
}

impl<K: Borrow<str> + Hash + Eq, S: BuildHasher> DocFreqs for HashMap<K, u32, S> {
    fn doc_freq(&self, form: &str) -> u32 {
        self.get(form).copied().unwrap_or(0)
    }
}

/// Document frequencies that also attest one more word: one that a reader has just typed.
#[derive(Clone, Copy, Debug)]
pub struct WithAttested<'a, D> {
    /// Those of the corpus.
    pub doc_freqs: &'a D,
    /// The folded word, taken to be frequent.
    pub word: &'a str,
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

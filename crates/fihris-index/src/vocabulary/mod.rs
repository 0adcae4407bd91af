//! The vocabulary: every distinct word of the articles, as it is written, and what it is a form of.
//!
//! Derived from the term dictionary at every commit and kept beside it: the words of a *folded form* (`على` and
//! `علي` of `علي`), the words of a *lexeme* (`وزراؤه` of `وزير`), and *similar* words by runs of their letters. A
//! query word becomes the words that a corpus really holds, in microseconds; nothing about inflection or spelling
//! is in the postings. It can be derived again from the index at any time, and is, when it is missing, of another
//! commit or by other rules.
//!
//! It has two layers: a *base*, made of some earlier commit, and above it the *recent* words, of which it is not as in
//! the base. So a commit costs what it changed; when that adds up to much, another base is made.

mod automaton;
mod base;
mod coverage;
mod dictionaries;
mod file;
mod layer;
mod layered_lists;
mod lengths;
mod lists;
mod names;
mod readings;
mod recent;
mod sealed;
mod similar;
mod statistics;
mod tally;
#[cfg(test)]
mod tests;
mod varint;
mod word_forms;
mod words;

use std::cmp::Reverse;
use std::path::Path;

use tantivy::Searcher;
use tantivy::directory::OwnedBytes;
use tantivy_fst::{Map, raw::Fst};
use xxhash_rust::xxh3::Xxh3;

pub use self::automaton::LetterAutomaton;
pub use self::statistics::Statistics;
pub use self::word_forms::WordForms;

use self::automaton::BehindProclitics;
use self::base::Base;
use self::layer::Layer;
use self::layered_lists::LayeredLists;
use self::lists::Listed;
use self::readings::Readings;
use self::words::Words;
use super::error::IndexError;
use super::schema::Fields;
use arabic_lexicon::{LexemeId, Lexicon};
use arabic_text::fold;

pub use names::name_proclitics;

/// A word of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermEntry {
    /// The word as it is written: [`arabic_text::fold::written`].
    pub form: String,
    /// In how many articles it stands.
    pub articles: u32,
    /// Byte length of the proclitics it carries.
    pub proclitics: usize,
    /// Whether the lexicon knows it; else it is a name or a loan word.
    pub is_known: bool,
}

impl TermEntry {
    /// A word of the list of a folded form.
    fn of_fold(listed: Listed) -> Self {
        Self {
            form: listed.form.into_owned(),
            articles: listed.articles,
            proclitics: listed.proclitics,
            is_known: listed.flag,
        }
    }

    /// A word of the list of a lexeme.
    fn of_lexeme(listed: Listed) -> Self {
        Self {
            is_known: true,
            ..Self::of_fold(listed)
        }
    }

    /// The word without its proclitics.
    #[must_use]
    pub fn base(&self) -> &str {
        self.form.get(self.proclitics..).unwrap_or(&self.form)
    }
}

/// The distinct words of a commit.
pub struct Vocabulary {
    statistics: Statistics,
    base: Base,
    recent: Layer,
}

impl Vocabulary {
    /// Derives the vocabulary of the commit that `searcher` shows.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn derive(
        searcher: &Searcher,
        fields: &Fields,
        lexicon: &Lexicon,
    ) -> Result<Self, IndexError> {
        let readings = Readings::default();
        Self::of(Base::derive(searcher, &fields.article, &readings, lexicon)?)
    }

    /// The same, on the base in `generation`, if there is one and not much changed since.
    pub(crate) fn derive_on(
        generation: &Path,
        searcher: &Searcher,
        fields: &Fields,
        lexicon: &Lexicon,
    ) -> Result<Self, IndexError> {
        let fields = &fields.article;
        let mut readings = Readings::default();
        if let Some(base) = Base::open(generation, lexicon, false)? {
            if let Some((recent, statistics)) = recent::derive(&base, searcher, fields, lexicon)? {
                return Ok(Self {
                    statistics,
                    base,
                    recent,
                });
            }
            readings = Readings::of(&base.layer); // which is closed before it is replaced
        }
        Self::of(Base::derive(searcher, fields, &readings, lexicon)?)
    }

    /// The vocabulary of no articles.
    ///
    /// # Errors
    /// If memory runs out.
    pub fn empty() -> Result<Self, IndexError> {
        Self::of(Base::empty()?)
    }

    /// That of the commit of `base`.
    fn of(base: Base) -> Result<Self, IndexError> {
        Ok(Self {
            statistics: base.statistics,
            base,
            recent: Words::default().build()?,
        })
    }

    /// Whether `other` holds the same words with the same figures.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.statistics == other.statistics && self.digest() == other.digest()
    }

    /// A hash of all words with what is known of them, whatever the layers.
    fn digest(&self) -> u64 {
        let mut hasher = Xxh3::new();
        for lists in [self.by_fold(), self.by_lexeme()] {
            lists.each(&[], |key, words| {
                for word in words {
                    hasher.update(key);
                    hasher.update(word.form.as_bytes());
                    let figures = [
                        word.articles,
                        u32::from(word.is_aside),
                        u32::from(word.flag),
                    ];
                    hasher.update(&figures.map(u32::to_le_bytes).concat());
                    hasher.update(&word.proclitics.to_le_bytes());
                }
            });
        }
        hasher.digest()
    }

    /// The words by their folded forms.
    fn by_fold(&self) -> LayeredLists<'_> {
        LayeredLists {
            base: &self.base.layer.by_fold,
            recent: &self.recent.by_fold,
        }
    }

    /// The words by their lexemes.
    fn by_lexeme(&self) -> LayeredLists<'_> {
        LayeredLists {
            base: &self.base.layer.by_lexeme,
            recent: &self.recent.by_lexeme,
        }
    }

    /// Figures of the corpus.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        self.statistics
    }

    /// The number of distinct words.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.statistics.forms
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.statistics.forms == 0
    }

    /// What is known of the written `form`, if any article holds it.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<TermEntry> {
        let mut spellings = self.spellings(&fold(form)).into_iter();
        spellings.find(|entry| entry.form == form)
    }

    /// In how many articles the written `form` stands.
    #[must_use]
    pub fn doc_freq(&self, form: &str) -> u32 {
        self.get(form).map_or(0, |entry| entry.articles)
    }

    /// All words that fold to `folded`.
    #[must_use]
    pub fn spellings(&self, folded: &str) -> Vec<TermEntry> {
        let listed = self.by_fold().find(folded.as_bytes());
        listed.into_iter().map(TermEntry::of_fold).collect()
    }

    /// All words that are forms of a lexeme, carelessly written ones as well.
    #[must_use]
    pub fn forms_of(&self, lexeme: LexemeId) -> Vec<TermEntry> {
        let key = lexeme.0.to_be_bytes();
        let listed = self.by_lexeme().find(&key);
        listed.into_iter().map(TermEntry::of_lexeme).collect()
    }

    /// All words, parted into those that are one. A form that may be of several lexemes goes with the likeliest; unknown
    /// words go by what is left without proclitics.
    #[must_use]
    pub fn word_forms(&self) -> WordForms {
        let mut words = WordForms::default();
        self.by_lexeme().each(&[], |_, forms| {
            let likeliest = forms.into_iter().filter(|form| form.flag);
            words.add(likeliest.map(TermEntry::of_lexeme));
        });
        let mut unknown = self.filter("", |_, _| true);
        unknown.retain(|entry| !entry.is_known);
        words.add_by_base(unknown);
        words
    }

    /// Words that share letters with the folded `word`, which has no proclitics, with how alike they are, in
    /// `least..=1`; at most `most`, the most alike first.
    #[must_use]
    pub fn similar(&self, word: &str, least: f32, most: usize) -> Vec<(TermEntry, f32)> {
        let has_changed = |entry: &TermEntry| {
            let folded = fold(&entry.form);
            let listed = self.recent.by_fold.find(folded.as_bytes());
            listed.iter().any(|word| word.form == entry.form)
        };
        let base = &self.base.layer.similar;
        let mut alike = base.find(word, (least, most), |entry| !has_changed(entry));
        let mut recent = self.recent.similar.find(word, (least, most), |_| true);
        if !recent.is_empty() {
            alike.append(&mut recent);
            alike.sort_by_cached_key(|it| {
                (
                    Reverse(it.likeness.to_bits()),
                    fold(&it.form.form),
                    it.form.form.clone(),
                )
            });
            alike.truncate(most);
        }
        let alike = alike.into_iter();
        alike.map(|alike| (alike.form, alike.likeness)).collect()
    }

    /// All words whose folded form begins with `prefix`.
    #[must_use]
    pub fn beginning_with(&self, prefix: &str) -> Vec<TermEntry> {
        self.filter(prefix, |_, _| true)
    }

    /// The words that begin with the folded `prefix` and are wanted, by their folded form and the byte length of
    /// their proclitics.
    #[must_use]
    pub fn filter(
        &self,
        prefix: &str,
        is_wanted: impl FnMut(&str, usize) -> bool,
    ) -> Vec<TermEntry> {
        let listed = self.by_fold().filter(prefix, is_wanted);
        listed.into_iter().map(TermEntry::of_fold).collect()
    }

    /// Those of the words that `automaton` accepts by their folded form, with proclitics or without, of which that form and
    /// the byte length of the proclitics are wanted. The faster the fewer words begin as those that it accepts.
    pub fn search(
        &self,
        automaton: &impl LetterAutomaton,
        is_wanted: impl FnMut(&str, usize) -> bool,
    ) -> Vec<TermEntry> {
        let automaton = BehindProclitics(automaton);
        let listed = self.by_fold().search(&automaton, is_wanted);
        listed.into_iter().map(TermEntry::of_fold).collect()
    }
}

/// A map over the bytes that a builder made.
fn map(bytes: OwnedBytes) -> tantivy_fst::Result<Map<OwnedBytes>> {
    Fst::new(bytes).map(Map::from)
}

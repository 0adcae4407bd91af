//! The words of a layer, with what they are a form of.

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::directory::OwnedBytes;

use super::layer::Layer;
use super::lists::{self, Listed};
use super::names;
use super::readings::{Lexemes, Readings};
use super::similar;
use crate::error::IndexError;
use arabic_lexicon::{LexemeId, Lexicon};
use arabic_text::fold;

/// A word, and in how many articles it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted<'a> {
    pub form: &'a str,
    pub articles: u32,
    /// Whether these are those where it stands in zones that are not usually searched, for it stands in no other.
    pub is_aside: bool,
}

/// Some words of a corpus.
#[derive(Default)]
pub(super) struct Words<'a>(Vec<Word<'a>>);

struct Word<'a> {
    counted: Counted<'a>,
    folded: String,
    proclitics: usize,
    lexemes: Lexemes,
}

impl<'a> Words<'a> {
    /// Those that are `counted`, each once.
    pub fn new(counted: &[Counted<'a>], readings: &Readings, lexicon: &Lexicon) -> Self {
        let word = |counted: &Counted<'a>| {
            let lexemes = readings.get(counted.form, lexicon);
            Word {
                counted: *counted,
                folded: fold(counted.form),
                proclitics: lexemes.first().map_or(0, |(_, proclitics)| *proclitics),
                lexemes,
            }
        };
        Self(counted.par_iter().map(word).collect())
    }

    /// Those that the lexicon does not know, with how many articles each stands in.
    pub fn unknown(&self) -> FxHashMap<&'a str, u32> {
        let unknown = self.0.iter().filter(|word| !word.is_known());
        let counted = unknown.map(|word| word.counted);
        counted.map(|word| (word.form, word.articles)).collect()
    }

    /// Adds others, which the lexicon does not know.
    pub fn add_unknown(&mut self, counted: impl Iterator<Item = Counted<'a>>) {
        self.0.extend(counted.map(|counted| Word {
            counted,
            folded: fold(counted.form),
            proclitics: 0,
            lexemes: Lexemes::new(),
        }));
    }

    /// Tells what is written onto the words that the lexicon does not know; `frequency` is in how many articles another
    /// such word stands.
    pub fn tell_proclitics(&mut self, frequency: impl Fn(&str) -> u32 + Sync) {
        let unknown = self.0.par_iter_mut().filter(|word| !word.is_known());
        unknown.for_each(|word| {
            let Counted { form, articles, .. } = word.counted;
            word.proclitics = names::proclitics(form, articles, &frequency);
        });
    }

    /// Builds the layer of them.
    pub fn build(mut self) -> Result<Layer, IndexError> {
        self.0.par_sort_unstable_by(|a, b| {
            (&a.folded, a.counted.form).cmp(&(&b.folded, b.counted.form))
        });
        let (by_fold, (by_lexeme, similar)) = rayon::join(
            || self.by_fold(),
            || rayon::join(|| self.by_lexeme(), || self.similar()),
        );
        let parts = [by_fold, by_lexeme, similar].map(|built| built.map(OwnedBytes::new));
        let [by_fold, by_lexeme, similar] =
            parts.map(|part| part.map_err(|error| internal(&error)));
        Layer::open([by_fold?, by_lexeme?, similar?]).ok_or_else(|| internal(&UNREADABLE))
    }

    fn by_fold(&self) -> tantivy_fst::Result<Vec<u8>> {
        let mut builder = lists::Builder::new();
        for alike in self.0.chunk_by(|a, b| a.folded == b.folded) {
            let words = alike.iter().map(|word| word.listed(word.is_known()));
            let words: Vec<Listed> = words.collect();
            builder.add(alike[0].folded.as_bytes(), &words)?;
        }
        builder.finish()
    }

    fn by_lexeme(&self) -> tantivy_fst::Result<Vec<u8>> {
        let words = self.0.iter();
        let mut all: Vec<(LexemeId, usize, &Word)> = words
            .flat_map(|word| {
                let lexemes = word.lexemes.iter();
                lexemes.map(move |(lexeme, proclitics)| (*lexeme, *proclitics, word))
            })
            .collect();
        all.par_sort_by_key(|(lexeme, ..)| *lexeme);
        let mut builder = lists::Builder::new();
        for forms in all.chunk_by(|a, b| a.0 == b.0) {
            let lexeme = forms[0].0;
            let words = forms.iter().map(|(_, proclitics, word)| Listed {
                proclitics: *proclitics,
                ..word.listed(word.lexemes.first().is_some_and(|first| first.0 == lexeme))
            });
            let words: Vec<Listed> = words.collect();
            builder.add(&lexeme.0.to_be_bytes(), &words)?;
        }
        builder.finish()
    }

    fn similar(&self) -> tantivy_fst::Result<Vec<u8>> {
        similar::build(self.0.iter().map(|word| similar::Word {
            form: word.counted.form,
            folded: &word.folded,
            articles: word.counted.articles,
            proclitics: word.proclitics,
            is_known: word.is_known(),
        }))
    }
}

impl Word<'_> {
    /// Whether the lexicon knows it.
    fn is_known(&self) -> bool {
        !self.lexemes.is_empty()
    }

    fn listed(&self, flag: bool) -> Listed<'_> {
        Listed {
            form: self.counted.form.into(),
            articles: self.counted.articles,
            is_aside: self.counted.is_aside,
            proclitics: self.proclitics,
            flag,
        }
    }
}

const UNREADABLE: &str = "what was derived of the words cannot be read back";

fn internal(problem: &impl ToString) -> IndexError {
    tantivy::TantivyError::InternalError(problem.to_string()).into()
}

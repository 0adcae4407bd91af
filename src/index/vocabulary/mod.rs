//! The vocabulary: every distinct word of the articles, with what it is an inflection of.
//!
//! Two finite-state maps, derived from the term dictionary at every commit and kept beside it:
//! *forms* gives a word's articles and clitics, *cores* all words of one core in one range read;
//! *similar* gives words by runs of their letters. A query word becomes the words that a corpus really holds (mechanism: inflection is worked out when
//! searching), in microseconds. It can be derived again from the index at any time, and is, when it is
//! missing, of another commit or by other rules. Knows words, not queries.

mod derive;
mod file;
mod similar;

use std::ops::Range;

use tantivy::directory::OwnedBytes;
use tantivy_fst::{IntoStreamer, Map, Streamer, raw::Fst};

use self::similar::SimilarWords;
use crate::arabic::lexicon::Lexicon;

/// Separates core from form in the keys of the second map; no word holds it.
const SEPARATOR: u8 = 0;

/// A word of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The word, folded.
    pub form: String,
    /// In how many articles it stands.
    pub articles: u32,
    /// Byte length of the clitics it carries.
    pub clitics: usize,
}

/// Figures of the whole corpus that ranking needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Articles in the index.
    pub articles: u64,
    /// Words in all of them, each article's length rounded as tantivy keeps it.
    pub words: u64,
}

impl Statistics {
    /// Words in an average article.
    #[must_use]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // an average
    pub fn mean_length(&self) -> f32 {
        (self.words as f64 / self.articles.max(1) as f64) as f32
    }
}

/// The distinct words of a commit.
pub struct Vocabulary {
    statistics: Statistics,
    forms: Map<OwnedBytes>,
    cores: Map<OwnedBytes>,
    similar: SimilarWords,
}

impl Vocabulary {
    /// Whether `other` says the same of all words.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let parts = |vocabulary: &Self| {
            let maps = [&vocabulary.forms, &vocabulary.cores].map(|map| map.as_fst().to_vec());
            (vocabulary.statistics, maps)
        };
        parts(self) == parts(other) && self.similar.bytes() == other.similar.bytes()
    }

    /// Figures of the corpus.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        self.statistics
    }

    /// The number of distinct words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// What is known of the folded `form`, if any article holds it.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<Form> {
        self.forms.get(form).map(|value| unpack(form, value))
    }

    /// All words with this core.
    #[must_use]
    pub fn inflections(&self, core: &str) -> Vec<Form> {
        let mut lowest = core.as_bytes().to_vec();
        lowest.push(SEPARATOR);
        let mut beyond = lowest.clone();
        *beyond.last_mut().unwrap_or(&mut 0) = SEPARATOR + 1;
        collect(&self.cores, &(lowest..beyond), core.len() + 1, |_, _| true)
    }

    /// Calls `take` with each core and all its words, in the order of the cores.
    pub fn each_core(&self, mut take: impl FnMut(&str, &[Form])) {
        let mut core = String::new();
        let mut forms: Vec<Form> = Vec::new();
        let mut stream = self.cores.stream();
        while let Some((key, value)) = stream.next() {
            let Some((of, form)) = std::str::from_utf8(key)
                .ok()
                .and_then(|key| key.split_once(char::from(SEPARATOR)))
            else {
                continue; // keys are made of text
            };
            if of != core {
                if !forms.is_empty() {
                    take(&core, &forms);
                }
                forms.clear();
                core.clear();
                core.push_str(of);
            }
            forms.push(unpack(form, value));
        }
        if !forms.is_empty() {
            take(&core, &forms);
        }
    }

    /// Words that share letters with the core `core`, with how alike they are, in `least..=1`; at most
    /// `most`, the most alike first.
    #[must_use]
    pub fn similar(&self, core: &str, least: f32, most: usize) -> Vec<(Form, f32)> {
        let alike = self.similar.find(core, least, most).into_iter();
        alike.map(|alike| (alike.form, alike.likeness)).collect()
    }

    /// All words that begin with `prefix`.
    #[must_use]
    pub fn beginning_with(&self, prefix: &str) -> Vec<Form> {
        self.filter(prefix, |_, _| true)
    }

    /// The words that begin with `prefix` and are wanted, by their form and the byte length of their
    /// clitics.
    #[must_use]
    pub fn filter(&self, prefix: &str, is_wanted: impl FnMut(&str, usize) -> bool) -> Vec<Form> {
        let mut beyond = prefix.as_bytes().to_vec();
        beyond.push(0xFF); // in no UTF-8
        collect(
            &self.forms,
            &(prefix.as_bytes().to_vec()..beyond),
            0,
            is_wanted,
        )
    }
}

impl Lexicon for Vocabulary {
    fn articles(&self, form: &str) -> u32 {
        self.forms.get(form).map_or(0, articles)
    }
}

fn collect(
    map: &Map<OwnedBytes>,
    keys: &Range<Vec<u8>>,
    skip: usize,
    mut is_wanted: impl FnMut(&str, usize) -> bool,
) -> Vec<Form> {
    let mut found = Vec::new();
    let mut stream = map.range().ge(&keys.start).lt(&keys.end).into_stream();
    while let Some((key, value)) = stream.next() {
        if let Some(form) = key
            .get(skip..)
            .and_then(|form| std::str::from_utf8(form).ok())
            .filter(|form| is_wanted(form, clitics(value)))
        {
            found.push(unpack(form, value));
        }
    }
    found
}

/// A form's articles and clitics as the value of a map.
fn pack(articles: u32, clitics: usize) -> u64 {
    u64::from(articles) << 8 | (clitics as u64 & 0xFF)
}

#[allow(clippy::cast_possible_truncation)] // packed from a u32
fn articles(value: u64) -> u32 {
    (value >> 8) as u32
}

fn clitics(value: u64) -> usize {
    usize::from(value.to_le_bytes()[0])
}

fn unpack(form: &str, value: u64) -> Form {
    Form {
        form: form.to_string(),
        articles: articles(value),
        clitics: clitics(value),
    }
}

/// A map over the bytes that a builder made.
fn map(bytes: OwnedBytes) -> tantivy_fst::Result<Map<OwnedBytes>> {
    Fst::new(bytes).map(Map::from)
}

//! The vocabulary: every distinct word of the articles, with what it is an inflection of.
//!
//! Three finite-state maps, derived from the term dictionary at every commit and kept beside it: *forms*
//! gives a word's articles and proclitics, *stems* all words of one stem, *similar* words by runs of their
//! letters. A query word becomes the words that a corpus really holds (inflection is worked out when
//! searching), in microseconds. It can be derived again from the index at any time, and is, when it is
//! missing, of another commit or by other rules.

mod derive;
mod file;
mod similar;
mod stems;
mod varint;

use tantivy::directory::OwnedBytes;
use tantivy_fst::{IntoStreamer, Map, Streamer, raw::Fst};

use self::similar::SimilarWords;
use self::stems::Stems;
use arabic_text::stem::DocFreqs;

/// A word of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermEntry {
    /// The word, folded.
    pub form: String,
    /// In how many articles it stands.
    pub articles: u32,
    /// Byte length of the proclitics it carries.
    pub proclitics: usize,
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
    stems: Stems,
    similar: SimilarWords,
}

impl Vocabulary {
    /// Whether `other` holds the same words with the same figures.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.statistics == other.statistics
            && self.forms.as_fst().to_vec() == other.forms.as_fst().to_vec()
            && self.stems.bytes() == other.stems.bytes()
            && self.similar.bytes() == other.similar.bytes()
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
    pub fn get(&self, form: &str) -> Option<TermEntry> {
        self.forms.get(form).map(|value| unpack(form, value))
    }

    /// All words with this stem.
    #[must_use]
    pub fn inflections(&self, stem: &str) -> Vec<TermEntry> {
        self.stems.find(stem)
    }

    /// Calls `take` with each stem and all its words, in the order of the stems.
    pub fn each_stem(&self, take: impl FnMut(&str, &[TermEntry])) {
        self.stems.each(take);
    }

    /// Words that share letters with the stem `stem`, with how alike they are, in `least..=1`; at most
    /// `most`, the most alike first.
    #[must_use]
    pub fn similar(&self, stem: &str, least: f32, most: usize) -> Vec<(TermEntry, f32)> {
        let alike = self.similar.find(stem, least, most).into_iter();
        alike.map(|alike| (alike.form, alike.likeness)).collect()
    }

    /// All words that begin with `prefix`.
    #[must_use]
    pub fn beginning_with(&self, prefix: &str) -> Vec<TermEntry> {
        self.filter(prefix, |_, _| true)
    }

    /// The words that begin with `prefix` and are wanted, by their form and the byte length of their
    /// proclitics.
    #[must_use]
    pub fn filter(
        &self,
        prefix: &str,
        mut is_wanted: impl FnMut(&str, usize) -> bool,
    ) -> Vec<TermEntry> {
        let mut beyond = prefix.as_bytes().to_vec();
        beyond.push(0xFF); // in no UTF-8
        let mut found = Vec::new();
        let range = self.forms.range().ge(prefix).lt(beyond);
        let mut stream = range.into_stream();
        while let Some((key, value)) = stream.next() {
            let form = std::str::from_utf8(key).ok();
            if let Some(form) = form.filter(|form| is_wanted(form, proclitics(value))) {
                found.push(unpack(form, value));
            }
        }
        found
    }
}

impl DocFreqs for Vocabulary {
    fn doc_freq(&self, form: &str) -> u32 {
        self.forms.get(form).map_or(0, articles)
    }
}

/// A form's articles and proclitics as the value of a map.
fn pack(articles: u32, proclitics: usize) -> u64 {
    u64::from(articles) << 8 | (proclitics as u64 & 0xFF)
}

#[allow(clippy::cast_possible_truncation)] // packed from a u32
fn articles(value: u64) -> u32 {
    (value >> 8) as u32
}

fn proclitics(value: u64) -> usize {
    usize::from(value.to_le_bytes()[0])
}

fn unpack(form: &str, value: u64) -> TermEntry {
    TermEntry {
        form: form.to_string(),
        articles: articles(value),
        proclitics: proclitics(value),
    }
}

/// A map over the bytes that a builder made.
fn map(bytes: OwnedBytes) -> tantivy_fst::Result<Map<OwnedBytes>> {
    Fst::new(bytes).map(Map::from)
}

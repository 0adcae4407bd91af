//! Deriving the vocabulary from a commit.
//!
//! Counts are exact: what deleted articles held is taken off, so that an updated index and a fresh one
//! of the same corpus agree to the last bit.

use std::iter;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::directory::OwnedBytes;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::schema::Field;
use tantivy::{Searcher, SegmentReader};

use super::super::error::IndexError;
use super::super::schema::{ArticleFields, Fields};
use super::gone::{Counts, Gone, fields_aside};
use super::lists::{self, Listed, TermLists};
use super::readings::{Lexemes, Readings};
use super::similar::{self, SimilarWords};
use super::{Statistics, Vocabulary, names};
use arabic_lexicon::{LexemeId, Lexicon};
use arabic_text::fold;

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
        Self::derive_after(None, searcher, fields, lexicon)
    }

    /// The same; of the words of `earlier`, which was derived with the same lexicon, this is not asked again.
    pub(crate) fn derive_after(
        earlier: Option<&Self>,
        searcher: &Searcher,
        fields: &Fields,
        lexicon: &Lexicon,
    ) -> Result<Self, IndexError> {
        let fields = &fields.article;
        let mut gone = Gone::default();
        let mut statistics = Statistics::default();
        for segment in searcher.segment_readers() {
            if segment.has_deletes() {
                gone.add(segment, fields)?;
            }
            add_lengths(segment, fields, &mut statistics)?;
        }
        let dictionaries = dictionaries(searcher, fields)?;
        let readings = earlier.map(Readings::of).unwrap_or_default();
        let words = Words::new(&count(&dictionaries, &gone), &readings, lexicon);
        statistics.forms = words.all.len() as u64;
        words.build(statistics)
    }

    /// The vocabulary of no articles.
    ///
    /// # Errors
    /// If memory runs out.
    pub fn empty() -> Result<Self, IndexError> {
        Words::default().build(Statistics::default())
    }
}

/// All words of a corpus.
#[derive(Default)]
struct Words<'a> {
    /// By their folded forms, then their forms.
    all: Vec<Word<'a>>,
}

struct Word<'a> {
    folded: String,
    form: &'a str,
    articles: u32,
    proclitics: usize,
    lexemes: Lexemes,
}

impl<'a> Words<'a> {
    fn new(counted: &[(&'a str, u32)], readings: &Readings, lexicon: &Lexicon) -> Self {
        let word = |&(form, articles): &(&'a str, u32)| {
            let lexemes = readings.get(form, lexicon);
            Word {
                folded: fold(form),
                form,
                articles,
                proclitics: lexemes.first().map_or(0, |(_, proclitics)| *proclitics),
                lexemes,
            }
        };
        let mut all: Vec<Word> = counted.par_iter().map(word).collect();
        let unknown = all.iter().filter(|word| !word.is_known());
        let unknown: FxHashMap<&str, u32> =
            unknown.map(|word| (word.form, word.articles)).collect();
        all.par_iter_mut()
            .filter(|word| !word.is_known())
            .for_each(|word| {
                let frequency = |rest: &str| unknown.get(rest).copied().unwrap_or(0);
                word.proclitics = names::proclitics(word.form, word.articles, frequency);
            });
        all.par_sort_unstable_by(|a, b| (&a.folded, a.form).cmp(&(&b.folded, b.form)));
        Self { all }
    }

    fn build(&self, statistics: Statistics) -> Result<Vocabulary, IndexError> {
        let (by_fold, (by_lexeme, similar)) = rayon::join(
            || self.by_fold(),
            || rayon::join(|| self.by_lexeme(), || self.similar()),
        );
        let [by_fold, by_lexeme, similar] = [by_fold, by_lexeme, similar]
            .map(|built| built.map(OwnedBytes::new).map_err(|error| internal(&error)));
        let unreadable = || internal(&UNREADABLE);
        Ok(Vocabulary {
            statistics,
            by_fold: TermLists::open(by_fold?).ok_or_else(unreadable)?,
            by_lexeme: TermLists::open(by_lexeme?).ok_or_else(unreadable)?,
            similar: SimilarWords::open(similar?).ok_or_else(unreadable)?,
        })
    }

    fn by_fold(&self) -> tantivy_fst::Result<Vec<u8>> {
        let mut builder = lists::Builder::new();
        for alike in self.all.chunk_by(|a, b| a.folded == b.folded) {
            let words = alike.iter().map(|word| word.listed(word.is_known()));
            let words: Vec<Listed> = words.collect();
            builder.add(alike[0].folded.as_bytes(), &words)?;
        }
        builder.finish()
    }

    fn by_lexeme(&self) -> tantivy_fst::Result<Vec<u8>> {
        let words = self.all.iter();
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
        similar::build(self.all.iter().map(|word| similar::Word {
            form: word.form,
            folded: &word.folded,
            articles: word.articles,
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
            form: self.form.into(),
            articles: self.articles,
            proclitics: self.proclitics,
            flag,
        }
    }
}

const UNREADABLE: &str = "what was derived of the words cannot be read back";

fn internal(problem: &impl ToString) -> IndexError {
    tantivy::TantivyError::InternalError(problem.to_string()).into()
}

/// The terms of one field of a segment.
struct Dictionary {
    /// All of them, one behind the other, in order.
    letters: String,
    /// Where each ends in `letters`, and in how many documents it stands.
    terms: Vec<(usize, u32)>,
    /// Whether the field is of words that may stand in no zone that is usually searched.
    is_aside: bool,
}

impl Dictionary {
    fn read(segment: &SegmentReader, field: Field, is_aside: bool) -> Result<Self, IndexError> {
        let postings = segment.inverted_index(field)?;
        let mut stream = postings.terms().stream()?;
        let (mut letters, mut terms) = (String::new(), Vec::new());
        while stream.advance() {
            let Ok(form) = std::str::from_utf8(stream.key()) else {
                continue; // the analyzer gives text only
            };
            letters.push_str(form);
            terms.push((letters.len(), stream.value().doc_freq));
        }
        Ok(Self {
            letters,
            terms,
            is_aside,
        })
    }

    /// Each term, with whether it stands aside, and its documents.
    fn terms(&self) -> impl Iterator<Item = (&str, bool, u32)> {
        let starts = iter::once(0).chain(self.terms.iter().map(|(end, _)| *end));
        let terms = starts.zip(&self.terms);
        terms.map(|(start, (end, count))| (&self.letters[start..*end], self.is_aside, *count))
    }
}

/// The dictionaries of all fields of words of all segments.
fn dictionaries(
    searcher: &Searcher,
    fields: &ArticleFields,
) -> Result<Vec<Dictionary>, IndexError> {
    let of_segment = |segment| {
        let aside = fields_aside(fields).into_iter().map(|field| (field, true));
        let all = aside.chain([(fields.text, false)]);
        all.map(move |(field, is_aside)| (segment, field, is_aside))
    };
    let all: Vec<_> = searcher
        .segment_readers()
        .iter()
        .flat_map(of_segment)
        .collect();
    let read = all.into_par_iter();
    read.map(|(segment, field, is_aside)| Dictionary::read(segment, field, is_aside))
        .collect()
}

/// The articles of each word, in the order of the words.
fn count<'a>(dictionaries: &'a [Dictionary], gone: &Gone) -> Vec<(&'a str, u32)> {
    let mut all: Vec<(&str, bool, u32)> = dictionaries.iter().flat_map(Dictionary::terms).collect();
    all.par_sort(); // finds the runs that are in order
    let total = |of: &[(&str, bool, u32)], gone: &Counts| {
        let Some(((form, ..), all)) = of.first().zip(Some(of.iter().map(|term| term.2).sum()))
        else {
            return 0;
        };
        u32::saturating_sub(all, gone.get(*form).copied().unwrap_or(0))
    };
    all.chunk_by(|a, b| a.0 == b.0)
        .filter_map(|same| {
            let (searched, aside) = same.split_at(same.partition_point(|term| !term.1));
            // A word that stands only aside is a word all the same.
            let articles = match total(searched, &gone.searched) {
                0 => total(aside, &gone.aside),
                articles => articles,
            };
            (articles > 0).then_some((same[0].0, articles))
        })
        .collect()
}

fn add_lengths(
    segment: &SegmentReader,
    fields: &ArticleFields,
    statistics: &mut Statistics,
) -> Result<(), IndexError> {
    let norms = segment.get_fieldnorms_reader(fields.text)?;
    let Some(ids) = segment.fast_fields().str("id")? else {
        return Ok(()); // records only
    };
    for doc in segment.doc_ids_alive() {
        if ids.ords().first(doc).is_some() {
            let length = FieldNormReader::id_to_fieldnorm(norms.fieldnorm_id(doc));
            statistics.articles += 1;
            statistics.words += u64::from(length);
        }
    }
    Ok(())
}

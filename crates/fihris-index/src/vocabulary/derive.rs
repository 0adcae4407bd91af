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
use tantivy::{Searcher, SegmentReader, TantivyDocument};
use tantivy_fst::MapBuilder;

use super::super::error::IndexError;
use super::super::schema::{ArticleFields, Fields};
use super::super::stored;
use super::similar::{self, SimilarWords};
use super::stems::{self, Stems};
use super::{Statistics, Vocabulary, articles, map, pack, proclitics};
use arabic_text::stem::{StemAnalysis, analyze_stem};
use arabic_text::{Word, words};
use fihris_corpus::{ZoneKind, ZoneSet};

/// Articles that hold each form.
type Counts = FxHashMap<String, u32>;

/// The zones that are not usually searched.
const ASIDE: [ZoneKind; 2] = [ZoneKind::Related, ZoneKind::Boilerplate];

impl Vocabulary {
    /// Derives the vocabulary of the commit that `searcher` shows.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn derive(searcher: &Searcher, fields: &Fields) -> Result<Self, IndexError> {
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
        let counted = count(&dictionaries, &gone);
        let doc_freqs: FxHashMap<&str, u32> = counted.iter().copied().collect();
        let analyses = counted
            .par_iter()
            .map(|(form, _)| analyze_stem(form, &doc_freqs));
        let analyses: Vec<StemAnalysis> = analyses.collect();
        let forms: Vec<(&str, u64)> = counted
            .iter()
            .zip(&analyses)
            .map(|((form, articles), analysis)| (*form, pack(*articles, analysis.proclitics)))
            .collect();
        let stems = || {
            let stems = analyses.par_iter().map(|analysis| &*analysis.stem);
            let mut entries: Vec<(&str, &str, u64)> = stems
                .zip(&forms)
                .map(|(stem, (form, value))| (stem, *form, *value))
                .collect();
            entries.par_sort_unstable();
            stems::build(&entries)
        };
        let similar = || {
            let words = forms.iter();
            similar::build(words.map(|(form, value)| (*form, articles(*value), proclitics(*value))))
        };
        let (stems, (by_form, similar)) =
            rayon::join(stems, || rayon::join(|| by_form(&forms), similar));
        Self::of_parts(statistics, by_form, stems, similar)
    }

    /// The vocabulary of no articles.
    ///
    /// # Errors
    /// If memory runs out.
    pub fn empty() -> Result<Self, IndexError> {
        let similar = similar::build(std::iter::empty());
        Self::of_parts(
            Statistics::default(),
            by_form(&[]),
            stems::build(&[]),
            similar,
        )
    }

    fn of_parts(
        statistics: Statistics,
        forms: tantivy_fst::Result<Vec<u8>>,
        stems: tantivy_fst::Result<Vec<u8>>,
        similar: tantivy_fst::Result<Vec<u8>>,
    ) -> Result<Self, IndexError> {
        let [forms, stems, similar] = [forms, stems, similar]
            .map(|built| built.map(OwnedBytes::new).map_err(|error| internal(&error)));
        Ok(Self {
            statistics,
            forms: map(forms?).map_err(|error| internal(&error))?,
            stems: Stems::open(stems?).ok_or_else(|| internal(&UNREADABLE))?,
            similar: SimilarWords::open(similar?).ok_or_else(|| internal(&UNREADABLE))?,
        })
    }
}

const UNREADABLE: &str = "what was derived of the words cannot be read back";

fn internal(problem: &impl ToString) -> IndexError {
    tantivy::TantivyError::InternalError(problem.to_string()).into()
}

/// The map from a form to what is known of it.
fn by_form(forms: &[(&str, u64)]) -> tantivy_fst::Result<Vec<u8>> {
    let mut map = MapBuilder::memory();
    for (form, value) in forms {
        map.insert(form, *value)?;
    }
    map.into_inner()
}

/// The fields of words that may stand in no zone that is usually searched.
fn fields_aside(fields: &ArticleFields) -> Vec<Field> {
    let zones = ASIDE.iter().filter_map(|zone| fields.zone(*zone));
    zones.chain([fields.origin]).collect()
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

/// What only deleted articles hold; the dictionaries still count them.
#[derive(Default)]
struct Gone {
    searched: Counts,
    aside: Counts,
}

impl Gone {
    fn add(&mut self, segment: &SegmentReader, fields: &ArticleFields) -> Result<(), IndexError> {
        let store = segment.get_store_reader(1)?;
        let deleted = (0..segment.max_doc()).filter(|&doc| segment.is_deleted(doc));
        for doc in deleted {
            let document: TantivyDocument = store.get(doc)?;
            let Some(article) = stored::article(&document, fields) else {
                continue; // a record
            };
            let in_zones = |set: ZoneSet| {
                let zones = article.zones.iter();
                zones
                    .filter(move |zone| set.contains(zone.kind))
                    .flat_map(|zone| words(&article.text[zone.range.clone()]))
            };
            add_article(in_zones(ZoneSet::SEARCHED), &mut self.searched);
            for zone in ASIDE {
                add_article(in_zones(ZoneSet::new(&[zone])), &mut self.aside);
            }
            let source = article.source.iter().flat_map(|source| words(source));
            add_article(source, &mut self.aside);
        }
        Ok(())
    }
}

/// Adds one article to each distinct word.
fn add_article(words: impl Iterator<Item = Word>, counts: &mut Counts) {
    let mut forms: Vec<String> = words.map(|word| word.form).collect();
    forms.sort_unstable();
    forms.dedup();
    for form in forms {
        *counts.entry(form).or_default() += 1;
    }
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

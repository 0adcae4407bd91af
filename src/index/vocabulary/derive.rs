//! Deriving the vocabulary from a commit.
//!
//! Counts are exact: what deleted articles held is taken off, so that an updated index and a fresh one
//! of the same corpus agree to the last bit. Knows the engine's dictionaries and the rules of cores.

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
use super::{SEPARATOR, Statistics, Vocabulary, articles, clitics, map, pack};
use crate::arabic::cores::parts;
use crate::arabic::{Word, words};
use crate::corpus::{ZoneKind, ZoneSet};

/// Articles that hold each form.
type Counts = FxHashMap<String, u32>;

/// The zones that are not usually searched.
const ASIDE: [ZoneKind; 2] = [ZoneKind::Related, ZoneKind::Furniture];

impl Vocabulary {
    /// Derives the vocabulary of the commit that `searcher` shows.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn derive(searcher: &Searcher, fields: &Fields) -> Result<Self, IndexError> {
        let (mut counts, mut aside) = (Counts::default(), Counts::default());
        let mut statistics = Statistics::default();
        let fields = &fields.article;
        for segment in searcher.segment_readers() {
            count_terms(segment, fields.text, &mut counts)?;
            for field in fields_aside(fields) {
                count_terms(segment, field, &mut aside)?;
            }
            if segment.has_deletes() {
                take_off_deleted(segment, fields, &mut counts, &mut aside)?;
            }
            add_lengths(segment, fields, &mut statistics)?;
        }
        counts.retain(|_, articles| *articles > 0);
        // A word that stands only aside is a word all the same.
        for (form, articles) in aside.into_iter().filter(|(_, articles)| *articles > 0) {
            counts.entry(form).or_insert(articles);
        }
        let mut forms: Vec<(&str, u64, String)> = counts
            .par_iter()
            .map(|(form, &articles)| {
                let parts = parts(form, &counts);
                (form.as_str(), pack(articles, parts.clitics), parts.core)
            })
            .collect();
        forms.par_sort_unstable();
        let similar = || {
            similar::build(
                forms
                    .iter()
                    .map(|(form, value, _)| (*form, articles(*value), clitics(*value))),
            )
        };
        let by_form = || {
            let entries = forms
                .iter()
                .map(|(form, value, _)| (form.as_bytes(), *value));
            build(entries)
        };
        let (cores, (by_form, similar)) =
            rayon::join(|| cores(&forms), || rayon::join(by_form, similar));
        let similar = OwnedBytes::new(similar.map_err(engine)?);
        Self::of_parts(statistics, by_form?, cores?, similar)
    }

    /// The vocabulary of no articles.
    ///
    /// # Errors
    /// If memory runs out.
    pub fn empty() -> Result<Self, IndexError> {
        let nothing = || build(std::iter::empty());
        let similar = similar::build(std::iter::empty()).map_err(engine)?;
        Self::of_parts(
            Statistics::default(),
            nothing()?,
            nothing()?,
            OwnedBytes::new(similar),
        )
    }

    fn of_parts(
        statistics: Statistics,
        forms: OwnedBytes,
        cores: OwnedBytes,
        similar: OwnedBytes,
    ) -> Result<Self, IndexError> {
        let opened = SimilarWords::open(similar);
        Ok(Self {
            statistics,
            forms: map(forms).map_err(engine)?,
            cores: map(cores).map_err(engine)?,
            similar: opened.ok_or_else(|| {
                let problem = "the index of similar words cannot be read back".to_string();
                IndexError::Engine(tantivy::TantivyError::InternalError(problem))
            })?,
        })
    }
}

/// The map from a core and a form to what is known of the form.
fn cores(forms: &[(&str, u64, String)]) -> Result<OwnedBytes, IndexError> {
    let key = |form: &str, core: &str| [core.as_bytes(), &[SEPARATOR], form.as_bytes()].concat();
    let mut cores: Vec<(Vec<u8>, u64)> = forms
        .par_iter()
        .map(|(form, value, core)| (key(form, core), *value))
        .collect();
    cores.par_sort_unstable();
    build(cores.iter().map(|(key, value)| (key.as_slice(), *value)))
}

fn build<'a>(entries: impl Iterator<Item = (&'a [u8], u64)>) -> Result<OwnedBytes, IndexError> {
    let mut builder = MapBuilder::memory();
    for (key, value) in entries {
        builder.insert(key, value).map_err(engine)?;
    }
    Ok(OwnedBytes::new(builder.into_inner().map_err(engine)?))
}

#[allow(clippy::needless_pass_by_value)] // the shape of map_err
fn engine(error: tantivy_fst::Error) -> IndexError {
    IndexError::Engine(tantivy::TantivyError::InternalError(error.to_string()))
}

/// The fields of words that may stand in no zone that is usually searched.
fn fields_aside(fields: &ArticleFields) -> Vec<Field> {
    let zones = ASIDE.iter().filter_map(|zone| fields.zone(*zone));
    zones.chain([fields.origin]).collect()
}

/// Adds the terms of a field.
fn count_terms(
    segment: &SegmentReader,
    field: Field,
    counts: &mut Counts,
) -> Result<(), IndexError> {
    let postings = segment.inverted_index(field)?;
    let mut terms = postings.terms().stream()?;
    while terms.advance() {
        let Ok(form) = std::str::from_utf8(terms.key()) else {
            continue; // the analyzer gives text only
        };
        let articles = terms.value().doc_freq;
        match counts.get_mut(form) {
            Some(count) => *count += articles,
            None => _ = counts.insert(form.to_string(), articles),
        }
    }
    Ok(())
}

/// Takes off what only deleted articles hold.
fn take_off_deleted(
    segment: &SegmentReader,
    fields: &ArticleFields,
    counts: &mut Counts,
    aside: &mut Counts,
) -> Result<(), IndexError> {
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
        take_off(in_zones(ZoneSet::SEARCHED), counts);
        for zone in ASIDE {
            take_off(in_zones(ZoneSet::of(&[zone])), aside);
        }
        take_off(
            article.source.iter().flat_map(|source| words(source)),
            aside,
        );
    }
    Ok(())
}

/// Takes off one article of each distinct word.
fn take_off(words: impl Iterator<Item = Word>, counts: &mut Counts) {
    let mut forms: Vec<String> = words.map(|word| word.form).collect();
    forms.sort_unstable();
    forms.dedup();
    for form in forms {
        if let Some(count) = counts.get_mut(&form) {
            *count = count.saturating_sub(1);
        }
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

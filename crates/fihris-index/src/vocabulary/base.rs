//! A base: the words of some commit, on which the vocabularies of those that follow are built as long as little changes.

use rayon::prelude::*;
use tantivy::Searcher;

use super::Statistics;
use super::coverage::Coverage;
use super::dictionaries::{Dictionary, dictionaries};
use super::layer::Layer;
use super::lengths;
use super::lists::Listed;
use super::readings::Readings;
use super::tally::{Counts, Tally};
use super::words::{Counted, Words};
use crate::error::IndexError;
use crate::schema::ArticleFields;
use arabic_lexicon::Lexicon;
use arabic_text::fold;

/// The words of a commit, with what was counted.
pub(super) struct Base {
    pub statistics: Statistics,
    pub layer: Layer,
    pub coverage: Coverage,
    /// The checksum of the file that it was read from.
    pub sum: Option<u64>,
}

impl Base {
    /// That of the commit that `searcher` shows. What is known by `readings`, the lexicon is not asked.
    ///
    /// Counts are exact: what deleted articles held is taken off, so that an updated index and a fresh one of the same
    /// corpus agree to the last bit.
    pub fn derive(
        searcher: &Searcher,
        fields: &ArticleFields,
        readings: &Readings,
        lexicon: &Lexicon,
    ) -> Result<Self, IndexError> {
        let mut gone = Tally::default();
        let mut statistics = Statistics::default();
        for segment in searcher.segment_readers() {
            if segment.has_deletes() {
                gone.add_deleted(segment, fields)?;
            }
            statistics.add(lengths::sum(segment, segment.doc_ids_alive(), fields)?);
        }
        let dictionaries = dictionaries(searcher.segment_readers().iter(), fields)?;
        let counted = count(&dictionaries, &gone);
        statistics.forms = counted.len() as u64;
        let mut words = Words::new(&counted, readings, lexicon);
        let unknown = words.unknown();
        words.tell_proclitics(|rest| unknown.get(rest).copied().unwrap_or(0));
        Ok(Self {
            statistics,
            layer: words.build()?,
            coverage: Coverage::of(searcher),
            sum: None,
        })
    }

    /// That of no articles.
    pub fn empty() -> Result<Self, IndexError> {
        Ok(Self {
            statistics: Statistics::default(),
            layer: Words::default().build()?,
            coverage: Coverage::default(),
            sum: None,
        })
    }

    /// The word of this `form`, with whether the lexicon knows it.
    pub fn get(&self, form: &str) -> Option<Listed<'static>> {
        let folded = fold(form);
        let listed = self.layer.by_fold.find(folded.as_bytes()).into_iter();
        let mut same = listed.filter(|word| word.form == form);
        same.next().map(Listed::into_owned)
    }
}

/// The articles of each word, in the order of the words.
fn count<'a>(dictionaries: &'a [Dictionary], gone: &Tally) -> Vec<Counted<'a>> {
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
            let searched = total(searched, &gone.searched);
            // A word that stands only aside is a word all the same.
            let articles = match searched {
                0 => total(aside, &gone.aside),
                articles => articles,
            };
            (articles > 0).then_some(Counted {
                form: same[0].0,
                articles,
                is_aside: searched == 0,
            })
        })
        .collect()
}

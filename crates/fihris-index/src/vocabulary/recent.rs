//! The recent words: those of which it is not as in the base, because articles came or went since.
//!
//! What it costs to find them grows with what changed, not with the corpus.

use rustc_hash::{FxHashMap, FxHashSet};
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{DocSet, Searcher, SegmentReader, TERMINATED};

use super::base::Base;
use super::coverage::ChangedDocs;
use super::dictionaries::dictionaries;
use super::layer::Layer;
use super::names::name_proclitics;
use super::readings::Readings;
use super::tally::{Tally, fields_aside};
use super::words::{Counted, Words};
use super::{Statistics, lengths};
use crate::error::IndexError;
use crate::schema::ArticleFields;
use arabic_lexicon::Lexicon;

/// If more than this part (1/n) of the articles of the base came or went, another base is made.
const FEW: u64 = 16;

/// The layer of the words that changed since `base` was made, with the figures of the commit that `searcher` shows;
/// `None` if another base is to be made, since much changed or segments of it were merged.
pub(super) fn derive(
    base: &Base,
    searcher: &Searcher,
    fields: &ArticleFields,
    lexicon: &Lexicon,
) -> Result<Option<(Layer, Statistics)>, IndexError> {
    let Some(change) = Change::since(base, searcher) else {
        return Ok(None);
    };
    let deltas = change.deltas(fields)?;
    let mut statistics = change.statistics(base, fields)?;
    let (mut changed, mut dependents) = (Vec::new(), Vec::new());
    for (form, delta) in &deltas {
        let before = base.get(form);
        let before = before.map_or((0, false), |word| (word.articles, word.is_aside));
        let now = now(before, *delta, || articles_aside(searcher, fields, form))?;
        statistics.forms += u64::from(now.0 > 0);
        statistics.forms -= u64::from(before.0 > 0);
        if now != before {
            let (articles, is_aside) = now;
            changed.push(Counted {
                form,
                articles,
                is_aside,
            });
        }
    }
    let mut words = Words::new(&changed, &Readings::default(), lexicon);
    let unknown = words.unknown();
    let is_unknown_there = |form: &str| base.get(form).filter(|word| !word.flag);
    // What is written onto these may be told in another way now.
    let forms: FxHashSet<&str> = changed.iter().map(|word| word.form).collect();
    let mut told: FxHashSet<String> = FxHashSet::default();
    for form in unknown.keys() {
        for letters in name_proclitics() {
            let longer = [letters, form].concat();
            if forms.contains(&*longer) || told.contains(&longer) {
                continue;
            }
            if let Some(word) = is_unknown_there(&longer) {
                told.insert(longer);
                dependents.push(word);
            }
        }
    }
    words.add_unknown(dependents.iter().map(|word| Counted {
        form: &word.form,
        articles: word.articles,
        is_aside: word.is_aside,
    }));
    words.tell_proclitics(|rest| {
        let changed = unknown.get(rest).copied();
        let before = || is_unknown_there(rest).map_or(0, |word| word.articles);
        changed.unwrap_or_else(before)
    });
    Ok(Some((words.build()?, statistics)))
}

/// What became of the articles of a base.
struct Change<'a> {
    /// Documents of segments that were counted.
    changed: Vec<(&'a SegmentReader, ChangedDocs)>,
    /// Segments of which nothing was counted.
    new: Vec<&'a SegmentReader>,
}

/// By how much the articles of a word changed, in zones that are usually searched and in others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Delta {
    searched: i64,
    aside: i64,
}

impl<'a> Change<'a> {
    /// What became of `base` in what `searcher` shows; `None` if that is much.
    fn since(base: &Base, searcher: &'a Searcher) -> Option<Self> {
        if !base.coverage.is_within(searcher) {
            return None;
        }
        let (mut changed, mut new) = (Vec::new(), Vec::new());
        for segment in searcher.segment_readers() {
            match base.coverage.changed(segment) {
                Some(docs) => changed.push((segment, docs)),
                None => new.push(segment),
            }
        }
        let of_changed = changed.iter();
        let of_changed = of_changed.map(|(_, docs)| docs.gone.len() + docs.back.len());
        let of_new = new.iter().map(|segment| segment.max_doc() as usize);
        let all = of_changed.chain(of_new).sum::<usize>() as u64;
        (all * FEW <= base.statistics.articles).then_some(Self { changed, new })
    }

    /// The words of what changed.
    fn deltas(&self, fields: &ArticleFields) -> Result<FxHashMap<String, Delta>, IndexError> {
        let (mut gone, mut back) = (Tally::default(), Tally::default());
        for (segment, docs) in &self.changed {
            gone.add(segment, docs.gone.iter().copied(), fields)?;
            back.add(segment, docs.back.iter().copied(), fields)?;
        }
        for segment in self.new.iter().filter(|segment| segment.has_deletes()) {
            gone.add_deleted(segment, fields)?;
        }
        let mut deltas: FxHashMap<String, Delta> = FxHashMap::default();
        for dictionary in dictionaries(self.new.iter().copied(), fields)? {
            for (form, is_aside, articles) in dictionary.terms() {
                let delta = match deltas.get_mut(form) {
                    Some(delta) => delta,
                    None => deltas.entry(form.to_string()).or_default(),
                };
                if is_aside {
                    delta.aside += i64::from(articles);
                } else {
                    delta.searched += i64::from(articles);
                }
            }
        }
        for (tally, sign) in [(gone, -1), (back, 1)] {
            for (form, articles) in tally.searched {
                deltas.entry(form).or_default().searched += sign * i64::from(articles);
            }
            for (form, articles) in tally.aside {
                deltas.entry(form).or_default().aside += sign * i64::from(articles);
            }
        }
        Ok(deltas)
    }

    /// The figures of the corpus as it is now, with the forms of `base`.
    fn statistics(&self, base: &Base, fields: &ArticleFields) -> Result<Statistics, IndexError> {
        let mut statistics = base.statistics;
        for segment in &self.new {
            statistics.add(lengths::sum(segment, segment.doc_ids_alive(), fields)?);
        }
        for (segment, docs) in &self.changed {
            statistics.add(lengths::sum(segment, docs.back.iter().copied(), fields)?);
            let gone = lengths::sum(segment, docs.gone.iter().copied(), fields)?;
            statistics.articles -= gone.articles;
            statistics.words -= gone.words;
        }
        Ok(statistics)
    }
}

/// In how many articles a word stands now, and whether these are those where it stands aside; `aside` counts these.
fn now(
    (before, was_aside): (u32, bool),
    delta: Delta,
    aside: impl FnOnce() -> Result<u32, IndexError>,
) -> Result<(u32, bool), IndexError> {
    let count = |before: u32, delta: i64| {
        let now = i64::from(before) + delta;
        u32::try_from(now.max(0)).unwrap_or(u32::MAX)
    };
    let searched = count(if was_aside { 0 } else { before }, delta.searched);
    if searched > 0 {
        return Ok((searched, false));
    }
    let aside = match (before, was_aside) {
        (0, _) => count(0, delta.aside),
        (_, true) => count(before, delta.aside),
        // How often it stood aside is not kept of a word that stood elsewhere.
        (_, false) => aside()?,
    };
    Ok((aside, aside > 0))
}

/// In how many articles the word of this `form` stands in zones that are not usually searched.
fn articles_aside(
    searcher: &Searcher,
    fields: &ArticleFields,
    form: &str,
) -> Result<u32, IndexError> {
    let mut articles = 0;
    for segment in searcher.segment_readers() {
        for field in fields_aside(fields) {
            articles += alive(segment, field, form)?;
        }
    }
    Ok(articles)
}

/// How many documents of `segment` that are not deleted hold the word in `field`.
fn alive(segment: &SegmentReader, field: Field, form: &str) -> Result<u32, IndexError> {
    let term = Term::from_field_text(field, form);
    let postings = segment.inverted_index(field)?;
    let Some(mut docs) = postings.read_postings(&term, IndexRecordOption::Basic)? else {
        return Ok(0);
    };
    let mut alive = 0;
    while docs.doc() != TERMINATED {
        alive += u32::from(!segment.is_deleted(docs.doc()));
        docs.advance();
    }
    Ok(alive)
}

//! Names: the people, places and organisations that articles name.
//!
//! Names are what the lexicon knows for names, unknown words in a row, and what stands behind titles, before names of
//! families, or behind the head of a place or an organisation. Spellings that the lists of variants take for equal are one name.
//! Some are missed, and some are none: the lists say where to look, not what there is.

mod cues;
mod kind;
mod pattern;
mod tally;
#[cfg(test)]
mod tests;
mod word;

use std::sync::Mutex;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use arabic_text::fold;
use arabic_text::variants::Variants;
use arabic_text::words::written_words;
use fihris_corpus::{Article, ZoneSet};
use fihris_index::IndexError;
use fihris_search::Matches;

pub use self::kind::NameKind;
pub use self::tally::CountedName;
use self::tally::{InArticle, Tally, add_spelling};
use self::word::{NameWord, Words};

/// So many articles are read by one thread before what they hold is counted.
const READ_AT_ONCE: usize = 512;

/// The names of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Those in most articles first.
    pub names: Vec<CountedName>,
    /// The articles that were read.
    pub articles: u64,
    /// Names that stand in this many articles or fewer may be missing, and others be counted in as many too few; 0 where none is.
    pub given_up: u64,
}

/// Counts the names in the articles that match.
///
/// Counted are articles, and the places of names in the given zones of them; the base is the articles that match.
///
/// # Errors
/// If the index cannot be read.
pub fn names(matches: Matches, zones: ZoneSet, variants: &Variants) -> Result<Names, IndexError> {
    let Matches {
        index, articles, ..
    } = matches;
    let mut tally = Tally::default();
    let caches = Mutex::new(Vec::new()); // what was looked up of words, one for each thread
    let threads = rayon::current_num_threads();
    for batch in articles.chunks(READ_AT_ONCE * threads) {
        let found: Vec<Vec<FxHashMap<String, InArticle>>> = batch
            .par_chunks(READ_AT_ONCE)
            .map(|part| {
                let kept = caches.lock().ok().and_then(|mut caches| caches.pop());
                let mut words = kept.unwrap_or_else(|| Words::new(index));
                let read = part.iter().map(|address| {
                    let article = index.article(*address)?;
                    Ok(in_article(&article, zones, &mut words, variants))
                });
                let read = read.collect::<Result<_, IndexError>>();
                if let Ok(mut caches) = caches.lock() {
                    caches.push(words);
                }
                read
            })
            .collect::<Result<_, IndexError>>()?;
        for article in found.into_iter().flatten() {
            tally.add(article);
        }
    }
    Ok(Names {
        articles: articles.len() as u64,
        given_up: tally.given_up,
        names: tally.finish(),
    })
}

/// The names of an article, by what is the same for all their spellings.
fn in_article(
    article: &Article,
    zones: ZoneSet,
    words: &mut Words,
    variants: &Variants,
) -> FxHashMap<String, InArticle> {
    let mut found: FxHashMap<String, InArticle> = FxHashMap::default();
    let searched = article
        .zones
        .iter()
        .filter(|zone| zones.contains(zone.kind));
    for zone in searched {
        for row in rows(&article.text[zone.range.clone()], words) {
            for mention in pattern::mentions(&row, variants) {
                let written = written(&row[mention.words.clone()]);
                let name = found
                    .entry(key(&written, variants))
                    .or_insert_with(|| InArticle {
                        is_lone: true,
                        ..InArticle::default()
                    });
                name.times += 1;
                name.is_lone &= mention.is_lone;
                if let Some((kind, sure)) = mention.sign
                    && let Some(sign) = name.signs.get_mut(kind as usize)
                {
                    *sign = sure.max(*sign);
                }
                add_spelling(&mut name.spellings, written.join(" "), 1);
            }
        }
    }
    found
}

/// The words of a name as they are written, the first one without what is written onto it.
fn written(name: &[NameWord]) -> Vec<&str> {
    let first = name.iter().take(1).map(|word| &*word.bare);
    let rest = name.iter().skip(1).map(|word| &*word.form);
    first.chain(rest).collect()
}

/// The words of a text, those in a row that have nothing but spaces between.
fn rows(text: &str, words: &mut Words) -> Vec<Vec<NameWord>> {
    let mut rows: Vec<Vec<NameWord>> = Vec::new();
    let mut end = None;
    for word in written_words(text) {
        let is_beside = end.is_some_and(|end: usize| {
            let between = text.get(end..word.range.start).unwrap_or(".");
            between.chars().all(|c| c == ' ' || c == '\u{00A0}')
        });
        end = Some(word.range.end);
        let word = words.get(&word.form);
        match rows.last_mut() {
            Some(row) if is_beside => row.push(word),
            _ => rows.push(vec![word]),
        }
    }
    rows
}

/// What is the same for all spellings of a name.
fn key(name: &[&str], variants: &Variants) -> String {
    let mut words: Vec<String> = Vec::with_capacity(name.len());
    for word in name {
        let word = match fold(word) {
            word if word == "ابن" && !words.is_empty() => "بن".to_string(),
            word => word,
        };
        match words.last_mut() {
            Some(last) if last == "عبد" => last.push_str(&word), // عبد الله is عبدالله
            _ => words.push(word),
        }
    }
    let mut key: Vec<&str> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let groups = variants.starting_with(word).filter_map(|(group, i)| {
            let spelling: Vec<&str> = group.spellings[i].split(' ').collect();
            let rest = words.get(at..at + spelling.len())?;
            (*rest == spelling[..]).then(|| (spelling.len(), &*group.spellings[0]))
        });
        let (length, word) = groups
            .max_by_key(|(length, _)| *length)
            .unwrap_or((1, word));
        key.push(word);
        at += length;
    }
    key.join(" ")
}

//! The texts of a commit, each of which one article holds or several.
//!
//! In the order of their hashes: it says nothing of what is alike, and is that of any other index of the same articles.

use rayon::prelude::*;
use tantivy::Searcher;

use super::band_keys::BandKeys;
use super::column::{Sketched, Sketches};
use crate::address::ArticleAddress;
use crate::days::Days;
use crate::error::IndexError;
use fihris_corpus::minhash::{MinHash, NUMBERS};

/// The texts of a commit that have sketches.
pub(super) struct Texts<'a> {
    sketches: Sketches<'a>,
    hashes: Vec<u64>,
    /// The articles of all texts, in the order of these.
    articles: Vec<ArticleAddress>,
    /// By text, where its articles begin; those of the next one behind the last.
    starts: Vec<u32>,
}

impl<'a> Texts<'a> {
    /// Those of the commit that `searcher` shows.
    pub fn read(searcher: &'a Searcher) -> Result<Self, IndexError> {
        let sketches = Sketches::open(searcher)?;
        let days = Days::open(searcher)?;
        let mut found: Vec<Sketched> = sketches.articles().collect();
        found.par_sort_unstable_by_key(|it| (it.text, it.address));
        for text in found.chunk_by_mut(|a, b| a.text == b.text) {
            if text.len() > 1 {
                text.sort_by_cached_key(|it| {
                    let published = days.get(it.address);
                    (published.is_none(), published)
                });
            }
        }
        let mut texts = Self {
            hashes: Vec::with_capacity(found.len()),
            articles: Vec::with_capacity(found.len()),
            starts: Vec::with_capacity(found.len() + 1),
            sketches,
        };
        for text in found.chunk_by(|a, b| a.text == b.text) {
            texts.starts.push(texts.count());
            texts.hashes.push(text[0].text);
            texts.articles.extend(text.iter().map(|it| it.address));
        }
        texts.starts.push(texts.count());
        Ok(texts)
    }

    /// How many articles were added so far.
    fn count(&self) -> u32 {
        u32::try_from(self.articles.len()).unwrap_or(u32::MAX)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Their hashes, in order, each once.
    pub fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// The place of the text with this hash.
    pub fn place(&self, hash: u64) -> Option<usize> {
        self.hashes.binary_search(&hash).ok()
    }

    /// The articles that hold a text, the first that was published first.
    pub fn articles(&self, place: usize) -> &[ArticleAddress] {
        let [start, end] = [0, 1].map(|next| self.starts[place + next] as usize);
        &self.articles[start..end]
    }

    /// The sketch of a text.
    pub fn sketch(&self, place: usize) -> MinHash {
        let sketch = self.sketches.get(self.articles(place)[0]);
        sketch.unwrap_or_else(|| MinHash::from_numbers(&[0; NUMBERS])) // each has one
    }

    /// The sketches of all texts, in order.
    pub fn sketches(&self) -> Vec<MinHash> {
        let places = (0..self.len()).into_par_iter();
        places.map(|place| self.sketch(place)).collect()
    }

    /// The texts, in order, of which an article agrees in a band with what `keys` are of.
    pub fn near(&self, keys: &BandKeys) -> Vec<usize> {
        // Read as they lie on disk: in the order of texts each would be somewhere else.
        let near = self.sketches.articles().filter(|article| {
            let sketch = self.sketches.get(article.address);
            sketch.is_some_and(|sketch| keys.shared(&sketch).next().is_some())
        });
        let mut near: Vec<usize> = near
            .filter_map(|article| self.place(article.text))
            .collect();
        near.par_sort_unstable();
        near.dedup();
        near
    }

    /// The sketches, by the hashes of their texts, of deleted articles.
    pub fn deleted(&self) -> impl ParallelIterator<Item = (u64, MinHash)> + '_ {
        let deleted = self.sketches.deleted();
        deleted.map(|sketch| (sketch.text_hash(), sketch))
    }
}

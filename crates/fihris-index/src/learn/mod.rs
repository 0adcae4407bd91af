//! Learning: spellings of names that no list holds, from the corpus itself.
//!
//! Two words of the vocabulary that differ as transliterations do ([`arabic_text::transliteration`])
//! are taken for one name where two guards agree: neither is inflected as native words are
//! (`names`), and both keep the same company (`company`): `غوغل` and `جوجل` both stand beside
//! `شركة` and `محرك`, `غرب` and `قرب` do not. The result is a list for people to read and correct
//! ([`list`]), used like the lists that are written by hand.

mod context_vectors;
mod groups;
pub mod list;
mod names;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::context_vectors::ContextVectors;
pub use self::groups::LearnedGroup;
use self::groups::{Pair, groups};
use self::list::Rejected;
use self::names::{Bases, looks_like_a_name};
use super::error::IndexError;
use super::reader::Index;
use arabic_text::transliteration::{TransliterationDiff, consonant_skeleton, transliteration_diff};

/// A word that occurs less often has no company to speak of.
const FEWEST_OCCURRENCES: u32 = 5;

/// The fewest letters of a word, and of its consonants.
const SHORTEST: usize = 3;
const FEWEST_CONSONANTS: usize = 2;

/// How much the company of two words must agree, by how they differ. From reading pairs of a corpus of
/// 31,000 articles: at these bounds about 98 of 100 pairs were one name.
fn least_agreement(difference: TransliterationDiff, shortest: usize) -> f32 {
    match difference {
        TransliterationDiff::SoundG if shortest >= 5 => 0.06,
        TransliterationDiff::SoundG | TransliterationDiff::OtherG => 0.14,
        TransliterationDiff::Vowels if shortest >= 6 => 0.12,
        TransliterationDiff::Vowels | TransliterationDiff::Both => 0.2,
    }
}

/// The names that the articles of `index` spell in several ways, surest last; no pair of words in a line
/// of `rejected` is joined.
///
/// # Errors
/// If the index cannot be read.
pub fn learn(index: &Index, rejected: &Rejected) -> Result<Vec<LearnedGroup>, IndexError> {
    let bases = Bases::new(index.vocabulary());
    let candidates = candidates(index, &bases, rejected);
    let wanted: FxHashSet<u32> = candidates.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
    let companies = ContextVectors::count(index, &bases, &wanted)?;
    let mut pairs: Vec<Pair> = candidates
        .into_par_iter()
        .filter(|(a, b, _)| {
            let fewest = companies.occurrences(*a).min(companies.occurrences(*b));
            fewest >= FEWEST_OCCURRENCES
        })
        .filter_map(|(a, b, least)| {
            let cosine = companies.cosine(a, b);
            (cosine >= least).then_some(Pair { a, b, cosine })
        })
        .collect();
    pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
    Ok(groups(&pairs, &bases, &companies))
}

/// Pairs of bases that could be one name, with the cosine that they must have.
fn candidates(index: &Index, bases: &Bases, rejected: &Rejected) -> Vec<(u32, u32, f32)> {
    let mut by_consonants: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for (base, word) in bases.words().filter(|(_, word)| is_candidate(word)) {
        let consonants = consonant_skeleton(word);
        if consonants.chars().count() >= FEWEST_CONSONANTS && bases.articles(base) > 1 {
            by_consonants.entry(consonants).or_default().push(base);
        }
    }
    let blocks: Vec<Vec<u32>> = by_consonants.into_values().collect();
    let pairs_of = |block: &Vec<u32>| {
        let mut names = FxHashMap::default();
        let mut pairs = Vec::new();
        for (i, &a) in block.iter().enumerate() {
            for &b in &block[..i] {
                let (word_a, word_b) = (bases.word(a), bases.word(b));
                let Some(difference) = transliteration_diff(word_a, word_b) else {
                    continue;
                };
                let mut is_name = |base, word| {
                    let look = || looks_like_a_name(word, index);
                    *names.entry(base).or_insert_with(look)
                };
                let in_g_only = matches!(
                    difference,
                    TransliterationDiff::SoundG | TransliterationDiff::OtherG
                );
                let may_be_one = in_g_only || is_name(a, word_a) && is_name(b, word_b);
                if may_be_one && !rejected.holds(word_a, word_b) {
                    let shortest = word_a.chars().count().min(word_b.chars().count());
                    pairs.push((a.min(b), a.max(b), least_agreement(difference, shortest)));
                }
            }
        }
        pairs
    };
    blocks.par_iter().flat_map_iter(pairs_of).collect()
}

fn is_candidate(word: &str) -> bool {
    let is_arabic = |letter: char| ('\u{0620}'..='\u{06D3}').contains(&letter);
    word.chars().all(is_arabic) && word.chars().count() >= SHORTEST
}

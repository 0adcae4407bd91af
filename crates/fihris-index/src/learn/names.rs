//! Names: which words of a vocabulary look like foreign names, and which like native words.
//!
//! Knows how often forms are attested, not what stands beside them.

use rustc_hash::FxHashMap;

use crate::reader::Index;
use crate::vocabulary::{TermEntry, Vocabulary};
use arabic_lexicon::Class;
use arabic_text::fold;

/// Suffixes that native nouns and verbs take, and names do not.
const NATIVE_SUFFIXES: [&str; 22] = [
    "ها", "هم", "ه", "نا", "ت", "وا", "ات", "ين", "ون", "كم", "هما", "ته", "تها", "تهم", "ان",
    "هن", "تين", "تان", "اتها", "اته", "اتهم", "يه",
];

/// Proclitics that end in the article.
const ARTICLES: [&str; 8] = ["ال", "وال", "بال", "لل", "كال", "فال", "ولل", "وبال"];

/// Proclitics that names take too.
const PROCLITICS: [&str; 4] = ["", "و", "ب", "ل"];

/// A word with more kinds of native suffixes is inflected as native words are.
const MAX_SUFFIXES: usize = 3;

/// A word of fewer letters must not be inflected at all to speak of: loan words with an article are long.
const SHORTEST_LOAN_WORD: usize = 6;

/// The bases of a vocabulary: its words without proclitics, numbered.
pub(super) struct Bases {
    words: Vec<String>,
    articles: Vec<u32>,
    by_form: FxHashMap<String, u32>,
}

impl Bases {
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut bases = Self {
            words: Vec::new(),
            articles: Vec::new(),
            by_form: FxHashMap::default(),
        };
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        for form in vocabulary.beginning_with("") {
            let word = fold(form.base());
            let number = *numbers.entry(word.clone()).or_insert_with(|| {
                bases.words.push(word);
                bases.articles.push(0);
                u32::try_from(bases.words.len() - 1).unwrap_or(u32::MAX)
            });
            bases.articles[number as usize] += form.articles;
            bases.by_form.insert(form.form, number);
        }
        bases
    }

    /// All bases with their words.
    pub fn words(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..).zip(self.words.iter().map(String::as_str))
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn word(&self, base: u32) -> &str {
        &self.words[base as usize]
    }

    /// About how many articles hold it, with any proclitics.
    pub fn articles(&self, base: u32) -> u32 {
        self.articles[base as usize]
    }

    /// The base of the written `form`.
    pub fn of_form(&self, form: &str) -> Option<u32> {
        self.by_form.get(form).copied()
    }
}

/// Whether the folded word, which carries no proclitics, is not inflected as native words are: the lexicon does
/// not know it as such, few suffixes and little of the article are attested with it. A long word may have the
/// article if it has next to no suffixes: `الكوليسترول`.
pub(super) fn looks_like_a_name(word: &str, index: &Index) -> bool {
    let vocabulary = index.vocabulary();
    let is_native = |entry: &TermEntry| {
        let readings = index.lexicon().analyze(&entry.form).into_iter();
        let mut lexemes = readings.filter_map(|reading| index.lexicon().lexeme(reading.lexeme));
        lexemes.any(|lexeme| lexeme.class != Class::Name)
    };
    if vocabulary.spellings(word).iter().any(is_native) {
        return false;
    }
    let attested = |before: &str, after: &str| {
        let spellings = vocabulary.spellings(&[before, word, after].concat());
        spellings.iter().map(|entry| entry.articles).sum::<u32>()
    };
    let suffixes: Vec<u32> = NATIVE_SUFFIXES
        .iter()
        .map(|suffix| attested("", suffix))
        .filter(|articles| *articles > 0)
        .collect();
    let with_article: u32 = ARTICLES.iter().map(|article| attested(article, "")).sum();
    let bare: u32 = PROCLITICS
        .iter()
        .map(|proclitic| attested(proclitic, ""))
        .sum();
    let inflected = with_article + suffixes.iter().sum::<u32>();
    let is_bare = inflected * 10 <= bare + 1 && suffixes.len() <= MAX_SUFFIXES;
    let is_loan_word = suffixes.len() <= 1 && word.chars().count() >= SHORTEST_LOAN_WORD;
    is_bare || is_loan_word
}

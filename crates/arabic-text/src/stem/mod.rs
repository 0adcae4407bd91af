//! Stems: what is left of a word without its proclitics and inflectional suffixes.
//!
//! Words with one stem are inflections of each other. light10 (Larkey, Ballesteros & Connell, "Light
//! stemming for Arabic information retrieval", in *Arabic Computational Morphology*, Springer 2007)
//! removes affixes by letters alone and stems `لبنان` (Lebanon) to `لبن` (milk). Here nothing is removed
//! unless what remains is a word that the corpus attests often enough ([`DocFreqs`]), and a list of
//! protected words ([`is_protected`]) is never touched. Roots and patterns stay apart: `كتاب` (book) and
//! `كاتب` (writer) have two stems.
//!
//! [`light_stem`] needs no corpus. It is light10 with the protected words, for a token filter.
//!
//! All of this takes and gives [folded](crate::fold()) words.
//!
//! ```
//! use std::collections::HashMap;
//! use arabic_text::stem::analyze_stem;
//!
//! let doc_freqs: HashMap<&str, u32> = [("والقوات", 2), ("القوات", 90), ("قوات", 40)].into();
//! let analysis = analyze_stem("والقوات", &doc_freqs);
//! assert_eq!(&"والقوات"[..analysis.proclitics], "وال");
//! assert_eq!(analysis.stem, "قوات");
//! ```

mod doc_freqs;
mod light;
mod proclitics;
mod protected_words;
mod suffixes;

use rustc_hash::FxHashMap;

use suffixes::CONSTRUCT;

pub use doc_freqs::{DocFreqs, WithAttested};
pub use light::light_stem;
pub use proclitics::{PROCLITICS, Proclitic};
pub use protected_words::is_protected;
pub use suffixes::{SUFFIXES, Suffix};

/// The fewest letters of a stem, but for a single proclitic before a frequent short word (`وقد`).
const MIN_STEM_LETTERS: usize = 3;

/// Longer words are not analyzed. The longest in 31,030 articles that inflects a word, and is not several
/// without the space between them, has 15 letters; the time for one of nothing but suffixes grows with the
/// square of its length.
const MAX_WORD_LETTERS: usize = 30;

/// From so many letters on, a rest that is not attested itself counts as a word if it inflects one.
const MIN_UNATTESTED_LETTERS: usize = 5;

/// How many times as frequent as the word without it a word with a suffix may be.
const MAX_SUFFIX_FREQUENCY_RATIO: u64 = 10;

/// A word's proclitics and its stem.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StemAnalysis {
    /// Byte length of the proclitics at the start of the form.
    pub proclitics: usize,
    /// What is left without proclitics and suffixes: the key that inflections share. Not always a slice of
    /// the form: `سياسته` has the stem `سياسه`.
    pub stem: String,
}

/// Removes proclitics and suffixes of the folded `form` as far as `doc_freqs` attests what remains; a word
/// of more than 30 letters stays whole.
///
/// ```
/// use std::collections::HashMap;
/// use arabic_text::stem::analyze_stem;
/// let doc_freqs: HashMap<String, u32> =
///     ["ارميني", "القوات", "بوتين", "وتين"].map(|word| (word.to_string(), 3)).into();
/// assert_eq!(analyze_stem("والارمينيه", &doc_freqs).stem, "ارميني");
/// assert_eq!(analyze_stem("وبالقوات", &doc_freqs).stem, "قوات");
/// assert_eq!(analyze_stem("بوتين", &doc_freqs).stem, "بوتين");
/// ```
#[must_use]
pub fn analyze_stem(form: &str, doc_freqs: &(impl DocFreqs + ?Sized)) -> StemAnalysis {
    if form.chars().nth(MAX_WORD_LETTERS).is_some() {
        return StemAnalysis {
            proclitics: 0,
            stem: form.to_string(),
        };
    }
    let mut analyzer = Analyzer {
        doc_freqs,
        scratch: String::new(),
        supports: FxHashMap::default(),
    };
    let proclitics = analyzer.proclitics(form);
    StemAnalysis {
        proclitics,
        stem: analyzer.stem(&form[proclitics..]),
    }
}

struct Analyzer<'a, D: ?Sized> {
    doc_freqs: &'a D,
    /// Reused to write a word with its article.
    scratch: String,
    /// The support of words that are not attested themselves. Removing affixes in different orders leads to
    /// the same word; without this a long word of suffixes only would take exponential time.
    supports: FxHashMap<String, u64>,
}

impl<D: DocFreqs + ?Sized> Analyzer<'_, D> {
    /// The byte length of the proclitics that `form` carries.
    fn proclitics(&mut self, form: &str) -> usize {
        if is_protected(form) || !is_arabic(form) {
            return 0;
        }
        PROCLITICS
            .iter()
            .find(|proclitic| {
                proclitic
                    .strip(form)
                    .is_some_and(|rest| self.has_proclitic(form, proclitic, rest))
            })
            .map_or(0, |proclitic| proclitic.letters.len())
    }

    /// Whether `form` really is `proclitic` + `rest`.
    fn has_proclitic(&mut self, form: &str, proclitic: &Proclitic, rest: &str) -> bool {
        let letters = rest.chars().count();
        if proclitic.has_article {
            return self.has_article(form, proclitic, rest, letters);
        }
        if is_protected(rest) {
            return letters >= MIN_STEM_LETTERS || self.doc_freqs.doc_freq(rest) > 0;
        }
        let with = u64::from(self.doc_freqs.doc_freq(form));
        // A rest that only inflects an attested word is trusted if it is long, and never after the
        // future س: سياسته is no future of ياس.
        let without = if letters < MIN_UNATTESTED_LETTERS || proclitic.is_future() {
            self.frequency(rest)
        } else {
            self.support(rest)
        };
        let is_frequent = match letters {
            0 | 1 => false,
            2 => without > 0 && without >= with && proclitic.letters.chars().count() == 1,
            _ => {
                without > 0 && without.saturating_mul(proclitic.max_frequency_ratio.into()) >= with
            }
        };
        is_frequent
            && (proclitic.letters.starts_with('و') || !self.is_likelier_whole(form, without))
    }

    /// Whether `form` inflects a more frequent word with the proclitic than without it: `بيانات` is of
    /// `بيان`. Not considered for `و`, as sentences begin with it: `وقالت` would be of `وقال`.
    fn is_likelier_whole(&mut self, form: &str, without: u64) -> bool {
        let stem = self.stem(form);
        stem != form && (is_protected(&stem) || self.frequency(&stem) > without)
    }

    fn has_article(
        &mut self,
        form: &str,
        proclitic: &Proclitic,
        rest: &str,
        letters: usize,
    ) -> bool {
        self.with_article(rest);
        if is_protected(&self.scratch) && !is_protected(rest) {
            return false; // والمانيا is و + المانيا
        }
        if is_protected(rest) {
            return true;
        }
        let with_article = u64::from(self.doc_freqs.doc_freq(&self.scratch));
        let bare = u64::from(self.doc_freqs.doc_freq(rest));
        if letters < MIN_STEM_LETTERS {
            let form = u64::from(self.doc_freqs.doc_freq(form));
            return letters == 2 && bare > 0 && with_article.max(bare) >= form;
        }
        // A word that takes an article before this one begins with ال itself: الالتزام, التزام.
        let doubled = if proclitic.letters == "ال" {
            self.with_article(form);
            u64::from(self.doc_freqs.doc_freq(&self.scratch))
        } else {
            0
        };
        if doubled > bare {
            return false;
        }
        letters > MIN_STEM_LETTERS
            || proclitic.letters == "ال"
            || with_article > 0
            || self.support(rest) > 0
    }

    /// The stem of `base`, a word without proclitics.
    fn stem(&mut self, base: &str) -> String {
        let mut stem = base.to_string();
        let mut shorter = String::new();
        // A noun carries at most a pronoun, a number and a gender.
        for _ in 0..3 {
            if !is_arabic(&stem) || !self.remove_suffix(&stem, &mut shorter) {
                break;
            }
            std::mem::swap(&mut stem, &mut shorter);
        }
        stem
    }

    /// Writes `word` without its last suffix into `stem`; false if it has none.
    fn remove_suffix(&mut self, word: &str, stem: &mut String) -> bool {
        if is_protected(word) {
            return false;
        }
        let frequency = self.frequency(word);
        for suffix in SUFFIXES {
            if suffix.strip(word, stem) && self.may_remain(stem, frequency) {
                return true;
            }
        }
        self.remove_construct(word, frequency, stem)
    }

    /// Removes the `ي` of a construct plural.
    fn remove_construct(&mut self, word: &str, frequency: u64, stem: &mut String) -> bool {
        let Some(singular) = word.strip_suffix(CONSTRUCT) else {
            return false;
        };
        stem.clear();
        stem.push_str(singular);
        if !self.may_remain(stem, frequency) {
            return false;
        }
        let mut derived = |suffix: &str| self.frequency(&format!("{singular}{suffix}"));
        let plural = derived("ين");
        plural > 0 && plural > derived("يه")
    }

    /// Whether `stem` is a word that one of `frequency` documents can be an inflection of.
    fn may_remain(&mut self, stem: &str, frequency: u64) -> bool {
        if stem.chars().count() < MIN_STEM_LETTERS {
            return false;
        }
        let attested = self.support(stem);
        is_protected(stem)
            || (attested > 0 && attested.saturating_mul(MAX_SUFFIX_FREQUENCY_RATIO) >= frequency)
    }

    /// In how many documents `word` stands, bare or with the article.
    fn frequency(&mut self, word: &str) -> u64 {
        self.with_article(word);
        u64::from(self.doc_freqs.doc_freq(word)) + u64::from(self.doc_freqs.doc_freq(&self.scratch))
    }

    /// The frequency of `word`, or else of what it inflects: `سياساتهم` may stand on `سياسة` alone.
    fn support(&mut self, word: &str) -> u64 {
        let frequency = self.frequency(word);
        if frequency > 0 {
            return frequency;
        }
        if let Some(known) = self.supports.get(word) {
            return *known;
        }
        let stem = self.stem(word);
        let support = if stem == word {
            0
        } else {
            self.frequency(&stem)
        };
        self.supports.insert(word.to_string(), support);
        support
    }

    fn with_article(&mut self, word: &str) {
        self.scratch.clear();
        self.scratch.push_str("ال");
        self.scratch.push_str(word);
    }
}

/// Whether `form` is a word of Arabic letters: numbers and Latin words have no parts.
fn is_arabic(form: &str) -> bool {
    form.starts_with(|c: char| ('\u{0620}'..='\u{064A}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use std::collections::HashMap;

    /// A corpus in which every word stands in three articles.
    fn doc_freqs(words: &str) -> HashMap<String, u32> {
        words
            .split_whitespace()
            .map(|word| (fold(word), 3))
            .collect()
    }

    #[test]
    fn names_are_never_harmed_even_where_the_rest_is_a_word() {
        let doc_freqs = doc_freqs(
            "بوتين وتين بوت بيان يان بي لبنان لبن ألمانيا مانيا ألماني المان إلهام هام باكو اكو \
             باكستان باكست والد الد وزير زير بيجر يجر كاظم اظم بغداد غداد فلسطين لسطين الله له",
        );
        for name in
            "بوتين بيان لبنان ألمانيا إلهام باكو باكستان والد وزير بيجر كاظم بغداد فلسطين الله"
                .split(' ')
        {
            let name = fold(name);
            let whole = StemAnalysis {
                proclitics: 0,
                stem: name.clone(),
            };
            assert_eq!(analyze_stem(&name, &doc_freqs), whole, "{name}");
        }
    }

    #[test]
    fn inflections_find_each_other() {
        for group in [
            "والأرمينية الأرمينية أرمينية أرميني",
            "البيجر بيجر والبيجر بالبيجر",
            "للإرهاب الإرهاب إرهاب وللإرهاب",
            "وبالقوات القوات وقوات",
            "كتابهم كتاب وكتابه الكتاب",
            "سياسته سياسة والسياسات سياساتهم",
            "وقال قال قالت قالوا",
            "وزرائهم وزراء وزراؤه الوزراء",
            "مستواها مستوى المستويات",
            "لاعبي لاعب لاعبين لاعبون",
            "جندياً جندي",
            "سيكون يكون وسيكون",
            "دولة دولتين والدولتان",
        ] {
            let doc_freqs = doc_freqs(group);
            let stems: Vec<String> = group
                .split(' ')
                .map(|word| analyze_stem(&fold(word), &doc_freqs).stem)
                .collect();
            assert!(
                stems.windows(2).all(|pair| pair[0] == pair[1]),
                "{group}: {stems:?}"
            );
        }
    }

    #[test]
    fn relative_adjectives_and_rare_remainders_stay_apart() {
        let mut doc_freqs = doc_freqs("لبناني لبنانية أرمن أرمني أرمينيا أرميني");
        doc_freqs.extend([
            ("شركه".into(), 9000),
            ("شرك".into(), 40),
            ("لبنان".into(), 3),
        ]);
        for (word, stem) in [
            ("لبناني", "لبناني"),
            ("لبنانيه", "لبناني"),
            ("ارمينيا", "ارمينيا"),
            ("شركه", "شركه"),
            ("2021", "2021"),
            ("rt", "rt"),
        ] {
            assert_eq!(analyze_stem(word, &doc_freqs).stem, stem, "{word}");
        }
    }

    #[test]
    fn a_root_letter_is_no_proclitic_where_the_whole_word_is_more_frequent() {
        let mut doc_freqs = doc_freqs("سياسته ياس بيانات");
        doc_freqs.extend([
            ("سياسه".into(), 200),
            ("بيان".into(), 90),
            ("يان".into(), 50),
        ]);
        assert_eq!(analyze_stem("سياسته", &doc_freqs).stem, "سياسه");
        assert_eq!(analyze_stem("بيانات", &doc_freqs).stem, "بيان");
    }

    #[test]
    fn a_long_word_of_endings_takes_no_longer_than_others() {
        let long = "وكتب".to_string() + &"تانتينو".repeat(13);
        let word: String = long.chars().skip(1).take(MAX_WORD_LETTERS).collect();
        assert_eq!(analyze_stem(&word, &doc_freqs(&word)).stem, word);
        assert_eq!(
            analyze_stem(&long, &doc_freqs(&format!("{long} {}", &long[2..]))).proclitics,
            0
        );
    }

    #[test]
    fn an_article_on_an_article_shows_that_the_first_is_none() {
        let doc_freqs = doc_freqs("الانتحال التحاق الالتحاق حاق");
        assert_eq!(analyze_stem("التحاق", &doc_freqs).stem, "التحاق");
        assert_eq!(analyze_stem("الالتحاق", &doc_freqs).stem, "التحاق");
    }
}

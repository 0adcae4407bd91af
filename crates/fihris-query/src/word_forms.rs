//! Forms of a word: what a corpus holds of the lexemes that a written word is, or of a name.
//!
//! A word that the lexicon knows stands for all forms of its lexemes. One that it does not know is a name or a loan
//! word: it stands for itself, with the proclitics that names take, and no letter is taken off it.

use std::collections::{BTreeMap, BTreeSet};

use arabic_lexicon::{Analysis, Class, Lexeme, LexemeId, Lexicon};
use arabic_text::fold;

use crate::expansion::Rule;
use crate::word_class::WordClass;

use fihris_index::{Index, TermEntry, Vocabulary, name_proclitics};

/// So many letters tell a listed name from a form of another word.
const LONG_NAME: usize = 5;

/// A shorter unknown word, in letters, is in the plural by chance.
const LEAST_NOUN: usize = 4;

/// The article; behind ل it is as long.
const ARTICLE: &str = "ال";

/// The ending of the plural of loan words.
const PLURAL: &str = "ات";

/// The endings of relative adjectives, folded.
const RELATIVE_ENDINGS: [&str; 4] = ["ي", "يه", "يون", "يين"];

/// The words of a corpus, and those that are known.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The words of the corpus.
    pub vocabulary: &'a Vocabulary,
    /// The words that are known.
    pub lexicon: &'a Lexicon,
}

/// The words in their order, each as it first comes.
fn each_once(words: Vec<TermEntry>) -> impl Iterator<Item = TermEntry> {
    let mut found: BTreeMap<String, TermEntry> = BTreeMap::new();
    for entry in words {
        found.entry(entry.form.clone()).or_insert(entry);
    }
    found.into_values()
}

/// What is left of the written `form` without the proclitics of its readings, folded.
fn bases(form: &str, readings: &[Analysis]) -> Vec<String> {
    let bases = readings.iter();
    let bases = bases.filter_map(|reading| form.get(reading.proclitics..));
    bases.map(fold).collect()
}

/// Attested words, each once, with how they relate to the written `form`, which is one of `bases` with proclitics.
fn ruled(form: &str, bases: &[String], words: Vec<TermEntry>) -> Vec<(TermEntry, Rule)> {
    let folded = fold(form);
    let rule = |entry: &TermEntry| match fold(entry.base()) {
        _ if entry.form == form => Rule::Written,
        _ if fold(&entry.form) == folded => Rule::Folded,
        base if bases.contains(&base) => Rule::Clitic,
        _ => Rule::Inflected,
    };
    let ruled = |entry: TermEntry| {
        let rule = rule(&entry);
        (entry, rule)
    };
    each_once(words).map(ruled).collect()
}

/// What all forms of one word have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WordKey {
    /// A word that the lexicon knows.
    Lexeme(LexemeId),
    /// One that it does not know, folded and without proclitics.
    Name(String),
}

impl<'a> Words<'a> {
    /// Those of `index`.
    #[must_use]
    pub fn new(index: &'a Index) -> Self {
        Self {
            vocabulary: index.vocabulary(),
            lexicon: index.lexicon(),
        }
    }

    /// What the lexicon takes the written `form` of a query for. One that is no word and stands nowhere may end in the
    /// `ت` that a `ة` sounds like before another noun (`مدينت الرياض`).
    pub(super) fn readings(self, form: &str) -> Vec<Analysis> {
        let readings = self.lexicon.analyze_query(form);
        if self.vocabulary.get(form).is_some() {
            return readings;
        }
        match form.strip_suffix('ت') {
            Some(most) if readings.is_empty() => self.lexicon.analyze_query(&format!("{most}ة")),
            _ => self.with_those_of_core(form, readings),
        }
    }

    /// The readings of a word that stands nowhere, with those that it has without its proclitics: which one is likelier
    /// behind them is not known of it. Behind a preposition or the article it is no verb.
    fn with_those_of_core(self, form: &str, mut readings: Vec<Analysis>) -> Vec<Analysis> {
        let Some(length) = readings.first().map(|it| it.proclitics) else {
            return readings;
        };
        let (proclitics, core) = form.split_at(length);
        let may_be_verb = proclitics.chars().all(|c| matches!(c, 'و' | 'ف'));
        // The article stays: it tells البنكي from بنكي, which is my bank.
        let has_article = proclitics.ends_with(ARTICLE) || proclitics.ends_with("لل");
        let article = if has_article { ARTICLE } else { "" };
        let core = [article, core].concat();
        let length = length - article.len();
        let of_core = self.lexicon.analyze_query(&core).into_iter();
        let of_core = of_core.filter(|it| may_be_verb || self.is_nominal(it));
        let new: Vec<Analysis> = of_core
            .filter(|it| readings.iter().all(|known| known.lexeme != it.lexeme))
            .map(|mut reading| {
                reading.proclitics += length;
                reading.stem_end += length;
                reading
            })
            .collect();
        readings.extend(new);
        readings
    }

    /// The lexemes that the written `form` of a query can be, one for each reading.
    pub(super) fn lexemes(self, form: &str) -> impl Iterator<Item = Lexeme<'a>> {
        let readings = self.lexicon.analyze_query(form).into_iter();
        readings.filter_map(move |reading| self.lexicon.lexeme(reading.lexeme))
    }

    /// Which word the written `form` is a form of: the likeliest.
    #[must_use]
    pub fn key(self, form: &str) -> WordKey {
        match self.lexicon.analyze(form).first() {
            Some(reading) => WordKey::Lexeme(reading.lexeme),
            None => WordKey::Name(fold(self.name(form))),
        }
    }

    /// The attested words that the written `form` stands for, itself included, each with how it relates to it.
    pub(super) fn forms(self, form: &str) -> Vec<(TermEntry, Rule)> {
        let readings = self.readings(form);
        let mut bases = bases(form, &readings);
        let mut forms = self.forms_of(&readings);
        if readings.is_empty() {
            let base = fold(self.name(form));
            forms.extend(self.unknown_forms(&base));
            forms.extend(self.unknown_plural(&base));
            bases.push(base);
        }
        forms.extend(self.vocabulary.get(form));
        ruled(form, &bases, forms)
    }

    /// The attested words of the lexemes of a class that the written `form` can be.
    pub(super) fn forms_of_class(self, form: &str, class: WordClass) -> Vec<(TermEntry, Rule)> {
        let is_wanted = |reading: &Analysis| {
            let lexeme = self.lexicon.lexeme(reading.lexeme);
            lexeme.is_some_and(|lexeme| class.contains(lexeme.class))
        };
        let mut readings = self.readings(form);
        readings.retain(is_wanted);
        if readings.is_empty() {
            // A rare use of the word, or what any unknown word is.
            readings = self.lexicon.analyze_all(form);
            readings.retain(|reading| reading.slips == 0 && is_wanted(reading));
        }
        if readings.is_empty() && class == WordClass::Name {
            let base = fold(self.name(form));
            let forms = self.name_forms(&base);
            return ruled(form, &[base], forms);
        }
        ruled(form, &bases(form, &readings), self.forms_of(&readings))
    }

    /// The attested words of the lexemes of `readings`; one that is of several stands there as often.
    fn forms_of(self, readings: &[Analysis]) -> Vec<TermEntry> {
        let lexemes: BTreeSet<LexemeId> = readings.iter().map(|it| it.lexeme).collect();
        self.forms_of_lexemes(lexemes)
    }

    fn forms_of_lexemes(self, lexemes: BTreeSet<LexemeId>) -> Vec<TermEntry> {
        let lexemes = lexemes.into_iter();
        lexemes
            .flat_map(|id| self.vocabulary.forms_of(id))
            .collect()
    }

    /// The attested words of other lexemes of the family of the written `form`, if a lexeme and its relative are
    /// wanted.
    pub(super) fn family(
        self,
        form: &str,
        is_wanted: impl Fn(Lexeme, Lexeme) -> bool,
    ) -> Vec<TermEntry> {
        let own: Vec<LexemeId> = self.readings(form).iter().map(|it| it.lexeme).collect();
        if own.is_empty() {
            let base = fold(self.name(form));
            let adjectives = RELATIVE_ENDINGS
                .iter()
                .map(|ending| [&base, *ending].concat());
            return each_once(adjectives.flat_map(|it| self.unknown_forms(&it)).collect())
                .collect();
        }
        let mut relatives = BTreeSet::new();
        for id in &own {
            let Some(lexeme) = self.lexicon.lexeme(*id) else {
                continue;
            };
            let others = self
                .lexicon
                .family(*id)
                .filter(|other| !own.contains(other));
            relatives.extend(others.filter(|other| {
                let other = self.lexicon.lexeme(*other);
                other.is_some_and(|other| is_wanted(lexeme, other))
            }));
        }
        each_once(self.forms_of_lexemes(relatives)).collect()
    }

    /// An unknown word without the proclitics that it carries; whole, where the corpus has it only so.
    #[must_use]
    pub fn name(self, form: &str) -> &str {
        if let Some(entry) = self.vocabulary.get(form) {
            return form.get(entry.proclitics..).unwrap_or(form);
        }
        // No article holds it as it was typed: `لأوباما` is meant, where `أوباما` stands.
        let without = |letters| form.strip_prefix(letters);
        let mut rests = name_proclitics().filter_map(without);
        let is_attested = |rest: &&str| {
            rest.chars().count() > 2 && rest.len() < form.len() && self.is_unknown_word(rest)
        };
        rests.find(is_attested).unwrap_or(form)
    }

    /// Whether the lexicon knows the written `form`.
    pub(super) fn is_known(self, form: &str) -> bool {
        !self.readings(form).is_empty()
    }

    fn is_unknown_word(self, form: &str) -> bool {
        let entry = self.vocabulary.get(form);
        entry.is_some_and(|entry| !entry.is_known)
    }

    /// The attested unknown words that are the folded `base` with proclitics or without.
    fn unknown_forms(self, base: &str) -> Vec<TermEntry> {
        self.with_proclitics(base, |entry| !entry.is_known)
    }

    /// The attested words that are the folded unknown word `base` in the plural in `ات`, or without that ending.
    ///
    /// Nothing but its use tells that an unknown word is a common noun (`هاشتاغات`) and not a name (`فرات`): both
    /// forms must stand with the article somewhere.
    fn unknown_plural(self, base: &str) -> Vec<TermEntry> {
        let other = match base.strip_suffix(PLURAL) {
            Some(singular) => singular.to_string(),
            None => [base, PLURAL].concat(),
        };
        let is_noun = |base: &str| {
            let is_long = base.chars().count() >= LEAST_NOUN;
            is_long && self.stands_with_article(base)
        };
        if is_noun(base) && is_noun(&other) {
            self.unknown_forms(&other)
        } else {
            Vec::new()
        }
    }

    /// Whether the folded unknown word `base` stands somewhere with the article.
    fn stands_with_article(self, base: &str) -> bool {
        let spellings = self.vocabulary.spellings(&["ال", base].concat());
        spellings.iter().any(|entry| !entry.is_known)
    }

    /// The attested words that are the name `word`, which is folded, with proclitics or without: unknown ones, and
    /// nouns and names that the lexicon knows so. A long one (`جابون`) is taken for it, whatever it could be besides.
    pub(super) fn name_forms(self, word: &str) -> Vec<TermEntry> {
        let is_long = word.chars().count() >= LONG_NAME;
        let is_listed = |entry: &TermEntry| {
            let readings = self.lexicon.analyze(&entry.form);
            let mut nominal = readings.iter().filter(|reading| {
                let is_whole = reading.stem_end == entry.form.len();
                is_whole && self.is_nominal(reading)
            });
            let is_particle = |reading: &Analysis| {
                let lexeme = self.lexicon.lexeme(reading.lexeme);
                lexeme.is_some_and(|it| it.class == Class::Particle && fold(it.lemma) == word)
            };
            nominal.next().is_some() || readings.iter().any(is_particle)
        };
        self.with_proclitics(word, |entry| is_long || !entry.is_known || is_listed(entry))
    }

    /// The attested words that are the first word of a name, which is folded, with proclitics or without. What
    /// follows tells that they are meant, so they may be other words as well.
    pub(super) fn first_forms(self, word: &str) -> Vec<TermEntry> {
        self.with_proclitics(word, |_| true)
    }

    fn is_nominal(self, reading: &Analysis) -> bool {
        let class = self.lexicon.lexeme(reading.lexeme).map(|it| it.class);
        class.is_some_and(|class| !class.is_verb() && class != Class::Particle)
    }

    /// The attested words that are wanted and fold to `base` with proclitics or without.
    fn with_proclitics(self, base: &str, is_wanted: impl Fn(&TermEntry) -> bool) -> Vec<TermEntry> {
        let is_attested = self.vocabulary.spellings(base).iter().any(&is_wanted);
        let mut found: Vec<TermEntry> = Vec::new();
        for letters in name_proclitics() {
            let spellings = self.vocabulary.spellings(&[letters, base].concat());
            let carries = |entry: &TermEntry| {
                // Where the corpus lacks the bare word, nothing was taken off when the vocabulary was made.
                entry.proclitics == letters.len() || (!is_attested && entry.proclitics == 0)
            };
            let wanted = spellings
                .into_iter()
                .filter(|it| carries(it) && is_wanted(it));
            for mut entry in wanted {
                entry.proclitics = letters.len();
                found.push(entry);
            }
        }
        found
    }
}

//! Inflection: an entry becomes its lexemes, and each lexeme its stems.
//!
//! A verb's line makes several lexemes: the verb, its masdars, its participles. They are one family.

mod derive;
mod nominal;
mod root;
mod verb;

use crate::entry::{Class, Entry};
use crate::stem::{Stem, StemKind, takes};

/// What a lexeme is to the line of a lexicon that makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// The line heads it.
    Head,
    /// The masdar of the verb: `إعلان` of `أعلن`.
    Masdar,
    /// The active participle: `معلن`, which is the passive one as well where no letter differs.
    ActiveParticiple,
    /// The passive participle: `مكتوب`.
    PassiveParticiple,
    /// The relative adjective of a noun: `إعلاني`.
    RelativeAdjective,
}

impl Relation {
    pub(crate) const ALL: [Self; 5] = [
        Self::Head,
        Self::Masdar,
        Self::ActiveParticiple,
        Self::PassiveParticiple,
        Self::RelativeAdjective,
    ];
}

/// A lexeme with the stems of all its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inflected {
    /// The form a dictionary heads it with.
    pub lemma: String,
    /// Its class.
    pub class: Class,
    /// What it is to the line that makes it.
    pub relation: Relation,
    /// Its stems; several lexemes may share one.
    pub stems: Vec<Stem>,
    /// Whether it is so rare that another reading of the same form is to be preferred.
    pub is_rare: bool,
    /// Whether it is a name that parents give.
    pub is_given_name: bool,
}

/// The lexemes of `entry`, the one it heads first.
#[must_use]
pub fn inflect(entry: &Entry) -> Vec<Inflected> {
    let mut lexemes = vec![Inflected {
        lemma: entry.lemma.clone(),
        class: entry.class,
        relation: Relation::Head,
        stems: stems(entry),
        is_rare: entry.has("rare"),
        // Those of families and places have no article, or their own.
        is_given_name: entry.has("art") || entry.has("given"),
    }];
    if entry.class.is_verb() {
        lexemes.extend(
            derive::nominals(entry)
                .iter()
                .map(|(relation, derived)| Inflected {
                    lemma: derived.lemma.clone(),
                    class: derived.class,
                    relation: *relation,
                    stems: stems(derived),
                    is_rare: entry.has("rare") || derived.has("rare"),
                    is_given_name: false,
                }),
        );
    }
    for noun in nouns_of(entry, &lexemes) {
        if let Some(relative) = derive::relative(&noun) {
            lexemes.push(Inflected {
                lemma: relative.lemma.clone(),
                class: relative.class,
                relation: Relation::RelativeAdjective,
                stems: stems(&relative),
                is_rare: true,
                is_given_name: false,
            });
        }
    }
    for lexeme in &mut lexemes {
        lexeme.stems.sort();
        lexeme.stems.dedup();
    }
    lexemes
}

/// The nouns among the lexemes of a line.
fn nouns_of(entry: &Entry, lexemes: &[Inflected]) -> Vec<String> {
    let nouns = lexemes.iter().filter(|lexeme| lexeme.class == Class::Noun);
    // Of those who do something there is none: موظفي is موظفو in another case.
    let is_person = entry.forms.iter().any(|form| form == "ون");
    let wanted = nouns.filter(|_| !entry.has("norel") && !is_person);
    wanted.map(|noun| noun.lemma.clone()).collect()
}

fn stems(entry: &Entry) -> Vec<Stem> {
    let mut stems = match entry.class {
        Class::Noun => nominal::noun(entry),
        Class::Adjective => nominal::adjective(entry),
        Class::Number => nominal::number(entry),
        Class::Name => name(entry),
        Class::Particle => particle(entry),
        Class::Verb(_) | Class::Quadriliteral { .. } => verb::stems(entry),
    };
    for alternative in entry.values("alt") {
        // The same word with other letters; its plurals are the same.
        let mut other = entry.clone();
        other.lemma = alternative.to_string();
        other.options.retain(|(option, _)| option != "alt");
        if entry.class == Class::Particle {
            other.forms.clear();
        }
        stems.extend(self::stems(&other));
    }
    stems
}

/// The radicals of a verb's line, weak ones as `-`; `None` for other words.
#[must_use]
pub fn root(entry: &Entry) -> Option<String> {
    entry.class.is_verb().then(|| verb::Verb::new(entry).root())
}

fn name(entry: &Entry) -> Vec<Stem> {
    let kind = if entry.has("art") {
        StemKind::Nominal
    } else {
        StemKind::Name
    };
    invariable(entry, kind)
}

/// The lemma and the other forms of an entry as they stand.
fn invariable(entry: &Entry, kind: StemKind) -> Vec<Stem> {
    let mut stems = Vec::new();
    for form in std::iter::once(&entry.lemma).chain(&entry.forms) {
        stems.push(Stem::new(form, kind, takes::BARE));
        // The article is the word's own, and joins ل as any: للرياض, للذين.
        if let Some(bare) = form.strip_prefix("ال") {
            stems.push(Stem::new(bare, StemKind::ArticleName, takes::BARE));
        }
    }
    stems
}

fn particle(entry: &Entry) -> Vec<Stem> {
    let kind = if entry.has("b") {
        StemKind::Governed
    } else {
        StemKind::Particle
    };
    let mut stems = invariable(entry, kind);
    for form in entry.values("pron") {
        stems.push(Stem::new(form, kind, takes::PRONOUN));
    }
    stems
}

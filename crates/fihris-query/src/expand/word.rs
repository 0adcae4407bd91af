//! The words that one word of a query stands for.

use std::collections::HashSet;

use crate::ast::{MatchMode, QueryTerm};
use crate::expand::latin_reading::LatinReading;
use crate::expand::options::ExpandOptions;
use crate::expansion::{ExpandedTerm, Rule, SurfaceConstraint, TermExpansion};
use crate::word_class::WordClass;
use crate::word_forms::Words;
use arabic_lexicon::{Class, Lexeme};
use arabic_text::diacritics::strip_diacritics;
use arabic_text::fold;
use arabic_text::letters::EITHER_YEH;
use fihris_index::TermEntry;

/// Shorter words, in letters, are alike by chance.
const MIN_SIMILAR_LETTERS: usize = 4;

/// The least likeness of a similar word (Dice's coefficient of runs of three letters).
const MIN_SIMILARITY: f32 = 0.4;

/// The most similar words of one word.
const MAX_SIMILAR: usize = 50;

/// What a word of a query stands for, or a name of several.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ExpandedWord {
    pub expansion: TermExpansion,
    /// Whether it is a name, or a word that stands for itself alone: nothing is similar to these.
    pub is_name: bool,
    /// What a name in Latin letters was read as.
    pub read_as: Option<LatinReading>,
}

impl ExpandedWord {
    /// A name, or what else nothing is similar to.
    pub(super) fn name(expansion: TermExpansion) -> Self {
        Self {
            expansion,
            is_name: true,
            read_as: None,
        }
    }
}

/// Finds what single words and names stand for in a vocabulary.
pub(super) struct TermExpander<'a> {
    pub words: Words<'a>,
    pub options: ExpandOptions,
}

impl TermExpander<'_> {
    /// Expands a single word that is no name.
    pub(super) fn word(&self, term: &QueryTerm) -> TermExpansion {
        let mut expanded = match term.mode {
            MatchMode::Family => self.with_family(&term.form),
            MatchMode::OfClass(class) => self.of_class(&term.form, class),
            MatchMode::Default if self.options.inflection && self.options.family => {
                self.with_family(&term.form)
            }
            MatchMode::Default if self.options.inflection => self.inflected(&term.form),
            MatchMode::Exact => {
                // Behind a conjunction that stands apart, too; the texts tell whether it does.
                let mut expanded = self.exact_form(&term.form);
                expanded.extend(self.exact_form(&["و", &term.form].concat()));
                expanded
            }
            MatchMode::Default | MatchMode::Diacritized => self.exact_form(&term.form),
            MatchMode::Prefix => self.prefix_matches(&term.folded()),
            MatchMode::Pattern => self.pattern_matches(&term.form),
            MatchMode::Fuzzy(changes) => self.fuzzy_matches(&term.folded(), changes),
        };
        sort_by_rule(&mut expanded);
        TermExpansion {
            query_terms: vec![term.clone()],
            expanded,
            constraint: surface_constraint(term),
        }
    }

    pub(super) fn exact_form(&self, form: &str) -> Vec<ExpandedTerm> {
        let written = self.words.vocabulary.get(form);
        // As it stands in a text that dots no final yeh.
        let in_dotless = form
            .strip_suffix('ى')
            .map(|most| format!("{most}{EITHER_YEH}"));
        let in_dotless = in_dotless.and_then(|form| self.words.vocabulary.get(&form));
        let forms = written.into_iter().chain(in_dotless);
        forms
            .map(|form| expanded_term(form, Rule::Written))
            .collect()
    }

    pub(super) fn inflected(&self, form: &str) -> Vec<ExpandedTerm> {
        let forms = self.words.forms(form).into_iter();
        forms
            .map(|(form, rule)| expanded_term(form, rule))
            .collect()
    }

    fn with_family(&self, form: &str) -> Vec<ExpandedTerm> {
        let mut expanded = self.inflected(form);
        let family = self.words.family(form, |_, _| true).into_iter();
        let family = family.map(|it| expanded_term(it, Rule::Family));
        add_new(&mut expanded, family);
        expanded
    }

    fn of_class(&self, form: &str, class: WordClass) -> Vec<ExpandedTerm> {
        let forms = self.words.forms_of_class(form, class).into_iter();
        forms
            .map(|(form, rule)| expanded_term(form, rule))
            .collect()
    }

    /// Adds what only ranks, where an article need not have all words.
    pub(super) fn add_ranked(&self, word: &mut ExpandedWord) {
        self.add_relatives(word);
        self.add_similar(word);
    }

    /// Adds relative adjectives and the nouns that they are made of.
    fn add_relatives(&self, word: &mut ExpandedWord) {
        if let ([term], false) = (&word.expansion.query_terms[..], word.is_name)
            && term.mode == MatchMode::Default
            && self.options.inflection
        {
            let relatives = self.words.family(&term.form, is_relative).into_iter();
            let relatives = relatives.map(|it| expanded_term(it, Rule::Family));
            add_new(&mut word.expansion.expanded, relatives);
            sort_by_rule(&mut word.expansion.expanded);
        }
    }

    /// Adds the word as it stands in texts that dot no final yeh, where the words beside it tell what it is: alone,
    /// `على` is hardly ever the name `علي` there.
    pub(super) fn add_dotless(&self, word: &mut ExpandedWord) {
        let ([term], false) = (&word.expansion.query_terms[..], word.is_name) else {
            return;
        };
        if term.mode == MatchMode::Default
            && self.options.inflection
            && let Some(most) = term.form.strip_suffix(['ي', 'ى'])
        {
            let form = self.words.vocabulary.get(&format!("{most}{EITHER_YEH}"));
            let form = form.into_iter().map(|it| expanded_term(it, Rule::Folded));
            add_new(&mut word.expansion.expanded, form);
            sort_by_rule(&mut word.expansion.expanded);
        }
    }

    /// Adds words that are merely similar.
    fn add_similar(&self, word: &mut ExpandedWord) {
        let ([term], false) = (&word.expansion.query_terms[..], word.is_name) else {
            return;
        };
        let is_plain = self.options.inflection && term.mode == MatchMode::Default;
        if !is_plain || term.form.chars().count() < MIN_SIMILAR_LETTERS {
            return;
        }
        let form = &term.form;
        let readings = self.words.readings(form).into_iter();
        let proclitics = readings.map(|reading| reading.proclitics).min();
        let base = proclitics.and_then(|length| form.get(length..));
        let stem = fold(base.unwrap_or_else(|| self.words.name(form)));
        let vocabulary = self.words.vocabulary;
        let similar = vocabulary
            .similar(&stem, MIN_SIMILARITY, MAX_SIMILAR)
            .into_iter();
        let similar = similar.map(|(form, similarity)| {
            let mut similar = expanded_term(form, Rule::Similar);
            similar.weight *= similarity;
            similar
        });
        add_new(&mut word.expansion.expanded, similar);
        sort_by_rule(&mut word.expansion.expanded);
    }
}

impl TermExpansion {
    /// Adds what else it stands for.
    pub(super) fn add(&mut self, members: Vec<ExpandedTerm>) {
        add_new(&mut self.expanded, members.into_iter());
        sort_by_rule(&mut self.expanded);
    }
}

/// Adds those of `members`, each another word, that are not there yet.
fn add_new(expanded: &mut Vec<ExpandedTerm>, members: impl Iterator<Item = ExpandedTerm>) {
    let known: HashSet<&[Vec<String>]> = expanded.iter().map(|it| &*it.words).collect();
    let new = members.filter(|member| !known.contains(&*member.words));
    let new: Vec<ExpandedTerm> = new.collect();
    expanded.extend(new);
}

/// Whether one of two lexemes is the relative adjective of the other: `قضائي` of `قضاء`.
fn is_relative(a: Lexeme, b: Lexeme) -> bool {
    let is_of = |adjective: Lexeme, noun: Lexeme| {
        let adjective_stem = fold(adjective.lemma);
        let noun = fold(noun.lemma);
        let noun = noun.strip_suffix(['ه', 'ا']).unwrap_or(&noun);
        adjective.class == Class::Adjective && adjective_stem.strip_suffix('ي') == Some(noun)
    };
    is_of(a, b) || is_of(b, a)
}

/// What the letters of a text must be like for a word that was asked for so.
fn surface_constraint(term: &QueryTerm) -> Option<SurfaceConstraint> {
    match term.mode {
        MatchMode::Exact => Some(SurfaceConstraint::Exact(term.raw.clone())),
        // Without marks nothing can disagree.
        MatchMode::Diacritized if strip_diacritics(&term.raw) != term.raw => {
            Some(SurfaceConstraint::Diacritized(term.raw.clone()))
        }
        _ => None,
    }
}

pub(super) fn expanded_term(form: TermEntry, rule: Rule) -> ExpandedTerm {
    ExpandedTerm {
        words: vec![vec![form.form]],
        rule,
        weight: rule.weight(),
        doc_freq: form.articles,
        not_beside: None,
    }
}

pub(super) fn sort_by_rule(expanded: &mut [ExpandedTerm]) {
    expanded.sort_by(|a, b| {
        a.rule
            .cmp(&b.rule)
            .then(b.doc_freq.cmp(&a.doc_freq))
            .then_with(|| a.words.cmp(&b.words))
    });
}

/// A word of a field of the input, which stands for itself alone, whether a corpus holds it or not. Such fields
/// are folded in the index.
pub(super) fn plain(term: &QueryTerm) -> ExpandedWord {
    let expansion = TermExpansion {
        query_terms: vec![term.clone()],
        expanded: vec![ExpandedTerm {
            words: vec![vec![term.folded()]],
            rule: Rule::Written,
            weight: Rule::Written.weight(),
            doc_freq: 0,
            not_beside: None,
        }],
        constraint: surface_constraint(term),
    };
    ExpandedWord {
        expansion,
        is_name: true,
        read_as: None,
    }
}

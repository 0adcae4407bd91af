//! Names with a word of kinship: `محمد بن نايف`, `أبو مازن`, `عبد الله`.
//!
//! Such a word stands before its name, and papers write it in several ways (`بن` and `ابن`, `أبو`, `أبي` and `أبا`, `عبد الله`
//! and `عبدالله`), so the two are one name: the first in any of its writings, the second right behind it. A `بن` of another name
//! is not what was asked for.

use arabic_lexicon::Class;

use crate::ast::{MatchMode, QueryTerm};
use crate::expand::word::{TermExpander, sort_by_rule};
use crate::expansion::{ExpandedTerm, Rule, TermExpansion};
use arabic_text::fold;
use fihris_index::TermEntry;

/// The writings of words of kinship, folded.
const KINSHIP: &[&[&str]] = &[
    &["بن", "ابن"],
    &["بنت", "ابنه"],
    FATHERS,
    &["ذو", "ذي", "ذا"],
    &["ال"],
];

/// Those that stand before common nouns as often as before names; then a noun with the article is no name.
const OF_NOUNS: &[&str] = &["ابن", "بنت", "ابنه", "ابي", "ابا", "ذي", "ذا"];

/// What a father is called, folded.
const FATHERS: &[&str] = &["ابو", "ابي", "ابا", "بو"];

/// What is left of a word behind `ابي`, if shorter, in letters, is no name: `أبيض`.
const LEAST_NAME: usize = 3;

/// The word of kinship that is joined to its name by some.
const FATHER: &str = "ابو";

/// The first word of names as `عبد الله`, which are also written as one.
pub(super) const SERVANT: &str = "عبد";

/// The words of a name at the start of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lineage {
    /// Its word of kinship in all its writings, the typed one first; empty if there is none.
    kinship: Vec<&'static str>,
    /// How many words of the row are the name behind it.
    name: usize,
}

impl Lineage {
    /// The name that the words of `row` begin with, if they do.
    pub fn at_start(row: &[QueryTerm]) -> Option<Self> {
        let [first, rest @ ..] = row else {
            return None;
        };
        if first.mode != MatchMode::Default {
            return None;
        }
        let folded = first.folded();
        let servant = |row: &[QueryTerm]| is_servant(row).then_some(2);
        let group = KINSHIP.iter().find(|group| group.contains(&&*folded));
        let Some(group) = group else {
            return servant(row).map(|name| Self {
                kinship: Vec::new(),
                name,
            });
        };
        let second = rest.first().filter(|term| is_beside(term))?;
        let is_noun = OF_NOUNS.contains(&&*folded) && second.folded().starts_with("ال");
        let mut kinship = group.to_vec();
        kinship.sort_by_key(|writing| **writing != *folded);
        (!is_noun).then(|| Self {
            kinship,
            name: servant(rest).unwrap_or(1),
        })
    }

    /// How many words of the row it takes.
    pub fn length(&self) -> usize {
        usize::from(!self.kinship.is_empty()) + self.name
    }
}

/// Whether a row begins with a name as `عبد الله`.
fn is_servant(row: &[QueryTerm]) -> bool {
    match row {
        [first, second, ..] => {
            first.mode == MatchMode::Default
                && first.folded() == SERVANT
                && is_beside(second)
                && second.folded().starts_with("ال")
        }
        _ => false,
    }
}

/// Whether a word may go on a name.
fn is_beside(term: &QueryTerm) -> bool {
    term.mode == MatchMode::Default && !term.is_apart
}

/// The two words of a father's name that is written as one: `أبومازن`.
fn parted_father(term: &QueryTerm) -> Option<[QueryTerm; 2]> {
    let folded = term.folded();
    let written = FATHERS.iter().filter(|it| it.starts_with('ا'));
    let mut parted = written.filter_map(|it| Some((*it, folded.strip_prefix(it)?)));
    let (father, name) = parted.find(|(_, name)| name.chars().count() >= LEAST_NAME)?;
    let word = |form: &str| QueryTerm {
        raw: form.into(),
        form: form.into(),
        ..term.clone()
    };
    Some([word(father), word(name)])
}

/// A writing of a name: for each of its words the words of the corpus that it may be.
type Writing = Vec<Vec<TermEntry>>;

impl TermExpander<'_> {
    /// Expands the words `terms`, which are such a name.
    pub(super) fn lineage(&self, terms: &[QueryTerm], lineage: &Lineage) -> TermExpansion {
        let (_, name) = terms.split_at(terms.len() - lineage.name);
        let names = self.writings(name, lineage.kinship.is_empty());
        let mut expanded = Vec::new();
        if lineage.kinship.is_empty() {
            let alone = names.iter().enumerate();
            let alone = alone.map(|(i, name)| (name.clone(), rule(i == 0)));
            expanded.extend(alone.filter_map(|(name, rule)| ExpandedTerm::in_a_row(name, rule)));
        }
        let titles = lineage.kinship.first().map(|_| self.title_forms());
        let titles = titles.unwrap_or_default();
        for (i, writing) in lineage.kinship.iter().enumerate() {
            let forms = self.words.first_forms(writing);
            if let (FATHER, [only]) = (*writing, name) {
                // `أبومازن`
                let joined = [FATHER, &*only.folded()].concat();
                let joined = vec![self.words.first_forms(&joined)];
                expanded.extend(ExpandedTerm::in_a_row(joined, Rule::Variant));
            }
            for (j, name) in names.iter().enumerate() {
                let words = [std::slice::from_ref(&forms), name].concat();
                expanded.extend(ExpandedTerm::in_a_row(words, rule(i + j == 0)));
                // `محمد بن الشيخ راشد`
                let words = [&[forms.clone(), titles.clone()], &name[..]].concat();
                expanded.extend(ExpandedTerm::in_a_row(words, Rule::Title));
            }
        }
        sort_by_rule(&mut expanded);
        TermExpansion::new(terms, expanded)
    }

    /// What a father's name that is typed as one word stands for in several; nothing if it is no such name.
    pub(super) fn parted_lineage(&self, terms: &[QueryTerm]) -> Option<Vec<ExpandedTerm>> {
        let [term] = terms else {
            return None;
        };
        if !self.options.has_lineages() || term.mode != MatchMode::Default {
            return None;
        }
        let parted = parted_father(term)?;
        let mut lexemes = self.words.lexemes(&term.form);
        if !lexemes.all(|lexeme| lexeme.class == Class::Name) {
            return None; // أبواب, أبيات
        }
        let lineage = Lineage::at_start(&parted)?;
        let mut expanded = self.lineage(&parted, &lineage).expanded;
        expanded.retain(|it| it.single().is_none());
        for it in &mut expanded {
            it.rule = it.rule.max(Rule::Variant);
            it.weight = it.rule.weight();
        }
        Some(expanded)
    }

    /// The writings of a name, the typed one first. The first word of one that no word of kinship stands before may
    /// have proclitics.
    fn writings(&self, name: &[QueryTerm], has_proclitics: bool) -> Vec<Writing> {
        let first = |folded: &str| {
            if has_proclitics {
                self.words.first_forms(folded)
            } else {
                self.words.vocabulary.spellings(folded)
            }
        };
        match name {
            [servant, of] => {
                let joined = [servant.folded(), of.folded()].concat();
                vec![
                    vec![first(SERVANT), self.name_word(of)],
                    vec![first(&joined)],
                ]
            }
            [only] => {
                let typed = if has_proclitics {
                    let forms = self.words.forms(&only.form).into_iter();
                    forms.map(|(form, _)| form).collect()
                } else {
                    self.name_word(only)
                };
                let folded = only.folded();
                let of = folded.strip_prefix(SERVANT);
                let of = of.filter(|of| of.starts_with("ال"));
                let apart = of.map(|of| vec![first(SERVANT), self.words.vocabulary.spellings(of)]);
                [Some(vec![typed]), apart].into_iter().flatten().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The attested words that a word of a name may be: the name itself, in any spelling of its letters.
    fn name_word(&self, term: &QueryTerm) -> Vec<TermEntry> {
        let forms = self.words.forms(&term.form).into_iter();
        let itself = forms.filter(|(_, rule)| matches!(rule, Rule::Written | Rule::Folded));
        let forms: Vec<TermEntry> = itself.map(|(form, _)| form).collect();
        if forms.is_empty() {
            self.words.vocabulary.spellings(&fold(&term.form))
        } else {
            forms
        }
    }
}

fn rule(is_typed: bool) -> Rule {
    if is_typed {
        Rule::Written
    } else {
        Rule::Variant
    }
}

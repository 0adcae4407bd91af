//! Abbreviations: `أ.ف.ب`, `أ ف ب` and `أفب` are one, and so are `كم`, `كلم` and `كيلومتر`.
//!
//! Letters that stand apart, by points or by spaces, are one abbreviation with what they are joined, unless that is another word
//! (`جمع`). What else abbreviations stand for is listed: units, titles before names, agencies.

use std::sync::Arc;

use crate::ast::{MatchMode, QueryTerm};
use crate::expand::abbreviation_list::{Kind, LISTED, Listed};
use crate::expand::number::NumberMatch;
use crate::expand::word::{TermExpander, sort_by_rule};
use crate::expansion::{ExpandedTerm, Neighbours, Rule, TermExpansion};
use crate::variant_match::VariantMatch;
use arabic_text::numbers::begins;

/// The most letters of an abbreviation.
const MAX_LETTERS: usize = 6;

/// The least letters of one that is written as a word.
const LEAST_JOINED: usize = 3;

/// What may stand before letters that are joined.
const BEFORE_JOINED: [&str; 6] = ["", "و", "ل", "ب", "ف", "ال"];

/// The letters that may stand alone, folded.
const LETTERS: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهوياأإabcdefghijklmnopqrstuvwxyz";

/// A form in full that is as long stands with proclitics; a shorter one is a unit as `كم`.
const LONG_FORM: usize = 4;

/// An abbreviation, or what is abbreviated, at the start of a row of words.
#[derive(Clone)]
pub(super) struct Abbreviation {
    /// How many words of the row it takes.
    pub length: usize,
    listed: Option<&'static Listed>,
    /// Its letters, where it is made of such.
    letters: Vec<String>,
}

impl Abbreviation {
    /// The one that the words of `row` begin with from its word `at` on.
    pub fn at(row: &[QueryTerm], at: usize) -> Option<Self> {
        let rest = &row[at..];
        let first = rest.first().filter(|it| it.mode == MatchMode::Default)?;
        let folded = first.folded();
        let goes_on = |(i, term): &(usize, &QueryTerm)| {
            term.mode == MatchMode::Default && (*i == 0 || !term.is_apart)
        };
        let plain = || rest.iter().enumerate().take_while(goes_on);
        let letters = plain().map(|(_, term)| term.folded());
        let letters = letters.take_while(|it| is_letter(it)).take(MAX_LETTERS);
        let letters: Vec<String> = letters.collect();
        if letters.len() > 1 {
            let listed = LISTED.iter().find(|it| it.short.contains(&letters));
            return Some(Self {
                length: letters.len(),
                listed,
                letters,
            });
        }
        let is_at = |form: &Vec<String>| {
            let mut words = plain().map(|(_, term)| term.folded());
            form[0] == folded && form.iter().all(|word| words.next().as_ref() == Some(word))
        };
        let found = LISTED.iter().find_map(|it| {
            let forms = it.full.iter().chain(&it.short);
            let longest = forms.filter(|form| is_at(form)).map(Vec::len).max()?;
            Some((it, longest))
        });
        if let Some((listed, length)) = found {
            let is_short = listed.short.iter().any(is_at);
            return is_meant(listed.kind, is_short, row, at, length).then_some(Self {
                length,
                listed: Some(listed),
                letters: Vec::new(),
            });
        }
        let count = folded.chars().count();
        let is_capital = first.raw.chars().all(|c| c.is_ascii_uppercase());
        let is_arabic = || folded.chars().all(|c| !c.is_ascii() && c.is_alphabetic());
        ((LEAST_JOINED..=MAX_LETTERS).contains(&count) && (is_capital || is_arabic())).then(|| {
            Self {
                length: 1,
                listed: None,
                letters: folded.chars().map(String::from).collect(),
            }
        })
    }

    /// Whether it is one word that may be the letters of an abbreviation, or not.
    pub(super) fn is_joined(&self) -> bool {
        self.length == 1 && !self.letters.is_empty()
    }
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether words that are listed are meant so where they stand: a short unit beside a number or alone, a title
/// before a name.
fn is_meant(kind: Kind, is_short: bool, row: &[QueryTerm], at: usize, length: usize) -> bool {
    let end = at + length;
    let behind = row.get(end).filter(|it| !it.is_apart);
    let before = at.checked_sub(1).and_then(|before| row.get(before));
    let before = before.filter(|_| !row[at].is_apart);
    match kind {
        Kind::Unit => {
            let is_alone = behind.is_none() && before.is_none();
            let is_counted = || before.is_some_and(ends_number);
            let counts = || behind.is_some() && NumberMatch::at(row, end).is_some();
            !is_short || is_alone || is_counted() || counts()
        }
        Kind::Title => behind.is_some_and(|it| it.form.chars().count() > 1),
        Kind::Name => true,
    }
}

/// Whether a number may end with this word.
fn ends_number(term: &QueryTerm) -> bool {
    let word = term.folded();
    begins(&word) || begins(word.trim_start_matches('و'))
}

impl TermExpander<'_> {
    /// What else the words `terms` stand for, which are such an abbreviation; nothing if they are no abbreviation after all.
    pub(super) fn abbreviation(&self, terms: &[QueryTerm], it: &Abbreviation) -> Vec<ExpandedTerm> {
        let mut members = Vec::new();
        if it.is_joined() {
            let is_word = self.words.is_known(&terms[0].form);
            if !is_word {
                members.extend(self.letters(&it.letters, Rule::Abbreviation));
            }
            return members;
        }
        if !it.letters.is_empty() {
            let joined = it.letters.concat();
            let spellings = BEFORE_JOINED.iter();
            let spellings =
                spellings.flat_map(|it| self.words.vocabulary.spellings(&[it, &*joined].concat()));
            let unknown = spellings.filter(|entry| !self.words.is_known(&entry.form));
            members.extend(ExpandedTerm::in_a_row(
                vec![unknown.collect()],
                Rule::Abbreviation,
            ));
        }
        let Some(listed) = it.listed else {
            return members;
        };
        let typed: Vec<String> = terms.iter().map(QueryTerm::folded).collect();
        let is_short = listed.short.contains(&typed);
        // A letter stands for much: only of doctors it tells that one is meant.
        let shorts = listed.short.iter().filter(|short| {
            let is_letter = short.len() == 1 && is_letter(&short[0]);
            !is_letter || is_short || short[0] == "د"
        });
        for form in shorts.chain(&listed.full) {
            if *form == typed {
                continue;
            }
            if form.iter().all(|word| is_letter(word)) {
                members.extend(self.letters(form, Rule::Abbreviation));
                continue;
            }
            let words = form.iter().enumerate().map(|(i, word)| {
                if i == 0 && word.chars().count() >= LONG_FORM {
                    self.words.first_forms(word)
                } else {
                    self.words.vocabulary.spellings(word)
                }
            });
            members.extend(ExpandedTerm::in_a_row(words.collect(), Rule::Abbreviation));
        }
        members
    }

    /// Expands `terms`, which are letters that stand apart, or what is listed, with all that they stand for.
    pub(super) fn abbreviated(
        &self,
        terms: &[QueryTerm],
        it: &Abbreviation,
        name: Option<VariantMatch>,
    ) -> Option<TermExpansion> {
        let others = self.abbreviation(terms, it);
        let typed: Vec<String> = terms.iter().map(QueryTerm::folded).collect();
        let is_letters = typed.iter().all(|word| is_letter(word));
        if others.is_empty() && !is_letters {
            return None;
        }
        let mut expanded: Vec<ExpandedTerm> = match terms {
            _ if is_letters => self.letters(&typed, Rule::Written).into_iter().collect(),
            _ if let Some(name) = name.filter(|name| name.length == terms.len()) => {
                self.name(terms, name).expanded
            }
            [only] => self.word(only).expanded,
            _ => {
                let words = typed
                    .iter()
                    .map(|word| self.words.vocabulary.spellings(word));
                let member = ExpandedTerm::in_a_row(words.collect(), Rule::Written);
                member.into_iter().collect()
            }
        };
        let known: Vec<String> = expanded
            .iter()
            .filter_map(ExpandedTerm::single)
            .flatten()
            .cloned()
            .collect();
        for mut member in others {
            if let [forms] = &mut member.words[..] {
                forms.retain(|form| !known.contains(form));
            }
            if !member.words.iter().any(Vec::is_empty) {
                expanded.push(member);
            }
        }
        sort_by_rule(&mut expanded);
        Some(TermExpansion::new(terms, expanded))
    }

    /// Letters that stand apart, and beside no others.
    fn letters(&self, letters: &[String], rule: Rule) -> Option<ExpandedTerm> {
        let spellings = |word: &str| self.words.vocabulary.spellings(word);
        let words = letters.iter().enumerate().map(|(i, letter)| match i {
            0 if letters.len() > 1 => self.words.first_forms(letter),
            _ => spellings(letter),
        });
        let member = ExpandedTerm::in_a_row(words.collect(), rule)?;
        let others = LETTERS.chars().flat_map(|it| spellings(&it.to_string()));
        let others: Vec<String> = others.map(|entry| entry.form).collect();
        let before = if letters.len() > 1 {
            others.clone()
        } else {
            Vec::new()
        };
        Some(ExpandedTerm {
            not_beside: Some(Arc::new(Neighbours {
                before,
                behind: others,
            })),
            ..member
        })
    }
}

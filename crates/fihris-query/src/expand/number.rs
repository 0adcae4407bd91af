//! Numbers: one value however it is written.
//!
//! `3` finds `ثلاثة` and `ثلاث`, `50%` finds `50 بالمئة`, `2.5 مليون` finds `مليونين ونصف` and `2,500,000`, and the other way round.
//! A word that is only part of a number, as `ثلاثة` in `ثلاثة آلاف`, is none of the other writings. Behind another word, digits
//! find ordinals too: `لويس 14`.

use crate::ast::{MatchMode, QueryTerm};
use crate::expand::number_forms::NumberForms;
use crate::expand::word::{TermExpander, expanded_term, sort_by_rule};
use crate::expansion::{ExpandedTerm, Rule, TermExpansion};
use arabic_text::numbers::{Number, Writing, begins, clock_times, ordinals, read, writings};
use arabic_text::stop_words::is_stop_word;
use fihris_index::TermEntry;

/// The most words of a query that are one number.
const MAX_WORDS: usize = 12;

/// A number at the start of a row of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NumberMatch {
    /// What it may be; nothing, if it is only a time of the day.
    values: Vec<Number>,
    is_percent: bool,
    /// How many words of the row it takes.
    pub length: usize,
    /// Whether it may number what stands before it.
    is_ordinal: bool,
}

impl NumberMatch {
    /// The number that the words of `row` begin with from its word `at` on.
    pub fn at(row: &[QueryTerm], at: usize) -> Option<Self> {
        let rest = &row[at..];
        if !begins(&rest.first()?.folded()) {
            return None;
        }
        let is_plain = |(i, term): &(usize, &QueryTerm)| {
            term.mode == MatchMode::Default && (*i == 0 || !term.is_apart)
        };
        let plain = rest.iter().enumerate().take_while(is_plain);
        let folded = plain.take(MAX_WORDS).map(|(_, term)| term.folded());
        let folded: Vec<String> = folded.collect();
        let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
        let Some(reading) = read(&folded) else {
            let is_time = !clock_times(folded.first()?).is_empty();
            return is_time.then_some(Self {
                values: Vec::new(),
                is_percent: false,
                length: 1,
                is_ordinal: false,
            });
        };
        let before = at.checked_sub(1).and_then(|before| row.get(before));
        let is_counted = |term: &QueryTerm| {
            let is_word = term.form.starts_with(char::is_alphabetic);
            term.mode == MatchMode::Default && is_word && !is_stop_word(&term.raw)
        };
        let is_digits = rest[0].form.bytes().all(|byte| byte.is_ascii_digit());
        let is_beside = !rest[0].is_apart && before.is_some_and(is_counted);
        Some(Self {
            is_ordinal: is_digits && reading.length == 1 && is_beside,
            values: reading.values,
            is_percent: reading.is_percent,
            length: reading.length,
        })
    }

    /// The other ways to write it.
    fn writings(&self) -> Vec<Writing> {
        let values = self.values.iter();
        let mut all: Vec<Writing> = values
            .flat_map(|value| writings(*value, self.is_percent))
            .collect();
        if self.is_ordinal {
            let whole = self.values.iter().filter_map(|value| value.as_whole());
            all.extend(whole.flat_map(ordinals));
        }
        all
    }
}

impl TermExpander<'_> {
    /// Expands the words `terms`, which are such a number.
    pub(super) fn number(&self, terms: &[QueryTerm], number: &NumberMatch) -> TermExpansion {
        let mut forms = NumberForms::new(self.words.vocabulary);
        let (mut expanded, typed) = self.as_typed(terms, &mut forms);
        for writing in number.writings() {
            let words = writing.words.iter().enumerate();
            let words = words.map(|(i, alternatives)| {
                let forms = alternatives
                    .iter()
                    .flat_map(|form| forms.attested(form, i == 0));
                forms.collect::<Vec<TermEntry>>()
            });
            let words: Vec<Vec<TermEntry>> = words.collect();
            if words.iter().any(Vec::is_empty) {
                continue;
            }
            let not_beside = forms.neighbours(&writing);
            for row in without(words, &typed) {
                let member = ExpandedTerm::in_a_row(row, Rule::Number);
                expanded.extend(member.map(|member| ExpandedTerm {
                    not_beside: not_beside.clone(),
                    ..member
                }));
            }
        }
        if let [only] = terms {
            let times = clock_times(&only.folded()).into_iter();
            let times = times.filter_map(|time| self.words.vocabulary.get(&time));
            for time in times {
                if !typed[0].contains(&time.form) {
                    expanded.push(expanded_term(time, Rule::Number));
                }
            }
        }
        sort_by_rule(&mut expanded);
        TermExpansion::new(terms, expanded)
    }

    /// The number as it was typed, of several words each in any spelling of its letters; and for each word its forms.
    fn as_typed(
        &self,
        terms: &[QueryTerm],
        forms: &mut NumberForms,
    ) -> (Vec<ExpandedTerm>, Vec<Vec<String>>) {
        if let [only] = terms {
            let expanded = self.word(only).expanded;
            let singles = expanded.iter().filter_map(ExpandedTerm::single);
            let singles = singles.flatten().cloned().collect();
            return (expanded, vec![singles]);
        }
        let words = terms.iter().enumerate();
        let words = words.map(|(i, term)| forms.attested(&term.folded(), i == 0));
        let words: Vec<Vec<TermEntry>> = words.collect();
        let of = |words: &Vec<TermEntry>| words.iter().map(|it| it.form.clone()).collect();
        let typed = words.iter().map(of).collect();
        let member = ExpandedTerm::in_a_row(words, Rule::Written);
        (member.into_iter().collect(), typed)
    }
}

/// The rows of `words` that are none of `typed`, so that nothing counts twice.
fn without(words: Vec<Vec<TermEntry>>, typed: &[Vec<String>]) -> Vec<Vec<Vec<TermEntry>>> {
    if words.len() != typed.len() {
        return vec![words];
    }
    let mut rows = Vec::new();
    for i in 0..words.len() {
        let row = words.iter().zip(typed).enumerate();
        let row = row.map(|(j, (forms, typed))| {
            let is_wanted = |entry: &&TermEntry| match j {
                j if j < i => typed.contains(&entry.form),
                j if j == i => !typed.contains(&entry.form),
                _ => true,
            };
            forms.iter().filter(is_wanted).cloned().collect()
        });
        rows.push(row.collect());
    }
    rows
}

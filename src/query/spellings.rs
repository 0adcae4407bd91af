//! Spellings: which words of a query are a name that papers spell in several ways.
//!
//! Knows the groups and how a name may stand in a query; what of it a corpus holds is
//! [`super::resolve`]'s question.

use std::collections::HashMap;

use super::family::{is_name_with_ending, taken_apart};
use super::syntax::{AskedWord, Mode};
use crate::arabic::clitics::PROCLITICS;
use crate::arabic::variants::{Group, Variants};
use crate::index::Vocabulary;

/// Finds names in queries.
#[derive(Debug)]
pub struct Spellings<'a> {
    /// Groups and spellings by the first word of a spelling.
    by_first: HashMap<&'a str, Vec<(&'a Group, usize)>>,
}

/// A name found in a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundName<'a> {
    pub group: &'a Group,
    /// The index of the spelling that was typed.
    pub typed: usize,
    /// How many words of the query it takes.
    pub length: usize,
}

impl<'a> Spellings<'a> {
    /// Prepares the groups of `variants` for looking up.
    #[must_use]
    pub fn new(variants: &'a Variants) -> Self {
        let mut by_first: HashMap<&str, Vec<_>> = HashMap::new();
        for group in variants.groups() {
            for (i, spelling) in group.spellings.iter().enumerate() {
                by_first.entry(&spelling[0]).or_default().push((group, i));
            }
        }
        Self { by_first }
    }

    /// The group of the name that the words of `row` begin with, if they do.
    #[must_use]
    pub fn group(&self, row: &[AskedWord], vocabulary: &Vocabulary) -> Option<&'a Group> {
        self.find(row, vocabulary).map(|name| name.group)
    }

    /// The longest name that the words of `row` begin with.
    pub(super) fn find(&self, row: &[AskedWord], vocabulary: &Vocabulary) -> Option<FoundName<'a>> {
        let first = row.first().filter(|word| word.mode == Mode::Usual)?;
        let taken = taken_apart(vocabulary, &first.form);
        let mut readings = vec![&*first.form, &first.form[taken.clitics..], &taken.core];
        // The first word of a longer name may be none by itself, so its clitics are tried in turn.
        let stripped = PROCLITICS
            .iter()
            .filter_map(|clitic| clitic.strip(&first.form));
        let several: Vec<&str> = stripped.collect();
        let single = readings.len();
        readings.extend(several);
        let mut best: Option<FoundName> = None;
        for (i, reading) in readings.iter().enumerate() {
            for &(group, typed) in self.by_first.get(reading).into_iter().flatten() {
                let spelling = &group.spellings[typed];
                let fits = match spelling.len() {
                    1 => i < single,
                    _ => i != single - 1 && continues(&spelling[1..], &row[1..]),
                };
                if fits && best.is_none_or(|best| best.length < spelling.len()) {
                    best = Some(FoundName {
                        group,
                        typed,
                        length: spelling.len(),
                    });
                }
            }
        }
        best
    }
}

/// Whether `row` goes on with the words of a name.
fn continues(words: &[String], row: &[AskedWord]) -> bool {
    row.len() >= words.len()
        && words.iter().zip(row).enumerate().all(|(i, (word, asked))| {
            asked.mode == Mode::Usual
                && if i + 1 == words.len() {
                    is_name_with_ending(&asked.form, word)
                } else {
                    asked.form == *word
                }
        })
}

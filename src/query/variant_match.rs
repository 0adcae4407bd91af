//! Names in queries: words of a query that are a name which papers spell in several ways.
//!
//! Knows the groups and how a name may stand in a query; what of it a corpus holds is
//! [`crate::query::expand`]'s question.

use crate::index::Vocabulary;
use crate::query::ast::{AskedWord, Mode};
use crate::query::inflections::{is_name_with_suffix, taken_apart};
use arabic_text::stem::PROCLITICS;
use arabic_text::variants::{VariantGroup, Variants};

/// A name found in a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundName<'a> {
    pub group: &'a VariantGroup,
    /// The index of the spelling that was typed.
    pub typed: usize,
    /// How many words of the query it takes.
    pub length: usize,
}

impl<'a> FoundName<'a> {
    /// The longest name that the words of `row` begin with, if they do.
    pub fn at_start(
        row: &[AskedWord],
        variants: &'a Variants,
        vocabulary: &Vocabulary,
    ) -> Option<Self> {
        let first = row.first().filter(|word| word.mode == Mode::Usual)?;
        let taken = taken_apart(vocabulary, &first.form);
        let mut readings = vec![&*first.form, &first.form[taken.proclitics..], &taken.stem];
        // The first word of a longer name may be none by itself, so its proclitics are tried in turn.
        let single = readings.len();
        let stripped = PROCLITICS.iter();
        readings.extend(stripped.filter_map(|proclitic| proclitic.strip(&first.form)));
        let mut best: Option<FoundName> = None;
        for (i, reading) in readings.iter().enumerate() {
            for (group, typed) in variants.beginning_with(reading) {
                let words: Vec<&str> = group.spellings[typed].split(' ').collect();
                let fits = match words[..] {
                    [_] => i < single,
                    _ => i != single - 1 && continues(&words[1..], &row[1..]),
                };
                if fits && best.is_none_or(|best| best.length < words.len()) {
                    best = Some(FoundName {
                        group,
                        typed,
                        length: words.len(),
                    });
                }
            }
        }
        best
    }
}

/// Whether `row` goes on with the words of a name.
fn continues(words: &[&str], row: &[AskedWord]) -> bool {
    row.len() >= words.len()
        && words.iter().zip(row).enumerate().all(|(i, (word, asked))| {
            asked.mode == Mode::Usual
                && !asked.is_apart
                && if i + 1 == words.len() {
                    is_name_with_suffix(&asked.form, word)
                } else {
                    asked.form == *word
                }
        })
}

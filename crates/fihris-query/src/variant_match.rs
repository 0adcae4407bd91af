//! Names in queries: words of a query that are a name which papers spell in several ways.

use crate::ast::{MatchMode, QueryTerm};
use crate::word_forms::Words;
use arabic_text::stem::PROCLITICS;
use arabic_text::variants::{VariantGroup, Variants};

/// A name found in a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct VariantMatch<'a> {
    pub group: &'a VariantGroup,
    /// The index of the spelling that was typed.
    pub spelling: usize,
    /// How many words of the query it takes.
    pub length: usize,
}

impl<'a> VariantMatch<'a> {
    /// The longest name that the words of `row` begin with, if they do.
    pub fn at_start(row: &[QueryTerm], variants: &'a Variants, words: Words) -> Option<Self> {
        let first = row.first().filter(|word| word.mode == MatchMode::Default)?;
        let folded = first.folded();
        let known = words.readings(&first.form);
        let mut readings = vec![&*folded];
        readings.extend(
            known
                .iter()
                .filter_map(|reading| folded.get(reading.proclitics..)),
        );
        readings.push(&folded[folded.len() - words.name(&first.form).len()..]);
        let stripped = |has_article| {
            let proclitics = PROCLITICS.iter();
            let proclitics = proclitics.filter(move |it| it.has_article == has_article);
            proclitics.filter_map(|proclitic| proclitic.strip(&folded))
        };
        readings.extend(stripped(true));
        // The first word of a longer name may be none by itself, so its other proclitics are tried in turn; and so
        // may a word that nothing is known of.
        let single = if known.is_empty() {
            usize::MAX
        } else {
            readings.len()
        };
        readings.extend(stripped(false));
        let mut best: Option<VariantMatch> = None;
        for (i, reading) in readings.iter().enumerate() {
            for (group, spelling) in variants.starting_with(reading) {
                let words: Vec<&str> = group.spellings[spelling].split(' ').collect();
                let fits = match words[..] {
                    [_] => i < single,
                    _ => continues(&words[1..], &row[1..]),
                };
                if fits && best.is_none_or(|best| best.length < words.len()) {
                    best = Some(VariantMatch {
                        group,
                        spelling,
                        length: words.len(),
                    });
                }
            }
        }
        best
    }
}

/// Whether `row` goes on with the words of a name.
fn continues(words: &[&str], row: &[QueryTerm]) -> bool {
    let is_word = |(word, term): (&&str, &QueryTerm)| {
        term.mode == MatchMode::Default && !term.is_apart && term.folded() == **word
    };
    row.len() >= words.len() && words.iter().zip(row).all(is_word)
}

//! Families: the words of a vocabulary that are one word with other clitics and endings.
//!
//! Knows single words; spellings of one name are [`crate::query::spellings`]'.

use crate::index::Vocabulary;
use crate::index::vocabulary::TermEntry;
use crate::query::expansion::Rule;
use arabic_text::clitics::PROCLITICS;
use arabic_text::cores::{Parts, parts};
use arabic_text::lexicon::{Lexicon, WithWord};

/// A word that nobody attests is looked for inside longer ones; these are at most this many bytes
/// longer on either side.
const LONGEST_ENDING: usize = 10;

/// A shorter word, in letters, would be found inside too many others by chance.
const SHORTEST_UNATTESTED: usize = 3;

/// Endings that a name takes without becoming another word: relative adjective, its feminine and
/// plurals, a possessive.
const NAME_ENDINGS: &[&str] = &["ي", "يه", "يين", "يون", "يا", "ه", "ها", "هم"];

/// The words that `form` is one of, itself included where it is attested, each with how it relates
/// to `form`.
pub(super) fn family(vocabulary: &Vocabulary, form: &str) -> Vec<(TermEntry, Rule)> {
    let taken = taken_apart(vocabulary, form);
    let base = &form[taken.clitics..];
    let mut forms = vocabulary.inflections(&taken.core);
    if vocabulary.articles(form) == 0 {
        add_unattested(vocabulary, base, &taken, &mut forms);
    }
    if !forms.iter().any(|found| found.form == form) {
        forms.extend(vocabulary.get(form));
    }
    forms
        .into_iter()
        .map(|found| {
            let rule = if found.form == form {
                Rule::Written
            } else if &found.form[found.clitics..] == base {
                Rule::Clitic
            } else {
                Rule::Inflected
            };
            (found, rule)
        })
        .collect()
}

/// The clitics and core of `form`, taken for a word where no article holds it.
pub(super) fn taken_apart(vocabulary: &Vocabulary, form: &str) -> Parts {
    if vocabulary.articles(form) > 0 {
        parts(form, vocabulary)
    } else {
        parts(
            form,
            &WithWord {
                lexicon: vocabulary,
                word: form,
            },
        )
    }
}

/// Adds what was not cut down to `base` when the vocabulary was made, as nothing attested it then:
/// `وجوجل` for `جوجل`.
fn add_unattested(vocabulary: &Vocabulary, base: &str, taken: &Parts, forms: &mut Vec<TermEntry>) {
    if base.chars().count() < SHORTEST_UNATTESTED {
        return;
    }
    let lexicon = WithWord {
        lexicon: vocabulary,
        word: base,
    };
    let clitics = PROCLITICS.iter().map(|clitic| clitic.letters).chain([""]);
    for clitic in clitics {
        let start = [clitic, base].concat();
        for mut found in vocabulary.beginning_with(&start) {
            if found.form.len() > start.len() + LONGEST_ENDING || forms.contains(&found) {
                continue;
            }
            let parts = parts(&found.form, &lexicon);
            if parts.core == taken.core {
                found.clitics = parts.clitics;
                if !forms.iter().any(|known| known.form == found.form) {
                    forms.push(found);
                }
            }
        }
    }
}

/// The attested forms of the first word of a name: bare or with clitics.
pub(super) fn with_clitics(vocabulary: &Vocabulary, word: &str) -> Vec<TermEntry> {
    let lexicon = WithWord {
        lexicon: vocabulary,
        word,
    };
    let clitics = PROCLITICS.iter().map(|clitic| clitic.letters).chain([""]);
    clitics
        .filter_map(|clitic| {
            let found = vocabulary.get(&[clitic, word].concat())?;
            let is_cut_so =
                clitic.is_empty() || parts(&found.form, &lexicon).clitics == clitic.len();
            is_cut_so.then_some(found)
        })
        .collect()
}

/// The attested forms of the last word of a name: bare or with endings.
pub(super) fn with_endings(vocabulary: &Vocabulary, word: &str) -> Vec<TermEntry> {
    NAME_ENDINGS
        .iter()
        .chain([&""])
        .filter_map(|ending| vocabulary.get(&[word, ending].concat()))
        .collect()
}

/// Whether `form` is `word`, bare or with one of the endings of a name.
pub(super) fn is_name_with_ending(form: &str, word: &str) -> bool {
    form.strip_prefix(word)
        .is_some_and(|ending| ending.is_empty() || NAME_ENDINGS.contains(&ending))
}

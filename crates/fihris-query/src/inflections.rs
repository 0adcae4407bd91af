//! Inflections: the words of a vocabulary that are one word with other proclitics and suffixes.

use crate::expansion::Rule;
use arabic_text::stem::{DocFreqs, PROCLITICS, StemAnalysis, WithAttested, analyze_stem};
use fihris_index::TermEntry;
use fihris_index::Vocabulary;

/// A word that no article holds is looked for inside longer ones; these are at most this many bytes
/// longer on either side.
const MAX_AFFIX_BYTES: usize = 10;

/// A shorter word, in letters, would be found inside too many others by chance.
const MIN_UNATTESTED: usize = 3;

/// Suffixes that a name takes without becoming another word: relative adjective, its feminine and
/// plurals, a possessive.
const NAME_SUFFIXES: &[&str] = &["ي", "يه", "يين", "يون", "يا", "ه", "ها", "هم"];

/// The words that `form` is one of, itself included where it is attested, each with how it relates
/// to `form`.
pub(super) fn inflections(vocabulary: &Vocabulary, form: &str) -> Vec<(TermEntry, Rule)> {
    let taken = analyze_as_word(vocabulary, form);
    let base = &form[taken.proclitics..];
    let mut forms = vocabulary.inflections(&taken.stem);
    if vocabulary.doc_freq(form) == 0 {
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
            } else if &found.form[found.proclitics..] == base {
                Rule::Clitic
            } else {
                Rule::Inflected
            };
            (found, rule)
        })
        .collect()
}

/// The proclitics and stem of `form`, taken for a word where no article holds it.
pub(super) fn analyze_as_word(vocabulary: &Vocabulary, form: &str) -> StemAnalysis {
    if vocabulary.doc_freq(form) > 0 {
        analyze_stem(form, vocabulary)
    } else {
        analyze_stem(form, &WithAttested::new(vocabulary, form))
    }
}

/// Adds what was not cut down to `base` when the vocabulary was made, as nothing attested it then:
/// `وجوجل` for `جوجل`.
fn add_unattested(
    vocabulary: &Vocabulary,
    base: &str,
    taken: &StemAnalysis,
    forms: &mut Vec<TermEntry>,
) {
    if base.chars().count() < MIN_UNATTESTED {
        return;
    }
    let doc_freqs = WithAttested::new(vocabulary, base);
    let proclitics = PROCLITICS
        .iter()
        .map(|proclitic| proclitic.letters)
        .chain([""]);
    for proclitic in proclitics {
        let start = [proclitic, base].concat();
        for mut found in vocabulary.beginning_with(&start) {
            if found.form.len() > start.len() + MAX_AFFIX_BYTES || forms.contains(&found) {
                continue;
            }
            let analysis = analyze_stem(&found.form, &doc_freqs);
            if analysis.stem == taken.stem {
                found.proclitics = analysis.proclitics;
                if !forms.iter().any(|known| known.form == found.form) {
                    forms.push(found);
                }
            }
        }
    }
}

/// The attested forms of the first word of a name: bare or with proclitics.
pub(super) fn proclitic_forms(vocabulary: &Vocabulary, word: &str) -> Vec<TermEntry> {
    let doc_freqs = WithAttested::new(vocabulary, word);
    let proclitics = PROCLITICS
        .iter()
        .map(|proclitic| proclitic.letters)
        .chain([""]);
    proclitics
        .filter_map(|proclitic| {
            let found = vocabulary.get(&[proclitic, word].concat())?;
            let is_cut_so = proclitic.is_empty()
                || analyze_stem(&found.form, &doc_freqs).proclitics == proclitic.len();
            is_cut_so.then_some(found)
        })
        .collect()
}

/// The attested forms of the last word of a name: bare or with suffixes.
pub(super) fn suffix_forms(vocabulary: &Vocabulary, word: &str) -> Vec<TermEntry> {
    NAME_SUFFIXES
        .iter()
        .chain([&""])
        .filter_map(|suffix| vocabulary.get(&[word, suffix].concat()))
        .collect()
}

/// Whether `form` is `word`, bare or with one of the suffixes of a name.
pub(super) fn is_name_with_suffix(form: &str, word: &str) -> bool {
    form.strip_prefix(word)
        .is_some_and(|suffix| suffix.is_empty() || NAME_SUFFIXES.contains(&suffix))
}

//! The words of a corpus that begin as asked, fit a pattern, or differ by a letter or two.

use crate::expand::wildcard::Wildcard;
use crate::expand::word::{TermExpander, expanded_term};
use crate::expansion::{ExpandedTerm, Rule};
use crate::levenshtein::NearWords;
use crate::suggest::MAX_FUZZY_LETTERS;
use arabic_text::fold;
use arabic_text::stem::PROCLITICS;
use fihris_index::{LetterAutomaton, TermEntry};

impl TermExpander<'_> {
    /// Every word that begins with `prefix`, whatever proclitics stand before it.
    pub(super) fn prefix_matches(&self, prefix: &str) -> Vec<ExpandedTerm> {
        let as_typed = self.words.vocabulary.beginning_with(prefix);
        let mut stem = prefix;
        if self.options.inflection {
            // ال in الأرمي* is the article if the words that begin so say it is.
            let article = PROCLITICS
                .iter()
                .filter(|proclitic| proclitic.has_article)
                .find(|proclitic| {
                    proclitic
                        .strip(prefix)
                        .is_some_and(|rest| rest.chars().count() >= 2)
                        && as_typed
                            .iter()
                            .any(|form| form.proclitics == proclitic.letters.len())
                });
            stem = article
                .and_then(|proclitic| proclitic.strip(prefix))
                .unwrap_or(prefix);
        }
        let mut forms = as_typed;
        if self.options.inflection {
            for proclitic in PROCLITICS
                .iter()
                .map(|proclitic| proclitic.letters)
                .chain([""])
            {
                let found = self
                    .words
                    .vocabulary
                    .beginning_with(&[proclitic, stem].concat());
                forms.extend(
                    found
                        .into_iter()
                        .filter(|form| form.proclitics == proclitic.len()),
                );
            }
        }
        forms.sort_by(|a, b| a.form.cmp(&b.form));
        forms.dedup_by(|a, b| a.form == b.form);
        let rule = |form: &TermEntry| {
            if fold(&form.form) == prefix {
                Rule::Written
            } else {
                Rule::Prefix
            }
        };
        forms
            .into_iter()
            .map(|form| {
                let rule = rule(&form);
                expanded_term(form, rule)
            })
            .collect()
    }

    /// Every word that fits a pattern, with its proclitics or without them.
    pub(super) fn pattern_matches(&self, pattern: &str) -> Vec<ExpandedTerm> {
        let (pattern, any_start) = (Wildcard::new(pattern), pattern.starts_with('*'));
        let found = if any_start {
            self.filter(|form| pattern.fits(form)) // no word can be left out by how it begins
        } else {
            self.search(&pattern, |form| pattern.fits(form))
        };
        found
            .into_iter()
            .map(|form| expanded_term(form, Rule::Pattern))
            .collect()
    }

    /// Every word that becomes `form` by at most so many changes of a letter, with its proclitics or without
    /// them.
    pub(super) fn fuzzy_matches(&self, form: &str, changes: u8) -> Vec<ExpandedTerm> {
        if form.chars().count() > MAX_FUZZY_LETTERS {
            return self.exact_form(form);
        }
        let near = NearWords::new(form, changes);
        let distance = |word: &str| near.distance(word);
        let found = self.search(&near, |word| distance(word).is_some());
        let member = |found: TermEntry| {
            let folded = fold(&found.form);
            let bare = distance(folded.get(found.proclitics..).unwrap_or(&folded));
            match (distance(&folded), bare) {
                (Some(0), _) => expanded_term(found, Rule::Written),
                (_, Some(0)) => expanded_term(found, Rule::Clitic),
                (whole, bare) => {
                    let distance = whole.into_iter().chain(bare).min().unwrap_or(changes);
                    let mut member = expanded_term(found, Rule::Fuzzy);
                    member.weight /= f32::from(distance);
                    member
                }
            }
        };
        found.into_iter().map(member).collect()
    }

    /// The words that are wanted, or would be without their proclitics.
    fn filter(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<TermEntry> {
        let is_wanted = self.or_behind_proclitics(is_wanted);
        self.words.vocabulary.filter("", is_wanted)
    }

    /// The same where `automaton` accepts all of them.
    fn search(
        &self,
        automaton: &impl LetterAutomaton,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Vec<TermEntry> {
        let is_wanted = self.or_behind_proclitics(is_wanted);
        self.words.vocabulary.search(automaton, is_wanted)
    }

    /// Whether a word of a folded form with proclitics of some byte length is wanted, or what is behind these.
    fn or_behind_proclitics(
        &self,
        is_wanted: impl Fn(&str) -> bool,
    ) -> impl FnMut(&str, usize) -> bool {
        let inflection = self.options.inflection;
        move |form, proclitics| {
            is_wanted(form) || (inflection && proclitics > 0 && is_wanted(&form[proclitics..]))
        }
    }
}

//! The spellings that a name in a query stands for.

use crate::ast::QueryTerm;
use crate::expand::word::{TermExpander, expanded_term, sort_by_rule};
use crate::expansion::{ExpandedTerm, Rule, TermExpansion};
use crate::inflections::{analyze_as_word, inflections, proclitic_forms, suffix_forms};
use crate::variant_match::VariantMatch;
use fihris_index::TermEntry;

impl TermExpander<'_> {
    /// Expands the words `terms`, which are a spelling of a name.
    pub(super) fn name(&self, terms: &[QueryTerm], name: VariantMatch) -> TermExpansion {
        let mut expanded = Vec::new();
        for (i, spelling) in name.group.spellings.iter().enumerate() {
            let is_typed = i == name.spelling;
            let rule = match is_typed {
                true => Rule::Written,
                false if name.group.is_learned(i, name.spelling) => Rule::Learned,
                false => Rule::Variant,
            };
            match spelling.split(' ').collect::<Vec<_>>()[..] {
                [word] if is_typed => expanded.extend(self.typed_spelling(word, &terms[0].form)),
                [word] => expanded.extend(self.variant(word, rule)),
                ref words => expanded.extend(self.sequence(words, terms, rule)),
            }
        }
        // A spelling may be an inflection of another one: each form counts once, at its best.
        sort_by_rule(&mut expanded);
        let mut seen = std::collections::HashSet::new();
        expanded.retain(|member| seen.insert(member.words.clone()));
        TermExpansion {
            query_terms: terms.to_vec(),
            expanded,
            constraint: None,
        }
    }

    /// The spelling in one word that was typed as `form`, with other proclitics and suffixes.
    fn typed_spelling(&self, word: &str, form: &str) -> Vec<ExpandedTerm> {
        if !self.options.inflection {
            return self.exact_form(form);
        }
        if !self.resembles_inflected_form(word) {
            return self.inflected(form);
        }
        let others = self.name_forms(word).into_iter();
        let others = others.filter(|other| other.form != form);
        let mut expanded = self.exact_form(form);
        expanded.extend(others.map(|other| expanded_term(other, Rule::Clitic)));
        expanded
    }

    /// Another spelling in one word, with its proclitics and suffixes.
    fn variant(&self, word: &str, rule: Rule) -> Vec<ExpandedTerm> {
        let forms: Vec<TermEntry> = if !self.options.inflection {
            self.vocabulary.get(word).into_iter().collect()
        } else if self.resembles_inflected_form(word) {
            self.name_forms(word)
        } else {
            let inflections = inflections(self.vocabulary, word).into_iter();
            let mut forms: Vec<TermEntry> = inflections.map(|(form, _)| form).collect();
            forms.extend(suffix_forms(self.vocabulary, word));
            forms
        };
        forms
            .into_iter()
            .map(|form| expanded_term(form, rule))
            .collect()
    }

    /// Whether a spelling of a name looks like another word with something written onto it: `كامرون` like
    /// `ك` + `أمر`. A name keeps all its letters, but for an article.
    fn resembles_inflected_form(&self, word: &str) -> bool {
        let taken = analyze_as_word(self.vocabulary, word);
        let is_attested = self.vocabulary.get(word).is_some();
        let has_proclitic = taken.proclitics > 0 && !word[..taken.proclitics].ends_with("ال");
        has_proclitic || (!is_attested && !word.ends_with(&taken.stem))
    }

    /// The forms of a name of one word that is not taken apart.
    fn name_forms(&self, word: &str) -> Vec<TermEntry> {
        let mut forms = proclitic_forms(self.vocabulary, word);
        forms.extend(suffix_forms(self.vocabulary, word));
        forms
    }

    /// A spelling in several words: proclitics before the first, suffixes after the last.
    fn sequence(&self, words: &[&str], terms: &[QueryTerm], rule: Rule) -> Option<ExpandedTerm> {
        let last = words.len() - 1;
        let mut alternatives = Vec::new();
        let mut doc_freq = u32::MAX;
        for (i, word) in words.iter().enumerate() {
            let mut forms: Vec<TermEntry> = match i {
                _ if !self.options.inflection => self.vocabulary.get(word).into_iter().collect(),
                0 => proclitic_forms(self.vocabulary, word),
                _ if i == last => suffix_forms(self.vocabulary, word),
                _ => self.vocabulary.get(word).into_iter().collect(),
            };
            if rule == Rule::Written && !forms.iter().any(|form| form.form == terms[i].form) {
                forms.extend(self.vocabulary.get(&terms[i].form));
            }
            doc_freq = doc_freq.min(forms.iter().map(|form| form.articles).sum());
            alternatives.push(forms.into_iter().map(|form| form.form).collect());
        }
        (doc_freq > 0).then(|| ExpandedTerm {
            words: alternatives,
            rule,
            weight: rule.weight(),
            doc_freq,
        })
    }
}

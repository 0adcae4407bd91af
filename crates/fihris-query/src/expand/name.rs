//! The spellings that a name in a query stands for.

use crate::ast::QueryTerm;
use crate::expand::word::{TermExpander, expanded_term, sort_by_rule};
use crate::expansion::{ExpandedTerm, Rule, TermExpansion};
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
        TermExpansion::new(terms, expanded)
    }

    /// The attested forms of a spelling in one word, which is folded.
    fn spelling(&self, word: &str) -> Vec<TermEntry> {
        if self.options.inflection {
            self.words.name_forms(word)
        } else {
            self.words.vocabulary.spellings(word)
        }
    }

    /// The spelling in one word that was typed as `form`, with other proclitics.
    fn typed_spelling(&self, word: &str, form: &str) -> Vec<ExpandedTerm> {
        let mut expanded = if self.options.inflection {
            self.inflected(form)
        } else {
            self.exact_form(form)
        };
        let others = self.spelling(word).into_iter();
        expanded.extend(others.map(|other| expanded_term(other, Rule::Clitic)));
        expanded
    }

    /// Another spelling in one word, with its proclitics.
    fn variant(&self, word: &str, rule: Rule) -> Vec<ExpandedTerm> {
        let forms = self.spelling(word).into_iter();
        forms.map(|form| expanded_term(form, rule)).collect()
    }

    /// A spelling in several words: proclitics before the first.
    fn sequence(&self, words: &[&str], terms: &[QueryTerm], rule: Rule) -> Option<ExpandedTerm> {
        let forms = words.iter().enumerate().map(|(i, word)| {
            let mut forms = if i == 0 && self.options.inflection {
                self.words.first_forms(word)
            } else {
                self.words.vocabulary.spellings(word)
            };
            if rule == Rule::Written && !forms.iter().any(|form| form.form == terms[i].form) {
                forms.extend(self.words.vocabulary.get(&terms[i].form));
            }
            forms
        });
        ExpandedTerm::in_a_row(forms.collect(), rule)
    }
}

//! The spellings that a name in a query stands for.
//!
//! Knows groups of spellings and the vocabulary, not where names are found in a query.

use super::{Resolver, member, sort};
use crate::index::vocabulary::Form;
use crate::query::family::{family, with_clitics, with_endings};
use crate::query::resolution::{Member, Resolution, Rule};
use crate::query::spellings::FoundName;
use crate::query::syntax::AskedWord;

impl Resolver<'_> {
    /// Resolves the words `asked`, which are a spelling of a name.
    pub(super) fn name(&self, asked: &[AskedWord], name: FoundName) -> Resolution {
        let mut members = Vec::new();
        for (i, spelling) in name.group.spellings.iter().enumerate() {
            let is_typed = i == name.typed;
            let rule = match is_typed {
                true => Rule::Written,
                false if name.group.is_learned(i, name.typed) => Rule::Learned,
                false => Rule::Variant,
            };
            match &spelling[..] {
                [_] if is_typed => members.extend(if self.options.inflection {
                    self.inflected(&asked[0].form)
                } else {
                    self.as_written(&asked[0].form)
                }),
                [word] => members.extend(self.variant(word, rule)),
                words => members.extend(self.sequence(words, asked, rule)),
            }
        }
        // A spelling may be an inflection of another one: each form counts once, at its best.
        sort(&mut members);
        let mut seen = std::collections::HashSet::new();
        members.retain(|member| seen.insert(member.words.clone()));
        Resolution {
            asked: asked.to_vec(),
            members,
            written: None,
        }
    }

    /// Another spelling in one word, with its clitics and endings.
    fn variant(&self, word: &str, rule: Rule) -> Vec<Member> {
        let forms: Vec<Form> = if self.options.inflection {
            let mut forms: Vec<Form> = family(self.vocabulary, word)
                .into_iter()
                .map(|(form, _)| form)
                .collect();
            forms.extend(with_endings(self.vocabulary, word));
            forms
        } else {
            self.vocabulary.get(word).into_iter().collect()
        };
        forms.into_iter().map(|form| member(form, rule)).collect()
    }

    /// A spelling in several words: clitics before the first, endings after the last.
    fn sequence(&self, words: &[String], asked: &[AskedWord], rule: Rule) -> Option<Member> {
        let last = words.len() - 1;
        let mut alternatives = Vec::new();
        let mut articles = u32::MAX;
        for (i, word) in words.iter().enumerate() {
            let mut forms: Vec<Form> = match i {
                _ if !self.options.inflection => self.vocabulary.get(word).into_iter().collect(),
                0 => with_clitics(self.vocabulary, word),
                _ if i == last => with_endings(self.vocabulary, word),
                _ => self.vocabulary.get(word).into_iter().collect(),
            };
            if rule == Rule::Written && !forms.iter().any(|form| form.form == asked[i].form) {
                forms.extend(self.vocabulary.get(&asked[i].form));
            }
            articles = articles.min(forms.iter().map(|form| form.articles).sum());
            alternatives.push(forms.into_iter().map(|form| form.form).collect());
        }
        (articles > 0).then(|| Member {
            words: alternatives,
            rule,
            weight: rule.weight(),
            articles,
        })
    }
}

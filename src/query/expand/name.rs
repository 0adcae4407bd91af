//! The spellings that a name in a query stands for.
//!
//! Knows groups of spellings and the vocabulary, not where names are found in a query.

use crate::index::vocabulary::TermEntry;
use crate::query::ast::AskedWord;
use crate::query::expand::{Resolver, member, sort};
use crate::query::expansion::{Member, Resolution, Rule};
use crate::query::inflections::{family, taken_apart, with_proclitics, with_suffixes};
use crate::query::variant_match::FoundName;

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
            match spelling.split(' ').collect::<Vec<_>>()[..] {
                [word] if is_typed => members.extend(self.typed(word, &asked[0].form)),
                [word] => members.extend(self.variant(word, rule)),
                ref words => members.extend(self.sequence(words, asked, rule)),
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

    /// The spelling in one word that was typed as `form`, with other proclitics and suffixes.
    fn typed(&self, word: &str, form: &str) -> Vec<Member> {
        if !self.options.inflection {
            return self.as_written(form);
        }
        if !self.is_taken_for_another(word) {
            return self.inflected(form);
        }
        let others = self.forms_as_name(word).into_iter();
        let others = others.filter(|other| other.form != form);
        let mut members = self.as_written(form);
        members.extend(others.map(|other| member(other, Rule::Clitic)));
        members
    }

    /// Another spelling in one word, with its proclitics and suffixes.
    fn variant(&self, word: &str, rule: Rule) -> Vec<Member> {
        let forms: Vec<TermEntry> = if !self.options.inflection {
            self.vocabulary.get(word).into_iter().collect()
        } else if self.is_taken_for_another(word) {
            self.forms_as_name(word)
        } else {
            let family = family(self.vocabulary, word).into_iter();
            let mut forms: Vec<TermEntry> = family.map(|(form, _)| form).collect();
            forms.extend(with_suffixes(self.vocabulary, word));
            forms
        };
        forms.into_iter().map(|form| member(form, rule)).collect()
    }

    /// Whether a spelling of a name looks like another word with something written onto it: `كامرون` like
    /// `ك` + `أمر`. A name keeps all its letters, but for an article.
    fn is_taken_for_another(&self, word: &str) -> bool {
        let taken = taken_apart(self.vocabulary, word);
        let is_attested = self.vocabulary.get(word).is_some();
        let has_proclitic = taken.proclitics > 0 && !word[..taken.proclitics].ends_with("ال");
        has_proclitic || (!is_attested && !word.ends_with(&taken.stem))
    }

    /// The forms of a name of one word that is not taken apart.
    fn forms_as_name(&self, word: &str) -> Vec<TermEntry> {
        let mut forms = with_proclitics(self.vocabulary, word);
        forms.extend(with_suffixes(self.vocabulary, word));
        forms
    }

    /// A spelling in several words: proclitics before the first, suffixes after the last.
    fn sequence(&self, words: &[&str], asked: &[AskedWord], rule: Rule) -> Option<Member> {
        let last = words.len() - 1;
        let mut alternatives = Vec::new();
        let mut articles = u32::MAX;
        for (i, word) in words.iter().enumerate() {
            let mut forms: Vec<TermEntry> = match i {
                _ if !self.options.inflection => self.vocabulary.get(word).into_iter().collect(),
                0 => with_proclitics(self.vocabulary, word),
                _ if i == last => with_suffixes(self.vocabulary, word),
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

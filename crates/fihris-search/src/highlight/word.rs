//! Words of a query in texts: the notion of a match.
//!
//! Does not depend on what stands beside a word in the query.

use std::collections::HashMap;
use std::ops::Range;

use fihris_corpus::Article;
use fihris_index::stored::TokenPosition;
use fihris_query::expansion::{ExpandedTerm, Rule, TermExpansion};

/// An expanded word, ready to be looked up by its forms.
pub struct TermMatcher<'a> {
    expansion: &'a TermExpansion,
    singles: HashMap<&'a str, &'a ExpandedTerm>,
    /// Names of several words, and words that hang on those beside them, by the forms of their first ones.
    names: HashMap<&'a str, Vec<&'a ExpandedTerm>>,
}

/// Where a word matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TermMatch {
    /// The number of the first word of the text that does.
    pub first: usize,
    /// How many words of the text do.
    pub length: usize,
    /// Why.
    pub rule: Rule,
    /// What it counts.
    pub weight: f32,
}

impl<'a> TermMatcher<'a> {
    /// For an expanded word.
    #[must_use]
    pub fn new(expansion: &'a TermExpansion) -> Self {
        let mut term = Self {
            expansion,
            singles: HashMap::new(),
            names: HashMap::new(),
        };
        for member in &expansion.expanded {
            if let Some(forms) = member.single() {
                let forms = forms.iter().map(|form| (&**form, member));
                term.singles.extend(forms);
            } else {
                for form in member.words.first().into_iter().flatten() {
                    term.names.entry(&**form).or_default().push(member);
                }
            }
        }
        term
    }

    /// The words of the query, as typed.
    pub(super) fn query_text(&self) -> String {
        let raw: Vec<&str> = self
            .expansion
            .query_terms
            .iter()
            .map(|word| &*word.raw)
            .collect();
        raw.join(" ")
    }

    /// All ways in which it matches at the word `first`, the longest first.
    #[must_use]
    pub fn matches(
        &self,
        article: &Article,
        words: &[TokenPosition],
        first: usize,
    ) -> Vec<TermMatch> {
        let mut matches = Vec::new();
        let Some(word) = words.get(first) else {
            return matches;
        };
        for name in self.names.get(&*word.form).into_iter().flatten() {
            let length = name.words.len();
            let fits = name.words.iter().enumerate().all(|(i, forms)| {
                (i == 0 || follows(words, first + i))
                    && words
                        .get(first + i)
                        .is_some_and(|word| forms.contains(&word.form))
            });
            if fits && is_meant(name, words, first..first + length) {
                matches.push(self.found(article, words, first..first + length, name));
            }
        }
        if let Some(member) = self.singles.get(&*word.form) {
            matches.push(self.found(article, words, first..first + 1, member));
        }
        if let Some(constraint) = &self.expansion.constraint {
            matches.retain(|_| constraint.allows(&article.text[words[first].range.clone()]));
        }
        matches.sort_by_key(|found| std::cmp::Reverse(found.length));
        matches
    }

    /// A match whose rule says how the text's own letters differ from those typed.
    fn found(
        &self,
        article: &Article,
        words: &[TokenPosition],
        range: Range<usize>,
        member: &ExpandedTerm,
    ) -> TermMatch {
        let here = &words[range.clone()];
        let terms = &self.expansion.query_terms;
        let same = |is_same: &dyn Fn(&TokenPosition, usize) -> bool| {
            here.len() == terms.len() && here.iter().enumerate().all(|(i, word)| is_same(word, i))
        };
        let rule = if member.rule != Rule::Written {
            member.rule
        } else if same(&|word, i| article.text[word.range.clone()] == terms[i].raw) {
            Rule::Written
        } else if same(&|word, i| word.form == terms[i].form) {
            Rule::Folded
        } else {
            Rule::Clitic
        };
        TermMatch {
            first: range.start,
            length: range.len(),
            rule,
            weight: match self.expansion.constraint {
                Some(_) => 1.0, // as it is asked for
                None => member.weight,
            },
        }
    }
}

/// Whether the words in `range` are meant by `member`, as far as those beside them tell.
fn is_meant(member: &ExpandedTerm, words: &[TokenPosition], range: Range<usize>) -> bool {
    let Some(beside) = &member.not_beside else {
        return true;
    };
    let is_one =
        |forms: &[String], at: usize| words.get(at).is_some_and(|word| forms.contains(&word.form));
    let is_before = follows(words, range.start) && is_one(&beside.before, range.start - 1);
    let is_behind = follows(words, range.end) && is_one(&beside.behind, range.end);
    !is_before && !is_behind
}

/// Whether the word `next` stands right after the one before it, in the same zone.
pub(super) fn follows(words: &[TokenPosition], next: usize) -> bool {
    next > 0
        && words
            .get(next)
            .is_some_and(|word| word.follows(&words[next - 1]))
}

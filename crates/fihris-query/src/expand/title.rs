//! Titles before names: `"وزير الصحة خالد الفالح"` finds `وزير الصحة المهندس خالد الفالح`, and the other way round.
//!
//! Papers put titles before a name, and prayers behind it, as they please. In a phrase they may stand there or not, next to
//! names that parents give; nothing is left out before other words, which would make `زار مصر` of `زار الرئيس مصر`.

use std::collections::BTreeMap;

use crate::ast::MatchMode;
use crate::expand::lineage::SERVANT;
use crate::expand::title_list::TITLES;
use crate::expand::word::{ExpandedWord, TermExpander};
use crate::expansion::{ExpandedTerm, Rule, TermExpansion};
use fihris_index::TermEntry;

/// The most titles before one name: `معالي الدكتور`.
const MAX_TITLES: usize = 2;

/// The abbreviations of titles, folded.
const LETTERS: [&str; 3] = ["د", "م", "ا"];

impl TermExpander<'_> {
    /// What the words of a phrase stand for, with titles and without before the names in it.
    pub(super) fn with_titles(&self, row: &[ExpandedWord]) -> Vec<TermExpansion> {
        let mut terms: Vec<TermExpansion> = Vec::new();
        for (i, word) in row.iter().enumerate() {
            let mut expansion = word.expansion.clone();
            if self.options.variants && self.is_given_name(&expansion) {
                let before = row[..i].iter().rev();
                let titles = before
                    .take_while(|it| is_title(&it.expansion))
                    .take(MAX_TITLES)
                    .count();
                let first = i - titles;
                let is_last = i + 1 == row.len();
                let is_full =
                    !is_last || word.expansion.query_terms.len() > name_length(&word.expansion);
                let untitled = expansion.clone();
                // A title before a single name tells who is meant: الملك فهد.
                if titles > 0 && (first > 0 || is_full) {
                    let typed = terms.split_off(terms.len() - titles);
                    expansion = titled(&typed, &untitled);
                }
                if first > 0 {
                    expansion.add(self.any_title_before(&untitled));
                }
                if !is_last {
                    expansion.add(self.prayer_behind(&untitled));
                }
            }
            terms.push(expansion);
        }
        terms
    }

    /// The forms that a title of one word has in the vocabulary.
    pub(super) fn title_forms(&self) -> Vec<TermEntry> {
        let words = TITLES.words.iter();
        let mut forms: Vec<TermEntry> = words
            .flat_map(|it| self.words.vocabulary.spellings(it))
            .collect();
        forms.sort_unstable_by(|a, b| a.form.cmp(&b.form));
        forms.dedup_by(|a, b| a.form == b.form);
        forms
    }

    /// Whether it is a name that parents give, or begins with one.
    fn is_given_name(&self, expansion: &TermExpansion) -> bool {
        let Some(first) = expansion.query_terms.first() else {
            return false;
        };
        let folded = first.folded();
        // With the article it is a title (السلطان), an adjective (السعيد) or a family.
        if first.mode != MatchMode::Default || folded.starts_with("ال") {
            return false;
        }
        let mut lexemes = self.words.lexemes(&first.form);
        name_length(expansion) > 1
            || TITLES.given.contains(&folded)
            || lexemes.any(|lexeme| lexeme.is_given_name)
    }

    /// A name behind titles that were not typed.
    fn any_title_before(&self, name: &TermExpansion) -> Vec<ExpandedTerm> {
        let title: Vec<String> = self.title_forms().into_iter().map(|it| it.form).collect();
        if title.is_empty() {
            return Vec::new();
        }
        let rows = TITLES.rows.iter().filter_map(|row| self.attested(row));
        let rows = rows.chain((1..=MAX_TITLES).map(|count| vec![title.clone(); count]));
        let rows: Vec<Vec<Vec<String>>> = rows.collect();
        let names = by_rule(name).into_iter();
        let titled = names.flat_map(|(rule, words)| {
            let before =
                |row: &Vec<_>| member([row, &*words].concat(), rule.max(Rule::Title), name);
            rows.iter().map(before).collect::<Vec<_>>()
        });
        titled.collect()
    }

    /// A name before a prayer that was not typed.
    fn prayer_behind(&self, name: &TermExpansion) -> Vec<ExpandedTerm> {
        let prayers = TITLES.behind.iter().filter_map(|row| self.attested(row));
        let prayers: Vec<Vec<Vec<String>>> = prayers.collect();
        let names = by_rule(name).into_iter();
        let prayed = names.flat_map(|(rule, words)| {
            let behind =
                |row: &Vec<_>| member([&*words, row].concat(), rule.max(Rule::Title), name);
            prayers.iter().map(behind).collect::<Vec<_>>()
        });
        prayed.collect()
    }

    /// The forms that listed words have in the vocabulary; `None` if one of them is not there.
    fn attested(&self, row: &[String]) -> Option<Vec<Vec<String>>> {
        let forms = row.iter().map(|word| {
            let entries = self.words.vocabulary.spellings(word).into_iter();
            let forms: Vec<String> = entries.map(|it| it.form).collect();
            (!forms.is_empty()).then_some(forms)
        });
        forms.collect()
    }
}

/// A name with the titles that were typed before it, or without.
fn titled(typed: &[TermExpansion], name: &TermExpansion) -> TermExpansion {
    let mut rows = by_rule(name);
    for title in typed.iter().rev() {
        let mut longer = Vec::new();
        for (rule, words) in by_rule(title) {
            for (of_name, behind) in &rows {
                longer.push((rule.max(*of_name), [&*words, behind].concat()));
            }
        }
        rows = longer;
    }
    let terms = typed.iter().chain([name]);
    let terms: Vec<_> = terms.flat_map(|it| it.query_terms.clone()).collect();
    let typed = rows.into_iter();
    let mut expanded: Vec<ExpandedTerm> = typed
        .map(|(rule, words)| member(words, rule, name))
        .collect();
    let untitled = name.expanded.iter().cloned();
    expanded.extend(untitled.map(|it| ExpandedTerm {
        rule: Rule::Title.max(it.rule),
        weight: it.weight.min(Rule::Title.weight()),
        ..it
    }));
    let mut titled = TermExpansion::new(&terms, Vec::new());
    titled.add(expanded);
    titled
}

/// How many words of a query are the given name that it begins with: two of `عبد الله`.
fn name_length(expansion: &TermExpansion) -> usize {
    match &expansion.query_terms[..] {
        [servant, _, ..] if servant.folded() == SERVANT => 2,
        _ => 1,
    }
}

/// Whether a word of a query is a title.
fn is_title(expansion: &TermExpansion) -> bool {
    let mut terms = expansion.query_terms.iter();
    !expansion.query_terms.is_empty()
        && terms.all(|term| {
            let folded = term.folded();
            term.mode == MatchMode::Default
                && (TITLES.words.contains(&folded) || LETTERS.contains(&&*folded))
        })
}

/// The words of what a name stands for, those that one rule brought in together; longer rows by themselves.
fn by_rule(expansion: &TermExpansion) -> Vec<(Rule, Vec<Vec<String>>)> {
    let mut words: BTreeMap<Rule, Vec<String>> = BTreeMap::new();
    let mut rows = Vec::new();
    for it in expansion
        .expanded
        .iter()
        .filter(|it| it.rule.is_same_word())
    {
        match it.single() {
            Some(forms) => words.entry(it.rule).or_default().extend_from_slice(forms),
            None => rows.push((it.rule, it.words.clone())),
        }
    }
    let words = words.into_iter().map(|(rule, forms)| (rule, vec![forms]));
    words.chain(rows).collect()
}

/// Words in a row with a name in them, which stand in at most as many articles as it does.
fn member(words: Vec<Vec<String>>, rule: Rule, name: &TermExpansion) -> ExpandedTerm {
    ExpandedTerm {
        words,
        rule,
        weight: rule.weight(),
        doc_freq: name.doc_freq(),
        not_beside: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arabic_text::fold;

    #[test]
    fn titles_are_listed_folded() {
        let folded =
            |words: &std::collections::HashSet<String>| words.iter().all(|it| fold(it) == *it);
        assert!(folded(&TITLES.words) && folded(&TITLES.given));
        assert!(TITLES.words.contains(&fold("الرئيس")));
        assert!(TITLES.rows.iter().all(|row| row.len() > 1));
    }
}

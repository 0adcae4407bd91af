//! Terms: the words of some articles, the most frequent or the most typical against all others.
//!
//! The forms of one word are one term, called by its most frequent form.

use std::cmp::Reverse;
use std::collections::HashSet;

use rayon::prelude::*;

use crate::keyness::{is_typical, log_likelihood, log_ratio};
use arabic_text::stop_words::is_stop_word;
use fihris_corpus::ZoneSet;
use fihris_index::{ArticleAddress, IndexError, Vocabulary};
use fihris_search::{Frequency, Matches, TermCounts};

/// A word with its forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its most frequent form in the target corpus, as it is written.
    pub word: String,
    /// How often it stands, in all forms.
    pub count: Frequency,
    /// Its forms that stand in the target corpus, with how often they do, the most frequent first.
    pub forms: Vec<(String, u64)>,
    /// Log-likelihood: how sure it is that the word is not as frequent in the target corpus as in the reference corpus.
    pub g2: f64,
    /// Log ratio: how much more frequent it is in the target corpus, as a power of 2.
    pub log_ratio: f64,
}

/// The order of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermOrder {
    /// By log-likelihood, and only those that are more frequent in the target corpus than in the reference.
    Typical,
    /// By how often they stand in the target corpus.
    Frequent,
}

/// Which words are counted as one, and which not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordOptions {
    /// The forms of one word are one term, not each by itself.
    pub by_word: bool,
    /// Also words that say nothing of what a text is about.
    pub stop_words: bool,
}

/// How terms are counted and sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermOptions {
    /// Where words are counted.
    pub zones: ZoneSet,
    /// Which words are counted as one, and which not at all.
    pub words: WordOptions,
    /// Their order; if not given, typical ones where there are articles to compare with.
    pub order: Option<TermOrder>,
}

/// The terms of the articles that match.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// The terms, in the order that was asked for.
    pub terms: Vec<Term>,
    /// Articles that match, and all others.
    pub articles: Frequency,
    /// All words in them.
    pub words: Frequency,
    /// Articles of both sides, which are counted on neither, where two are compared.
    pub in_both: Option<u64>,
}

/// Lists the words of the articles that match.
///
/// Counted are words in the given zones of the articles that match; the base is all words in these zones of all
/// other articles of the index.
///
/// # Errors
/// If the index cannot be read.
pub fn terms(matches: Matches, options: TermOptions) -> Result<Terms, IndexError> {
    let Matches {
        index, articles, ..
    } = matches;
    let counts = TermCounts::read(index, options.zones, articles)?;
    let vocabulary = index.vocabulary();
    let target = articles.len() as u64;
    let articles = Frequency {
        target,
        reference: vocabulary.statistics().articles.saturating_sub(target),
    };
    Ok(Terms::new(&counts, vocabulary, articles, options))
}

/// Lists the words of the articles that match against those of the articles `others`.
///
/// Counted are words in the given zones of the articles that match; the base is all words in these zones of the others.
/// Articles that are in both are left out.
///
/// # Errors
/// If the index cannot be read.
pub fn terms_against(
    matches: Matches,
    others: &[ArticleAddress],
    options: TermOptions,
) -> Result<Terms, IndexError> {
    let Matches {
        index, articles, ..
    } = matches;
    let (target, reference) = (without(articles, others), without(others, articles));
    let counts = TermCounts::read_both(index, options.zones, &target, &reference)?;
    let counted = Frequency {
        target: target.len() as u64,
        reference: reference.len() as u64,
    };
    Ok(Terms {
        in_both: Some((articles.len() - target.len()) as u64),
        ..Terms::new(&counts, index.vocabulary(), counted, options)
    })
}

/// The articles that are not among `others`.
pub(super) fn without(
    articles: &[ArticleAddress],
    others: &[ArticleAddress],
) -> Vec<ArticleAddress> {
    let others: HashSet<ArticleAddress> = others.iter().copied().collect();
    let left = articles.iter().copied();
    left.filter(|address| !others.contains(address)).collect()
}

impl Terms {
    /// Of what was counted in so many `articles`.
    fn new(
        counts: &TermCounts,
        vocabulary: &Vocabulary,
        articles: Frequency,
        options: TermOptions,
    ) -> Self {
        let order = options.order.unwrap_or(match articles.reference {
            0 => TermOrder::Frequent,
            _ => TermOrder::Typical,
        });
        let mut terms = count_terms(counts, vocabulary, options.words);
        sort(&mut terms, order, counts.total);
        Self {
            terms,
            articles,
            words: counts.total,
            in_both: None,
        }
    }
}

/// The terms of `counts` that stand in the target corpus, in no order.
pub(super) fn count_terms(
    counts: &TermCounts,
    vocabulary: &Vocabulary,
    options: WordOptions,
) -> Vec<Term> {
    let words = vocabulary.word_forms();
    let terms = words.par_iter().flat_map_iter(|forms| {
        let counted = forms
            .iter()
            .map(|form| (&*form.form, counts.get(&form.form)));
        let mut counted: Vec<(&str, Frequency)> = counted.collect();
        if counted.iter().all(|(_, count)| count.target == 0) {
            return Vec::new(); // as most words are, so nothing more is asked of them
        }
        counted.retain(|(form, _)| options.stop_words || !is_stop_word(form));
        if options.by_word {
            term(&counted, counts.total).into_iter().collect()
        } else {
            let forms = counted.iter();
            forms
                .filter_map(|one| term(&[*one], counts.total))
                .collect()
        }
    });
    terms.collect()
}

/// The term of these forms, if one of them stands in the target corpus.
fn term(forms: &[(&str, Frequency)], all: Frequency) -> Option<Term> {
    let mut count = Frequency::default();
    for (_, of_form) in forms {
        count += *of_form;
    }
    let target = forms.iter().filter(|(_, count)| count.target > 0);
    let mut forms: Vec<(String, u64)> = target
        .map(|(form, count)| (form.to_string(), count.target))
        .collect();
    forms.sort_by(|(a, count_a), (b, count_b)| count_b.cmp(count_a).then_with(|| a.cmp(b)));
    let word = &forms.first()?.0;
    Some(Term {
        word: word.clone(),
        count,
        forms,
        g2: log_likelihood(count, all),
        log_ratio: log_ratio(count, all),
    })
}

/// Sorts terms, and leaves out those that do not belong in `order`; `all` counts all words.
fn sort(terms: &mut Vec<Term>, order: TermOrder, all: Frequency) {
    match order {
        TermOrder::Frequent => {
            terms.sort_by(|a, b| {
                (Reverse(a.count.target), &a.word).cmp(&(Reverse(b.count.target), &b.word))
            });
        }
        TermOrder::Typical => {
            terms.retain(|term| is_typical(term.count, all));
            terms.sort_by(|a, b| b.g2.total_cmp(&a.g2).then_with(|| a.word.cmp(&b.word)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(target: u64, reference: u64) -> Frequency {
        Frequency { target, reference }
    }

    const ALL: Frequency = Frequency {
        target: 1000,
        reference: 9000,
    };

    #[test]
    fn a_term_is_called_by_its_most_frequent_form() {
        let forms = [
            ("قوات", count(3, 9)),
            ("القوات", count(5, 1)),
            ("بقوات", count(0, 4)),
        ];
        let term = term(&forms, ALL).unwrap();
        assert_eq!(term.word, "القوات");
        assert_eq!(term.count, count(8, 14));
        assert_eq!(
            term.forms,
            [("القوات".to_string(), 5), ("قوات".to_string(), 3)]
        );
        assert_eq!(super::term(&forms[2..], ALL), None);
    }

    #[test]
    fn frequent_and_typical_are_two_orders() {
        let of =
            |word: &'static str, target, reference| term(&[(word, count(target, reference))], ALL);
        let sorted = |order, limit| {
            let mut terms: Vec<Term> = [
                of("عام", 90, 810),
                of("زرافه", 9, 1),
                of("فيل", 9, 1),
                of("بحر", 50, 900),
            ]
            .into_iter()
            .flatten()
            .collect();
            sort(&mut terms, order, ALL);
            terms.truncate(limit);
            let words: Vec<String> = terms.into_iter().map(|term| term.word).collect();
            words.join(" ")
        };
        assert_eq!(sorted(TermOrder::Frequent, 3), "عام بحر زرافه");
        assert_eq!(sorted(TermOrder::Typical, 9), "زرافه فيل");
    }
}

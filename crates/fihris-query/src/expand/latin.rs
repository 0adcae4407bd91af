//! Names in Latin letters: `Putin`, `al-Qahira`, `Benghazi` find the Arabic ones.
//!
//! Listed names come first. Others are looked for among the words of the corpus: the name that the letters are the
//! cheapest way to write, if it is cheap. A word in Latin letters that stands in the corpus stands for itself, and for nothing but a listed name besides.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::ast::{MatchMode, QueryTerm, query_terms};
use crate::expand::Expander;
use crate::expand::english::is_english;
use crate::expand::latin_letters::LatinLetters;
use crate::expand::latin_reading::LatinReading;
use crate::expand::word::ExpandedWord;
use crate::expansion::{ExpandedTerm, Rule, TermExpansion};
use arabic_lexicon::Class;
use arabic_text::fold;
use arabic_text::romanization::{Romanized, plain, without_article};
use fihris_index::TermEntry;

/// The most words of a query that one name takes.
const MAX_WORDS: usize = 4;

/// The least Latin letters that tell a name that is not listed.
const LEAST_LETTERS: usize = 4;

/// What a way of writing may cost a letter at most, in hundredths of one that is another.
const MAX_COST_PER_LETTER: u16 = 5;

/// The same for a short name, for a word that the lexicon does not know, and for a common noun.
const MAX_COST_PER_LETTER_OF_OTHERS: u16 = 3;

/// The least letters of a Latin word that is no short name.
const LEAST_OF_LONG: usize = 6;

/// One article in so many must hold a name, for it may be a slip.
const ARTICLES_PER_NAME: u64 = 15_000;

/// The listed names: the Latin letters, then the Arabic name.
static LISTED: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("latin_names.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let names = lines.filter_map(|line| line.split_once('\t'));
    let pairs =
        names.flat_map(|(arabic, latin)| latin.split('\t').map(move |latin| (latin, arabic)));
    pairs.collect()
});

impl Expander<'_> {
    /// What the name in Latin letters that `row` begins with stands for, and how many words it takes; `None` if it
    /// begins with none. Of names that are not listed, so many more are looked for as `budget` says.
    pub(super) fn latin_name(
        &self,
        row: &[QueryTerm],
        budget: &mut usize,
    ) -> Option<(ExpandedWord, usize)> {
        let is_latin = |(i, term): &(usize, &QueryTerm)| {
            let is_plain = term.mode == MatchMode::Default && (*i == 0 || !term.is_apart);
            is_plain && plain(&term.raw).is_some_and(|it| !it.is_empty())
        };
        let words = row.iter().enumerate().take(MAX_WORDS).take_while(is_latin);
        let joined: Vec<String> = words
            .scan(String::new(), |joined, (_, term)| {
                joined.push_str(&plain(&term.raw).unwrap_or_default());
                Some(joined.clone())
            })
            .collect();
        let listed = joined.iter().enumerate().rev().find_map(|(i, joined)| {
            let of = |name: &str| LISTED.get(name).copied();
            let bare = joined.replace('\'', "");
            let found = of(&bare).or_else(|| without_article(&bare).and_then(of));
            found.map(|name| (name.to_string(), i + 1))
        });
        let (arabic, length) = match listed {
            Some(listed) => listed,
            None => self.unlisted(row, &joined, budget)?,
        };
        let typed = &row[..length];
        let mut expanded = Vec::from_iter(self.literal(typed));
        let stands = !expanded.is_empty();
        expanded.extend(self.arabic(&arabic));
        if !stands && expanded.is_empty() {
            return None;
        }
        let range = typed[0].range.start..typed[length - 1].range.end;
        let text = if stands {
            let raw: Vec<&str> = typed.iter().map(|term| &*term.raw).collect();
            format!("({} OR {arabic})", raw.join(" "))
        } else {
            arabic
        };
        let word = ExpandedWord {
            read_as: Some(LatinReading { range, text }),
            ..ExpandedWord::name(TermExpansion::new(typed, expanded))
        };
        Some((word, length))
    }

    /// A name of the corpus that the words of `row` write, and how many of them; `joined` are these words, joined.
    fn unlisted(
        &self,
        row: &[QueryTerm],
        joined: &[String],
        budget: &mut usize,
    ) -> Option<(String, usize)> {
        // `al-Qahira`, `Ma'rib`: the first piece is short.
        let joins_next = joined.len() > 1 && matches!(joined[0].len(), 2 | 3);
        let is_capital = row[..joined.len()]
            .iter()
            .any(|term| term.raw.starts_with(char::is_uppercase));
        let mut look = |length: usize| {
            let name = joined.get(length - 1)?;
            let stands = row[..length].iter().all(|term| self.stands(&term.form));
            if stands || is_english(name) || name.len() < LEAST_LETTERS || *budget == 0 {
                return None;
            }
            *budget -= 1;
            self.transliterated(name, is_capital)
                .map(|name| (name, length))
        };
        joins_next.then(|| look(2)).flatten().or_else(|| look(1))
    }

    /// Whether the written `form` is in the corpus.
    fn stands(&self, form: &str) -> bool {
        !self
            .terms
            .words
            .vocabulary
            .spellings(&fold(form))
            .is_empty()
    }

    /// What stands in the corpus as it was typed.
    fn literal(&self, typed: &[QueryTerm]) -> Option<ExpandedTerm> {
        let spellings = |term: &QueryTerm| self.terms.words.vocabulary.spellings(&term.folded());
        ExpandedTerm::in_a_row(typed.iter().map(spellings).collect(), Rule::Written)
    }

    /// What the Arabic `name` stands for.
    fn arabic(&self, name: &str) -> Vec<ExpandedTerm> {
        let terms = query_terms(name);
        let mut expanded = match self.name_at_start(&terms) {
            Some(listed) if listed.length == terms.len() => {
                self.terms.name(&terms, listed).expanded
            }
            _ if terms.len() == 1 => self.terms.word(&terms[0]).expanded,
            _ => self.in_a_row(&terms),
        };
        for member in &mut expanded {
            member.rule = Rule::Variant;
            member.weight *= Rule::Variant.weight();
        }
        expanded
    }

    /// The words of a name that is not listed among the spellings, one behind the other.
    fn in_a_row(&self, terms: &[QueryTerm]) -> Vec<ExpandedTerm> {
        let mut doc_freq = u32::MAX;
        let words = terms.iter().map(|term| {
            let forms = self.terms.word(term).expanded.into_iter();
            let single: Vec<ExpandedTerm> =
                forms.filter(|member| member.words.len() == 1).collect();
            doc_freq = doc_freq.min(single.iter().map(|member| member.doc_freq).sum());
            single
                .into_iter()
                .flat_map(|member| member.words)
                .flatten()
                .collect()
        });
        let words: Vec<Vec<String>> = words.collect();
        let member = ExpandedTerm {
            words,
            rule: Rule::Written,
            weight: Rule::Written.weight(),
            doc_freq,
            not_beside: None,
        };
        (doc_freq > 0).then_some(member).into_iter().collect()
    }

    /// The name of the corpus that is most likely meant by `latin`, which is plain; whether it was written with a capital
    /// tells names that the lexicon does not know from English words.
    fn transliterated(&self, latin: &str, is_capital: bool) -> Option<String> {
        let whole = Romanized::new(latin)?;
        let bare = without_article(latin).and_then(Romanized::new);
        let has_article = bare.is_some();
        let most = |word: &Romanized| {
            let letters = u16::try_from(word.letters().len()).unwrap_or(u16::MAX);
            letters.saturating_mul(MAX_COST_PER_LETTER)
        };
        let cost = |folded: &str, proclitics: usize| {
            let core = folded.get(proclitics..).unwrap_or(folded);
            let core = core
                .strip_prefix("ال")
                .filter(|rest| rest.len() > 2)
                .unwrap_or(core);
            let of_whole = whole.cost(core).filter(|cost| *cost <= most(&whole));
            let of_bare = bare.iter().filter_map(|bare| {
                let cost = bare.cost(core).filter(|cost| *cost <= most(bare));
                // The article of the Latin name is that of the Arabic one.
                cost.map(|cost| {
                    cost + if folded.contains("ال") || folded.contains("لل") {
                        0
                    } else {
                        8
                    }
                })
            });
            of_whole.into_iter().chain(of_bare).min()
        };
        let vocabulary = self.terms.words.vocabulary;
        let letters = LatinLetters([&whole].into_iter().chain(&bare).collect());
        let found = vocabulary.search(&letters, |folded, proclitics| {
            cost(folded, proclitics).is_some()
        });
        let least =
            u32::try_from(vocabulary.statistics().articles / ARTICLES_PER_NAME).unwrap_or(0);
        let mut names: HashMap<String, Candidate> = HashMap::new();
        for entry in found {
            let folded = fold(&entry.form);
            let Some(cost) = cost(&folded, entry.proclitics) else {
                continue;
            };
            let is_foreign = !entry.is_known && !is_capital;
            if is_foreign || cost > self.most(latin, &entry, has_article) {
                continue;
            }
            let candidate = names
                .entry(fold(entry.base()))
                .or_insert_with(|| Candidate {
                    cost,
                    articles: 0,
                    most: 0,
                    form: String::new(),
                });
            candidate.cost = candidate.cost.min(cost);
            candidate.articles += entry.articles;
            if entry.articles > candidate.most {
                candidate.most = entry.articles;
                candidate.form = entry.form;
            }
        }
        let candidates = names.into_values().filter(|it| it.articles > least);
        let best = candidates.min_by_key(|it| (it.rank(), it.form.clone()));
        best.map(|candidate| candidate.form)
    }

    /// What it may cost at most to write a word of the corpus as `latin`: least where it is no name that the lexicon knows;
    /// nothing if it is a verb, a particle or has an ending, and can hardly be a name.
    fn most(&self, latin: &str, entry: &TermEntry, has_article: bool) -> u16 {
        let is_long = latin.len() >= LEAST_OF_LONG;
        let lexicon = self.terms.words.lexicon;
        let readings = lexicon.analyze(&entry.form);
        let class = |wanted: &[Class]| {
            readings.iter().any(|reading| {
                let class = lexicon.lexeme(reading.lexeme).map(|lexeme| lexeme.class);
                let is_whole = matches!(entry.form.get(reading.stem_end..), Some("" | "ة"));
                is_whole && class.is_some_and(|class| wanted.contains(&class))
            })
        };
        let letters = u16::try_from(latin.len()).unwrap_or(u16::MAX);
        let per_letter = if class(&[Class::Name]) && is_long {
            MAX_COST_PER_LETTER
        } else if class(&[Class::Name])
            || (!entry.is_known && is_long)
            || (has_article && class(&[Class::Noun, Class::Adjective]))
        {
            MAX_COST_PER_LETTER_OF_OTHERS
        } else {
            return 0;
        };
        letters.saturating_mul(per_letter)
    }
}

/// A name of the corpus that is meant perhaps.
struct Candidate {
    /// What it costs to write it so.
    cost: u16,
    /// In how many articles it stands, about.
    articles: u32,
    /// Its form that stands in the most, and in how many.
    form: String,
    most: u32,
}

impl Candidate {
    /// Its rank, the lowest first: a name in twice as many articles may be written a little less usually.
    fn rank(&self) -> i32 {
        let doublings = u32::BITS - self.articles.leading_zeros();
        i32::from(self.cost) - doublings.min(12).cast_signed()
    }
}

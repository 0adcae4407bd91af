//! Usage: who writes a word how, and when.
//!
//! What a word of a query stands for falls into spellings: forms of one word are one spelling, whatever
//! proclitics and suffixes they carry, and each name of several words is one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use fihris_index::{IndexError, Sources};
use fihris_query::Words;
use fihris_query::expansion::{ExpandedTerm, Rule, TermExpansion};
use fihris_query::word_forms::WordKey;
use fihris_search::{Form, MatchedArticle, Matches, Occurrences, fold_forms};

/// A spelling that occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpellingDistribution {
    /// Its most frequent form.
    pub spelling: String,
    /// The strongest rule by which one of its forms matches; no difference of hamza and the like is
    /// made here.
    pub rule: Rule,
    /// Its forms with how often they occur, the most frequent first.
    pub forms: Vec<(String, u64)>,
    /// Where it occurs: by source, then by year, unknown ones first.
    pub cells: Vec<(Cell, Occurrences)>,
}

/// The articles of one source in one year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Who published them, where the input says so.
    pub source: Option<String>,
    /// The year of publishing, if it is known.
    pub year: Option<i16>,
}

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub struct SpellingOptions<'a> {
    /// The word of the query, or the name, whose spellings are counted.
    pub term: &'a TermExpansion,
}

impl SpellingDistribution {
    /// In all cells.
    #[must_use]
    pub fn total(&self) -> Occurrences {
        self.within(|_| true)
    }

    /// In the cells that `is_meant` accepts.
    #[must_use]
    pub fn within(&self, is_meant: impl Fn(&Cell) -> bool) -> Occurrences {
        let mut sum = Occurrences::default();
        for (_, uses) in self.cells.iter().filter(|(cell, _)| is_meant(cell)) {
            sum += *uses;
        }
        sum
    }
}

/// Counts how a word or a name is spelled, by source and year; the most frequent spelling first.
///
/// Counted are the occurrences of each spelling in the articles that match, and the articles that hold it. There is
/// no base: figures of a source or a year are not divided by how much it published.
///
/// # Errors
/// If the index cannot be read.
pub fn spelling_distribution(
    matches: Matches,
    options: SpellingOptions,
) -> Result<Vec<SpellingDistribution>, IndexError> {
    let spellings = Spellings::new(options.term, Words::new(matches.index));
    let counts = match by_positions(matches, &spellings)? {
        Some(counts) => counts,
        None => in_texts(matches, &spellings)?,
    };
    Ok(counts.sorted(&spellings))
}

/// The same for any query, by reading all texts.
///
/// # Errors
/// If the index cannot be read.
pub fn spelling_distribution_in_texts(
    matches: Matches,
    options: SpellingOptions,
) -> Result<Vec<SpellingDistribution>, IndexError> {
    let spellings = Spellings::new(options.term, Words::new(matches.index));
    Ok(in_texts(matches, &spellings)?.sorted(&spellings))
}

/// Counts the spellings by the positions of their words, if these tell all.
fn by_positions(matches: Matches, spellings: &Spellings) -> Result<Option<Counts>, IndexError> {
    let Matches {
        index,
        query,
        articles,
    } = matches;
    let clauses = query.positive_clauses();
    let ([clause], true) = (&clauses[..], query.positive_periods().is_empty()) else {
        return Ok(None);
    };
    let (sources, days) = (index.sources()?, index.days()?);
    let add = |counts: &mut CountsByNumber, address, forms: &[Form]| {
        let year = days.get(address).map(jiff::civil::Date::year);
        let cell = (address.segment(), sources.number(address), year);
        counts.add(spellings, forms.iter().map(|form| &form[..]), &cell);
    };
    let clause = &query.clauses[*clause];
    let counts = fold_forms(index, clause, articles, add, CountsByNumber::join)?;
    counts.map(|counts| counts.named(&sources)).transpose()
}

/// Counts them in the texts.
fn in_texts(matches: Matches, spellings: &Spellings) -> Result<Counts, IndexError> {
    let add = |counts: &mut Counts, matched: MatchedArticle| {
        let cell = Cell {
            source: matched.article.source.clone(),
            year: matched.published().map(jiff::civil::Date::year),
        };
        let highlights = matched.highlights.iter();
        let forms: Vec<Vec<&str>> = highlights
            .map(|highlight| {
                let words = matched.words[matched.words_in(&highlight.range)].iter();
                words.map(|word| &*word.form).collect()
            })
            .collect();
        counts.add(spellings, forms.iter().map(|form| &form[..]), &cell);
    };
    matches.fold(add, Counts::join)
}

/// Which spelling a member of a set is, by numbers.
struct Spellings<'a> {
    /// Of each spelling the strongest rule of its members.
    rules: Vec<Rule>,
    singles: HashMap<&'a str, usize>,
    names: Vec<(&'a ExpandedTerm, usize)>,
}

impl<'a> Spellings<'a> {
    fn new(expansion: &'a TermExpansion, words: Words) -> Self {
        let mut spellings = Self {
            rules: Vec::new(),
            singles: HashMap::new(),
            names: Vec::new(),
        };
        let mut by_word: HashMap<WordKey, usize> = HashMap::new();
        for member in &expansion.expanded {
            let next = spellings.rules.len();
            let number = if let [forms] = &member.words[..] {
                let Some(form) = forms.first() else { continue };
                let number = *by_word.entry(words.key(form)).or_insert(next);
                let numbered = forms.iter().map(|form| (&**form, number));
                spellings.singles.extend(numbered);
                number
            } else {
                spellings.names.push((member, next));
                next
            };
            match spellings.rules.get_mut(number) {
                Some(rule) => *rule = member.rule.min(*rule),
                None => spellings.rules.push(member.rule),
            }
        }
        spellings
    }

    /// The spelling that these words of a text are.
    fn find(&self, words: &[&str]) -> Option<usize> {
        if let [word] = words {
            return self.singles.get(word).copied();
        }
        let is_written = |name: &ExpandedTerm| {
            let mut forms = name.words.iter().zip(words);
            let is_one = |forms: &[String], word: &str| forms.iter().any(|form| form == word);
            name.words.len() == words.len() && forms.all(|(forms, word)| is_one(forms, word))
        };
        let name = self.names.iter().find(|(name, _)| is_written(name));
        name.map(|(_, number)| *number)
    }
}

/// What was counted so far, by the number of the spelling.
struct CountsBy<C> {
    forms: BTreeMap<(usize, String), u64>,
    cells: BTreeMap<(usize, C), Occurrences>,
}

type Counts = CountsBy<Cell>;

/// The same with a segment, the number of a source in it, and a year for a cell.
type CountsByNumber = CountsBy<(u32, Option<u64>, Option<i16>)>;

impl<C> Default for CountsBy<C> {
    fn default() -> Self {
        Self {
            forms: BTreeMap::new(),
            cells: BTreeMap::new(),
        }
    }
}

impl CountsByNumber {
    /// The same with the names of the sources.
    fn named(self, sources: &Sources) -> Result<Counts, IndexError> {
        let mut cells = BTreeMap::new();
        for ((number, (segment, source, year)), uses) in self.cells {
            let source = source.map(|source| sources.name(segment, source));
            let source = source.transpose()?;
            *cells.entry((number, Cell { source, year })).or_default() += uses;
        }
        Ok(CountsBy {
            forms: self.forms,
            cells,
        })
    }
}

impl<C: Clone + Ord> CountsBy<C> {
    /// Adds the forms in which the word stands in an article of this cell.
    fn add<'a>(
        &mut self,
        spellings: &Spellings,
        forms: impl Iterator<Item = &'a [&'a str]>,
        cell: &C,
    ) {
        let mut here: BTreeMap<usize, Occurrences> = BTreeMap::new();
        for form in forms {
            let Some(number) = spellings.find(form) else {
                continue;
            };
            *self.forms.entry((number, form.join(" "))).or_default() += 1;
            let uses = here.entry(number).or_default();
            uses.articles = 1;
            uses.occurrences += 1;
        }
        for (number, uses) in here {
            *self.cells.entry((number, cell.clone())).or_default() += uses;
        }
    }

    fn join(mut self, other: Self) -> Self {
        for (form, count) in other.forms {
            *self.forms.entry(form).or_default() += count;
        }
        for (cell, uses) in other.cells {
            *self.cells.entry(cell).or_default() += uses;
        }
        self
    }
}

impl Counts {
    fn sorted(self, spellings: &Spellings) -> Vec<SpellingDistribution> {
        let mut uses = self.of_spellings(spellings);
        uses.sort_by_cached_key(|one| (Reverse(one.total().occurrences), one.spelling.clone()));
        uses
    }

    fn of_spellings(self, spellings: &Spellings) -> Vec<SpellingDistribution> {
        let mut uses: BTreeMap<usize, SpellingDistribution> = BTreeMap::new();
        for ((number, form), count) in self.forms {
            let one = uses.entry(number).or_insert_with(|| SpellingDistribution {
                spelling: String::new(),
                rule: spellings.rules[number],
                forms: Vec::new(),
                cells: Vec::new(),
            });
            one.forms.push((form, count));
        }
        for ((number, cell), count) in self.cells {
            if let Some(one) = uses.get_mut(&number) {
                one.cells.push((cell, count));
            }
        }
        let named = uses.into_values().map(|mut one| {
            one.forms.sort_by_key(|(_, count)| Reverse(*count)); // stable: equal ones by letters
            one.spelling = one.forms[0].0.clone();
            one
        });
        named.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_add_up() {
        let cell = |source: &str, year, occurrences| {
            let source = Some(source.to_string());
            let articles = 1;
            let uses = Occurrences {
                articles,
                occurrences,
            };
            (Cell { source, year }, uses)
        };
        let one = SpellingDistribution {
            spelling: "غوغل".into(),
            rule: Rule::Written,
            forms: Vec::new(),
            cells: vec![
                cell("a", Some(2020), 3),
                cell("a", None, 4),
                cell("b", Some(2020), 5),
            ],
        };
        let sums = [
            one.total(),
            one.within(|cell| cell.year == Some(2020)),
            one.within(|cell| cell.source.as_deref() == Some("a")),
            one.within(|cell| cell.year == Some(1999)),
        ];
        let sums = sums.map(|uses| (uses.occurrences, uses.articles));
        assert_eq!(sums, [(12, 3), (8, 2), (7, 2), (0, 0)]);
    }
}

//! What is wrong with a query, where, and what was meant perhaps.

use std::ops::Range;

use thiserror::Error;

use crate::parse::lex::WITH_VALUES;
use crate::parse::limits::{MAX_PATTERNS, MAX_WORDS};
use fihris_corpus::ZoneKind;

/// A query that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{problem}")]
pub struct QueryError {
    /// What is wrong, and what was expected.
    pub problem: Problem,
    /// Where, as a byte range of the query; empty at its end.
    pub range: Range<usize>,
    /// The query as it was meant perhaps; it can be parsed.
    pub suggestion: Option<String>,
}

/// What is wrong with a query, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// Nothing to look for.
    #[error("there is no word in the query")]
    NoWord,
    /// `(` without `)`.
    #[error("this parenthesis is not closed")]
    OpenParenthesis,
    /// `)` without `(`.
    #[error("this parenthesis was not opened")]
    ExtraParenthesis,
    /// `"` without another.
    #[error("this quotation mark is not closed")]
    OpenQuote,
    /// An operator that joins two words has only one.
    #[error("a word is missing beside {0}")]
    NothingBeside(&'static str),
    /// An operator with nothing to apply to.
    #[error("a word was expected here")]
    WordExpected,
    /// More parentheses and operators inside each other than anybody needs.
    #[error("this is nested too deeply")]
    TooDeep,
    /// More words than anybody needs; each costs memory and time.
    #[error("a query has {MAX_WORDS} words at most, of them {MAX_PATTERNS} with * ? ~ = or %")]
    TooManyWords,
    /// `in:` names no zone.
    #[error(
        "there is no such zone; they are title, dateline, body, tags, source, related, furniture and all"
    )]
    NoZone,
    /// No date after `date:` or `mentions:`.
    #[error("this is no date; dates are 2020, 2020-11, 2020-11-09, or two with .. between them")]
    NoDate,
    /// No pattern after `path:`.
    #[error("this is no pattern of paths; patterns are like news/2020, 2020/*.txt, **/sport/*")]
    NoPath,
    /// A name that neither fihris nor the index knows.
    #[error("there is no field of this name; there are {0}")]
    NoField(String),
    /// A pattern that nearly every word fits.
    #[error("a pattern needs two letters at least besides the article, all of one word")]
    WidePattern,
    /// A pattern or the like where only words are known.
    #[error("only words and phrases can be looked for in fields of the input")]
    PatternInField,
    /// No number after `~`.
    #[error("~1 or ~2 behind a word, or a number of words behind a phrase, was expected")]
    NoDistance,
    /// No number after `^`.
    #[error("a number above 0 was expected, as in ^2 or ^0.5; -word excludes")]
    NoWeight,
    /// `^` or `$` for the beginning or the end of a text.
    #[error(
        "nothing asks for the beginning or the end of a text; word* is for words that begin so, *word for those that end so, title: for headlines"
    )]
    Anchor,
    /// `/…/`, a regular expression of other tools.
    #[error(
        "nothing asks by regular expressions; * stands for letters and ? for one letter of a word, (word OR word) for either"
    )]
    Regex,
    /// `NEAR` without words beside it.
    #[error("words near each other are asked for as in \"word word\"~3")]
    NearWords,
}

/// A problem with its place, and a piece of the query that mends it if it takes the place of another.
pub(super) struct ParseError {
    pub problem: Problem,
    pub range: Range<usize>,
    pub fix: Option<(Range<usize>, String)>,
}

impl ParseError {
    /// `query` as it was meant perhaps.
    pub fn fixed(&self, query: &str) -> Option<String> {
        let (range, text) = self.fix.as_ref()?;
        let mut fixed = query.to_string();
        fixed.replace_range(range.clone(), text);
        Some(fixed.trim().to_string())
    }
}

/// The names of fields that are known: fihris's own, and those of the input.
pub(super) fn all_fields(of_input: &[String]) -> Vec<&str> {
    let own = ["title", "tag", "source", "body"]
        .into_iter()
        .chain(WITH_VALUES);
    let mut all: Vec<&str> = own.collect();
    for name in of_input {
        if !all.contains(&&**name) {
            all.push(name);
        }
    }
    all
}

/// The name among `names` that was meant by `raw`.
pub(super) fn nearest<'a>(raw: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distances = names.into_iter().map(|name| (distance(raw, name), name));
    let (distance, name) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && distance < raw.chars().count()).then_some(name)
}

/// The names of the zones.
pub(super) fn zone_names() -> impl Iterator<Item = &'static str> {
    ZoneKind::ALL.into_iter().map(ZoneKind::name).chain(["all"])
}

/// How many letters must change to make `a` of `b` (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, a) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in b.iter().enumerate() {
            let change = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

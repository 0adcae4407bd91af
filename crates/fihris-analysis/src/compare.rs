//! Comparisons: two sets of articles side by side, with the words that are typical of each against the other.
//!
//! The words are those of [`terms_against`], once from either side.

use crate::coverage::{Published, coverage};
use crate::terms::{Term, TermOptions, TermOrder, terms_against, without};
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_search::Matches;

/// One of two sets of articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// When they were published.
    pub published: Published,
    /// How many publishers they have; those that are not named are none.
    pub sources: usize,
    /// All words in them.
    pub words: u64,
    /// The words that are more frequent in them than on the other side, the surest first.
    pub terms: Vec<Term>,
}

/// Two sets of articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Each with what tells it from the other.
    pub sides: [Side; 2],
    /// Articles of both, which are counted on neither side.
    pub in_both: u64,
}

/// Compares two sets of articles of one index.
///
/// Counted are articles, and words in the given zones of them; the base of a side's words is all words in these zones of that
/// side. Articles that are in both are left out.
///
/// # Errors
/// If the index cannot be read.
pub fn compare([one, other]: [Matches; 2], options: TermOptions) -> Result<Comparison, IndexError> {
    let options = TermOptions {
        order: Some(TermOrder::Typical),
        ..options
    };
    let side = |of: Matches, against: Matches| {
        let found = terms_against(of, against.articles, options)?;
        let articles = without(of.articles, against.articles);
        let Matches { index, query, .. } = of;
        let coverage = coverage(Matches::new(index, query, &articles))?;
        let named = coverage
            .sources
            .iter()
            .filter(|source| source.name.is_some());
        let side = Side {
            sources: named.count(),
            published: coverage.all,
            words: found.words.target,
            terms: found.terms,
        };
        Ok::<_, IndexError>((side, found.in_both.unwrap_or_default()))
    };
    let (first, in_both) = side(one, other)?;
    let (second, _) = side(other, one)?;
    Ok(Comparison {
        sides: [first, second],
        in_both,
    })
}

/// The articles among `articles` that `source` published, which is a whole name; `None` if the index knows no such name.
///
/// # Errors
/// If the index cannot be read.
pub fn published_by(
    index: &Index,
    source: &str,
    articles: &[ArticleAddress],
) -> Result<Option<Vec<ArticleAddress>>, IndexError> {
    let sources = index.sources()?;
    let numbers = sources.numbers(source)?;
    let is_of = |address: &ArticleAddress| {
        let number = sources.number(*address);
        number.is_some() && numbers.get(address.segment() as usize) == Some(&number)
    };
    let is_known = numbers.iter().any(Option::is_some);
    Ok(is_known.then(|| articles.iter().copied().filter(is_of).collect()))
}

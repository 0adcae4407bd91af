//! Matches: the articles that a query found, as the analyses look at them.

use fihris_analysis as analyses;
use fihris_index::{ArticleAddress, Index};
use fihris_query::Query;
use fihris_search as layer;

use crate::Error;
use crate::analysis::{
    CollocateOptions, Collocates, Concordance, ConcordanceOptions, SpellingDistribution,
    TermOptions, Terms, Timeline, TimelineOptions,
};

/// The articles that a query found, for analyses. All of them count in the same articles.
///
/// ```
/// use fihris::analysis::{ConcordanceOptions, ConcordanceOrder};
/// use fihris::{Article, Indexer, Searcher};
///
/// let folder = tempfile::tempdir()?;
/// Indexer::new(folder.path()).add([Article::new("1", "", "أعلن الوزير وقف إطلاق النار أمس.")])?;
/// let searcher = Searcher::open(folder.path())?;
/// let query = searcher.parse("الوقف")?;
/// let options = ConcordanceOptions { context: 1, sample: None, order: ConcordanceOrder::Rank };
/// let lines = searcher.matches(&query, usize::MAX)?.concordance(options)?.lines;
/// assert_eq!([lines[0].before(), lines[0].keyword(), lines[0].after()], ["الوزير ", "وقف", " إطلاق"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Matches<'a> {
    pub(crate) index: &'a Index,
    pub(crate) query: &'a Query,
    pub(crate) articles: Vec<ArticleAddress>,
    pub(crate) total: u64,
}

impl Matches<'_> {
    /// How many articles match in all, also where fewer are looked at.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Each match with the words around it.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn concordance(&self, options: ConcordanceOptions) -> Result<Concordance, Error> {
        Ok(analyses::concordance::concordance(self.all(), options)?)
    }

    /// How many articles match in each day, month or year.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn timeline(&self, options: TimelineOptions) -> Result<Timeline, Error> {
        Ok(analyses::timeline::timeline(self.all(), options)?)
    }

    /// The words that are typical of these articles against all others, or the most frequent ones.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn terms(&self, options: TermOptions) -> Result<Terms, Error> {
        Ok(analyses::terms::terms(self.all(), options)?)
    }

    /// The words near the matches.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn collocates(&self, options: CollocateOptions) -> Result<Collocates, Error> {
        Ok(analyses::collocates::collocates(self.all(), options)?)
    }

    /// How the first word or name of the query is spelt, by whom and when.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn spellings(&self) -> Result<Vec<SpellingDistribution>, Error> {
        let mut terms = self.query.clauses.iter().flat_map(|clause| &clause.terms);
        let Some(term) = terms.next() else {
            return Ok(Vec::new());
        };
        let options = analyses::spellings::SpellingOptions { term };
        Ok(analyses::spellings::spelling_distribution(
            self.all(),
            options,
        )?)
    }

    fn all(&self) -> layer::Matches<'_> {
        layer::Matches::new(self.index, self.query, &self.articles)
    }
}

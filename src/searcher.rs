//! Searching in a few calls: open an index, ask, read hits.

use std::path::Path;
use std::sync::Arc;

use arabic_text::variants::Variants;

use fihris_analysis::more_like_this::MoreLikeThis;
use fihris_corpus::Article;
use fihris_index::{Index, IndexFolder};
use fihris_query::parse::ParseOptions;
use fihris_query::{ExpandOptions, Expander, Query, Words, interpret};
use fihris_search::{self as layer, Filter, Highlighter, Hit, ScoredDoc, SearchOptions};

use crate::{Error, Matches};

/// An index that is open for searching: one commit of it, whatever writers do meanwhile. Clones share it.
///
/// ```
/// use fihris::{Article, Indexer, Searcher};
///
/// let folder = tempfile::tempdir()?;
/// Indexer::new(folder.path()).add([
///     Article::new("1", "هدنة في قره باغ", "أعلن الطرفان وقف إطلاق النار."),
///     Article::new("2", "طقس اليوم", "أمطار على الساحل."),
///     Article::new("3", "محادثات", "بحث الوزيران الوضع في قراباغ."),
/// ])?;
/// let searcher = Searcher::open(folder.path())?;
/// let found = searcher.search(&searcher.parse("كاراباخ")?, 10)?;
/// let shown: Vec<String> = found.hits.iter().map(|hit| hit.highlighted("[", "]")).collect();
/// assert_eq!(shown[0], "هدنة في [قره باغ]\n\nأعلن الطرفان وقف إطلاق النار.");
/// assert_eq!((found.total, found.hits[1].article.id.as_str()), (2, "3"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Searcher {
    inner: Arc<Inner>,
}

struct Inner {
    index: Index,
    fields: Vec<String>,
    variants: Variants,
}

/// What a query found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchResults {
    /// How many articles match in all, copies of each other counted each.
    pub total: u64,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
}

impl Searcher {
    /// Opens the index in `folder`, with the spellings of names that are built in.
    ///
    /// # Errors
    /// If there is no index, it is damaged, or another version made it.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, Error> {
        Self::with_variants(folder, Variants::builtin())
    }

    /// The same with these spellings of names.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn with_variants(folder: impl AsRef<Path>, variants: Variants) -> Result<Self, Error> {
        let index = Index::open(&IndexFolder::at(folder.as_ref().to_path_buf()))?;
        let fields = index.field_names()?;
        let inner = Inner {
            index,
            fields,
            variants,
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Reads what was typed, in the language that `fihris help queries` describes, and gives each word what it
    /// stands for in this index.
    ///
    /// # Errors
    /// If it cannot be understood; the error names the place.
    pub fn parse(&self, typed: &str) -> Result<Query, Error> {
        let words = Words::new(&self.inner.index);
        let options = ParseOptions::with_fields(&self.inner.fields);
        let ast = interpret(typed, options, words)?.ast;
        let options = ExpandOptions::default();
        let expander = Expander::new(words, &self.inner.variants, options);
        Ok(expander.expand(&ast))
    }

    /// The best `limit` articles that match `query`, and how many there are in all.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn search(&self, query: &Query, limit: usize) -> Result<SearchResults, Error> {
        let results = self.ranked(query, limit)?;
        self.read(query, &results.docs, results.total)
    }

    /// The best `limit` articles that match `query`, for analyses; [`usize::MAX`] makes these complete.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn matches<'a>(&'a self, query: &'a Query, limit: usize) -> Result<Matches<'a>, Error> {
        let ranked = self.ranked(query, limit)?;
        Ok(Matches {
            index: &self.inner.index,
            query,
            articles: ranked.addresses(),
            total: ranked.total,
        })
    }

    /// The best `limit` articles that share the most typical words of `article`, which need not be in the index.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn similar(&self, article: &Article, limit: usize) -> Result<SearchResults, Error> {
        let options = ExpandOptions {
            require_all: false,
            ..ExpandOptions::default()
        };
        let index = &self.inner.index;
        let articles = index.vocabulary().statistics().articles;
        let expander = Expander::new(Words::new(index), &self.inner.variants, options);
        let query = MoreLikeThis::new(article, &expander, options.zones, articles).query;
        let results = self.ranked(&query, limit.saturating_add(1))?;
        let others = results.docs.into_iter();
        let mut others: Vec<_> = others.filter(|found| found.id != article.id).collect();
        others.truncate(limit);
        self.read(&query, &others, results.total)
    }

    fn ranked(&self, query: &Query, limit: usize) -> Result<layer::SearchResults, Error> {
        let (index, filter) = (&self.inner.index, Filter::default());
        Ok(layer::search(
            index,
            query,
            &filter,
            SearchOptions::best(limit),
        )?)
    }

    fn read(&self, query: &Query, docs: &[ScoredDoc], total: u64) -> Result<SearchResults, Error> {
        let highlighter = Highlighter::new(query);
        let mut hits = Vec::with_capacity(docs.len());
        Hit::read_all(&self.inner.index, &highlighter, docs, |_, hit| {
            hits.push(hit);
            Ok::<(), Error>(())
        })?;
        Ok(SearchResults { total, hits })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_may_share_it() {
        fn assert<T: Clone + Send + Sync>() {}
        assert::<Searcher>();
    }
}

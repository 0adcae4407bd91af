//! Indexing and searching Arabic news.
//!
//! Four calls are enough for most: [`Indexer`] puts articles and files into an index, [`Searcher`] opens one, reads a
//! query and finds [`Hit`]s, whose [`Highlight`]s are byte ranges of the article's own text, each with the [`Rule`] by
//! which it matches.
//!
//! ```
//! use fihris::{Article, Indexer, Searcher};
//!
//! let folder = tempfile::tempdir()?;
//! Indexer::new(folder.path()).add([Article::new("1", "هدنة", "وقف إطلاق النار في قره باغ")])?;
//! let searcher = Searcher::open(folder.path())?;
//! let found = searcher.search(&searcher.parse("قره باج")?, 10)?;
//! assert!(found.hits[0].highlighted("[", "]").ends_with("في [قره باغ]"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The modules are the pipeline, each using only those before it: the crates `arabic_text` (letters, words, stems,
//! spellings) and `arabic_dates`, [`corpus`] (files to articles), [`index`] (articles to postings and a vocabulary),
//! [`query`] (what was typed to weighted sets of words), [`search`] (sets to hits with reasons), [`analysis`]
//! (a query to a table). The command on top, its terminal, pages and languages, is the binary's.

mod error;
mod indexer;
mod searcher;

pub use fihris_analysis as analysis;
pub use fihris_corpus as corpus;
pub use fihris_index as index;
pub use fihris_query as query;
pub use fihris_search as search;

pub use corpus::{Article, Zone, ZoneKind};
pub use error::{Error, ErrorKind};
pub use indexer::Indexer;
pub use query::{Query, Rule};
pub use search::{Highlight, Hit, Snippet};
pub use searcher::{Found, Searcher};

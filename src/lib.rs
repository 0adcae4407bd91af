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
//! [`Searcher::matches`] gives what a query found to the analyses: concordance, timeline, typical terms, collocates,
//! spellings; [`Searcher::similar`] finds articles like one.
//!
//! This crate is the promised face of a pipeline of crates, each using only those before it: `arabic_text` (letters,
//! words, stems, spellings), `arabic_dates`, `fihris_corpus` (files to articles), `fihris_index` (articles to postings
//! and a vocabulary), `fihris_query` (what was typed to weighted sets of words), `fihris_search` (sets to hits with
//! reasons), `fihris_analysis` (a query to a table). Those may change with any version. The command on top, its
//! terminal, pages and languages, is the binary's.

mod error;
mod indexer;
mod matches;
mod searcher;

pub mod analysis;
pub mod indexing;

pub use error::{Error, ErrorKind};
pub use indexer::Indexer;
pub use matches::Matches;
pub use searcher::{SearchResults, Searcher};

#[doc(inline)]
pub use arabic_text::variants::Variants;
#[doc(inline)]
pub use fihris_corpus::{Article, ArticleId, FileName, Zone, ZoneKind};
#[doc(inline)]
pub use fihris_index::Version;
#[doc(inline)]
pub use fihris_query::{Query, Rule};
#[doc(inline)]
pub use fihris_search::score_explanation::{ScoreExplanation, TermScore};
#[doc(inline)]
pub use fihris_search::{Highlight, Hit, Snippet};

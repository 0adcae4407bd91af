//! Indexing and searching Arabic news.
//!
//! The folders are the pipeline, each using only those before it: [`arabic_text`] (letters, words, cores,
//! spellings), [`corpus`] (files to articles), [`index`] (articles to postings and a vocabulary),
//! [`query`] (what was typed to weighted sets of words), [`search`] (sets to hits with reasons), [`analysis`]
//! (a query to a table). The command on top, its terminal, pages and languages, is the binary's.
//!
//! ```
//! use arabic_text::{fold, words};
//! assert_eq!(fold("إقليم قرة باغ"), "اقليم قره باغ");
//! assert_eq!(words("و7 مناطق").count(), 2);
//! ```

pub mod analysis;
pub mod corpus;
pub mod index;
pub mod query;
pub mod search;

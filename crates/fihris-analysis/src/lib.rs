//! Analyses: a query in, a typed table out.
//!
//! Each is a function of [`Matches`](fihris_search::Matches), the articles that a query found, and of options of its
//! own; it returns a table in the order asked for, or an [`IndexError`](fihris_index::IndexError), and says what it
//! counts and what its base is. [`more_like_this`] goes the other way: an article in, a query out.
//!
//! What looks at all matches reads their texts on all cores; what counts words of the whole corpus reads
//! frequencies off the postings, so that it takes the same time for every query.

pub mod collocates;
pub mod compare;
pub mod concordance;
pub mod coverage;
pub mod keyness;
pub mod more_like_this;
pub mod names;
pub mod news;
pub mod sample;
pub mod spellings;
pub mod terms;
pub mod timeline;
pub mod words;

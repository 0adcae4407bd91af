//! Analyses: a query in, a typed table out.
//!
//! What looks at all matches reads their texts on all cores; what counts words of the whole corpus reads
//! frequencies off the postings, so that it takes the same time for every query.

pub mod collocates;
pub mod concordance;
pub mod keyness;
pub mod more_like_this;
pub mod spellings;
pub mod surface_forms;
pub mod terms;
pub mod timeline;

//! Arguments that several commands take, and what they mean.

pub mod defaults;
pub mod fields;
pub mod filter;
pub mod lexicon;
pub mod number;
pub mod path_list;
pub mod preprocess;
pub mod query;
pub mod query_file;
pub mod search;
pub mod short;
pub mod sort;
pub mod variants;

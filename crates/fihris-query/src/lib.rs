//! Queries: what was typed becomes a tree, and each of its words the words that a corpus holds.
//!
//! `قره باج -بيجر` on its way: [`parse()`] makes the tree *all of (`قره باج`) but not `بيجر`*; [`Expander`]
//! finds that the two words are one name and gives the spellings and forms that the corpus holds
//! (`قره باغ`, `وقراباغ` ...), as one weighted set.
//!
//! Asks the index's vocabulary; postings and texts are the business of the layer above.

mod layout;
mod slips;
mod variant_match;

pub mod ast;
pub mod constructs;
pub(crate) mod expand;
pub mod expansion;
pub(crate) mod levenshtein;
pub mod parse;
pub mod suggest;
pub mod word_class;
pub mod word_forms;

pub use expand::{ExpandOptions, ExpandedAst, Expander};
pub use expansion::{Query, Rule};
pub use layout::interpret;
pub use parse::{QueryError, parse};
pub use word_forms::Words;

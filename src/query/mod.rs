//! Queries: what a user typed becomes hits with reasons.
//!
//! `قره باج -بيجر` on its way: [`parse()`] makes the tree *all of (`قره باج`) but not `بيجر`*; [`resolve`]
//! finds that the two words are one name and gives the spellings and forms that the corpus holds
//! (`قره باغ`, `وقراباغ` ...), as one set; [`search()`] scores articles by that set as by one term;
//! [`marks`] finds its members in an article's own text and says by which rule each one matches.
//!
//! Uses the index's vocabulary, postings and texts; knows nothing of output.

mod family;
mod found_name;
mod matches;
mod near;

pub mod collocates;
pub mod concordance;
pub mod explain;
pub mod hit;
pub mod keyness;
pub mod language;
pub mod marks;
pub mod order;
pub mod parse;
pub mod resolution;
pub mod resolve;
pub mod search;
pub mod similar;
pub mod snippet;
pub mod suggest;
pub mod syntax;
pub mod terms;
pub mod timeline;
pub mod usage;
pub mod why;
pub mod writing;

pub use hit::Hit;
pub use marks::{Mark, Marker};
pub use parse::{QueryError, parse};
pub use resolution::{Query, Rule};
pub use resolve::{ResolveOptions, Resolver};
pub use search::{Filter, Ranked, Wanted, search};
pub use snippet::Snippet;
pub use why::{Reasons, reasons};

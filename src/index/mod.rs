//! The index: articles in, postings out, and what is on disk.
//!
//! tantivy keeps folded words with their positions, the texts, and the record of the files they came
//! from, all in one commit; the vocabulary, derived from each commit, lies beside it. Nothing else on
//! disk knows about files. Knows how words are stored, not how they are asked for.

pub mod analyzer;
mod apply;
mod carry_over;
pub mod check;
mod commit;
pub mod copies;
pub mod days;
mod directory;
mod document;
pub mod error;
mod fingerprint;
pub mod folder;
pub mod identity;
mod key;
pub mod learn;
mod leftovers;
mod lookup;
pub mod manifest;
pub mod named;
pub mod open;
pub mod options;
pub mod plan;
#[cfg(test)]
mod read_errors;
pub mod record;
pub mod remove;
pub mod report;
mod room;
pub mod roots;
pub mod schema;
mod snapshot;
pub mod stored;
mod stream;
mod target;
pub mod update;
mod verified;
pub mod vocabulary;
pub mod write;
pub mod zone_starts;

pub use check::{Checkup, Problem, Repair, check};
pub use copies::Copies;
pub use error::IndexError;
pub use folder::IndexFolder;
pub use open::Index;
pub use options::{Patience, UpdateOptions};
pub use remove::{Removal, RemoveOptions, Removed, remove};
pub use report::{Event, Report};
pub use update::update;
pub use vocabulary::Vocabulary;

//! The index: articles in, postings out, and what is on disk.
//!
//! tantivy keeps folded words with their positions, the texts, and the record of the files they came
//! from, all in one commit; the vocabulary, derived from each commit, lies beside it. Nothing else on
//! disk knows about files. Knows how words are stored, not how they are asked for.

mod address;
pub(crate) mod analyzer;
mod atomic_write;
mod byte_budget;
mod carry_over;
pub mod check;
mod commit;
pub(crate) mod copies;
pub(crate) mod damage;
pub mod days;
mod derived_file;
mod directory;
mod document;
pub(crate) mod dynamic_fields;
pub mod engine;
pub(crate) mod error;
mod file_counts;
mod file_ingest;
mod fingerprint;
pub mod folder;
mod generation;
pub(crate) mod identity;
mod inputs;
mod key;
pub mod learn;
mod leftovers;
mod lock;
mod lookup;
pub(crate) mod manifest;
pub(crate) mod marked_forms;
mod merge_policy;
mod numbers_column;
pub(crate) mod options;
mod own_words;
pub(crate) mod plan;
mod provenance;
#[cfg(test)]
mod read_errors;
pub(crate) mod reader;
pub mod record;
pub mod remove;
pub mod report;
pub(crate) mod roots;
pub(crate) mod schema;
mod snapshot;
mod sources;
pub mod stored;
mod stream;
pub mod update;
mod update_run;
mod update_target;
mod verified;
pub(crate) mod versions;
pub(crate) mod vocabulary;
pub(crate) mod writer;
pub(crate) mod zone_starts;

pub use address::ArticleAddress;
pub use atomic_write::make_folder;
pub use check::{Checkup, ListLine, Problem, ProblemKind, Repair, check};
pub use copies::Copies;
pub use damage::Damage;
pub use error::{EngineError, IndexError, IndexErrorKind, IoAction, KeepProblem};
pub use folder::IndexFolder;
pub use lock::{LockWait, WriteLock};
pub use options::UpdateOptions;
pub use own_words::own_lexicon;
pub use reader::Index;
pub use remove::{Removal, RemoveOptions, Removed, remove, remove_articles};
pub use report::{Event, Report};
pub use sources::Sources;
pub use update::{add_articles, update};
pub use versions::{Version, Versions};
pub use vocabulary::{LetterAutomaton, TermEntry, Vocabulary, WordForms, name_proclitics};

//! The corpus: files on disk become articles.
//!
//! Walks folders, reads files, finds the parts of an article. Uses [`arabic_text`] to see what a
//! line is, and [`arabic_lexicon`] to see whether a text is damaged; knows nothing of indexes. Whatever cannot be read is reported with its reason and never
//! stops the rest.

pub(crate) mod archive;
pub mod arrival;
pub(crate) mod article;
pub(crate) mod bounded;
mod byline_fields;
pub(crate) mod compression;
pub mod encoding;
pub(crate) mod event;
pub mod fields;
pub(crate) mod file_fingerprint;
pub mod file_kind;
pub mod format;
pub mod format_table;
pub mod formats;
#[cfg(test)]
mod found;
mod guarded;
pub mod id;
mod json_text;
pub mod kinds;
pub(crate) mod large_table;
pub mod limits;
pub mod minhash;
pub mod name;
pub mod near_duplicate;
pub mod note;
pub mod office_kind;
pub(crate) mod options;
pub(crate) mod path_names;
pub(crate) mod preprocess;
pub(crate) mod preprocessor;
pub mod provenance;
pub(crate) mod read;
#[cfg(test)]
mod read_errors;
pub(crate) mod record;
pub(crate) mod record_date;
pub mod repair;
pub mod selection;
pub mod sink;
pub mod skip;
pub(crate) mod start;
pub mod stream;
pub(crate) mod tags;
mod text_type;
pub(crate) mod unpack_limit;
pub(crate) mod usual_names;
pub(crate) mod value;
mod value_text;
pub(crate) mod walk;
pub mod zone;
pub mod zones;

pub use article::Article;
pub use encoding::{Encoding, EncodingChoice};
pub use event::{ReadError, ReadEvent, ReadFile};
pub use fields::FieldMap;
pub use file_fingerprint::FileFingerprint;
pub use format::Format;
pub use guarded::is_guarded;
pub use id::ArticleId;
pub use kinds::Kinds;
pub use large_table::{is_large_table, read_large_table};
pub use name::FileName;
pub use note::{Note, Notes};
pub use options::ReadOptions;
pub use path_names::PathNames;
pub use preprocess::read_preprocessed;
pub use preprocessor::{Preprocessor, Preprocessors};
pub use provenance::Provenance;
pub use read::{hash, read_file, read_stream};
pub use selection::Selection;
pub use skip::SkipReason;
pub use stream::Stream;
pub use walk::{FoundFile, Walk, WalkEvent, inside};
pub use zone::{Zone, ZoneKind, ZoneSet};

//! The corpus: files on disk become articles.
//!
//! Walks folders, reads files, finds the parts of an article. Uses [`arabic_text`] to see what a
//! line is; knows nothing of indexes. Whatever cannot be read is reported with its reason and never
//! stops the rest.

pub mod archive;
pub mod article;
pub mod bounded;
pub mod compression;
pub mod encoding;
pub mod event;
pub mod fields;
pub mod file_fingerprint;
pub mod format;
pub mod formats;
pub mod id;
pub mod kinds;
pub mod limits;
pub mod minhash;
pub mod name;
pub mod near_duplicate;
pub mod note;
pub mod options;
pub mod path_names;
pub mod read;
#[cfg(test)]
mod read_errors;
pub mod record;
pub mod selection;
pub mod sink;
pub mod skip;
pub mod start;
pub mod stream;
pub mod unpack_limit;
pub mod value;
pub mod walk;
pub mod zone;
pub mod zones;

pub use article::Article;
pub use encoding::{Encoding, EncodingChoice};
pub use event::{ReadError, ReadEvent, ReadFile};
pub use fields::FieldMap;
pub use file_fingerprint::FileFingerprint;
pub use format::Format;
pub use kinds::Kinds;
pub use note::{Note, Notes};
pub use options::ReadOptions;
pub use path_names::PathNames;
pub use read::{read_file, read_stream};
pub use selection::Selection;
pub use skip::SkipReason;
pub use stream::Stream;
pub use walk::{FoundFile, Walk, WalkEvent};
pub use zone::{Zone, ZoneKind, ZoneSet};

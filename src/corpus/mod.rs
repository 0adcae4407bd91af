//! The corpus: files on disk become articles.
//!
//! Walks folders, reads files, finds the parts of an article. Uses [`crate::arabic`] to see what a
//! line is; knows nothing of indexes. Whatever cannot be read is reported with its reason and never
//! stops the rest.

pub mod article;
pub mod dates;
pub mod encoding;
pub mod format;
pub mod json_lines;
pub mod place;
pub mod read;
pub mod sketch;
pub mod skip;
pub mod text;
pub mod walk;
pub mod zone;
pub mod zones;

pub use article::Article;
pub use encoding::{Encoding, EncodingChoice};
pub use format::Format;
pub use json_lines::FieldMap;
pub use place::Places;
pub use read::{ReadFile, ReadOptions, read};
pub use skip::SkipReason;
pub use walk::{FoundFile, Stamp, Walk, WalkEvent};
pub use zone::{Zone, ZoneKind, ZoneSet};

//! The corpus: files on disk become articles.
//!
//! Walks folders, reads files, finds the parts of an article. Uses [`arabic_text`] to see what a
//! line is; knows nothing of indexes. Whatever cannot be read is reported with its reason and never
//! stops the rest.

pub mod archive;
pub mod article;
pub mod compression;
pub mod duplicate;
pub mod encoding;
pub mod fields;
pub mod format;
pub mod formats;
pub mod id;
pub mod kinds;
pub mod limits;
pub mod name;
pub mod place;
pub mod read;
#[cfg(test)]
mod read_errors;
pub mod record;
pub mod selection;
pub mod sink;
pub mod sketch;
pub mod skip;
pub mod stamp;
pub mod stream;
pub mod unpacking;
pub mod value;
pub mod walk;
pub mod zone;
pub mod zones;

pub use article::Article;
pub use encoding::{Encoding, EncodingChoice};
pub use fields::FieldMap;
pub use format::Format;
pub use kinds::Kinds;
pub use place::Places;
pub use read::{ReadFile, ReadOptions, read_file, read_stream};
pub use selection::Selection;
pub use sink::Found;
pub use skip::SkipReason;
pub use stamp::Stamp;
pub use stream::Stream;
pub use walk::{FoundFile, Walk, WalkEvent};
pub use zone::{Zone, ZoneKind, ZoneSet};

//! What an [`Indexer`](crate::Indexer) can be told, and what it reports.

#[doc(inline)]
pub use fihris_corpus::fields::FieldMap;
#[doc(inline)]
pub use fihris_corpus::selection::{BadPattern, Selection};
#[doc(inline)]
pub use fihris_corpus::{Encoding, EncodingChoice, Kinds, Note, Stream};
#[doc(inline)]
pub use fihris_index::{IndexErrorKind, LockWait, Report, UpdateOptions};

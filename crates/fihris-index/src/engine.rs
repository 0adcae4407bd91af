//! The engine's view of an index, for the layer that reads postings: all that is public here and names the engine's types.

use tantivy::{Searcher, TantivyDocument};

use fihris_corpus::Article;

use crate::reader::Index;
use crate::stored;

pub use crate::dynamic_fields::term as field_term;
pub use crate::identity::{Identities, Identity, texts};
pub use crate::marked_forms::MarkedForms;
pub use crate::schema::ArticleFields;
pub use crate::zone_starts::{ArticleZones, ZoneStarts};

/// The commit that `index` shows.
#[must_use]
pub fn searcher(index: &Index) -> &Searcher {
    index.searcher()
}

/// The fields of its articles.
#[must_use]
pub fn fields(index: &Index) -> &ArticleFields {
    &index.fields().article
}

/// The article that a document holds, if it holds one.
#[must_use]
pub fn article(document: &TantivyDocument, fields: &ArticleFields) -> Option<Article> {
    stored::article(document, fields)
}

//! Words asked for letter for letter: the index folds, so the texts are looked at.
//!
//! Knows stored articles; reads one only where the folded word stands.

use tantivy::schema::Field;
use tantivy::store::StoreReader;
use tantivy::{DocId, SegmentReader, TantivyDocument};

use super::sequence::Span;
use crate::index::schema::ArticleFields;
use crate::index::stored::{self, Placed};
use crate::query::syntax::Scope;

/// Finds where a word stands as it was typed.
pub(super) struct ExactSpans {
    store: StoreReader,
    fields: ArticleFields,
    form: String,
    typed: String,
    scope: Scope,
}

impl ExactSpans {
    pub fn open(
        segment: &SegmentReader,
        fields: &ArticleFields,
        (form, typed): (&str, &str),
        scope: Scope,
    ) -> tantivy::Result<Self> {
        Ok(Self {
            store: segment.get_store_reader(8)?,
            fields: *fields,
            form: form.to_string(),
            typed: typed.to_string(),
            scope,
        })
    }

    pub fn collect(&self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        let document: TantivyDocument = self.store.get(doc)?;
        let Some(article) = stored::article(&document, &self.fields) else {
            return Ok(());
        };
        let is_meant = |word: &Placed| {
            word.form == self.form
                && article.text[word.range.clone()] == self.typed
                && (self.scope == Scope::Text || word.is_in_title)
        };
        let first = |word: &Placed| match self.scope {
            Scope::Text => word.position,
            Scope::Title => word.position_in_title,
        };
        spans.extend(stored::placed_words(&article).filter(is_meant).map(|word| {
            let start = first(&word);
            Span {
                start,
                end: start + 1,
                weight: 1.0,
            }
        }));
        Ok(())
    }
}

/// The indexed field in which words of `scope` stand.
pub(super) fn field(fields: &ArticleFields, scope: Scope) -> Field {
    match scope {
        Scope::Text => fields.text,
        Scope::Title => fields.title,
    }
}

//! Words asked for letter for letter: the index folds, so the texts are looked at.
//!
//! Knows stored articles; reads one only where the folded word stands.

use tantivy::store::StoreReader;
use tantivy::{DocId, SegmentReader, TantivyDocument};

use super::part::Part;
use super::sequence::Span;
use crate::arabic::words;
use crate::index::schema::ArticleFields;
use crate::index::stored;

/// Finds where a word stands as it was typed.
pub(super) struct ExactSpans {
    store: StoreReader,
    fields: ArticleFields,
    form: String,
    typed: String,
    part: Part,
}

impl ExactSpans {
    pub fn open(
        segment: &SegmentReader,
        fields: &ArticleFields,
        (form, typed): (&str, &str),
        part: Part,
    ) -> tantivy::Result<Self> {
        Ok(Self {
            store: segment.get_store_reader(8)?,
            fields: *fields,
            form: form.to_string(),
            typed: typed.to_string(),
            part,
        })
    }

    pub fn collect(&self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        let document: TantivyDocument = self.store.get(doc)?;
        let Some(article) = stored::article(&document, &self.fields) else {
            return Ok(());
        };
        let is_meant = |form: &str, written: &str| form == self.form && written == self.typed;
        let span = |start| Span {
            start,
            end: start + 1,
            weight: 1.0,
        };
        if self.part == Part::Origin {
            let source = article.source.unwrap_or_default();
            let words = (0..).zip(words(&source));
            let meant = words.filter(|(_, word)| is_meant(&word.form, &source[word.range.clone()]));
            spans.extend(meant.map(|(position, _)| span(position)));
            return Ok(());
        }
        let words = stored::placed_words(&article);
        let meant = words.filter(|word| is_meant(&word.form, &article.text[word.range.clone()]));
        spans.extend(meant.filter_map(|word| Some(span(self.part.position(&word)?))));
        Ok(())
    }
}

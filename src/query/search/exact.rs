//! Words whose own letters or vowels matter: the index folds, so the texts are looked at.
//!
//! Knows stored articles; reads one only where the folded word stands.

use tantivy::store::StoreReader;
use tantivy::{DocId, SegmentReader, TantivyDocument};

use super::part::Part;
use super::sequence::Span;
use crate::arabic::words;
use crate::index::schema::ArticleFields;
use crate::index::stored;
use crate::query::resolution::Written;

/// Finds where a word stands as it was asked for.
pub(super) struct ExactSpans<'a> {
    store: StoreReader,
    fields: ArticleFields,
    form: String,
    written: &'a Written,
    part: Part<'a>,
}

impl<'a> ExactSpans<'a> {
    pub fn open(
        segment: &SegmentReader,
        fields: &ArticleFields,
        (form, written): (&str, &'a Written),
        part: Part<'a>,
    ) -> tantivy::Result<Self> {
        Ok(Self {
            store: segment.get_store_reader(8)?,
            fields: *fields,
            form: form.to_string(),
            written,
            part,
        })
    }

    pub fn collect(&self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        let document: TantivyDocument = self.store.get(doc)?;
        let Some(article) = stored::article(&document, &self.fields) else {
            return Ok(());
        };
        let is_meant =
            |form: &str, written: &str| form == self.form && self.written.allows(written);
        let span = |start| Span {
            start,
            end: start + 1,
            weight: 1.0,
        };
        let value = match self.part {
            Part::Origin => Some(article.source.as_deref()),
            Part::Named(name) => Some(article.fields.get(name).map(String::as_str)),
            Part::Searched | Part::Zone(_) => None,
        };
        if let Some(value) = value {
            let value = value.unwrap_or_default();
            let words = (0..).zip(words(value));
            let meant = words.filter(|(_, word)| is_meant(&word.form, &value[word.range.clone()]));
            spans.extend(meant.map(|(position, _)| span(position)));
            return Ok(());
        }
        let words = stored::placed_words(&article);
        let meant = words.filter(|word| is_meant(&word.form, &article.text[word.range.clone()]));
        spans.extend(meant.filter_map(|word| Some(span(self.part.position(&word)?))));
        Ok(())
    }
}

//! Words whose own letters or vowels matter: the index folds, so the texts are looked at.
//!
//! Knows stored articles; reads one only where the folded word stands, and splits it into words only where
//! that stands in other writings too.

use tantivy::store::StoreReader;
use tantivy::{DocId, SegmentReader, TantivyDocument};

use super::merged::as_f32;
use super::part::Part;
use super::sequence::Span;
use crate::arabic::words;
use crate::corpus::{Article, ZoneSet};
use crate::index::schema::ArticleFields;
use crate::index::stored;
use crate::query::resolution::Written;

/// Finds where a word stands as it was asked for.
pub(super) struct ExactSpans<'a> {
    store: StoreReader,
    fields: ArticleFields,
    form: String,
    written: &'a Written,
    /// A writing that is allowed for sure, if the word is of letters only.
    allowed: Option<String>,
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
            allowed: Some(written.barest()).filter(|word| word.chars().all(char::is_alphabetic)),
            written,
            part,
        })
    }

    /// How often the word stands in `doc`, which holds its folded form `folded` times.
    pub fn frequency(&self, doc: DocId, folded: f32) -> tantivy::Result<f32> {
        let Some(article) = self.article(doc)? else {
            return Ok(0.0);
        };
        let zones = match self.part {
            Part::Searched => ZoneSet::SEARCHED,
            Part::Zone(kind) => ZoneSet::of(&[kind]),
            Part::Origin | Part::Named(_) => ZoneSet::of(&[]),
        };
        if let Some(allowed) = &self.allowed {
            let zones = article
                .zones
                .iter()
                .filter(|zone| zones.contains(zone.kind));
            let texts = zones.map(|zone| &article.text[zone.range.clone()]);
            let clear = texts.map(|text| standing_alone(text, allowed)).sum();
            if as_f32(clear) >= folded {
                return Ok(folded);
            }
        }
        let mut spans = Vec::new();
        self.find(&article, &mut spans);
        Ok(spans.iter().map(|span| span.weight).sum())
    }

    /// Adds the places of the word in `doc`.
    pub fn collect(&self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        if let Some(article) = self.article(doc)? {
            self.find(&article, spans);
        }
        Ok(())
    }

    fn article(&self, doc: DocId) -> tantivy::Result<Option<Article>> {
        let document: TantivyDocument = self.store.get(doc)?;
        Ok(stored::article(&document, &self.fields))
    }

    fn find(&self, article: &Article, spans: &mut Vec<Span>) {
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
            return;
        }
        let words = stored::placed_words(article);
        let meant = words.filter(|word| is_meant(&word.form, &article.text[word.range.clone()]));
        spans.extend(meant.filter_map(|word| Some(span(self.part.position(&word)?))));
    }
}

/// How often `word`, which is of letters only, stands in `text` for sure as a word of its own. Not counted
/// where that hangs on what else is around it, such as quotation marks and digits.
fn standing_alone(text: &str, word: &str) -> u32 {
    let found = text.match_indices(word);
    let clear = found.filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let behind = text[at + word.len()..].chars().next();
        before.is_none_or(char::is_whitespace)
            && behind.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | '،'))
    });
    clear.map(|_| 1).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_clear_places_count() {
        let table = [
            ("في البيت في.", 2),
            ("فيه وفي ف\u{64A}\u{64E}", 0),
            ("في\u{64E} في3 \"في\" (في) في-", 0),
            ("في، في\n", 2),
        ];
        for (text, times) in table {
            assert_eq!(standing_alone(text, "في"), times, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_stands_alone_is_a_word(text in r#"[وفيم ـ.،"3٣a\n\u{64E}\u{200C}-]{0,20}"#) {
            for word in ["و", "في", "م", "يم"] {
                let words = words(&text).filter(|found| text[found.range.clone()] == *word);
                prop_assert!(standing_alone(&text, word) as usize <= words.count(), "{word}");
            }
        }
    }
}

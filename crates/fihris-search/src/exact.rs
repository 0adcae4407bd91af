//! Words whose marks or capitals matter: the index does not keep them, so the texts are looked at.
//!
//! Reads a stored article only where the words stand and may have marks, once for all words of a phrase, and splits it
//! into words only where one stands in other writings too.

use rustc_hash::FxHashMap;
use tantivy::store::StoreReader;
use tantivy::{DocId, TantivyDocument};

use crate::bm25::TITLE_BONUS;
use crate::field_part::FieldPart;
use crate::posting_union::as_f32;
use crate::segment::SegmentContext;
use crate::sequence::Span;
use arabic_text::words;
use arabic_text::words::written_words;
use fihris_corpus::{Article, ZoneKind};
use fihris_index::engine::{self, ArticleFields, MarkedForms};
use fihris_index::stored;
use fihris_query::expansion::{SurfaceConstraint, TermExpansion};

/// Finds where words stand as they were asked for.
pub(super) struct ExactWords<'a> {
    store: StoreReader,
    fields: ArticleFields,
    part: FieldPart<'a>,
    /// By the form that the index has: the number of the term, and how it must be written.
    words: FxHashMap<String, Vec<(usize, &'a SurfaceConstraint)>>,
    /// Where all they stand for may stand otherwise than in the index; `None` in fields of which that is not known.
    marked: Option<(MarkedForms, Vec<u64>)>,
    /// A writing that is allowed for sure, if it is one word of letters only.
    allowed: Option<String>,
}

impl<'a> ExactWords<'a> {
    /// For those of `sets` that must be written as asked for; `None` if there are none.
    pub fn open(
        segment: &SegmentContext,
        expansions: &[&'a TermExpansion],
        part: FieldPart<'a>,
    ) -> tantivy::Result<Option<Self>> {
        let mut words: FxHashMap<String, Vec<(usize, &SurfaceConstraint)>> = FxHashMap::default();
        let mut allowed = None;
        let mut numbers = Vec::new();
        for (term, expansion) in expansions.iter().enumerate() {
            if let (Some(written), Some(asked)) =
                (&expansion.constraint, expansion.query_terms.first())
            {
                let form = match part {
                    FieldPart::Field(_) => asked.folded(),
                    _ => asked.form.clone(),
                };
                let members = expansion.expanded.iter();
                let forms = members.flat_map(|member| member.words.iter().flatten());
                numbers.extend(forms.map(|form| MarkedForms::number(form)));
                words.entry(form).or_default().push((term, written));
                allowed = Some(written.minimal_surface());
            }
        }
        if words.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self {
            store: segment.reader.get_store_reader(8)?,
            fields: *engine::fields(segment.index),
            marked: match part {
                FieldPart::Searched(_) | FieldPart::Zone(_) => {
                    Some((MarkedForms::open(segment.reader)?, numbers))
                }
                FieldPart::Publisher | FieldPart::Field(_) => None,
            },
            part,
            words,
            // A conjunction that stands alone may belong to the word behind it.
            allowed: allowed.filter(|word| word != "و" && word.chars().all(char::is_alphabetic)),
        }))
    }

    /// How often the only word stands in `doc`, which holds its form `times` times, with what it counts
    /// besides in the headline: `bonus` if it has its marks wherever its form stands.
    pub fn frequency(&self, doc: DocId, times: f32, bonus: f32) -> tantivy::Result<f32> {
        let Some(article) = self.article(doc)? else {
            return Ok(0.0);
        };
        let meant = self.part.zones();
        if let Some(allowed) = &self.allowed {
            let zones = article.zones.iter();
            let zones = zones.filter(|zone| meant.contains(zone.kind));
            let texts = zones.map(|zone| &article.text[zone.range.clone()]);
            let clear = texts.map(|text| standing_alone(text, allowed)).sum();
            if as_f32(clear) >= times {
                return Ok(times + bonus);
            }
        }
        let mut frequency = 0.0;
        self.find(&article, |_, _, zone| {
            frequency += 1.0;
            if bonus > 0.0 && zone == Some(ZoneKind::Title) {
                frequency += TITLE_BONUS;
            }
        });
        Ok(frequency)
    }

    /// Whether the words may stand in `doc` otherwise than they are in the index, so that the text must be read.
    pub fn may_be_marked(&self, doc: DocId) -> bool {
        let marked = self.marked.as_ref();
        marked.is_none_or(|(marked, numbers)| marked.may_hold(doc, numbers))
    }

    /// Adds the places of the words in `doc` to those of their terms.
    pub fn collect(&self, doc: DocId, places: &mut [Vec<Span>]) -> tantivy::Result<()> {
        if let Some(article) = self.article(doc)? {
            self.find(&article, |term, start, _| {
                places[term].push(Span {
                    start,
                    end: start + 1,
                    weight: 1.0,
                });
            });
        }
        Ok(())
    }

    fn article(&self, doc: DocId) -> tantivy::Result<Option<Article>> {
        let document: TantivyDocument = self.store.get(doc)?;
        Ok(engine::article(&document, &self.fields))
    }

    /// Calls `take` with the term, the position and the zone of each word that is as asked for.
    fn find(&self, article: &Article, mut take: impl FnMut(usize, u32, Option<ZoneKind>)) {
        let mut look = |form: &str, written: &str, position, zone| {
            for (term, wanted) in self.words.get(form).into_iter().flatten() {
                if wanted.allows(written) {
                    take(*term, position, zone);
                }
            }
        };
        let value = match self.part {
            FieldPart::Publisher => article
                .source
                .as_deref()
                .map(|value| (value, written_words(value))),
            FieldPart::Field(name) => article
                .fields
                .get(name)
                .map(|value| (&**value, words(value))),
            FieldPart::Searched(_) | FieldPart::Zone(_) => None,
        };
        if let Some((value, words)) = value {
            for (position, word) in (0..).zip(words) {
                look(&word.form, &value[word.range], position, None);
            }
        }
        if matches!(self.part, FieldPart::Publisher | FieldPart::Field(_)) {
            return;
        }
        for word in stored::token_positions(article) {
            if let Some(position) = self.part.position(&word) {
                let written = &article.text[word.range];
                look(&word.form, written, position, Some(word.zone));
            }
        }
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
            for word in ["في", "م", "يم"] {
                let asked = SurfaceConstraint::Exact(word.into());
                let words = words(&text).filter(|found| asked.allows(&text[found.range.clone()]));
                prop_assert!(standing_alone(&text, word) as usize <= words.count(), "{word}");
            }
        }
    }
}

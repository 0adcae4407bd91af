//! A tally: in how many of some articles each word stands, such as the deleted ones, which dictionaries still count.

use rustc_hash::FxHashMap;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, TantivyDocument};

use super::super::error::IndexError;
use super::super::schema::ArticleFields;
use super::super::stored;
use arabic_text::dotless::with_either_yeh;
use arabic_text::words::written_words;
use fihris_corpus::{ZoneKind, ZoneSet};

/// Articles that hold each form.
pub(super) type Counts = FxHashMap<String, u32>;

/// Up to this part (1/n) of the documents of a segment, deleted ones are few.
const FEW: u32 = 16;

/// The zones that are not usually searched.
const ASIDE: [ZoneKind; 2] = [ZoneKind::Related, ZoneKind::Boilerplate];

/// The fields of words that may stand in no zone that is usually searched.
pub(super) fn fields_aside(fields: &ArticleFields) -> Vec<Field> {
    let zones = ASIDE.iter().filter_map(|zone| fields.zone(*zone));
    zones.chain([fields.origin]).collect()
}

/// The words of some articles.
#[derive(Default)]
pub(super) struct Tally {
    /// In how many each stands in zones that are usually searched.
    pub searched: Counts,
    /// In how many each stands in others, those of each zone by themselves.
    pub aside: Counts,
}

impl Tally {
    /// Adds the deleted articles of `segment`. Few are read as they are stored; of many, as versions that are superseded
    /// may be, the postings of all words are.
    pub fn add_deleted(
        &mut self,
        segment: &SegmentReader,
        fields: &ArticleFields,
    ) -> Result<(), IndexError> {
        if segment.num_deleted_docs() > segment.max_doc() / FEW {
            return self.add_postings(segment, fields);
        }
        let deleted = (0..segment.max_doc()).filter(|&doc| segment.is_deleted(doc));
        self.add(segment, deleted, fields)
    }

    /// Adds these articles of `segment`, as they are stored.
    pub fn add(
        &mut self,
        segment: &SegmentReader,
        docs: impl Iterator<Item = DocId>,
        fields: &ArticleFields,
    ) -> Result<(), IndexError> {
        let store = segment.get_store_reader(1)?;
        for doc in docs {
            let document: TantivyDocument = store.get(doc)?;
            let Some(article) = stored::article(&document, fields) else {
                continue; // a record
            };
            let text = with_either_yeh(&article.text);
            let in_zones = |set: ZoneSet| {
                let zones = article.zones.iter();
                zones
                    .filter(move |zone| set.contains(zone.kind))
                    .flat_map(|zone| written_words(&text[zone.range.clone()]))
            };
            add_article(in_zones(ZoneSet::SEARCHED), &mut self.searched);
            for zone in ASIDE {
                add_article(in_zones(ZoneSet::new(&[zone])), &mut self.aside);
            }
            let source = article
                .source
                .iter()
                .flat_map(|source| written_words(source));
            add_article(source, &mut self.aside);
        }
        Ok(())
    }

    /// Adds the deleted articles of `segment` by its postings.
    fn add_postings(
        &mut self,
        segment: &SegmentReader,
        fields: &ArticleFields,
    ) -> Result<(), IndexError> {
        let aside = fields_aside(fields).into_iter().map(|field| (field, true));
        for (field, is_aside) in aside.chain([(fields.text, false)]) {
            let counts = if is_aside {
                &mut self.aside
            } else {
                &mut self.searched
            };
            let inverted = segment.inverted_index(field)?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                let basic = IndexRecordOption::Basic;
                let mut docs = inverted.read_postings_from_terminfo(terms.value(), basic)?;
                let mut gone = 0;
                while docs.doc() != TERMINATED {
                    gone += u32::from(segment.is_deleted(docs.doc()));
                    docs.advance();
                }
                if let Some(form) = str::from_utf8(terms.key()).ok().filter(|_| gone > 0) {
                    *counts.entry(form.to_string()).or_default() += gone;
                }
            }
        }
        Ok(())
    }
}

/// Adds one article to each distinct word.
fn add_article(words: impl Iterator<Item = arabic_text::Word>, counts: &mut Counts) {
    let mut forms: Vec<String> = words.map(|word| word.form).collect();
    forms.sort_unstable();
    forms.dedup();
    for form in forms {
        *counts.entry(form).or_default() += 1;
    }
}

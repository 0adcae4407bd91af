//! The articles of an index: whether each is there once, whole, and as its columns and postings have it.
//!
//! Reads all texts and all postings, a segment after the other. What rules make of a text (dates in it, its
//! sketch) is not compared, as these may be the rules of another day. Does not depend on checksums.

use std::collections::{BTreeMap, HashSet};
use std::sync::Mutex;
use std::sync::PoisonError;

use rayon::prelude::*;
use tantivy::columnar::StrColumn;
use tantivy::{DocId, SegmentReader, TantivyDocument};
use xxhash_rust::xxh3::xxh3_64;

use super::words::{Analyzers, Sums};
use super::{Checkup, ProblemKind, Repair};
use crate::days;
use crate::error::IndexError;
use crate::numbers_column::NumbersColumn;
use crate::reader::Index;
use crate::record::FileRecord;
use crate::{marked_forms, provenance, stored, zone_starts};
use fihris_corpus::name::above;
use fihris_corpus::{Article, FileName};

/// Documents that one task reads.
const BLOCK: usize = 256;

/// So many problems of a segment are told; of more, how many there are.
const MOST_TOLD: usize = 5;

/// Looks at all articles of `index`, whose records are `files`.
pub(super) fn check_articles(
    index: &Index,
    files: &BTreeMap<FileName, FileRecord>,
    checkup: &mut Checkup,
) -> Result<(), IndexError> {
    let once = Once::default();
    for segment in index.all().segment_readers() {
        let check = SegmentCheck {
            index,
            segment,
            files,
            once: &once,
            columns: Columns::open(segment)?,
            sums: Sums::new(segment),
        };
        let (articles, mut problems) = check.run()?;
        checkup.articles += articles;
        problems.sort_by_cached_key(ToString::to_string);
        let more = problems.len().saturating_sub(MOST_TOLD);
        problems.truncate(MOST_TOLD);
        for problem in problems {
            checkup.add(problem, Repair::Rebuild);
        }
        if more > 0 {
            let segment = segment.segment_id().uuid_string();
            let problems = more;
            checkup.add(ProblemKind::More { segment, problems }, Repair::Rebuild);
        }
    }
    Ok(())
}

/// What was seen, as nothing may be seen twice.
#[derive(Default)]
struct Once(Mutex<HashSet<u64>>);

impl Once {
    /// Whether it is seen for the first time.
    fn see(&self, what: &str) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.insert(xxh3_64(what.as_bytes()))
    }
}

/// The columns that are compared with the stored articles.
struct Columns {
    id: Option<StrColumn>,
    file: Option<StrColumn>,
    source: Option<StrColumn>,
    record: Option<StrColumn>,
}

impl Columns {
    fn open(segment: &SegmentReader) -> Result<Self, IndexError> {
        let open = |name| segment.fast_fields().str(name);
        Ok(Self {
            id: open("id")?,
            file: open("file")?,
            source: open("origin")?,
            record: open("record_name")?,
        })
    }
}

fn value(column: Option<&StrColumn>, doc: DocId) -> Result<Option<String>, IndexError> {
    let Some((column, ordinal)) =
        column.and_then(|column| Some((column, column.ords().first(doc)?)))
    else {
        return Ok(None);
    };
    let mut text = String::new();
    column.ord_to_str(ordinal, &mut text)?;
    Ok(Some(text))
}

struct SegmentCheck<'a> {
    index: &'a Index,
    segment: &'a SegmentReader,
    files: &'a BTreeMap<FileName, FileRecord>,
    once: &'a Once,
    columns: Columns,
    sums: Sums<'a>,
}

impl SegmentCheck<'_> {
    /// How many articles there are, and what is wrong.
    fn run(&self) -> Result<(u64, Vec<ProblemKind>), IndexError> {
        let docs: Vec<DocId> = self.segment.doc_ids_alive().collect();
        let blocks = docs.par_chunks(BLOCK).map(|docs| self.check_block(docs));
        let mut articles = 0;
        let mut problems = Vec::new();
        for (of_block, found) in blocks.collect::<Result<Vec<_>, IndexError>>()? {
            articles += of_block;
            problems.extend(found);
        }
        // Where texts are not as they were, their words are others too.
        if problems.is_empty() {
            for doc in self.sums.different()? {
                let id = value(self.columns.id.as_ref(), doc)?;
                let record = value(self.columns.record.as_ref(), doc)?;
                let name = id.or(record).unwrap_or_default();
                let segment = self.segment.segment_id().uuid_string();
                problems.push(ProblemKind::OtherWords { name, segment });
            }
        }
        Ok((articles, problems))
    }

    fn check_block(&self, docs: &[DocId]) -> Result<(u64, Vec<ProblemKind>), IndexError> {
        let store = self.segment.get_store_reader(1)?; // documents come in the order of the store
        let mut analyzers = Analyzers::new(self.segment)?;
        let (mut articles, mut problems) = (0, Vec::new());
        for &doc in docs {
            if let Some(name) = value(self.columns.record.as_ref(), doc)? {
                self.sums
                    .add_whole(doc, self.index.fields().record.name, &name);
                if !self.once.see(&name) {
                    problems.push(ProblemKind::TwoRecords(name.into()));
                }
                continue;
            }
            articles += 1;
            let document: Result<TantivyDocument, _> = store.get(doc);
            let fields = &self.index.fields().article;
            let Some(article) = document
                .ok()
                .and_then(|document| stored::article(&document, fields))
            else {
                let segment = self.segment.segment_id().uuid_string();
                let document = doc;
                problems.push(ProblemKind::NoArticle { document, segment });
                continue;
            };
            problems.extend(self.check_article(doc, article, &mut analyzers)?);
        }
        Ok((articles, problems))
    }

    /// What is wrong with an article, if anything is.
    fn check_article(
        &self,
        doc: DocId,
        article: Article,
        analyzers: &mut Analyzers,
    ) -> Result<Option<ProblemKind>, IndexError> {
        let (id, segment) = (article.id.clone(), self.segment.segment_id().uuid_string());
        let Article {
            file,
            place,
            start,
            text,
            ..
        } = &article;
        if !above(file).any(|file| self.files.contains_key(file)) {
            let file = file.clone();
            return Ok(Some(ProblemKind::NoRecord { id, file }));
        }
        let identity = format!(
            "{id}\0{file}\0{place}\0{start}\0{}",
            xxh3_64(text.as_bytes())
        );
        if !self.once.see(&identity) {
            return Ok(Some(ProblemKind::ArticleTwice(id)));
        }
        if !self.has_columns(doc, &article)? {
            return Ok(Some(ProblemKind::OtherColumns { id, segment }));
        }
        let fields = &self.index.fields().article;
        let are_lengths_kept = self.sums.add_article(doc, article, fields, analyzers)?;
        Ok((!are_lengths_kept).then_some(ProblemKind::OtherLength { id, segment }))
    }

    /// Whether the columns have what the article says.
    fn has_columns(&self, doc: DocId, article: &Article) -> Result<bool, IndexError> {
        let fast = self.segment.fast_fields();
        let published = article.published.as_ref();
        let day = fast.column_opt::<i64>("published")?;
        let place = fast.column_opt::<u64>("place")?;
        let numbers = |name| NumbersColumn::open(self.segment, name);
        let zones = numbers(zone_starts::COLUMN)?;
        let marked = numbers(marked_forms::COLUMN)?;
        let named = numbers(provenance::COLUMN)?;
        Ok(
            value(self.columns.id.as_ref(), doc)?.as_deref() == Some(&*article.id)
                && value(self.columns.file.as_ref(), doc)?.as_deref() == Some(&*article.file)
                && value(self.columns.source.as_ref(), doc)? == article.source
                && zones.get(doc).eq(zone_starts::numbers(article))
                && marked.get(doc).eq(marked_forms::numbers(article))
                && named.get(doc).eq(provenance::numbers(article))
                && place.and_then(|place| place.first(doc)) == Some(article.place)
                && day.and_then(|day| day.first(doc))
                    == published.map(|published| days::number(published.date)),
        )
    }
}

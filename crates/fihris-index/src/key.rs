//! Keys: what tells the records of streams apart.
//!
//! What came by a stream cannot be read again, so that each record of one has a key, by which a later one takes
//! its place. All stories of a record have the same. Knows articles and documents, not what comes.

use std::collections::BTreeMap;

use tantivy::query::{ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{
    DocAddress, DocId, DocSet, Score, Searcher, SegmentReader, TERMINATED, TantivyError, Term,
};

use super::error::IndexError;
use super::file_counts::count_articles;
use super::schema::ArticleFields;
use super::stored;
use fihris_corpus::stream::stream_of;
use fihris_corpus::{Article, FileName, id};

/// The key of the record that `article` is of, if it came by a stream.
pub(super) fn key(article: &Article) -> Option<String> {
    let stream = stream_of(&article.file)?;
    let record = id::whole(&article.id, article.start);
    Some(format!("{stream}\0{record}"))
}

/// The articles of the record with `key`, in their order; none in an index of a version without keys.
pub(super) fn articles_of(
    searcher: &Searcher,
    fields: &ArticleFields,
    key: &str,
) -> Result<Vec<Article>, IndexError> {
    let mut articles = Vec::new();
    let Ok(field) = searcher.schema().get_field("key") else {
        return Ok(articles);
    };
    let term = Term::from_field_text(field, key);
    for (segment_ord, segment) in (0..).zip(searcher.segment_readers()) {
        let inverted = segment.inverted_index(field)?;
        let Some(mut docs) = inverted.read_postings(&term, IndexRecordOption::Basic)? else {
            continue;
        };
        while docs.doc() != TERMINATED {
            let doc = docs.doc();
            if !segment.is_deleted(doc) {
                let document = searcher.doc(DocAddress::new(segment_ord, doc))?;
                articles.extend(stored::article(&document, fields));
            }
            docs.advance();
        }
    }
    articles.sort_by_key(|article| article.start);
    Ok(articles)
}

/// How many articles came by each stream.
pub(super) fn articles_by_stream(
    searcher: &Searcher,
    fields: &ArticleFields,
) -> Result<BTreeMap<FileName, u64>, IndexError> {
    let mut streams = BTreeMap::new();
    count_articles(searcher, fields, |file, count| {
        if let Some(stream) = stream_of(file) {
            *streams.entry(stream.into()).or_default() += count;
        }
    })?;
    Ok(streams)
}

/// The documents with a key. tantivy's own query for a term keeps a kilobyte of what scoring needs, and each
/// record that is replaced waits as one until the commit.
#[derive(Clone, Debug)]
pub(super) struct WithKey {
    pub field: Field,
    pub key: Box<str>,
}

impl Query for WithKey {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for WithKey {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let term = Term::from_field_text(self.field, &self.key);
        let inverted = reader.inverted_index(self.field)?;
        Ok(
            match inverted.read_postings(&term, IndexRecordOption::Basic)? {
                Some(docs) => Box::new(ConstScorer::new(docs, boost)),
                None => Box::new(tantivy::query::EmptyScorer),
            },
        )
    }

    fn explain(&self, _: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        Err(TantivyError::InvalidArgument(format!(
            "document {doc}: keys have no scores"
        )))
    }
}

//! Carrying over: what a commit holds of files is added to the index anew.
//!
//! For files that a run cannot look at, or not to their end: an index stores its articles whole, so they
//! need no files. Knows stored articles and records, not why they are wanted again.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use tantivy::{Searcher, SegmentReader, TantivyDocument};

use super::error::IndexError;
use super::error::KeepProblem;
use super::key::articles_of;
use super::record::{FileRecord, records, split_kinds};
use super::schema::ArticleFields;
use super::stored::article;
use super::writer::Transaction;
use fihris_corpus::name::above;
use fihris_corpus::{Article, FileName, Kinds};

/// Names that an error tells; of more, how many there are.
const MOST_NAMED: usize = 5;

/// What the last commit before a run holds.
#[derive(Default)]
pub(super) struct Earlier {
    /// The records of its files, by name; none if it cannot be read.
    pub records: BTreeMap<FileName, FileRecord>,
    /// How many files of kinds that are not read are in which folder, by name.
    pub kinds: BTreeMap<FileName, Kinds>,
    /// The names of what it has articles of that a run does not read, where it cannot be read.
    pub unreadable: Vec<FileName>,
    /// Where its articles are.
    stored: Option<(Searcher, ArticleFields)>,
    /// Why it cannot be read.
    problem: Option<Arc<IndexError>>,
}

impl Earlier {
    /// That which `searcher` shows, which may be of another version; `path` is named in errors.
    pub fn new(searcher: Searcher, path: &Path) -> Result<Self, IndexError> {
        let Some(fields) = ArticleFields::stored_in(searcher.schema()) else {
            return Err(IndexError::OtherRules(path.to_path_buf()));
        };
        let mut records = records(&searcher)?;
        Ok(Self {
            kinds: split_kinds(&mut records),
            records,
            stored: Some((searcher, fields)),
            ..Self::default()
        })
    }

    /// One that cannot be read because of `problem`, but has articles of these files, folders and streams.
    pub fn unreadable(names: Vec<FileName>, problem: IndexError) -> Self {
        Self {
            unreadable: names,
            problem: Some(Arc::new(problem)),
            ..Self::default()
        }
    }

    /// Whether nothing can be carried over.
    pub fn is_unreadable(&self) -> bool {
        self.problem.is_some()
    }

    /// The articles of the record of a stream with this key, in their order.
    pub fn articles_of(&self, key: &str) -> Result<Vec<Article>, IndexError> {
        match &self.stored {
            Some((searcher, fields)) => articles_of(searcher, fields, key),
            None => Ok(Vec::new()),
        }
    }

    /// Fails if it is known that the articles of `files` cannot be carried over.
    pub fn refuse_to_lose(&self, files: &BTreeMap<FileName, FileRecord>) -> Result<(), IndexError> {
        match &self.problem {
            Some(problem) if !files.is_empty() => {
                let mut names: Vec<FileName> = files.keys().take(MOST_NAMED).cloned().collect();
                if files.len() > MOST_NAMED {
                    names.push("...".into());
                }
                Err(IndexError::CannotKeep {
                    names: names.join(", "),
                    problem: KeepProblem::Unreadable(problem.clone()),
                })
            }
            _ => Ok(()),
        }
    }

    /// Adds the articles of `files` to the index of `transaction`, which has none of them, with these records.
    ///
    /// # Errors
    /// [`IndexError::CannotKeep`] if they cannot be read.
    pub fn carry_over(
        &self,
        files: &BTreeMap<FileName, FileRecord>,
        transaction: &Transaction,
    ) -> Result<(), IndexError> {
        self.refuse_to_lose(files)?;
        for (name, record) in files {
            transaction.add_record(name, record)?;
        }
        let Some((searcher, fields)) = &self.stored else {
            return Ok(());
        };
        for segment in searcher.segment_readers() {
            self.carry_over_segment((segment, fields), files, transaction)?;
        }
        Ok(())
    }

    fn carry_over_segment(
        &self,
        (segment, fields): (&SegmentReader, &ArticleFields),
        files: &BTreeMap<FileName, FileRecord>,
        transaction: &Transaction,
    ) -> Result<(), IndexError> {
        let Some(column) = segment.fast_fields().str("file")? else {
            return Ok(()); // no article in this segment
        };
        let mut is_wanted = Vec::with_capacity(column.num_terms());
        let mut names = column.dictionary().stream()?;
        while names.advance() {
            let name = String::from_utf8_lossy(names.key());
            // What is in an archive belongs to it.
            let mut owners = above(&name).filter(|file| self.records.contains_key(*file));
            is_wanted.push(owners.next().is_some_and(|file| files.contains_key(file)));
        }
        let store = segment.get_store_reader(1)?; // documents come in the order of the store
        for doc in segment.doc_ids_alive() {
            let ordinal = column.term_ords(doc).next();
            let ordinal = ordinal.and_then(|ordinal| usize::try_from(ordinal).ok());
            if ordinal.is_none_or(|ordinal| is_wanted.get(ordinal) != Some(&true)) {
                continue;
            }
            let document: TantivyDocument = store.get(doc)?;
            let Some(article) = article(&document, fields) else {
                return Err(IndexError::CannotKeep {
                    names: files.keys().next().cloned().unwrap_or_default().into(),
                    problem: KeepProblem::StoredOtherwise,
                });
            };
            transaction.add_article(article)?;
        }
        Ok(())
    }
}

//! An open index: one commit of it, ready to be read.
//!
//! Knows what is in the index; what is asked of it is the query layer's business.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Index as Engine, IndexSettings, Searcher, TantivyError, Term};

use super::analyzer;
use super::commit::CommitKey;
use super::copies::Copies;
use super::days::Days;
use super::directory::{FirstError, GenerationDirectory};
use super::error::IndexError;
use super::folder::IndexFolder;
use super::manifest::Manifest;
use super::named;
use super::record::{FileRecord, records};
use super::schema::{Fields, schema};
use super::snapshot::{Snapshot, Trust};
use super::stored;
use super::vocabulary::Vocabulary;
use crate::corpus::Article;

/// One commit of an index.
pub struct Index {
    generation: PathBuf,
    searcher: Searcher,
    fields: Fields,
    manifest: Manifest,
    vocabulary: Vocabulary,
    commit: CommitKey,
    /// Opened when somebody asks for it.
    copies: OnceLock<Copies>,
}

impl Index {
    /// Opens the last commit of the index in `folder`.
    ///
    /// # Errors
    /// [`IndexError::Missing`] if there is none, [`IndexError::OtherRules`] if it was made by other
    /// rules, [`IndexError::Damaged`] if it cannot be read.
    pub fn open(folder: &IndexFolder) -> Result<Self, IndexError> {
        let mut generation = folder.current()?;
        loop {
            let Some(path) = generation else {
                return Err(IndexError::Missing(folder.path().to_path_buf()));
            };
            let opened = Self::open_generation(folder, &path);
            // A rebuild may have replaced and removed this generation meanwhile.
            let now = folder.current()?;
            if opened.is_ok() || now.as_ref() == Some(&path) {
                return opened;
            }
            generation = now;
        }
    }

    fn open_generation(folder: &IndexFolder, generation: &Path) -> Result<Self, IndexError> {
        let snapshot = Snapshot::take(generation, folder.path(), Trust::Fingerprints)?;
        snapshot.refuse_damage()?;
        Self::of(&snapshot, generation)
    }

    /// Opens the commit of `snapshot`, of `generation`.
    pub(super) fn of(snapshot: &Snapshot, generation: &Path) -> Result<Self, IndexError> {
        let manifest = snapshot.manifest()?;
        let (_, fields) = schema();
        let searcher = snapshot.searcher()?;
        let commit = CommitKey::of(&searcher);
        let is_verified = snapshot.trusts(Vocabulary::FILE);
        let vocabulary = match Vocabulary::open(generation, commit, is_verified)? {
            Some(vocabulary) => vocabulary,
            // A writer has not come so far yet, or has gone on.
            None => Vocabulary::derive(&searcher, &fields)?,
        };
        Ok(Self {
            generation: generation.to_path_buf(),
            searcher,
            fields,
            manifest,
            vocabulary,
            commit,
            copies: OnceLock::new(),
        })
    }

    /// The engine's view of the commit.
    #[must_use]
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// The fields of its documents.
    #[must_use]
    pub fn fields(&self) -> &Fields {
        &self.fields
    }

    /// What the index says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The distinct words of all articles.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What its derived files are derived from.
    pub(super) fn commit(&self) -> CommitKey {
        self.commit
    }

    /// The groups of copies among the articles.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn copies(&self) -> Result<&Copies, IndexError> {
        if let Some(copies) = self.copies.get() {
            return Ok(copies);
        }
        let copies = match Copies::open(&self.generation, self.commit)? {
            Some(copies) => copies,
            None => Copies::derive(&self.searcher)?,
        };
        Ok(self.copies.get_or_init(|| copies))
    }

    /// The folder of the generation that this is.
    #[must_use]
    pub fn generation(&self) -> &Path {
        &self.generation
    }

    /// The files the index was made from, by name.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn files(&self) -> Result<std::collections::BTreeMap<String, FileRecord>, IndexError> {
        Ok(records(&self.searcher)?)
    }

    /// The names of the fields that articles have besides those that fihris knows.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn field_names(&self) -> Result<Vec<String>, IndexError> {
        named::names(&self.searcher, &self.fields.article)
    }

    /// The days on which its articles were published.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn days(&self) -> Result<Days<'_>, IndexError> {
        Days::open(&self.searcher)
    }

    /// The name of the file of the article at `address`.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn file_of(&self, address: DocAddress) -> Result<String, IndexError> {
        Ok(self.column(address, "file")?.unwrap_or_default())
    }

    /// Who published the article at `address`, where the input says so.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn source_of(&self, address: DocAddress) -> Result<Option<String>, IndexError> {
        self.column(address, "origin")
    }

    /// The value of a column of texts.
    fn column(&self, address: DocAddress, name: &str) -> Result<Option<String>, IndexError> {
        let segment = self.searcher.segment_reader(address.segment_ord);
        let Some(column) = segment.fast_fields().str(name)? else {
            return Ok(None);
        };
        let Some(ordinal) = column.ords().first(address.doc_id) else {
            return Ok(None);
        };
        let mut text = String::new();
        column.ord_to_str(ordinal, &mut text)?;
        Ok(Some(text))
    }

    /// The article at `address`.
    ///
    /// # Errors
    /// If the index cannot be read, or holds no article there.
    pub fn article(&self, address: DocAddress) -> Result<Article, IndexError> {
        let document = self.searcher.doc(address)?;
        stored::article(&document, &self.fields.article).ok_or_else(|| IndexError::Damaged {
            path: self.generation.clone(),
            problem: format!(
                "document {} of segment {} is no article",
                address.doc_id, address.segment_ord
            ),
        })
    }

    /// The folded word `form` as some article writes it, if one does where it is usually searched.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn as_written(&self, form: &str) -> Result<Option<String>, IndexError> {
        let term = Term::from_field_text(self.fields.article.text, form);
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let collector = tantivy::collector::TopDocs::with_limit(1).order_by_score();
        let found = self.searcher.search(&query, &collector)?;
        let Some((_, address)) = found.first() else {
            return Ok(None);
        };
        let article = self.article(*address)?;
        let mut words = stored::placed_words(&article);
        let written = words.find(|word| word.form == form);
        Ok(written.map(|word| article.text[word.range].to_string()))
    }

    /// The article with this id and, if it is the first of several stories of one text, those behind it:
    /// together the whole text. `ID#1` names the first story alone. Empty if there is none.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn stories(&self, id: &str) -> Result<Vec<Article>, IndexError> {
        let mut stories: Vec<Article> = self.find(id)?.into_iter().collect();
        if stories.is_empty()
            && let Some(first) = id.strip_suffix("#1")
        {
            return Ok(self.find(first)?.into_iter().collect());
        }
        while let Some(first) = stories.first() {
            let next = format!("{}#{}", first.id, stories.len() + 1);
            match self.find(&next)? {
                // A record of a collection may be called so as well.
                Some(story) if story.start > 0 && story.file == first.file => stories.push(story),
                _ => break,
            }
        }
        Ok(stories)
    }

    fn find(&self, id: &str) -> Result<Option<Article>, IndexError> {
        let address = self.address(id)?;
        address.map(|address| self.article(address)).transpose()
    }

    /// Where the article with this id is.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn address(&self, id: &str) -> Result<Option<DocAddress>, IndexError> {
        let term = Term::from_field_text(self.fields.article.id, id);
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let found = self
            .searcher
            .search(&query, &tantivy::collector::DocSetCollector)?;
        Ok(found.into_iter().next())
    }
}

/// Opens tantivy's index in `generation` to be written to.
pub(super) fn open_engine(
    folder: &IndexFolder,
    generation: &Path,
    first_error: &FirstError,
) -> Result<Engine, IndexError> {
    let engine = GenerationDirectory::open(generation, first_error)
        .map_err(TantivyError::from)
        .and_then(Engine::open)
        .map_err(|error| IndexError::of_reading(error, folder.path()))?;
    analyzer::register(&engine);
    Ok(engine)
}

/// Makes an empty index in the empty folder `generation`.
pub(super) fn create_engine(
    generation: &Path,
    first_error: &FirstError,
) -> Result<Engine, IndexError> {
    let directory =
        GenerationDirectory::open(generation, first_error).map_err(TantivyError::from)?;
    let engine = Engine::create(directory, schema().0, IndexSettings::default())?;
    analyzer::register(&engine);
    Ok(engine)
}

//! An open index: one commit of it, ready to be read.
//!
//! Knows what is in the index; what is asked of it is the query layer's business.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tantivy::Searcher;

use super::commit::CommitKey;
use super::copies::Copies;
use super::days::Days;
use super::derived_file::DerivedFile;
use super::dynamic_fields;
use super::error::IndexError;
use super::folder::IndexFolder;
use super::key::articles_by_stream;
use super::manifest::Manifest;
use super::own_words::own_lexicon;
use super::record::{FileRecord, records, split_kinds};
use super::schema::{Fields, schema};
use super::snapshot::{Snapshot, Trust};
use super::sources::Sources;
use super::versions::{Versions, mask};
use super::vocabulary::Vocabulary;
use arabic_lexicon::Lexicon;
use fihris_corpus::{FileName, Kinds};

/// One commit of an index.
pub struct Index {
    generation: PathBuf,
    /// All articles.
    all: Searcher,
    /// Without those that are superseded by a newer version.
    newest: Searcher,
    versions: Versions,
    /// Which of the two is shown.
    shows_all: bool,
    fields: Fields,
    manifest: Manifest,
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    commit: CommitKey,
    /// Opened when somebody asks for it.
    copies: OnceLock<Copies>,
}

impl Index {
    /// Opens the last commit of the index in `folder`, with the words of the list beside it.
    ///
    /// # Errors
    /// [`IndexError::Missing`] if there is none, [`IndexError::OtherRules`] if it was made by other
    /// rules, [`IndexError::Damaged`] if it cannot be read.
    pub fn open(folder: &IndexFolder) -> Result<Self, IndexError> {
        let (lexicon, _) = own_lexicon(folder)?;
        Self::with_lexicon(folder, &lexicon)
    }

    /// The same with the words of `lexicon`. If it is not the one that the last run had, the vocabulary is derived
    /// anew in memory.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn with_lexicon(folder: &IndexFolder, lexicon: &Lexicon) -> Result<Self, IndexError> {
        let mut generation = folder.current()?;
        loop {
            let Some(path) = generation else {
                return Err(IndexError::Missing(folder.path().to_path_buf()));
            };
            let opened = Self::open_generation(folder, &path, lexicon);
            // A rebuild may have replaced and removed this generation meanwhile.
            let now = folder.current()?;
            if opened.is_ok() || now.as_ref() == Some(&path) {
                return opened;
            }
            generation = now;
        }
    }

    fn open_generation(
        folder: &IndexFolder,
        generation: &Path,
        lexicon: &Lexicon,
    ) -> Result<Self, IndexError> {
        let snapshot = Snapshot::take(generation, folder.path(), Trust::Fingerprints)?;
        snapshot.refuse_damage()?;
        Self::open_snapshot(&snapshot, generation, lexicon)
    }

    /// Opens the commit of `snapshot`, of `generation`.
    pub(super) fn open_snapshot(
        snapshot: &Snapshot,
        generation: &Path,
        lexicon: &Lexicon,
    ) -> Result<Self, IndexError> {
        let manifest = snapshot.manifest()?;
        let (_, fields) = schema();
        let all = snapshot.searcher()?;
        let versions = match Versions::open(generation, CommitKey::new(&all))? {
            Some(versions) => versions,
            None => Versions::derive(&all)?,
        };
        let newest = mask::newest(snapshot, &all, &versions)?;
        let commit = CommitKey::new(&newest);
        let files = [Vocabulary::FILE, Vocabulary::RECENT_FILE];
        let is_verified = files.iter().all(|name| snapshot.trusts(name));
        let vocabulary = match Vocabulary::open(generation, commit, lexicon, is_verified)? {
            Some(vocabulary) => vocabulary,
            // A writer has not come so far yet, or has gone on.
            None => Vocabulary::derive_on(generation, &newest, &fields, lexicon)?,
        };
        Ok(Self {
            generation: generation.to_path_buf(),
            all,
            newest,
            versions,
            shows_all: false,
            fields,
            manifest,
            vocabulary,
            lexicon: lexicon.clone(),
            commit,
            copies: OnceLock::new(),
        })
    }

    /// The same commit with all versions of all articles, as if each were an article by itself.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn with_all_versions(self) -> Result<Self, IndexError> {
        if self.versions.is_empty() {
            return Ok(self);
        }
        Ok(Self {
            vocabulary: Vocabulary::derive_on(
                &self.generation,
                &self.all,
                &self.fields,
                &self.lexicon,
            )?,
            shows_all: true,
            ..self
        })
    }

    /// The engine's view of the commit.
    pub(crate) fn searcher(&self) -> &Searcher {
        if self.shows_all {
            &self.all
        } else {
            &self.newest
        }
    }

    /// The same without those that are superseded by a newer version.
    pub(super) fn newest(&self) -> &Searcher {
        &self.newest
    }

    /// The same with all articles.
    pub(super) fn all(&self) -> &Searcher {
        &self.all
    }

    /// Which articles are versions of one.
    #[must_use]
    pub fn versions(&self) -> &Versions {
        &self.versions
    }

    /// The fields of its documents.
    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    /// What the index says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The words that are known.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The distinct words of all articles.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What its vocabulary and copies are derived from.
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
            None => Copies::derive(&self.newest, &self.fields.article)?,
        };
        Ok(self.copies.get_or_init(|| copies))
    }

    /// Who is a copy of whom among all versions of all articles, which is derived anew.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn copies_of_all_versions(&self) -> Result<Copies, IndexError> {
        Copies::derive(&self.all, &self.fields.article)
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
    pub fn files(&self) -> Result<BTreeMap<FileName, FileRecord>, IndexError> {
        let mut records = records(&self.all)?;
        split_kinds(&mut records);
        Ok(records)
    }

    /// How many files of kinds that are not read the runs saw that looked last, on disk and in archives.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn kinds(&self) -> Result<Kinds, IndexError> {
        let mut kinds = Kinds::default();
        for record in records(&self.all)?.values() {
            kinds.add_all(&record.kinds);
        }
        Ok(kinds)
    }

    /// How many articles came by each stream, by its name.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn streams(&self) -> Result<BTreeMap<FileName, u64>, IndexError> {
        articles_by_stream(self.searcher(), &self.fields.article)
    }

    /// The names of the fields that articles have besides those that fihris knows.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn field_names(&self) -> Result<Vec<String>, IndexError> {
        dynamic_fields::names(self.searcher(), &self.fields.article)
    }

    /// The days on which its articles were published.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn days(&self) -> Result<Days<'_>, IndexError> {
        Days::open(self.searcher())
    }

    /// Who published its articles.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn sources(&self) -> Result<Sources, IndexError> {
        Sources::open(self.searcher())
    }
}

//! The target of a run: the generation it writes to, and what that holds so far.
//!
//! Knows generations and manifests, not files of the corpus.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tantivy::Index as Engine;

use super::copies::Copies;
use super::directory::FirstError;
use super::error::IndexError;
use super::folder::IndexFolder;
use super::manifest::Manifest;
use super::open::{create_engine, open_engine};
use super::options::UpdateOptions;
use super::record::{FileRecord, knows, records};
use super::schema::{Fields, schema};
use super::seal::Seal;
use super::vocabulary::Vocabulary;
use crate::corpus::name::STDIN;
use crate::corpus::name::is_below;
use crate::corpus::{Encoding, Places, ReadOptions};

/// A generation, and what it holds before the run.
pub(super) struct Target {
    /// `None` for a dry run without an index.
    pub engine: Option<(PathBuf, Engine)>,
    pub fields: Fields,
    pub records: BTreeMap<String, FileRecord>,
    /// The names of the roots of earlier runs.
    pub old_roots: Vec<String>,
    /// How files are read: as asked for, or else as in earlier runs.
    pub reading: ReadOptions,
    /// Whether that was otherwise in earlier runs.
    pub is_reading_new: bool,
    /// Whether it serves searches already.
    pub is_current: bool,
    /// What went wrong in writing, if anything did.
    pub first_error: FirstError,
}

impl Target {
    /// Opens the current generation, or makes a new one where there is none or a rebuild is asked for.
    pub fn open(folder: &IndexFolder, options: &UpdateOptions) -> Result<Self, IndexError> {
        let mut target = Self {
            engine: None,
            fields: schema().1,
            records: BTreeMap::new(),
            old_roots: Vec::new(),
            reading: options.reading(ReadOptions::default()),
            is_reading_new: false,
            is_current: false,
            first_error: FirstError::default(),
        };
        if options.rebuild {
            target.rescue(folder, options)?;
        } else if let Some(current) = folder.current()? {
            let engine = open_engine(folder, &current, &target.first_error)?;
            let manifest = Manifest::read(&engine, folder.path())?;
            // Damage must not be merged into segments whose checksums are right.
            Seal::read(&current).refuse_damage(&engine, &current, folder.path())?;
            let before = manifest.reading();
            target.reading = options.reading(before.clone());
            target.is_reading_new = target.reading != before;
            target.records = records(&engine.reader()?.searcher())?;
            if target.reading.encoding != before.encoding {
                target.doubt_encodings();
            }
            target.old_roots = manifest.roots;
            target.engine = Some((current, engine));
            target.is_current = true;
        }
        if target.engine.is_none() && !options.dry_run {
            let generation = folder.new_generation()?;
            let engine = create_engine(&generation, &target.first_error)
                .map_err(|error| target.first_error.behind(error, &generation))?;
            target.engine = Some((generation, engine));
        }
        Ok(target)
    }

    /// Takes over what a rebuild wants to know of the old index, however damaged that is.
    fn rescue(&mut self, folder: &IndexFolder, options: &UpdateOptions) -> Result<(), IndexError> {
        let current = folder.current().ok().flatten();
        let others = folder.generations()?.into_iter().map(|(_, path)| path);
        let manifests = current.into_iter().chain(others.rev());
        let mut rescued = manifests
            .map(|path| Manifest::rescue(&Seal::read(&path).manifest(&path)))
            .filter(|(roots, _)| !roots.is_empty());
        if let Some((roots, reading)) = rescued.next() {
            self.old_roots = roots;
            self.reading = options.reading(reading);
        }
        Ok(())
    }

    /// Has all files read again whose encoding another choice may change.
    fn doubt_encodings(&mut self) {
        for record in self.records.values_mut() {
            if record.encoding.as_deref() != Some(Encoding::UTF_8.name()) {
                record.doubt();
            }
        }
    }

    /// The canonical roots of a run, none below another: those typed and listed, or else all of earlier
    /// runs. And the names of those that are listed, but are not there.
    pub fn roots(
        &self,
        folder: &IndexFolder,
        places: &Places,
        typed: &[PathBuf],
        listed: Option<&[PathBuf]>,
    ) -> Result<(Vec<PathBuf>, Vec<String>), IndexError> {
        let mut roots = Vec::new();
        if typed.is_empty() && listed.is_none() {
            if self.old_roots.is_empty() {
                return Err(IndexError::NoRoots(folder.path().to_path_buf()));
            }
            roots.extend(self.old_roots.iter().map(|name| places.path(name)));
        }
        for path in typed {
            if path.as_os_str() == STDIN {
                continue;
            }
            let root = self.root(places, path);
            roots.push(root.ok_or_else(|| IndexError::NoSuchPath(path.clone()))?);
        }
        let mut missing = Vec::new();
        for path in listed.unwrap_or_default() {
            match self.root(places, path) {
                Some(root) => roots.push(root),
                None => missing.push(places.name(&places.absolute(path))),
            }
        }
        roots.sort();
        roots.dedup_by(|below, above| below.starts_with(above));
        Ok((roots, missing))
    }

    /// The canonical path of what was typed. What is gone is removed if the index knows it; else the
    /// path is mistyped.
    fn root(&self, places: &Places, typed: &Path) -> Option<PathBuf> {
        let root = places.resolve(typed).ok()?;
        let is_there = root.symlink_metadata().is_ok();
        (is_there || knows(&self.records, &places.name(&root))).then_some(root)
    }

    /// The names of `roots` and of those of earlier runs, none below another.
    pub fn all_roots(&self, places: &Places, roots: &[PathBuf]) -> Vec<String> {
        let mut names: Vec<String> = roots.iter().map(|root| places.name(root)).collect();
        if self.is_current {
            names.extend(self.old_roots.iter().cloned());
        }
        names.sort();
        names.dedup_by(|below, above| is_below(below, above));
        names
    }

    /// The vocabulary of the last commit, derived and written where it is missing, with the copies.
    pub fn vocabulary(&self) -> Result<Vocabulary, IndexError> {
        let Some((generation, engine)) = &self.engine else {
            return Vocabulary::empty();
        };
        let opstamp = engine.load_metas()?.opstamp;
        if let Some(vocabulary) = Vocabulary::open(generation, opstamp, false)?
            && Copies::open(generation, opstamp)?.is_some()
        {
            return Ok(vocabulary);
        }
        let searcher = engine.reader()?.searcher();
        // One after the other: each takes all cores, and memory that grows with the corpus.
        Copies::derive(&searcher)?.write(generation, opstamp)?;
        let vocabulary = Vocabulary::derive(&searcher, &self.fields)?;
        vocabulary.write(generation, opstamp)?;
        Ok(vocabulary)
    }
}

//! The target of a run: the generation it writes to, and what that holds so far.
//!
//! Knows generations and manifests, not files of the corpus.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use tantivy::{Index as Engine, Searcher};

use super::carry_over::Earlier;
use super::commit::CommitKey;
use super::copies::{ComparedTexts, Copies};
use super::derived_file::DerivedFile;
use super::directory::FirstError;
use super::error::IndexError;
use super::folder::IndexFolder;
use super::generation::{create_engine, open_engine};
use super::leftovers::remove_leftovers;
use super::manifest::Manifest;
use super::options::UpdateOptions;
use super::own_words::own_lexicon;
use super::record::FileRecord;
use super::schema::{Fields, schema};
use super::snapshot::{Snapshot, Trust};
use super::verified::VerifiedFiles;
use super::versions::{Versions, mask};
use super::vocabulary::Vocabulary;
use arabic_lexicon::Lexicon;
use fihris_corpus::name::is_stream;
use fihris_corpus::{Encoding, FileName, Format, Preprocessors, ReadOptions};

/// A generation, and what it holds before the run.
pub(super) struct UpdateTarget {
    /// `None` for a dry run without an index.
    pub engine: Option<(PathBuf, Engine)>,
    pub fields: Fields,
    /// What the last commit holds; in a rebuild, that of the old generation.
    pub earlier: Earlier,
    /// The names of the roots of earlier runs.
    pub old_roots: Vec<FileName>,
    /// How files are read: as asked for, or else as in earlier runs.
    pub reading: ReadOptions,
    /// The programs that turn some files into text, of this run or an earlier one.
    pub preprocessors: Preprocessors,
    /// Whether this run names those programs, so that they may run.
    pub may_preprocess: bool,
    /// Whether symbolic links are followed: as asked for, or else as in earlier runs.
    pub follow_links: bool,
    /// Whether one of these was otherwise in earlier runs.
    pub is_reading_new: bool,
    /// The names of files that were read otherwise, so that what they hold is to be read again.
    pub outdated: HashSet<FileName>,
    /// Whether it serves searches already.
    pub is_current: bool,
    /// The words that its vocabulary is to know.
    pub lexicon: Lexicon,
    /// What went wrong in writing, if anything did.
    pub first_error: FirstError,
}

impl UpdateTarget {
    /// Opens the current generation, or makes a new one where there is none or a rebuild is asked for.
    pub fn open(folder: &IndexFolder, options: &UpdateOptions) -> Result<Self, IndexError> {
        let lexicon = match &options.lexicon {
            Some(lexicon) => lexicon.clone(),
            None => own_lexicon(folder)?.0,
        };
        let mut target = Self {
            engine: None,
            fields: schema().1,
            earlier: Earlier::default(),
            old_roots: Vec::new(),
            reading: options.reading(ReadOptions::default()),
            preprocessors: Preprocessors::default(),
            may_preprocess: options.preprocessors.is_some(),
            follow_links: options.follow_links.unwrap_or(false),
            is_reading_new: false,
            outdated: HashSet::new(),
            is_current: false,
            lexicon,
            first_error: FirstError::default(),
        };
        if options.rebuild {
            target.recover(folder, options)?;
        } else if let Some(current) = folder.current()? {
            let snapshot = Snapshot::take(&current, folder.path(), Trust::Fingerprints)?;
            // Damage must not be merged into segments whose checksums are right.
            snapshot.refuse_damage()?;
            let manifest = snapshot.manifest()?;
            if !options.dry_run {
                remove_leftovers(folder, &current, snapshot.commit())?;
            }
            target.earlier = Earlier::new(snapshot.searcher()?, folder.path())?;
            let engine = open_engine(folder, &current, &target.first_error)?;
            target.take_over(manifest, options);
            target.engine = Some((current, engine));
            target.is_current = true;
        }
        target.preprocessors = preprocessors(&target.reading);
        if target.engine.is_none() && !options.dry_run {
            let generation = folder.new_generation()?;
            let engine = create_engine(&generation, &target.first_error)
                .map_err(|error| target.first_error.behind(error))?;
            target.engine = Some((generation, engine));
        }
        Ok(target)
    }

    /// What is known of the file called `name` in this generation.
    pub fn known(&self, name: &str) -> Option<&FileRecord> {
        let records = &self.earlier.records;
        records.get(name).filter(|_| self.is_current)
    }

    /// Takes over what a rebuild wants to know of the old index, however damaged that is.
    fn recover(&mut self, folder: &IndexFolder, options: &UpdateOptions) -> Result<(), IndexError> {
        let current = folder.current().ok().flatten();
        let others = folder.generations()?.into_iter().map(|(_, path)| path);
        let manifests = current.into_iter().chain(others.rev());
        let mut rescued = manifests
            .map(|path| (Manifest::recover(&VerifiedFiles::manifest(&path)), path))
            .filter(|(manifest, _)| !manifest.roots.is_empty() || !manifest.streams.is_empty());
        let Some((manifest, generation)) = rescued.next() else {
            return Ok(());
        };
        self.earlier = match earlier(folder, &generation) {
            Ok(earlier) => earlier,
            Err(error) => {
                let mut names = manifest.streams.clone();
                names.retain(|_| !options.forget_streams);
                if !options.selection.is_all() {
                    names.extend(manifest.roots.iter().cloned());
                }
                Earlier::unreadable(names, error)
            }
        };
        let records = &mut self.earlier.records;
        records.retain(|name, _| !(options.forget_streams && is_stream(name)));
        self.take_over(manifest, options);
        Ok(())
    }

    /// Takes over what the last run did, as far as `options` do not ask for something else.
    fn take_over(&mut self, manifest: Manifest, options: &UpdateOptions) {
        let before = manifest.reading();
        self.reading = options.reading(before.clone());
        self.follow_links = options.follow_links.unwrap_or(manifest.follow_links);
        self.is_reading_new = self.reading != before || self.follow_links != manifest.follow_links;
        self.old_roots = manifest.roots;
        let programs = [&before, &self.reading].map(preprocessors);
        let has_new_program = |name: &FileName| {
            let of = |programs: &Preprocessors| {
                let program = programs.of(Path::new(name.as_str()))?;
                Some(program.command.clone())
            };
            of(&programs[0]) != of(&programs[1])
        };
        let is_outdated = |(name, record): &(&FileName, &FileRecord)| {
            let format = Format::from_path(Path::new(name.as_str()));
            // Unicode is told by the bytes, whatever is asked for; of an archive, one encoding is known.
            let is_unicode = record.encoding.as_deref() == Some(Encoding::UTF_8.name())
                && !format.is_some_and(Format::is_archive);
            let is_decoded_otherwise = self.reading.encoding != before.encoding && !is_unicode;
            let has_fields = format.is_none_or(Format::has_fields);
            let is_named_otherwise = self.reading.fields != before.fields && has_fields;
            let is_made_otherwise = has_new_program(name);
            record.was_read() && (is_decoded_otherwise || is_named_otherwise || is_made_otherwise)
        };
        let records = self.earlier.records.iter().filter(is_outdated);
        self.outdated = records.map(|(name, _)| name.clone()).collect();
    }

    /// The manifest of a commit that leaves these roots.
    pub fn manifest(&self, roots: Vec<FileName>) -> Manifest {
        Manifest {
            roots,
            follow_links: self.follow_links,
            ..Manifest::new(self.reading.clone())
        }
    }

    /// The vocabulary of the last commit in `folder`, derived and written where it is missing or knows other words,
    /// with the versions and the copies.
    pub fn vocabulary(&self, folder: &IndexFolder) -> Result<Vocabulary, IndexError> {
        let Some((generation, engine)) = &self.engine else {
            return Vocabulary::empty();
        };
        let all = engine.reader()?.searcher();
        let versions = versions(generation, &all)?;
        let searcher = if versions.is_empty() {
            all
        } else {
            let snapshot = Snapshot::take(generation, folder.path(), Trust::Fingerprints)?;
            mask::newest(&snapshot, &all, &versions)?
        };
        let commit = CommitKey::new(&searcher);
        let lexicon = &self.lexicon;
        // One after the other: each takes all cores, and memory that grows with the corpus.
        let is_compared = ComparedTexts::open(generation, commit)?.is_some();
        if !is_compared || Copies::open(generation, commit)?.is_none() {
            let earlier = ComparedTexts::open_last(generation).unwrap_or_default();
            let (copies, compared) =
                Copies::derive_after(&earlier, &searcher, &self.fields.article)?;
            compared.write(generation, commit)?;
            copies.write(generation, commit)?;
        }
        if let Some(vocabulary) = Vocabulary::open(generation, commit, lexicon, false)? {
            return Ok(vocabulary);
        }
        let vocabulary = Vocabulary::derive_on(generation, &searcher, &self.fields, lexicon)?;
        vocabulary.write(generation, commit, lexicon)?;
        Ok(vocabulary)
    }
}

/// The versions of the commit of `generation` that `all` shows, derived and written where they are missing.
fn versions(generation: &Path, all: &Searcher) -> Result<Versions, IndexError> {
    let commit = CommitKey::new(all);
    if let Some(versions) = Versions::open(generation, commit)? {
        return Ok(versions);
    }
    let versions = Versions::derive(all)?;
    versions.write(generation, commit)?;
    Ok(versions)
}

/// The programs that turn some files into text.
fn preprocessors(options: &ReadOptions) -> Preprocessors {
    Preprocessors::new(&options.preprocessors).unwrap_or_default()
}

/// What the old generation holds, if all of it can be read.
fn earlier(folder: &IndexFolder, generation: &Path) -> Result<Earlier, IndexError> {
    let snapshot = Snapshot::take(generation, folder.path(), Trust::AnyVersion)?;
    snapshot.refuse_damage()?;
    Earlier::new(snapshot.searcher()?, folder.path())
}

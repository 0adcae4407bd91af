//! Bringing an index up to date with the corpus.
//!
//! Only files whose stamp changed are read; what changed, came and went is one commit. Knows the
//! order of the steps; each step is a module of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tantivy::Index as Engine;

use super::error::IndexError;
use super::folder::IndexFolder;
use super::manifest::Manifest;
use super::open::{create_engine, open_engine};
use super::plan::Plan;
use super::record::{FileRecord, records};
use super::report::{Event, Report};
use super::schema::{Fields, schema};
use super::vocabulary::Vocabulary;
use super::write::Transaction;
use crate::corpus::place::is_below;
use crate::corpus::{Contents, FoundFile, Places, Walk, read};

/// Below this many bytes to read, one thread writes: fewer segments are faster to search.
const FEW_BYTES: u64 = 16 << 20;

/// A file changed this short a time before it is read may change again within one tick of the file
/// system's clock, unseen; its record keeps no time, so that the next run reads it again.
const TICK: Duration = Duration::from_millis(20);

/// Whether to wait for another writer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Patience {
    /// Fail at once.
    #[default]
    Fail,
    /// Wait until it is done.
    Wait,
}

/// How to update.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UpdateOptions {
    /// Read every file, also those whose size and time did not change.
    pub rehash: bool,
    /// Start over beside the old index, which serves searches until the new one is complete.
    pub rebuild: bool,
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
    /// Follow symbolic links below the roots.
    pub follow_links: bool,
    /// What to do while another process writes.
    pub patience: Patience,
}

/// Brings the index in `folder` up to date with the files at and below `roots`, as typed; with no
/// roots, with those of the last runs. Tells `on_event` what happens to each file.
///
/// # Errors
/// If the index cannot be written, or none of the roots exists. A single file that cannot be read is
/// no error but an event.
pub fn update(
    folder: &IndexFolder,
    places: &Places,
    roots: &[PathBuf],
    options: &UpdateOptions,
    on_event: &mut dyn FnMut(Event),
) -> Result<Report, IndexError> {
    let start = Instant::now();
    let mut report = Report::default();
    let is_new = folder.current()?.is_none();
    if is_new && let Some(missing) = roots.iter().find(|root| !exists(places, root)) {
        return Err(IndexError::NoSuchPath(missing.clone()));
    }
    if is_new && roots.is_empty() {
        return Err(IndexError::Missing(folder.path().to_path_buf()));
    }
    let _lock = match options.patience {
        _ if options.dry_run => None,
        Patience::Fail => Some(folder.lock(Duration::ZERO)?),
        Patience::Wait => Some(folder.lock(Duration::MAX)?),
    };
    if !options.dry_run {
        folder.remove_other_generations()?;
    }
    let target = Target::open(folder, options)?;
    let roots = target.roots(places, roots)?;
    let index_path = folder
        .path()
        .canonicalize()
        .unwrap_or_else(|_| folder.path().to_path_buf());
    let walk = Walk {
        places,
        index: &index_path,
        follow_links: options.follow_links,
    };
    let plan = Plan::make(&walk, &roots, &target.records, options.rehash);
    let names: Vec<String> = roots.iter().map(|root| places.name(root)).collect();
    let run = Run {
        target: &target,
        plan: &plan,
        report: &mut report,
        on_event,
    };
    run.carry_out(folder, names, options)?;
    report.took = start.elapsed();
    Ok(report)
}

fn exists(places: &Places, typed: &Path) -> bool {
    places
        .resolve(typed)
        .is_ok_and(|path| path.symlink_metadata().is_ok())
}

/// The generation that is written to, and what it holds so far.
struct Target {
    /// `None` for a dry run without an index.
    engine: Option<(PathBuf, Engine)>,
    fields: Fields,
    records: BTreeMap<String, FileRecord>,
    /// The roots of earlier runs.
    old_roots: Vec<String>,
    /// Whether it serves searches already.
    is_current: bool,
}

impl Target {
    fn open(folder: &IndexFolder, options: &UpdateOptions) -> Result<Self, IndexError> {
        let (_, fields) = schema();
        let mut target = Self {
            engine: None,
            fields,
            records: BTreeMap::new(),
            old_roots: Vec::new(),
            is_current: false,
        };
        if let Some(current) = folder.current()? {
            let engine = open_engine(folder, &current);
            if options.rebuild {
                target.old_roots = engine
                    .map(|engine| Manifest::roots_of(&engine))
                    .unwrap_or_default();
            } else {
                let engine = engine?;
                target.old_roots = Manifest::read(&engine, folder.path())?.roots;
                target.records = records(&engine.reader()?.searcher())?;
                target.engine = Some((current, engine));
                target.is_current = true;
            }
        }
        if target.engine.is_none() && !options.dry_run {
            let generation = folder.new_generation()?;
            let engine = create_engine(&generation)?;
            target.engine = Some((generation, engine));
        }
        Ok(target)
    }

    /// The canonical roots of this run: those typed, or else all of the earlier runs; none below
    /// another.
    fn roots(&self, places: &Places, typed: &[PathBuf]) -> Result<Vec<PathBuf>, IndexError> {
        let old: Vec<PathBuf>;
        let wanted = if typed.is_empty() {
            old = self
                .old_roots
                .iter()
                .map(|name| places.path(name))
                .collect();
            &old
        } else {
            typed
        };
        let mut roots = Vec::new();
        for root in wanted {
            let missing = || IndexError::NoSuchPath(root.clone());
            let path = places.resolve(root).map_err(|_| missing())?;
            let name = places.name(&path);
            // What is gone is removed if the index knows it; a mistyped path is an error.
            let is_known = || self.records.keys().any(|known| is_below(known, &name));
            if path.symlink_metadata().is_err() && !is_known() && !typed.is_empty() {
                return Err(missing());
            }
            roots.push(path);
        }
        roots.sort();
        roots.dedup_by(|below, above| below.starts_with(above));
        Ok(roots)
    }
}

/// A plan being carried out.
struct Run<'a> {
    target: &'a Target,
    plan: &'a Plan,
    report: &'a mut Report,
    on_event: &'a mut dyn FnMut(Event),
}

impl Run<'_> {
    fn carry_out(
        mut self,
        folder: &IndexFolder,
        names: Vec<String>,
        options: &UpdateOptions,
    ) -> Result<(), IndexError> {
        self.report.unchanged = self.plan.unchanged;
        self.report.other_kinds = self.plan.other_kinds;
        for (name, reason) in &self.plan.skipped {
            self.skipped(name, reason);
        }
        let Some((generation, engine)) = self.target.engine.as_ref().filter(|_| !options.dry_run)
        else {
            return self.read_all(None);
        };
        let roots = self.all_roots(names, folder);
        let has_work = !self.plan.to_read.is_empty() || !self.plan.vanished.is_empty();
        if has_work || !self.target.is_current || roots != self.target.old_roots {
            let threads = if self.plan.bytes() < FEW_BYTES {
                1
            } else {
                std::thread::available_parallelism()
                    .map_or(1, usize::from)
                    .min(8)
            };
            let memory = threads * MEMORY_PER_THREAD;
            let transaction = Transaction::begin(engine, &self.target.fields, threads, memory)?;
            self.read_all(Some(&transaction))?;
            transaction.commit(&Manifest::new(roots))?;
            let vocabulary = Vocabulary::derive(&engine.reader()?.searcher(), &self.target.fields)?;
            vocabulary.write(generation, engine.load_metas()?.opstamp)?;
            self.report.articles = vocabulary.statistics().articles;
            if !self.target.is_current {
                folder.set_current(generation)?;
                folder.remove_other_generations()?;
            }
        } else {
            let opstamp = engine.load_metas()?.opstamp;
            let vocabulary = match Vocabulary::open(generation, opstamp)? {
                Some(vocabulary) => vocabulary,
                None => {
                    let derived =
                        Vocabulary::derive(&engine.reader()?.searcher(), &self.target.fields)?;
                    derived.write(generation, opstamp)?;
                    derived
                }
            };
            self.report.articles = vocabulary.statistics().articles;
        }
        Ok(())
    }

    /// The roots of this run and of earlier ones, sorted, none below another.
    fn all_roots(&self, names: Vec<String>, _folder: &IndexFolder) -> Vec<String> {
        let mut roots = names;
        if self.target.is_current {
            roots.extend(self.target.old_roots.iter().cloned());
        }
        roots.sort();
        roots.dedup_by(|below, above| is_below(below, above));
        roots
    }

    /// Removes what vanished and reads what is to be read; without a transaction, only tells.
    fn read_all(&mut self, transaction: Option<&Transaction>) -> Result<(), IndexError> {
        for name in &self.plan.vanished {
            if let Some(transaction) = transaction {
                transaction.remove(name);
            }
            self.report.removed += 1;
            (self.on_event)(Event::Removed(name));
        }
        let total = self.plan.bytes();
        for file in &self.plan.to_read {
            match read(file) {
                Ok(contents) => self.take(file, contents, transaction)?,
                Err(reason) => self.skipped(&file.name, &reason.to_string()),
            }
            self.report.bytes += file.stamp.size;
            (self.on_event)(Event::Progress {
                done: self.report.bytes,
                total,
            });
        }
        Ok(())
    }

    /// Puts a file that was read in the place of what was known of it.
    fn take(
        &mut self,
        file: &FoundFile,
        contents: Contents,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        let mut record = FileRecord {
            stamp: file.stamp,
            hash: contents.hash,
            skipped: None,
        };
        if is_fresh(file) {
            record.stamp.modified = 0;
        }
        let known = self.target.records.get(&file.name);
        let is_same = known.is_some_and(|known| known.hash == contents.hash);
        let reason = contents.articles.as_ref().err().map(ToString::to_string);
        record.skipped.clone_from(&reason);
        match (&reason, known) {
            (Some(reason), _) => self.skipped(&file.name, reason),
            (None, Some(_)) if is_same => self.report.unchanged += 1,
            (None, Some(_)) => {
                self.report.changed += 1;
                (self.on_event)(Event::Changed(&file.name));
            }
            (None, None) => {
                self.report.added += 1;
                (self.on_event)(Event::Added(&file.name));
            }
        }
        let Some(transaction) = transaction else {
            return Ok(());
        };
        if is_same {
            if known != Some(&record) {
                transaction.remove_record(&file.name);
                transaction.add_record(&file.name, &record)?;
            }
            return Ok(());
        }
        if known.is_some() {
            transaction.remove(&file.name);
        }
        transaction.add_record(&file.name, &record)?;
        for article in contents.articles.unwrap_or_default() {
            transaction.add_article(&file.name, &article)?;
        }
        Ok(())
    }

    fn skipped(&mut self, name: &str, reason: &str) {
        self.report.skipped += 1;
        (self.on_event)(Event::Skipped(name, reason));
    }
}

/// Buffers for each writing thread, in bytes; when they are full, a segment is written.
const MEMORY_PER_THREAD: usize = 100 << 20;

fn is_fresh(file: &FoundFile) -> bool {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_nanos();
    let modified = u128::try_from(file.stamp.modified).unwrap_or(0);
    now.saturating_sub(modified) < TICK.as_nanos()
}

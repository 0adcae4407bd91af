//! Bringing an index up to date with the corpus.
//!
//! Only files whose stamp changed are read; what changed, came and went is one commit. Knows the
//! order of the steps; each step is a module of its own.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tantivy::Index as Engine;

use super::apply::Application;
use super::error::IndexError;
use super::folder::IndexFolder;
use super::manifest::Manifest;
use super::options::{Patience, UpdateOptions};
use super::plan::Plan;
use super::report::{Event, Report};
use super::seal::Seal;
use super::target::Target;
use super::write::Transaction;
use crate::corpus::name::STDIN;
use crate::corpus::{Places, Walk};

/// Below this many bytes to read, one thread writes: fewer segments are faster to search.
const FEW_BYTES: u64 = 16 << 20;

/// Buffers for each writing thread, in bytes; when they are full, a segment is written.
const MEMORY_PER_THREAD: usize = 100 << 20;

/// With less than this, a thread does not begin.
const LEAST_MEMORY_PER_THREAD: usize = 16 << 20;

/// The most threads that tantivy writes with.
const MOST_THREADS: usize = 8;

/// Brings the index in `folder` up to date with the files at and below `roots`, as typed; with no
/// roots, with those of the last runs; `-` is standard input. Tells `on_event` what happens to each file.
///
/// # Errors
/// If the index cannot be written, or one of the roots neither exists nor is known to the index. A
/// single file that cannot be read is no error but an event.
pub fn update(
    folder: &IndexFolder,
    places: &Places,
    roots: &[PathBuf],
    options: &UpdateOptions,
    on_event: &mut dyn FnMut(Event),
) -> Result<Report, IndexError> {
    let start = Instant::now();
    refuse_to_begin_with_nothing(folder, places, roots, options)?;
    let patience = match options.patience {
        Patience::Fail => Duration::ZERO,
        Patience::Wait => Duration::MAX,
    };
    let _lock = if options.dry_run {
        None
    } else {
        let lock = folder.lock(patience)?;
        remove_leftovers(folder, options)?;
        Some(lock)
    };
    let is_stdin_wanted = roots.iter().any(|root| root.as_os_str() == STDIN);
    let are_named = !roots.is_empty() || options.listed.is_some();
    let target = Target::open(folder, options)?;
    let (roots, missing) = target.roots(folder, places, roots, options.listed.as_deref())?;
    let index = folder
        .path()
        .canonicalize()
        .unwrap_or_else(|_| folder.path().to_path_buf());
    let walk = Walk {
        places,
        index: &index,
        follow_links: options.follow_links,
        selection: &options.selection,
    };
    let roots_of_run = (&*roots, are_named);
    let mut plan = Plan::make(&walk, roots_of_run, &target.records, options.rehash);
    plan.add_missing(missing);
    if is_stdin_wanted {
        plan.add_stdin();
    }
    let mut report = Report::default();
    let mut application = Application {
        target: &target,
        plan: &plan,
        report: &mut report,
        on_event,
    };
    application.begin();
    if options.dry_run {
        application.run(None)?;
    } else {
        let all_roots = target.all_roots(places, &roots);
        let is_manifest_new = all_roots != target.old_roots || target.is_reading_new;
        let manifest = (plan.has_work() || !target.is_current || is_manifest_new)
            .then(|| Manifest::new(all_roots, target.reading.clone()));
        let written = write(folder, &mut application, manifest.as_ref(), options.memory);
        if written.is_err() {
            let _ = remove_leftovers(folder, options); // the first error is told
        }
        report.articles = written?;
    }
    report.took = start.elapsed();
    Ok(report)
}

/// Before anything is made on disk: there must be something to index.
fn refuse_to_begin_with_nothing(
    folder: &IndexFolder,
    places: &Places,
    roots: &[PathBuf],
    options: &UpdateOptions,
) -> Result<(), IndexError> {
    let is_there = if options.rebuild {
        !folder.generations()?.is_empty()
    } else {
        folder.current()?.is_some()
    };
    if is_there {
        return Ok(());
    }
    if roots.is_empty() && options.listed.is_none() {
        return Err(IndexError::Missing(folder.path().to_path_buf()));
    }
    let exists = |root: &Path| {
        root.as_os_str() == STDIN
            || places
                .resolve(root)
                .is_ok_and(|path| path.symlink_metadata().is_ok())
    };
    match roots.iter().find(|root| !exists(root)) {
        Some(missing) => Err(IndexError::NoSuchPath(missing.clone())),
        None => Ok(()),
    }
}

/// Removes generations that runs before this left unfinished.
fn remove_leftovers(folder: &IndexFolder, options: &UpdateOptions) -> Result<(), IndexError> {
    // Where none serves, a rebuild may want to know from one what to read.
    if options.rebuild && !folder.current().is_ok_and(|current| current.is_some()) {
        return Ok(());
    }
    folder.remove_other_generations()
}

/// Applies the plan, commits with `manifest` if there is anything to, and brings all else on disk up to
/// it. How many articles there are then.
fn write(
    folder: &IndexFolder,
    application: &mut Application,
    manifest: Option<&Manifest>,
    memory: Option<usize>,
) -> Result<u64, IndexError> {
    let target = application.target;
    let Some((generation, engine)) = &target.engine else {
        return Ok(0);
    };
    if let Some(manifest) = manifest {
        commit(application, (generation, engine), manifest, memory)
            .map_err(|error| target.first_error.behind(error, generation))?;
    }
    let articles = target.vocabulary()?.statistics().articles;
    Seal::renew(engine, generation, folder.path())?;
    if !target.is_current {
        folder.set_current(generation)?;
        folder.remove_other_generations()?;
    }
    Ok(articles)
}

fn commit(
    application: &mut Application,
    (generation, engine): (&Path, &Engine),
    manifest: &Manifest,
    memory: Option<usize>,
) -> Result<(), IndexError> {
    let threads = if application.plan.is_small(FEW_BYTES) {
        1
    } else {
        std::thread::available_parallelism()
            .map_or(1, usize::from)
            .min(MOST_THREADS)
    };
    let memory = memory.unwrap_or(threads * MEMORY_PER_THREAD);
    let threads = threads.min(memory / LEAST_MEMORY_PER_THREAD).max(1);
    let memory = memory.max(LEAST_MEMORY_PER_THREAD);
    let fields = &application.target.fields;
    let transaction = Transaction::begin(engine, fields, threads, memory)?;
    application.run(Some(&transaction))?;
    Seal::break_open(generation)?;
    transaction.commit(manifest)
}

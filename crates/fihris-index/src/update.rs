//! Bringing an index up to date with the corpus.
//!
//! Only files whose fingerprint changed are read; what changed, came and went is one commit. Knows the
//! order of the steps; each step is a module of its own.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tantivy::Index as Engine;

use super::atomic_write::make_folder;
use super::copies::{ComparedTexts, Copies};
use super::derived_file::DerivedFile;
use super::error::IndexError;
use super::folder::IndexFolder;
use super::inputs::{Inputs, Source};
use super::manifest::Manifest;
use super::options::UpdateOptions;
use super::plan::{Known, Plan};
use super::report::{Event, Report};
use super::roots::Roots;
use super::update_run::UpdateRun;
use super::update_target::UpdateTarget;
use super::verified::VerifiedFiles;
use super::versions::Versions;
use super::vocabulary::Vocabulary;
use super::writer::Transaction;
use fihris_corpus::name::{STDIN, is_stream};
use fihris_corpus::{Article, Format, PathNames, Preprocessors, SkipReason, Walk};

/// Below this many bytes to read, one thread writes: fewer segments are faster to search.
const FEW_BYTES: u64 = 16 << 20;

/// Buffers for each writing thread, in bytes; when they are full, a segment is written.
const MEMORY_PER_THREAD: usize = 100 << 20;

/// With less than this, a thread does not begin.
pub(super) const LEAST_MEMORY_PER_THREAD: usize = 16 << 20;

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
    path_names: &PathNames,
    roots: &[PathBuf],
    options: &UpdateOptions,
    on_event: &mut dyn FnMut(Event),
) -> Result<Report, IndexError> {
    let open = |path: &Path| Ok(Box::new(File::open(path)?) as Box<dyn Source>);
    let inputs = Inputs {
        open: &open,
        articles: None,
    };
    update_from(folder, path_names, roots, (options, inputs), on_event)
}

/// Adds `articles` to those that came by the stream of `options` before. One whose id came before takes the place of
/// the one with that id; one without an id is known by its contents.
///
/// # Errors
/// If the index cannot be written.
pub fn add_articles(
    folder: &IndexFolder,
    articles: impl IntoIterator<Item = Article>,
    options: &UpdateOptions,
) -> Result<Report, IndexError> {
    make_folder(folder.path()).map_err(IndexError::making_folder(folder.path()))?;
    let names = PathNames::new(folder.path(), folder.path());
    let names = names.map_err(IndexError::reading(folder.path()))?;
    let inputs = Inputs {
        open: &|_| Err(io::ErrorKind::NotFound.into()),
        articles: Some(Box::new(articles.into_iter())),
    };
    let roots = [PathBuf::from(STDIN)];
    update_from(folder, &names, &roots, (options, inputs), &mut |_| {})
}

/// The same with these inputs.
pub(super) fn update_from(
    folder: &IndexFolder,
    path_names: &PathNames,
    roots: &[PathBuf],
    (options, inputs): (&UpdateOptions, Inputs),
    on_event: &mut dyn FnMut(Event),
) -> Result<Report, IndexError> {
    let start = Instant::now();
    refuse_to_begin_with_nothing(folder, path_names, roots, options)?;
    let _lock = if options.dry_run {
        None
    } else {
        let lock = folder.lock(options.lock_wait.longest())?;
        remove_generations(folder, options)?;
        Some(lock)
    };
    let mut report = Report::default();
    let done = UpdateTarget::open(folder, options).and_then(|target| {
        run(
            folder,
            path_names,
            roots,
            (options, inputs),
            &target,
            (&mut report, on_event),
        )
    });
    if done.is_err() && !options.dry_run {
        let _ = remove_generations(folder, options); // the first error is told
    }
    done?;
    report.took = start.elapsed();
    Ok(report)
}

/// Plans and does what is to be done to `target`.
fn run(
    folder: &IndexFolder,
    path_names: &PathNames,
    typed: &[PathBuf],
    (options, inputs): (&UpdateOptions, Inputs),
    target: &UpdateTarget,
    (report, on_event): (&mut Report, &mut dyn FnMut(Event)),
) -> Result<(), IndexError> {
    let roots = Roots::resolve(target, path_names, typed, options.listed.as_deref())?;
    let is_stdin_wanted = typed.iter().any(|path| path.as_os_str() == STDIN);
    let earlier = &target.earlier;
    let mut names = earlier.records.keys().chain(&earlier.unreadable);
    let has_streams = names.any(|name| is_stream(name));
    let is_named = !typed.is_empty() || options.listed.is_some();
    if roots.of_run.is_empty() && !is_named && !has_streams {
        return Err(IndexError::NoRoots(folder.path().to_path_buf()));
    }
    let index = folder
        .path()
        .canonicalize()
        .unwrap_or_else(|_| folder.path().to_path_buf());
    let walk = Walk {
        path_names,
        index: &index,
        is_index: IndexFolder::is_index,
        follow_links: target.follow_links,
        preprocessors: &target.preprocessors,
        selection: &options.selection,
    };
    let known = Known {
        records: &target.earlier.records,
        outdated: &target.outdated,
        kinds: &target.earlier.kinds,
        names_passed_over: options.names_passed_over,
        rehash: options.rehash || options.rebuild,
        is_unreadable: target.earlier.is_unreadable(),
    };
    let mut plan = Plan::make(&walk, &roots.of_run, &known);
    plan.add_missing(roots.missing);
    plan.stream = is_stdin_wanted.then(|| options.stream.clone());
    let mut application = UpdateRun::begin((target, &plan), report, on_event, inputs)?;
    if options.dry_run {
        return application.run(None);
    }
    let is_manifest_new = roots.all != target.old_roots || target.is_reading_new;
    let manifest = (plan.has_work() || !target.is_current || is_manifest_new)
        .then(|| target.manifest(roots.all));
    let articles = write(folder, &mut application, manifest.as_ref(), options.memory)?;
    application.report.articles = articles;
    Ok(())
}

/// Before anything is made on disk: there must be something to index.
fn refuse_to_begin_with_nothing(
    folder: &IndexFolder,
    path_names: &PathNames,
    roots: &[PathBuf],
    options: &UpdateOptions,
) -> Result<(), IndexError> {
    let programs = options.preprocessors.as_deref().unwrap_or_default();
    let programs = Preprocessors::new(programs).unwrap_or_default();
    let not_read = |path: &PathBuf| {
        let path = path_names.resolve(path).ok()?;
        if path.is_dir() {
            return IndexFolder::is_index(&path).then_some(SkipReason::Index);
        }
        let is_preprocessed = programs.of(&path).is_some();
        let is_unknown = !is_preprocessed && path.is_file() && Format::from_path(&path).is_none();
        is_unknown.then(|| Format::unknown(&path))
    };
    let reasons: Option<Vec<SkipReason>> = roots.iter().map(not_read).collect();
    if let (Some(path), Some([reason, ..])) = (roots.first(), reasons.as_deref())
        && options.listed.is_none()
    {
        let (path, reason) = (path.clone(), reason.clone());
        return Err(IndexError::NotRead { path, reason });
    }
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
            || path_names
                .resolve(root)
                .is_ok_and(|path| path.symlink_metadata().is_ok())
    };
    match roots.iter().find(|root| !exists(root)) {
        Some(missing) => Err(IndexError::NoSuchPath(missing.clone())),
        None => Ok(()),
    }
}

/// Removes generations that runs before this left unfinished.
fn remove_generations(folder: &IndexFolder, options: &UpdateOptions) -> Result<(), IndexError> {
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
    application: &mut UpdateRun,
    manifest: Option<&Manifest>,
    memory: Option<usize>,
) -> Result<u64, IndexError> {
    let target = application.target;
    let Some((_, engine)) = &target.engine else {
        return Ok(0);
    };
    if let Some(manifest) = manifest {
        commit(application, engine, manifest, memory)
            .map_err(|error| target.first_error.behind(error))?;
    }
    bring_up(folder, target)
}

/// Brings all else on disk up to the last commit. How many articles there are in that.
pub(super) fn bring_up(folder: &IndexFolder, target: &UpdateTarget) -> Result<u64, IndexError> {
    let Some((generation, _)) = &target.engine else {
        return Ok(0);
    };
    let articles = target.vocabulary(folder)?.statistics().articles;
    let save = |has_served| {
        let derived = [
            Vocabulary::FILE,
            Vocabulary::RECENT_FILE,
            Versions::FILE,
            Copies::FILE,
            ComparedTexts::FILE,
        ];
        VerifiedFiles::save(generation, folder.path(), &derived, has_served)
    };
    save(target.is_current)?;
    if !target.is_current {
        folder.set_current(generation)?;
        save(true)?;
        folder.remove_other_generations()?;
    }
    Ok(articles)
}

fn commit(
    application: &mut UpdateRun,
    engine: &Engine,
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
    let target = application.target;
    let first_error = &target.first_error;
    let transaction = Transaction::begin(engine, &target.fields, threads, memory, first_error)?;
    application.run(Some(&transaction))?;
    let streams = application.streams();
    transaction.commit(&Manifest {
        streams,
        ..manifest.clone()
    })
}

//! Removing: what came from a root, a path or a stream is taken out of the index.
//!
//! The one way by which articles leave that came by a stream, or whose files are still there: by a name, or each by
//! itself. Knows names and records, reads no file of the corpus.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::error::IndexError;
use super::file_counts::count_articles;
use super::folder::IndexFolder;
use super::lock::LockWait;
use super::manifest::Manifest;
use super::options::UpdateOptions;
use super::record::FileRecord;
use super::update::{LEAST_MEMORY_PER_THREAD, bring_up};
use super::update_target::UpdateTarget;
use super::writer::Transaction;
use fihris_corpus::name::{above, below, is_hidden_below, is_stream};
use fihris_corpus::{ArticleId, FileName, PathNames};

/// How to remove.
#[derive(Clone, Copy, Debug, Default)]
pub struct RemoveOptions {
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
    /// What to do while another process writes.
    pub lock_wait: LockWait,
}

/// What something was that is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file or folder that the index was made from, or one above such.
    Root,
    /// A file or folder below one.
    Path,
    /// What came by standard input under one name.
    Stream,
}

/// Something that is removed, or with a dry run would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// Its name in the index.
    pub name: FileName,
    /// What it was.
    pub origin: Origin,
    /// Files of it that the index knew; 1 for a stream.
    pub files: u64,
    /// Articles of it.
    pub articles: u64,
    /// The root that it lies below, if the next run finds it there and reads it again.
    pub comes_again_by: Option<FileName>,
}

/// What a run of removing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// What was removed.
    pub removals: Vec<Removal>,
    /// What was typed that nothing in the index is of.
    pub unknown: Vec<PathBuf>,
    /// Articles in the index at the end; with a dry run, before it.
    pub articles: u64,
}

/// Takes what is `typed` (files, folders, `-` or `-:NAME` for streams) out of the index in `folder`. Roots are
/// forgotten, so that no run reads them again.
///
/// # Errors
/// If there is no index, it cannot be written, or something typed is a part of an archive: those stay whole.
pub fn remove(
    folder: &IndexFolder,
    path_names: &PathNames,
    typed: &[PathBuf],
    options: RemoveOptions,
) -> Result<Removed, IndexError> {
    if folder.current()?.is_none() {
        return Err(IndexError::Missing(folder.path().to_path_buf()));
    }
    let _lock = if options.dry_run {
        None
    } else {
        Some(folder.lock(options.lock_wait.longest())?)
    };
    let target = UpdateTarget::open(folder, &UpdateOptions::default())?;
    let mut removed = Removed::default();
    let articles = articles(&target)?;
    removed.articles = articles.values().sum();
    let roots = target.old_roots.iter().map(FileName::as_str);
    let roots: BTreeMap<&str, usize> = roots.zip(0..).collect();
    for path in typed {
        match removal(&target, path_names, path, &articles, &roots)? {
            Some(removal) => removed.removals.push(removal),
            None => removed.unknown.push(path.clone()),
        }
    }
    // A folder that is forgotten, too, brings nothing back.
    let names = removed.removals.iter().map(|removal| removal.name.clone());
    let names: HashSet<FileName> = names.collect();
    for removal in &mut removed.removals {
        let root = removal.comes_again_by.as_deref();
        if root.is_some_and(|root| above(root).any(|name| names.contains(name))) {
            removal.comes_again_by = None;
        }
    }
    if !options.dry_run && !removed.removals.is_empty() {
        let is_removed = |name: &str| above(name).any(|name| names.contains(name));
        removed.articles = write(folder, &target, |transaction| {
            remove_files(&target, transaction, is_removed)
        })?;
    }
    Ok(removed)
}

/// Takes `articles` out of the index in `folder`, each by its id, its file and its place in that; how many are left. They
/// come again when their files are read again: if these change, or in a rebuild.
///
/// # Errors
/// If there is no index, or it cannot be written.
pub fn remove_articles(
    folder: &IndexFolder,
    articles: &[(ArticleId, FileName, u64)],
    lock_wait: LockWait,
) -> Result<u64, IndexError> {
    if folder.current()?.is_none() {
        return Err(IndexError::Missing(folder.path().to_path_buf()));
    }
    let _lock = folder.lock(lock_wait.longest())?;
    let target = UpdateTarget::open(folder, &UpdateOptions::default())?;
    write(folder, &target, |transaction| {
        for (id, file, place) in articles {
            transaction.remove_article(id, file, *place)?;
        }
        let records = target.earlier.records.keys();
        Ok(manifest(&target, records, target.old_roots.clone()))
    })
}

/// What is known of `path`, as typed.
fn removal(
    target: &UpdateTarget,
    path_names: &PathNames,
    path: &Path,
    articles: &BTreeMap<FileName, u64>,
    roots: &BTreeMap<&str, usize>,
) -> Result<Option<Removal>, IndexError> {
    let (name, file) = match path.to_str() {
        Some(name) if is_stream(name) && !name.contains('/') => (name.into(), None),
        _ => {
            let file = path_names.absolute(path);
            (path_names.name(&file), Some(file))
        }
    };
    let records = &target.earlier.records;
    let is_archive = |above: &&str| records.get(*above).is_some_and(FileRecord::was_read);
    let archive = above(&name).skip(1).find(is_archive).map(FileName::from);
    if let Some(archive) = archive {
        return Err(IndexError::InArchive { name, archive });
    }
    let known = below(records, &name);
    let (mut is_known, mut files) = (false, 0);
    for (_, record) in known {
        is_known = true;
        // The others are of folders that could not be looked at.
        files += u64::from(record.was_read() || record.skipped.is_some());
    }
    let is_root = below(roots, &name).next().is_some();
    if !is_known && !is_root {
        return Ok(None);
    }
    let is_there = file.is_some_and(|file| file.symlink_metadata().is_ok());
    let is_above =
        |root: &&str| roots.contains_key(*root) && name != **root && !is_hidden_below(&name, root);
    let root = above(&name).filter(is_above).last().filter(|_| is_there);
    let of_it = below(articles, &name);
    Ok(Some(Removal {
        origin: match () {
            () if is_stream(&name) => Origin::Stream,
            () if is_root => Origin::Root,
            () => Origin::Path,
        },
        files,
        articles: of_it.map(|(_, articles)| articles).sum(),
        comes_again_by: root.map(FileName::from),
        name,
    }))
}

/// How many articles there are of each file, those in an archive each by itself.
fn articles(target: &UpdateTarget) -> Result<BTreeMap<FileName, u64>, IndexError> {
    let mut articles = BTreeMap::new();
    if let Some((_, engine)) = &target.engine {
        let searcher = engine.reader()?.searcher();
        count_articles(&searcher, &target.fields.article, |file, count| {
            *articles.entry(file.into()).or_default() += count;
        })?;
    }
    Ok(articles)
}

/// Takes out the files and streams that `is_removed`; what is left.
fn remove_files(
    target: &UpdateTarget,
    transaction: &Transaction,
    is_removed: impl Fn(&str) -> bool,
) -> Result<Manifest, IndexError> {
    let records = target.earlier.records.keys();
    let (removed, left): (Vec<_>, Vec<_>) = records.partition(|name| is_removed(name));
    for name in removed {
        transaction.remove(name)?;
    }
    for folder in target.earlier.kinds.keys().filter(|name| is_removed(name)) {
        transaction.remove_kinds(folder);
    }
    let mut roots = target.old_roots.clone();
    roots.retain(|root| !is_removed(root));
    Ok(manifest(target, left.into_iter(), roots))
}

/// That of an index in which these records and roots are left.
fn manifest<'a>(
    target: &UpdateTarget,
    records: impl Iterator<Item = &'a FileName>,
    roots: Vec<FileName>,
) -> Manifest {
    let streams = records.filter(|name| is_stream(name));
    Manifest {
        streams: streams.cloned().collect(),
        ..target.manifest(roots)
    }
}

/// Commits what `take_out` takes out, and says is left; how many articles that are.
fn write(
    folder: &IndexFolder,
    target: &UpdateTarget,
    take_out: impl FnOnce(&Transaction) -> Result<Manifest, IndexError>,
) -> Result<u64, IndexError> {
    let Some((_, engine)) = &target.engine else {
        return Ok(0);
    };
    let commit = || {
        let (fields, first_error) = (&target.fields, &target.first_error);
        let memory = LEAST_MEMORY_PER_THREAD;
        let transaction = Transaction::begin(engine, fields, 1, memory, first_error)?;
        let manifest = take_out(&transaction)?;
        transaction.commit(&manifest)
    };
    commit().map_err(|error| target.first_error.behind(error))?;
    bring_up(folder, target)
}

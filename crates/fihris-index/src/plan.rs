//! The plan of a run: what the corpus on disk and the records of the index say together.
//!
//! Compares names, fingerprints and records; reads no file.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::record::{FileRecord, knows};
use super::roots::Root;
use fihris_corpus::inside;
use fihris_corpus::name::{above, is_hidden_below, is_stream};
use fihris_corpus::{
    FileFingerprint, FileName, FoundFile, Kinds, SkipReason, Stream, Walk, WalkEvent,
};

/// What to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are new, or may have changed.
    pub to_read: Vec<FoundFile>,
    /// The stream that standard input is.
    pub stream: Option<Stream>,
    /// Names of files that are gone.
    pub vanished: Vec<FileName>,
    /// Names of files that stay as they are and have articles.
    pub unchanged: u64,
    /// What stays as it is and is not in the index, or not as it is now, by name, and why.
    pub skipped: Vec<(FileName, SkipReason)>,
    /// What could not be looked at and was not known to be so, by name, and why.
    pub unread: Vec<(FileName, SkipReason)>,
    /// Names of files that should be read again, but are not there to be.
    pub outdated: Vec<FileName>,
    /// Files of kinds that are not read: those that this run sees, and those in archives that did not change.
    pub kinds: Kinds,
    /// The same by the folder they are in, with those in folders that this run does not look at, if that is not
    /// as it was.
    pub kinds_by_folder: Option<BTreeMap<FileName, Kinds>>,
    /// Whether the names of what is passed over are asked for.
    pub names_passed_over: bool,
    /// The names of files of such kinds, and of folders that hold an index, if they are asked for.
    pub passed_over: Vec<(FileName, Option<SkipReason>)>,
}

/// What is known before a run.
pub struct Known<'a> {
    /// What was indexed.
    pub records: &'a BTreeMap<FileName, FileRecord>,
    /// The names of files that are to be read again although they did not change.
    pub outdated: &'a HashSet<FileName>,
    /// How many files of kinds that are not read are in which folder.
    pub kinds: &'a BTreeMap<FileName, Kinds>,
    /// Whether to read all.
    pub rehash: bool,
    /// Whether the names of what is passed over are asked for.
    pub names_passed_over: bool,
    /// Whether the records cannot be read, so that anything may have been indexed.
    pub is_unreadable: bool,
}

impl Plan {
    /// Compares the files at and below `roots`, none of which lies below another, with what is `known`. What
    /// is known of a root with nothing in it is gone if the root is named for this run, and else stays: a
    /// disk may not be mounted.
    #[must_use]
    pub fn make(walk: &Walk, roots: &[Root], known: &Known) -> Self {
        let mut plan = Self {
            names_passed_over: known.names_passed_over,
            ..Self::default()
        };
        let mut present = HashSet::new();
        let mut hidden = HashSet::new();
        let mut seen = BTreeMap::new();
        for root in roots {
            let is_known = known.is_unreadable || knows(known.records, &root.name);
            if !root.is_named && holds_nothing(&root.path) && is_known {
                hidden.insert(root.name.clone());
                plan.unread(&root.name, SkipReason::Gone, known);
                continue;
            }
            let events = is_there(&root.path).then(|| walk.events(&root.path));
            for event in events.into_iter().flatten() {
                match event {
                    WalkEvent::OtherKind(name) => {
                        let folder = above(&name).nth(1).unwrap_or(&name);
                        let kinds: &mut Kinds = seen.entry(FileName::from(folder)).or_default();
                        kinds.add(&name);
                        plan.pass_over(name, None);
                    }
                    WalkEvent::Index(name) => plan.pass_over(name, Some(SkipReason::Index)),
                    WalkEvent::Skipped(name, reason) => {
                        if reason.is_unknown_content() {
                            hidden.insert(name.clone());
                        } else if !known.records.get(&name).is_some_and(FileRecord::was_read) {
                            present.insert(name.clone());
                        }
                        plan.unread(&name, reason, known);
                    }
                    WalkEvent::File(file) => {
                        present.insert(file.name.clone());
                        plan.compare(file, known);
                    }
                }
            }
        }
        let roots: HashMap<&str, &Path> = roots
            .iter()
            .map(|root| (&*root.name, &*root.path))
            .collect();
        // Whatever this run does not look at stays, gone or not.
        let is_looked_at = |name: &str| {
            let mut roots = above(name)
                .filter(|folder| !is_hidden_below(name, folder))
                .filter_map(|folder| roots.get(folder));
            let path = walk.path_names.path(name);
            roots
                .next()
                .is_some_and(|root| walk.selection.allows(inside(&path, root)))
                && !above(name).any(|folder| hidden.contains(folder))
        };
        // A file and a folder have not the same name, so that what is there tells also of what is not looked at: an
        // archive that became a folder must not take with it what lies in that.
        let folders: HashSet<&str> = present
            .iter()
            .flat_map(|name| above(name).skip(1))
            .collect();
        let is_displaced = |name: &str| {
            folders.contains(name) || above(name).skip(1).any(|folder| present.contains(folder))
        };
        let is_gone = |name: &&FileName| {
            !present.contains(*name) && (is_looked_at(name) || is_displaced(name))
        };
        plan.vanished = known.records.keys().filter(is_gone).cloned().collect();
        for kinds in seen.values() {
            plan.kinds.add_all(kinds);
        }
        for (folder, kinds) in known.kinds {
            if !seen.contains_key(folder) && !is_looked_at(folder) {
                seen.insert(folder.clone(), kinds.clone());
            }
        }
        plan.kinds_by_folder = (seen != *known.kinds).then_some(seen);
        plan.read_outdated(walk, known, |name| {
            present.contains(name) || is_looked_at(name)
        });
        plan
    }

    /// Adds paths that are named in a list, but are not there.
    pub fn add_missing(&mut self, names: Vec<FileName>) {
        let missing = names.into_iter().map(|name| (name, SkipReason::Missing));
        self.skipped.extend(missing);
    }

    /// The name of the stream that standard input is.
    #[must_use]
    pub fn stream_name(&self) -> Option<&str> {
        self.stream.as_ref().map(Stream::name)
    }

    /// Whether anything is to be done.
    #[must_use]
    pub fn has_work(&self) -> bool {
        !(self.to_read.is_empty()
            && self.vanished.is_empty()
            && self.unread.is_empty()
            && self.outdated.is_empty()
            && self.kinds_by_folder.is_none()
            && self.stream.is_none())
    }

    /// Whether no more than `bytes` are to be read, for all that is known.
    #[must_use]
    pub fn is_small(&self, bytes: u64) -> bool {
        self.bytes() <= bytes && self.stream.is_none()
    }

    /// The bytes to read.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.to_read.iter().map(|file| file.fingerprint.size).sum()
    }

    /// Takes what is not read, which is no failure.
    fn pass_over(&mut self, name: FileName, reason: Option<SkipReason>) {
        if self.names_passed_over {
            self.passed_over.push((name, reason));
        }
    }

    /// Takes what could not be looked at.
    fn unread(&mut self, name: &str, reason: SkipReason, known: &Known) {
        let record = known.records.get(name);
        if record.is_some_and(|record| record.unread.as_ref() == Some(&reason)) {
            self.skipped.push((name.into(), reason));
        } else {
            self.unread.push((name.into(), reason));
        }
    }

    fn compare(&mut self, file: FoundFile, known: &Known) {
        match known.records.get(&file.name) {
            Some(record)
                if record.fingerprint == Some(file.fingerprint)
                    && !known.rehash
                    && !known.outdated.contains(&file.name) =>
            {
                self.kinds.add_all(&record.kinds);
                if !record.kinds.is_empty() {
                    let inside = SkipReason::KindsInside(record.kinds.clone());
                    self.pass_over(file.name.clone(), Some(inside));
                }
                self.unchanged += u64::from(record.problem().is_none());
                let reason = record.problem().or(record.parts.as_ref());
                let skipped = reason.map(|reason| (file.name, reason.clone()));
                self.skipped.extend(skipped);
            }
            _ => self.to_read.push(file),
        }
    }

    /// Has files read again that this run does not look at otherwise, so that all are read alike.
    fn read_outdated(&mut self, walk: &Walk, known: &Known, is_looked_at: impl Fn(&str) -> bool) {
        let mut outdated: Vec<&FileName> = known.outdated.iter().collect();
        outdated.retain(|name| !is_looked_at(name));
        outdated.sort();
        for name in outdated {
            let path = walk.path_names.path(name);
            let metadata = fs::metadata(&path).ok().filter(fs::Metadata::is_file);
            match (metadata, walk.format(&path)) {
                (Some(metadata), Some((format, preprocessor))) if !is_stream(name) => {
                    self.to_read.push(FoundFile {
                        path,
                        name: name.clone(),
                        format,
                        preprocessor,
                        fingerprint: FileFingerprint::from_metadata(&metadata),
                    });
                }
                _ => self.outdated.push(name.clone()),
            }
        }
    }
}

/// Whether there is something at `path`, or something that keeps us from seeing it.
fn is_there(path: &Path) -> bool {
    use ErrorKind::{NotADirectory, NotFound};
    let found = path.symlink_metadata();
    found.map_or_else(
        |error| !matches!(error.kind(), NotFound | NotADirectory),
        |_| true,
    )
}

/// Whether `root` is not there, or an empty folder.
fn holds_nothing(root: &Path) -> bool {
    match fs::read_dir(root) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => root.symlink_metadata().is_err(),
    }
}

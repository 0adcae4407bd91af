//! The plan of a run: what the corpus on disk and the records of the index say together.
//!
//! Knows names, stamps and records; reads no file.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::record::{FileRecord, knows};
use crate::corpus::format::Kind;
use crate::corpus::name::{STDIN, above};
use crate::corpus::{Format, FoundFile, SkipReason, Stamp, Walk, WalkEvent};

/// What to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are new, or whose stamp changed.
    pub to_read: Vec<FoundFile>,
    /// Names of files that are gone.
    pub vanished: Vec<String>,
    /// Names of files that stay as they are and have articles.
    pub unchanged: u64,
    /// What has no articles without being read again, by name, and why.
    pub skipped: Vec<(String, String)>,
    /// Files of kinds that are not read.
    pub other_kinds: u64,
}

impl Plan {
    /// Compares the files at and below `roots` (canonical, none below another) with `records`. With
    /// `rehash`, files whose stamp did not change are read all the same. What is known of a root with
    /// nothing in it is gone if the roots were named for this run, and else stays: a disk may not be mounted.
    #[must_use]
    pub fn make(
        walk: &Walk,
        (roots, are_named): (&[PathBuf], bool),
        records: &BTreeMap<String, FileRecord>,
        rehash: bool,
    ) -> Self {
        let mut plan = Self::default();
        let mut present = HashSet::new();
        let mut hidden = HashSet::new();
        for root in roots {
            let name = walk.places.name(root);
            if !are_named && holds_nothing(root) && knows(records, &name) {
                plan.skip(name, &SkipReason::Gone, &mut hidden);
                continue;
            }
            let is_there = root.symlink_metadata().is_ok();
            for event in is_there.then(|| walk.events(root)).into_iter().flatten() {
                match event {
                    WalkEvent::OtherKind => plan.other_kinds += 1,
                    WalkEvent::Skipped(name, reason) => plan.skip(name, &reason, &mut hidden),
                    WalkEvent::File(file) => {
                        present.insert(file.name.clone());
                        plan.compare(file, records, rehash);
                    }
                }
            }
        }
        let roots: HashSet<String> = roots.iter().map(|root| walk.places.name(root)).collect();
        // Whatever this run does not look at stays, gone or not.
        let is_looked_at = |name: &str| {
            let root = above(name).find(|folder| roots.contains(*folder));
            root.is_some_and(|root| walk.selection.allows(inside(name, root)))
                && !above(name).any(|folder| hidden.contains(folder))
        };
        let is_gone = |name: &&String| !present.contains(*name) && is_looked_at(name);
        plan.vanished = records.keys().filter(is_gone).cloned().collect();
        plan
    }

    /// Adds what stands on standard input, which is read in any case.
    pub fn add_stdin(&mut self) {
        self.to_read.push(FoundFile {
            path: PathBuf::from(STDIN),
            name: STDIN.into(),
            format: Format::plain(Kind::Text), // its first bytes will say
            stamp: Stamp {
                size: 0,
                modified: 0,
            },
        });
    }

    /// Adds paths that are named in a list, but are not there.
    pub fn add_missing(&mut self, names: Vec<String>) {
        let reason = SkipReason::Missing.to_string();
        let missing = names.into_iter().map(|name| (name, reason.clone()));
        self.skipped.extend(missing);
    }

    /// Whether anything is to be done.
    #[must_use]
    pub fn has_work(&self) -> bool {
        !self.to_read.is_empty() || !self.vanished.is_empty()
    }

    /// Whether no more than `bytes` are to be read, for all that is known.
    #[must_use]
    pub fn is_small(&self, bytes: u64) -> bool {
        self.bytes() <= bytes && self.to_read.iter().all(|file| file.name != STDIN)
    }

    /// The bytes to read.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.to_read.iter().map(|file| file.stamp.size).sum()
    }

    fn skip(&mut self, name: String, reason: &SkipReason, hidden: &mut HashSet<String>) {
        if reason.is_unknown_content() {
            hidden.insert(name.clone());
        }
        self.skipped.push((name, reason.to_string()));
    }

    fn compare(&mut self, file: FoundFile, records: &BTreeMap<String, FileRecord>, rehash: bool) {
        match records.get(&file.name) {
            Some(record) if record.stamp == file.stamp && !rehash => match &record.skipped {
                Some(reason) => self.skipped.push((file.name, reason.clone())),
                None => self.unchanged += 1,
            },
            _ => self.to_read.push(file),
        }
    }
}

/// Whether `root` is not there, or an empty folder.
fn holds_nothing(root: &Path) -> bool {
    match fs::read_dir(root) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => root.symlink_metadata().is_err(),
    }
}

/// The name below `root`; of the root itself, the last part of its name.
fn inside<'a>(name: &'a str, root: &str) -> &'a Path {
    let below = match root {
        "." => name,
        _ => name.get(root.len()..).unwrap_or_default(),
    };
    match below.trim_start_matches('/') {
        "" => Path::new(name)
            .file_name()
            .map_or(Path::new(name), Path::new),
        below => Path::new(below),
    }
}

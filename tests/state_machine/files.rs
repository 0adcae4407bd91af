//! Files: made, changed, moved and removed, as users and programs do.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::content::{Kind, contents, same_size, spoilt, text};
use super::machine::Machine;
use super::run::ROOTS;
use super::step::{Step, Time};

/// Files below each root.
const NAMES: &[(&str, Kind)] = &[
    ("1.txt", Kind::Text),
    ("2.txt", Kind::Coded),
    ("3.html", Kind::Page),
    ("4.jsonl", Kind::Lines),
    ("5.jsonl", Kind::Lines),
    ("6.csv", Kind::Table),
    ("7.jsonl.gz", Kind::Packed),
    ("8.zip", Kind::Zip),
    ("9.tar.gz", Kind::Tar),
    ("sub/1.txt", Kind::Text),
    ("sub/2.jsonl", Kind::Lines),
    ("sub/deep/3.txt", Kind::Text),
];

/// Files below a folder that a link in the first root leads to.
const LINKED: &[(&str, Kind)] = &[("out/1.txt", Kind::Text), ("out/2.jsonl", Kind::Lines)];

/// All files that there may be, with their kinds.
pub fn slots() -> Vec<(String, Kind)> {
    let below = |root: &str| {
        let root = root.to_string();
        let names = NAMES.iter();
        names.map(move |(name, kind)| (format!("{root}/{name}"), *kind))
    };
    let linked = LINKED
        .iter()
        .map(|(name, kind)| ((*name).to_string(), *kind));
    ROOTS.into_iter().flat_map(below).chain(linked).collect()
}

impl Machine {
    /// Takes a step that changes files.
    pub(super) fn edit(&self, step: &Step) {
        match *step {
            Step::Write { slot, seed } => self.write(slot, |kind| contents(kind, seed)),
            Step::Spoil { slot } => self.write(slot, spoilt),
            Step::SameSize {
                slot,
                seed,
                keeps_time,
            } => self.rewrite(slot, seed, keeps_time),
            Step::Delete { slot } => clear(&self.slot(slot).0),
            Step::Rename { from, to } => {
                if let Some((from, to)) = self.pair(from, to) {
                    clear(&to);
                    make_parent(&to);
                    fs::rename(from, to).unwrap();
                }
            }
            Step::Swap { one, other } => self.swap(one, other),
            Step::Touch { slot, time } => touch(&self.slot(slot).0, time),
            Step::FolderForFile { slot, seed } => {
                let path = self.slot(slot).0;
                clear(&path);
                fs::create_dir_all(&path).unwrap();
                fs::write(path.join("inner.txt"), text(seed)).unwrap();
            }
            Step::MoveFolder { root } => self.move_folder(ROOTS[root % ROOTS.len()]),
            ref other => unreachable!("{other:?} changes no files"),
        }
    }

    pub(super) fn slot(&self, slot: usize) -> (PathBuf, Kind) {
        let (name, kind) = &self.slots[slot % self.slots.len()];
        (self.sandbox.path(name), *kind)
    }

    /// Two different slots of a kind, in the first of which is a file.
    fn pair(&self, one: usize, other: usize) -> Option<(PathBuf, PathBuf)> {
        let (one, kind) = self.slot(one);
        let others = self.slots.iter().filter(|(_, other)| *other == kind);
        let others: Vec<PathBuf> = others.map(|(name, _)| self.sandbox.path(name)).collect();
        let other = others[other % others.len()].clone();
        (one.is_file() && one != other).then_some((one, other))
    }

    fn write(&self, slot: usize, contents: impl Fn(Kind) -> Vec<u8>) {
        let (path, kind) = self.slot(slot);
        clear(&path);
        make_parent(&path);
        fs::write(path, contents(kind)).unwrap();
    }

    fn rewrite(&self, slot: usize, seed: u64, keeps_time: bool) {
        let (path, kind) = self.slot(slot);
        let Ok(bytes) = fs::read(&path) else { return };
        let Some(bytes) = same_size(kind, &bytes, seed) else {
            return;
        };
        let time = path.metadata().unwrap().modified().unwrap();
        fs::write(&path, bytes).unwrap();
        if keeps_time {
            set_time(&path, time);
        }
    }

    fn swap(&self, one: usize, other: usize) {
        if let Some((one, other)) = self.pair(one, other)
            && other.is_file()
        {
            let aside = self.sandbox.path("aside");
            fs::rename(&one, &aside).unwrap();
            fs::rename(&other, &one).unwrap();
            fs::rename(aside, other).unwrap();
        }
    }

    fn move_folder(&self, root: &str) {
        let [sub, moved] = ["sub", "moved"].map(|name| self.sandbox.path(root).join(name));
        if moved.exists() {
            clear(&sub);
            fs::rename(moved, sub).unwrap();
        } else if sub.exists() {
            fs::rename(sub, moved).unwrap();
        }
    }
}

/// Removes what is there.
fn clear(path: &Path) {
    if path.is_dir() {
        fs::remove_dir_all(path).unwrap();
    } else if path.exists() {
        fs::remove_file(path).unwrap();
    }
}

fn make_parent(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
}

fn touch(path: &Path, time: Time) {
    let now = SystemTime::now();
    let since = now.duration_since(UNIX_EPOCH).unwrap().as_secs();
    let day = Duration::from_secs(24 * 3600);
    let time = match time {
        Time::Now => now,
        Time::WholeSecond => UNIX_EPOCH + Duration::from_secs(since - 5),
        Time::Before1970 => UNIX_EPOCH - day * 3000,
        Time::After2262 => UNIX_EPOCH + day * 365 * 310,
    };
    if path.is_file() {
        set_time(path, time);
    }
}

fn set_time(path: &Path, time: SystemTime) {
    let file = File::options().write(true).open(path).unwrap();
    let _ = file.set_modified(time); // not every file system keeps all times
}

//! Leftovers: what runs that were killed, or had no room, left in the index folder.
//!
//! Knows what an index needs by the names of files; what has another name is not ours.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use tantivy::Directory;
use tantivy::directory::META_LOCK;

use super::atomic_write::UNFINISHED;
use super::commit::{Commit, is_of_segment};
use super::directory::open_folder;
use super::error::IndexError;
use super::folder::IndexFolder;

/// Lists of spellings are written without a lock; nobody takes so long for one.
const LONG: Duration = Duration::from_secs(60);

/// Removes from the folder, and from `generation`, whose last commit is `commit`, the files that nobody needs.
/// The caller holds the lock.
pub(super) fn remove_leftovers(
    folder: &IndexFolder,
    generation: &Path,
    commit: &Commit,
) -> Result<(), IndexError> {
    remove(folder.path(), |name, path| {
        let age = fs::metadata(path).and_then(|metadata| metadata.modified());
        let is_old = age.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > LONG));
        name.ends_with(UNFINISHED) && is_old
    })?;
    // Nobody opens files by a list of before.
    let directory = open_folder(generation).map_err(tantivy::TantivyError::from)?;
    let lock = directory.acquire_lock(&META_LOCK);
    let _lock = lock.map_err(tantivy::TantivyError::from)?;
    let needed: Vec<String> = commit.files().collect();
    remove(generation, |name, _| {
        let is_unfinished = name.ends_with(UNFINISHED);
        let is_of_no_commit = || {
            let is_needed = needed.iter().any(|needed| needed == name);
            is_of_segment(Path::new(name)) && !is_needed
        };
        is_unfinished || is_of_no_commit()
    })
}

/// Removes the files in `folder` that are not wanted by their names and paths.
fn remove(folder: &Path, is_left: impl Fn(&str, &Path) -> bool) -> Result<(), IndexError> {
    let entries = fs::read_dir(folder).map_err(IndexError::reading(folder))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().and_then(|name| name.to_str());
        let is_left = name.is_some_and(|name| is_left(name, &path));
        if !is_left || path.is_dir() {
            continue;
        }
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(IndexError::removing(&path)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

//! Writing files and making folders so that a crash leaves the old or the new, and errors say what was the matter.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::error::IndexError;

/// Behind the names of files that are not whole yet.
pub(super) const UNFINISHED: &str = ".new";

/// Writes `contents` to `path` so that a crash leaves either the old file or the new one.
pub(super) fn replace_file(path: &Path, contents: &[u8]) -> Result<(), IndexError> {
    write_atomically(path, contents).map_err(IndexError::writing(path))
}

/// The same with the system's own error.
pub(super) fn write_atomically(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    // Lists of spellings are written without a lock.
    name.push(format!(".{}{UNFINISHED}", std::process::id()));
    let new = path.with_file_name(name);
    let write = || {
        let mut file = File::create(&new)?;
        file.write_all(contents)?;
        file.sync_all()?;
        fs::rename(&new, path)?;
        path.parent()
            .map_or(Ok(()), |folder| File::open(folder)?.sync_all())
    };
    let written = write();
    if written.is_err() {
        let _ = fs::remove_file(&new); // the first error is told
    }
    written
}

/// Makes a folder and those above it, where they are not there yet.
///
/// # Errors
/// That of the system. [`fs::create_dir_all`] says that the folder is there already where the system fails to look at
/// it; here it is said why.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path).or_else(|error| match error.kind() {
        io::ErrorKind::AlreadyExists if fs::metadata(path)?.is_dir() => Ok(()),
        _ => Err(error),
    })
}

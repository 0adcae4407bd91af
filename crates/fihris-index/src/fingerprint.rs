//! Fingerprints: whether a file of the index is still the one that was looked at, without reading it.
//!
//! Size and time alone do not tell: files that are moved keep both, and files of one kind are often of one
//! size. Where the system numbers its files and notes when it last changed anything about them, that counts
//! too. A copy of an index therefore has other fingerprints, and is verified by reading until the next run.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// What the system says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fingerprint {
    /// In bytes.
    pub size: u64,
    /// Time of the last change of the contents, in nanoseconds since 1970.
    modified: i64,
    /// Time of the last change of anything, the name included, in nanoseconds since 1970.
    changed: i64,
    /// The number of the file in its file system.
    inode: u64,
}

impl Fingerprint {
    /// That of the file at `path`.
    pub fn read(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|metadata| Self::of_metadata(&metadata))
    }

    #[cfg(unix)]
    fn of_metadata(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let nanoseconds = |seconds: i64, rest: i64| {
            let seconds = seconds.wrapping_mul(1_000_000_000);
            seconds.wrapping_add(rest)
        };
        Self {
            size: metadata.len(),
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    #[cfg(not(unix))]
    fn of_metadata(metadata: &Metadata) -> Self {
        use std::time::UNIX_EPOCH;
        let modified = metadata.modified().ok();
        let since_1970 = modified
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
            .and_then(|time| i64::try_from(time.as_nanos()).ok());
        Self {
            size: metadata.len(),
            modified: since_1970.unwrap_or(0),
            changed: 0,
            inode: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn another_file_in_the_place_of_one_is_seen() {
        let temp = tempfile::tempdir().unwrap();
        let path = |name: &str| temp.path().join(name);
        let time = std::time::SystemTime::UNIX_EPOCH;
        for name in ["a", "b"] {
            fs::write(path(name), "same size").unwrap();
            let file = fs::File::options().write(true).open(path(name)).unwrap();
            file.set_modified(time).unwrap();
        }
        let before = Fingerprint::read(&path("a")).unwrap();
        assert_eq!(Fingerprint::read(&path("a")).unwrap(), before);
        fs::rename(path("b"), path("a")).unwrap();
        assert_ne!(Fingerprint::read(&path("a")).unwrap(), before);
    }
}

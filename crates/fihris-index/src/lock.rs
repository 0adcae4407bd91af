//! The lock: one process writes to an index at a time.
//!
//! The operating system's lock of a file, which lets go when the process ends, however it does.

use std::fs::{File, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use super::atomic_write::make_folder;
use super::error::IndexError;
use super::folder::IndexFolder;

/// Another writer is waited for so long in any case.
const MOMENT: Duration = Duration::from_millis(100);

/// Whether to wait for another writer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LockWait {
    /// Fail at once.
    #[default]
    Fail,
    /// Wait until it is done.
    Wait,
}

impl LockWait {
    /// The longest time to wait.
    pub(super) fn longest(self) -> Duration {
        match self {
            Self::Fail => Duration::ZERO,
            Self::Wait => Duration::MAX,
        }
    }
}

/// The right to write, held until dropped.
#[derive(Debug)]
pub struct WriteLock {
    _file: File,
}

impl IndexFolder {
    /// Makes the folder and takes the right to write, waiting for it at most `lock_wait`.
    ///
    /// # Errors
    /// [`IndexError::Locked`] if another process keeps it; the system's error otherwise.
    pub fn lock(&self, lock_wait: Duration) -> Result<WriteLock, IndexError> {
        make_folder(self.path()).map_err(IndexError::making_folder(self.path()))?;
        let path = self.path().join("lock");
        let file = File::create(&path).map_err(IndexError::writing(&path))?;
        // Whoever only looks whether there is a writer holds it for a moment.
        let lock_wait = lock_wait.max(MOMENT);
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(WriteLock { _file: file }),
                Err(TryLockError::WouldBlock) if start.elapsed() < lock_wait => {
                    thread::sleep(MOMENT / 5);
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(IndexError::Locked(self.path().to_path_buf()));
                }
                Err(TryLockError::Error(error)) => {
                    return Err(IndexError::locking(&path)(error));
                }
            }
        }
    }

    /// Whether a process has the right to write at this moment.
    pub(super) fn is_being_written(&self) -> bool {
        let file = File::open(self.path().join("lock"));
        file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_writer_at_a_time() {
        let temp = tempfile::tempdir().unwrap();
        let folder = IndexFolder::at(temp.path().join("index"));
        let held = folder.lock(Duration::ZERO).unwrap();
        assert!(matches!(
            folder.lock(Duration::from_millis(60)),
            Err(IndexError::Locked(_))
        ));
        drop(held);
        folder.lock(Duration::ZERO).unwrap();
    }
}

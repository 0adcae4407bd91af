//! The folder of a generation as tantivy sees it: one that can be read where it cannot be written to.
//!
//! Whoever opens a commit holds a lock, so that no writer clears its files away meanwhile, and tantivy
//! writes a file for that. In a folder that may only be read there is no lock; nor a writer, as a rule, and
//! where there is one, opening fails at worst. Knows locks, not files.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tantivy::Directory;
use tantivy::directory::error::{
    DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError,
};
use tantivy::directory::{
    DirectoryLock, FileHandle, Lock, META_LOCK, MmapDirectory, WatchCallback, WatchHandle, WritePtr,
};

use super::error::is_read_only;

/// A folder of tantivy's files.
#[derive(Clone, Debug)]
pub(super) struct GenerationDirectory(MmapDirectory);

impl GenerationDirectory {
    /// Opens the folder `generation`.
    pub fn open(generation: &Path) -> Result<Self, OpenDirectoryError> {
        MmapDirectory::open(generation).map(Self)
    }
}

impl Directory for GenerationDirectory {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        match self.0.acquire_lock(lock) {
            Err(LockError::IoError(error))
                if is_read_only(&error) && lock.filepath == META_LOCK.filepath =>
            {
                Ok(Box::new(()).into())
            }
            locked => locked,
        }
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.0.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.0.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.0.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.0.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.0.sync_directory()
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.0.watch(callback)
    }
}

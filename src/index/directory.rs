//! The folder of a generation as tantivy sees it: one that can be read where it cannot be written to.
//!
//! Whoever opens a commit holds a lock, so that no writer clears its files away meanwhile, and tantivy
//! writes a file for that. In a folder that may only be read there is no lock; nor a writer, as a rule, and
//! where there is one, opening fails at worst.
//!
//! Writing goes on in tantivy's threads, which say that they died but not of what; so the first error of the
//! system is remembered here. Knows locks and errors, not what is written.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use tantivy::Directory;
use tantivy::directory::error::{
    DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError,
};
use tantivy::directory::{
    AntiCallToken, DirectoryLock, FileHandle, Lock, META_LOCK, MmapDirectory, TerminatingWrite,
    WatchCallback, WatchHandle, WritePtr,
};

use super::error::{IndexError, is_read_only};

/// The first error of the system in writing.
#[derive(Clone, Debug, Default)]
pub(super) struct FirstError(Arc<OnceLock<(io::ErrorKind, String)>>);

impl FirstError {
    /// `error`, or what was behind it.
    pub fn behind(&self, error: IndexError, path: &Path) -> IndexError {
        match (self.0.get(), &error) {
            (Some((kind, message)), IndexError::Engine(_)) => {
                IndexError::io("write to", path)(io::Error::new(*kind, message.clone()))
            }
            _ => error,
        }
    }

    fn note<T>(&self, result: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &result {
            self.0.get_or_init(|| (error.kind(), error.to_string()));
        }
        result
    }
}

/// A folder of tantivy's files.
#[derive(Clone, Debug)]
pub(super) struct GenerationDirectory {
    inner: MmapDirectory,
    first_error: FirstError,
}

impl GenerationDirectory {
    /// Opens the folder `generation`.
    pub fn open(generation: &Path, first_error: &FirstError) -> Result<Self, OpenDirectoryError> {
        Ok(Self {
            inner: MmapDirectory::open(generation)?,
            first_error: first_error.clone(),
        })
    }
}

impl Directory for GenerationDirectory {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        match self.inner.acquire_lock(lock) {
            Err(LockError::IoError(error))
                if is_read_only(&error) && lock.filepath == META_LOCK.filepath =>
            {
                Ok(Box::new(()).into())
            }
            locked => locked,
        }
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.inner.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.inner.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.inner.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let writer = Noting {
            inner: self.inner.open_write(path)?,
            first_error: self.first_error.clone(),
        };
        Ok(BufWriter::with_capacity(0, Box::new(writer))) // the inner one has a buffer
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.inner.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.first_error.note(self.inner.atomic_write(path, data))
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.inner.sync_directory()
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.inner.watch(callback)
    }
}

/// Passes bytes on and notes errors.
struct Noting {
    inner: WritePtr,
    first_error: FirstError,
}

impl Write for Noting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.first_error.note(self.inner.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.first_error.note(self.inner.flush())
    }
}

impl TerminatingWrite for Noting {
    fn terminate_ref(&mut self, token: AntiCallToken) -> io::Result<()> {
        self.first_error.note(self.inner.terminate_ref(token))
    }
}

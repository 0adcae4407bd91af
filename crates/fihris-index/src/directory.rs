//! The folder of a generation as tantivy writes it.
//!
//! What is written is hashed on its way, and the list of verified files is brought up to the next commit before
//! `meta.json` makes it the last one. Writing goes on in tantivy's threads, which say that they died but not of
//! what; so the first error of the system is remembered here. tantivy keeps a list of the files that it may
//! clear away; here that is what lies in the folder, so that nothing is left of a run that was killed.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tantivy::Directory;
use tantivy::directory::error::{
    DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError,
};
use tantivy::directory::{
    AntiCallToken, DirectoryLock, FileHandle, Lock, META_LOCK, MmapDirectory, TerminatingWrite,
    WatchCallback, WatchHandle, WritePtr,
};
use xxhash_rust::xxh3::Xxh3Default;

use super::atomic_write::write_atomically;
use super::commit::{META, is_of_segment};
use super::error::IndexError;
use super::verified::VerifiedFiles;

/// Where tantivy keeps the names of its files.
const MANAGED: &str = ".managed.json";

/// The first error of the system in writing.
#[derive(Clone, Debug, Default)]
pub(super) struct FirstError(Arc<OnceLock<FailedFile>>);

#[derive(Debug)]
struct FailedFile {
    path: PathBuf,
    kind: io::ErrorKind,
    number: Option<i32>,
    message: String,
}

impl FirstError {
    /// `error`, or what was behind it.
    pub fn behind(&self, error: IndexError) -> IndexError {
        match (self.0.get(), &error) {
            (Some(failed), IndexError::Engine(_) | IndexError::Io { .. }) => {
                let source = failed.number.map(io::Error::from_raw_os_error);
                let other = || io::Error::new(failed.kind, failed.message.clone());
                IndexError::writing(&failed.path)(source.unwrap_or_else(other))
            }
            _ => error,
        }
    }

    /// Whether there was one.
    pub fn is_set(&self) -> bool {
        self.0.get().is_some()
    }

    /// Remembers `error` of the file at `path`.
    pub fn note(&self, path: &Path, error: &io::Error) {
        self.0.get_or_init(|| FailedFile {
            path: path.to_path_buf(),
            kind: error.kind(),
            number: error.raw_os_error(),
            message: error.to_string(),
        });
    }

    fn noted<T>(&self, path: &Path, result: io::Result<T>) -> io::Result<T> {
        result.inspect_err(|error| self.note(path, error))
    }
}

/// Opens the folder `generation`. The engine takes a folder that the system fails to look at for none, and a damaged
/// index is what it is not.
pub(super) fn open_folder(generation: &Path) -> Result<MmapDirectory, OpenDirectoryError> {
    let is_folder = match fs::metadata(generation) {
        Ok(metadata) => metadata.is_dir(),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            false
        }
        Err(error) => {
            return Err(OpenDirectoryError::IoError {
                io_error: Arc::new(error),
                directory_path: generation.to_path_buf(),
            });
        }
    };
    MmapDirectory::open(generation).or_else(|error| match error {
        OpenDirectoryError::DoesNotExist(_) | OpenDirectoryError::NotADirectory(_) if is_folder => {
            MmapDirectory::open(generation)
        }
        error => Err(error),
    })
}

/// A folder of tantivy's files.
#[derive(Clone, Debug)]
pub(super) struct GenerationDirectory {
    path: PathBuf,
    inner: MmapDirectory,
    first_error: FirstError,
    /// The hashes of the files that were written, by name.
    written: Arc<Mutex<BTreeMap<String, u64>>>,
}

impl GenerationDirectory {
    /// Opens the folder `generation`.
    pub fn open(generation: &Path, first_error: &FirstError) -> Result<Self, OpenDirectoryError> {
        Ok(Self {
            path: generation.to_path_buf(),
            inner: open_folder(generation)?,
            first_error: first_error.clone(),
            written: Arc::default(),
        })
    }

    /// The names of the files of segments in the folder as tantivy would write them down.
    fn managed(&self) -> io::Result<Vec<u8>> {
        let mut names = vec![META.to_string()];
        for entry in fs::read_dir(&self.path)? {
            let name = entry?.file_name();
            if is_of_segment(Path::new(&name)) {
                names.extend(name.into_string().ok());
            }
        }
        Ok(serde_json::to_vec(&names)?)
    }

    fn write_meta(&self, next: &[u8]) -> io::Result<()> {
        // Readers see the list and the commit of one moment.
        let _lock = match self.inner.acquire_lock(&META_LOCK) {
            Err(LockError::IoError(error)) => {
                let number = error.raw_os_error().unwrap_or_default();
                return Err(io::Error::from_raw_os_error(number));
            }
            lock => lock.map_err(io::Error::other)?,
        };
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        VerifiedFiles::expect(&self.path, next, &written)?;
        write_atomically(&self.path.join(META), next)
    }
}

impl Directory for GenerationDirectory {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let locked = self.inner.acquire_lock(lock);
        if let Err(LockError::IoError(error)) = &locked {
            self.first_error
                .note(&self.path.join(&lock.filepath), error);
        }
        locked
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
        let whole_path = self.path.join(path);
        let opened = self.inner.open_write(path);
        if let Err(OpenWriteError::IoError { io_error, .. }) = &opened {
            self.first_error.note(&whole_path, io_error);
        }
        let writer = HashingWriter {
            inner: opened?,
            hasher: Xxh3Default::new(),
            path: whole_path,
            name: path.to_string_lossy().into_owned(),
            directory: self.clone(),
        };
        Ok(BufWriter::with_capacity(0, Box::new(writer))) // the inner one has a buffer
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        if path == Path::new(MANAGED) {
            return self
                .managed()
                .map_err(|error| OpenReadError::wrap_io_error(error, path.to_path_buf()));
        }
        self.inner.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        if path == Path::new(MANAGED) {
            return Ok(());
        }
        let whole_path = self.path.join(path);
        let written = if path == Path::new(META) {
            self.write_meta(data)
        } else {
            write_atomically(&whole_path, data)
        };
        self.first_error.noted(&whole_path, written)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.first_error
            .noted(&self.path, self.inner.sync_directory())
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.inner.watch(callback)
    }
}

/// Passes bytes on, hashes them, and notes errors.
struct HashingWriter {
    inner: WritePtr,
    hasher: Xxh3Default,
    path: PathBuf,
    name: String,
    directory: GenerationDirectory,
}

impl HashingWriter {
    fn noted<T>(&self, result: io::Result<T>) -> io::Result<T> {
        self.directory.first_error.noted(&self.path, result)
    }
}

impl Write for HashingWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes);
        let written = self.noted(written)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.inner.flush();
        self.noted(flushed)
    }
}

impl TerminatingWrite for HashingWriter {
    fn terminate_ref(&mut self, token: AntiCallToken) -> io::Result<()> {
        let terminated = self.inner.terminate_ref(token);
        self.noted(terminated)?;
        let written = self.directory.written.lock();
        let mut written = written.unwrap_or_else(PoisonError::into_inner);
        written.insert(self.name.clone(), self.hasher.digest());
        Ok(())
    }
}

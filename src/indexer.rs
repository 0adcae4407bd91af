//! Indexing in a few calls: articles from memory, files and folders.

use std::path::{Path, PathBuf};

use fihris_corpus::{Article, PathNames};
use fihris_index::{
    IndexError, IndexFolder, Report, UpdateOptions, add_articles, make_folder, update,
};

use crate::Error;

/// Puts articles into the index of a folder, which is made where there is none.
///
/// One process writes at a time; each call is one commit, so that whoever searches meanwhile sees all of it or nothing.
#[derive(Clone, Debug)]
pub struct Indexer {
    folder: IndexFolder,
    options: UpdateOptions,
}

impl Indexer {
    /// For the index in `folder`.
    #[must_use]
    pub fn new(folder: impl AsRef<Path>) -> Self {
        Self {
            folder: IndexFolder::at(folder.as_ref().to_path_buf()),
            options: UpdateOptions::default(),
        }
    }

    /// The same with other options.
    #[must_use]
    pub fn with_options(self, options: UpdateOptions) -> Self {
        Self { options, ..self }
    }

    /// Adds articles from memory to those that are there. One whose id is there already takes the place of the one
    /// before; those without an id are known by their contents.
    ///
    /// # Errors
    /// If the index cannot be written.
    pub fn add(&self, articles: impl IntoIterator<Item = Article>) -> Result<Report, Error> {
        Ok(add_articles(&self.folder, articles, &self.options)?)
    }

    /// Brings the index up to date with files and folders: what is new or changed is read, what is gone is taken out.
    /// Relative paths are those of the current directory, and the index calls its files by their paths from the folder that it lies in.
    ///
    /// # Errors
    /// If the index cannot be written, or a path does not exist. A file that cannot be read is no error, but counted in
    /// the report as skipped.
    pub fn update(&self, paths: &[PathBuf]) -> Result<Report, Error> {
        let here = std::env::current_dir().map_err(IndexError::reading(Path::new(".")))?;
        let base = self.folder.path().parent().unwrap_or(&here);
        make_folder(base).map_err(IndexError::writing(base))?;
        let names = PathNames::new(base, &here).map_err(IndexError::reading(base))?;
        Ok(update(
            &self.folder,
            &names,
            paths,
            &self.options,
            &mut |_| {},
        )?)
    }
}

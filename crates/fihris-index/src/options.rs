//! Options of a run of indexing.
//!
//! Knows what can be asked for, not how it is done.

use std::path::PathBuf;

use super::lock::LockWait;
use arabic_lexicon::Lexicon;
use fihris_corpus::{EncodingChoice, FieldMap, Preprocessor, ReadOptions, Selection, Stream};

/// How to update.
#[derive(Clone, Debug, Default)]
pub struct UpdateOptions {
    /// Read every file, also those whose size and time did not change.
    pub rehash: bool,
    /// Start over beside the old index, which serves searches until the new one is complete.
    pub rebuild: bool,
    /// Do not take over into a rebuild what came by standard input.
    pub forget_streams: bool,
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
    /// Name what is passed over: files of kinds that are not read, and folders that hold an index.
    pub names_passed_over: bool,
    /// More files and folders; those that are not there are told and left out.
    pub listed: Option<Vec<PathBuf>>,
    /// The files to look at below the roots.
    pub selection: Selection,
    /// What standard input is called, where it is a path of the run.
    pub stream: Stream,
    /// Whether to follow symbolic links below the roots; as in earlier runs where `None`.
    pub follow_links: Option<bool>,
    /// The names of the fields in collections, where they are not the usual ones.
    pub fields: Option<FieldMap>,
    /// The encoding of files that are not plainly in Unicode; as in earlier runs where `None`.
    pub encoding: Option<EncodingChoice>,
    /// The programs that turn some files into text, the first that has a pattern for a file reading it; where `None`,
    /// the files of those of earlier runs stay as they are.
    pub preprocessors: Option<Vec<Preprocessor>>,
    /// The words that are known; those that are built in and those of the list beside the index where `None`.
    pub lexicon: Option<Lexicon>,
    /// What to do while another process writes.
    pub lock_wait: LockWait,
    /// Bytes of the buffers that words are gathered in, of all threads together; 100 MiB each where `None`.
    pub memory: Option<usize>,
}

impl UpdateOptions {
    /// How files are read: as asked for, or else as in `before`.
    #[must_use]
    pub fn reading(&self, before: ReadOptions) -> ReadOptions {
        ReadOptions {
            fields: self.fields.clone().unwrap_or(before.fields),
            encoding: self.encoding.unwrap_or(before.encoding),
            preprocessors: self.preprocessors.clone().unwrap_or(before.preprocessors),
        }
    }
}

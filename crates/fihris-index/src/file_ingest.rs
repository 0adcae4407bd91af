//! A file on its way into the index: its articles are added while it is read.

use super::error::IndexError;
use super::inputs::Open;
use super::update_target::UpdateTarget;
use super::writer::Transaction;
use std::fs;
use std::path::Path;

use fihris_corpus::file_kind::Kind;
use fihris_corpus::{
    Article, Format, FoundFile, Note, Preprocessor, ReadError, ReadEvent, ReadFile, SkipReason,
    is_large_table, read_file, read_large_table, read_preprocessed,
};

/// The articles of one file.
pub(super) struct FileIngest<'a> {
    target: &'a UpdateTarget,
    transaction: Option<&'a Transaction<'a>>,
    /// How many there were so far.
    articles: u64,
}

impl<'a> FileIngest<'a> {
    /// Adds to `transaction`, if there is one, in a run that brings an index to `target`.
    pub fn new(target: &'a UpdateTarget, transaction: Option<&'a Transaction<'a>>) -> Self {
        Self {
            target,
            transaction,
            articles: 0,
        }
    }

    /// How many articles there were so far.
    pub fn articles(&self) -> u64 {
        self.articles
    }

    /// Reads `file` and adds its articles as they come; `other` takes what is found besides.
    pub fn read(
        &mut self,
        file: &FoundFile,
        open: &Open,
        other: &mut dyn FnMut(ReadEvent),
    ) -> Result<ReadFile, ReadError<IndexError>> {
        if let Some(program) = &file.preprocessor {
            return self.read_preprocessed(file, program, other);
        }
        if file.format == Format::plain(Kind::Sqlite) && has_log(&file.path) {
            other(ReadEvent::Note(file.name.clone(), Note::WriteAheadLog));
        }
        if is_large_table(file.format, file.fingerprint.size) {
            let options = &self.target.reading;
            return read_large_table(&file.name, &file.path, options, &mut |event| match event {
                ReadEvent::Article(article) => self.add(file, article),
                event => {
                    other(event);
                    Ok(())
                }
            });
        }
        let input = open(&file.path).map_err(|error| ReadError::Skipped {
            hash: 0,
            reason: SkipReason::unreadable(&error),
        })?;
        let options = &self.target.reading;
        read_file(
            &file.name,
            file.format,
            options,
            input,
            &mut |event| match event {
                ReadEvent::Article(article) => self.add(file, article),
                event => {
                    other(event);
                    Ok(())
                }
            },
        )
    }

    /// The same of a file that a program turns into text.
    fn read_preprocessed(
        &mut self,
        file: &FoundFile,
        program: &Preprocessor,
        other: &mut dyn FnMut(ReadEvent),
    ) -> Result<ReadFile, ReadError<IndexError>> {
        if !self.target.may_preprocess {
            return Err(ReadError::Skipped {
                hash: 0,
                reason: SkipReason::CommandNotNamed(program.command.clone()),
            });
        }
        let options = &self.target.reading;
        let of_file = (&*file.name, &*file.path);
        read_preprocessed(program, of_file, options, &mut |event| match event {
            ReadEvent::Article(article) => self.add(file, article),
            event => {
                other(event);
                Ok(())
            }
        })
    }

    fn add(&mut self, file: &FoundFile, mut article: Article) -> Result<(), IndexError> {
        article.place = self.articles;
        self.articles += 1;
        let Some(transaction) = self.transaction else {
            return Ok(());
        };
        // What the file held before goes as soon as it is sure that something comes.
        if self.articles == 1 && self.target.known(&file.name).is_some() {
            transaction.remove(&file.name)?;
        }
        transaction.add_article(article)
    }
}

/// Whether changes to the database at `path` wait in a file beside it.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_os_string();
    log.push("-wal");
    fs::metadata(log).is_ok_and(|log| log.len() > 0)
}

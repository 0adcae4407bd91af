//! Options that say which files a run looks at: lists of paths, and patterns.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::i18n::Message;
use fihris_corpus::Selection;
use fihris_corpus::name::{STDIN, os_string};

use crate::support::failure::Failure;

/// Which files.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Take the files and folders that a file names, a path a line; - is stdin
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,
    /// The paths of --files-from end with a NUL byte each, as find -print0 writes them
    #[arg(short = '0', long, requires = "files_from")]
    null: bool,
    /// Look only at files with such names or paths, as in '*.txt' or '2020/**'; the others stay as they are
    #[arg(long, value_name = "GLOB")]
    include: Vec<String>,
    /// Do not look at files and folders with such names or paths; what is indexed of them stays
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
}

impl ListArgs {
    /// The paths in the file, if there is one.
    pub fn listed(&self, paths: &[PathBuf]) -> Result<Option<Vec<PathBuf>>, Failure> {
        let Some(file) = &self.files_from else {
            return Ok(None);
        };
        let is_stdin = |path: &Path| path.as_os_str() == STDIN;
        if is_stdin(file) && paths.iter().any(|path| is_stdin(path)) {
            return Err(Failure::new(Message::StdinTwice, Message::NameAFile));
        }
        let mut bytes = Vec::new();
        if is_stdin(file) {
            io::stdin().lock().read_to_end(&mut bytes)?;
        } else {
            bytes = fs::read(file).map_err(|error| {
                let error = &error;
                Failure::new(Message::CannotRead { file, error }, Message::NameAList)
            })?;
        }
        let end = if self.null { b'\0' } else { b'\n' };
        let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) if !self.null => rest, // a byte order mark, as editors write it
            _ => &bytes,
        };
        let lines = bytes.split(|&byte| byte == end);
        let paths = lines.map(|line| match line.strip_suffix(b"\r") {
            Some(line) if !self.null => line,
            _ => line,
        });
        let paths = paths.filter(|path| !path.is_empty());
        Ok(Some(
            paths
                .map(|path| PathBuf::from(os_string(path.to_vec())))
                .collect(),
        ))
    }

    /// The patterns.
    pub fn selection(&self) -> Result<Selection, Failure> {
        Selection::new(&self.include, &self.exclude)
            .map_err(|error| Failure::new(Message::NotAPattern(&error), Message::PatternsAreLike))
    }
}

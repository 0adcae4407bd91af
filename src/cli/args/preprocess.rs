//! Options for programs that turn files into text.

use clap::Args;

use crate::i18n::Message;
use fihris_corpus::{Preprocessor, Preprocessors};

use crate::support::config::Config;
use crate::support::failure::Failure;

/// Which program, and for which files.
#[derive(Debug, Args)]
pub struct PreprocessArgs {
    /// Read what a program prints for each file, as text, a page or records; it gets the path as its argument and
    /// the file on stdin. Later runs leave its files as they are unless they name it again; '' gives it up. Without
    /// this option, the table [pre] of the config file says what reads which files
    #[arg(long, value_name = "COMMAND")]
    pre: Option<String>,
    /// Only of files with such names or paths, as in '*.png'; else of all
    #[arg(long, value_name = "GLOB", requires = "pre")]
    pre_glob: Vec<String>,
}

impl PreprocessArgs {
    /// Whether a program is named or given up.
    pub fn is_given(&self) -> bool {
        self.pre.is_some()
    }

    /// The programs that are named, here or else in the config file; none where they are given up.
    pub fn preprocessors(&self) -> Result<Option<Vec<Preprocessor>>, Failure> {
        let Some(command) = &self.pre else {
            return Ok(Config::load()?.preprocessors());
        };
        if command.is_empty() {
            return Ok(Some(Vec::new()));
        }
        let programs = vec![Preprocessor {
            command: command.clone(),
            globs: self.pre_glob.clone(),
        }];
        Preprocessors::new(&programs).map_err(|error| {
            Failure::new(Message::NotAPattern(&error), Message::PatternsAreLike)
        })?;
        Ok(Some(programs))
    }
}

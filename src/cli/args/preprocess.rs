//! Options for a program that turns files into text.

use clap::Args;

use crate::i18n::Message;
use fihris_corpus::Preprocessor;

use crate::support::failure::Failure;

/// Which program, and for which files.
#[derive(Debug, Args)]
pub struct PreprocessArgs {
    /// Read what a program prints for each file, as text, a page or records; it gets the path as its argument and
    /// the file on stdin. Later runs leave its files as they are unless they name it again; '' gives it up
    #[arg(long, value_name = "COMMAND")]
    pre: Option<String>,
    /// Only of files with such names or paths, as in '*.png'; else of all
    #[arg(long, value_name = "GLOB", requires = "pre")]
    pre_glob: Vec<String>,
}

impl PreprocessArgs {
    /// The program, if one is named or given up.
    pub fn preprocessor(&self) -> Result<Option<Preprocessor>, Failure> {
        let Some(command) = &self.pre else {
            return Ok(None);
        };
        let preprocessor = Preprocessor {
            command: command.clone(),
            globs: self.pre_glob.clone(),
        };
        preprocessor.files().map_err(|error| {
            Failure::new(Message::NotAPattern(&error), Message::PatternsAreLike)
        })?;
        Ok(Some(preprocessor))
    }
}

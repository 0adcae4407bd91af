//! A program of the user's that turns files into text, and for which files it is.

use serde::{Deserialize, Serialize};

use super::selection::{BadPattern, Selection};

/// A program that turns files into text, and which files it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preprocessor {
    /// Its name or path; empty for none.
    pub command: String,
    /// The patterns of the names or paths of its files; all files where there is none.
    pub globs: Vec<String>,
}

impl Preprocessor {
    /// Its files, wherever they are.
    ///
    /// # Errors
    /// If something is no pattern.
    pub fn files(&self) -> Result<Selection, BadPattern> {
        Selection::anywhere(&self.globs)
    }
}

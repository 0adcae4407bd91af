//! The user's own words: the list beside the index, laid over the lexicon that is built in.
//!
//! Knows where the list lies, not what its lines mean.

use std::fs;
use std::io;

use super::error::IndexError;
use super::folder::IndexFolder;
use arabic_lexicon::{BadLine, Lexicon};

/// The lexicon with the words of the list in `folder`, if there is one, and the lines of it that are no entries.
///
/// # Errors
/// If the system does not let us read the list.
pub fn own_lexicon(folder: &IndexFolder) -> Result<(Lexicon, Vec<BadLine>), IndexError> {
    let path = folder.lexicon_file();
    match fs::read_to_string(&path) {
        Ok(list) => Ok(Lexicon::built_in().with_entries(&list)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok((Lexicon::built_in().clone(), Vec::new()))
        }
        Err(error) => Err(IndexError::reading(&path)(error)),
    }
}

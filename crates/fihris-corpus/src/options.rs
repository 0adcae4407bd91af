//! Options: how files are read, as the user wants it.

use super::encoding::EncodingChoice;
use super::fields::FieldMap;
use super::preprocessor::Preprocessor;

/// How files are read, as the user wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The names of the fields in collections.
    pub fields: FieldMap,
    /// The encoding of files that are not plainly in Unicode.
    pub encoding: EncodingChoice,
    /// The programs that turn some files into text; the first that has a pattern for a file reads it.
    pub preprocessors: Vec<Preprocessor>,
}

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
    /// The program that turns some files into text.
    pub preprocessor: Option<Preprocessor>,
}

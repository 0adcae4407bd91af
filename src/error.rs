//! The error of the library's few calls.

use thiserror::Error;

use fihris_index::{IndexError, IndexErrorKind};
use fihris_query::QueryError;

/// What went wrong; [`kind`](Error::kind) tells programs, `Display` people.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct Error(#[from] Source);

#[derive(Debug, Error)]
enum Source {
    #[error(transparent)]
    Index(#[from] IndexError),
    #[error(transparent)]
    Query(#[from] QueryError),
}

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The query cannot be understood.
    Query,
    /// Something with the index.
    Index(IndexErrorKind),
}

impl Error {
    /// What kind of thing went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match &self.0 {
            Source::Index(error) => ErrorKind::Index(error.kind()),
            Source::Query(_) => ErrorKind::Query,
        }
    }
}

impl From<IndexError> for Error {
    fn from(error: IndexError) -> Self {
        Self(error.into())
    }
}

impl From<QueryError> for Error {
    fn from(error: QueryError) -> Self {
        Self(error.into())
    }
}

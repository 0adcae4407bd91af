//! How a name in Latin letters was read.

use std::ops::Range;

/// A name in Latin letters, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LatinReading {
    /// Its place in the query.
    pub range: Range<usize>,
    /// What it was read as, as a query.
    pub text: String,
}

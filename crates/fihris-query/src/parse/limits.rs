//! How large a query may be.

/// The most words of a query.
pub const MAX_WORDS: usize = 1000;

/// The most operands of a query with `*`, `?`, `~`, `=` or `%`: for each, all words of the index or the
/// texts themselves are looked through.
pub const MAX_PATTERNS: usize = 10;

//! A highlight: a range of a text that matches, and why.

use std::ops::Range;

use fihris_query::expansion::Rule;

/// A word of the text, or a name of several, that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlight {
    /// Byte range in the article's text.
    pub range: Range<usize>,
    /// The words of the query that it matches, as typed.
    pub query_text: String,
    /// Why it matches.
    pub rule: Rule,
    /// The clause of the query that it belongs to.
    pub clause: usize,
    /// Which occurrence of the clause in the article it belongs to: all words of a phrase have one number.
    pub occurrence: usize,
    /// What it counts in the weighted frequency of its clause; words of a phrase share what that counts.
    pub weight: f32,
}

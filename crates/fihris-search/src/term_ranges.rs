//! Ranges of terms: a dictionary in parts that several threads read.

use std::io;
use std::ops::Range;

use tantivy::termdict::TermDictionary;

/// Parts of a dictionary; more than threads, as terms differ in how much is read of them.
const PARTS: u64 = 64;

/// Ranges that cover all terms of `dictionary`, in order; an end that is empty is behind all of them.
pub(super) fn term_ranges(dictionary: &TermDictionary) -> io::Result<Vec<Range<Vec<u8>>>> {
    let terms = dictionary.num_terms() as u64;
    let mut starts = vec![Vec::new()];
    for part in 1..PARTS.min(terms) {
        let mut key = Vec::new();
        dictionary.ord_to_term(terms * part / PARTS.min(terms), &mut key)?;
        starts.push(key);
    }
    let mut ends: Vec<Vec<u8>> = starts[1..].to_vec();
    ends.push(Vec::new());
    let ranges = starts.into_iter().zip(ends);
    Ok(ranges.map(|(start, end)| start..end).collect())
}

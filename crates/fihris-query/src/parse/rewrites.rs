//! How a query was read, where that is not what stands there: as a query that says the same in fihris's own signs.

use std::ops::Range;

/// Pieces of a query that were read as others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rewrites(Vec<(Range<usize>, String)>);

impl Rewrites {
    /// Notes that `range` of the query was read as `text`; an empty range is a place where it is put in.
    pub fn push(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// `query` as it was read; `None` if that is as it stands.
    pub fn applied(&self, query: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let mut pieces: Vec<&(Range<usize>, String)> = self.0.iter().collect();
        pieces.sort_by_key(|(range, _)| (range.start, range.end));
        let mut read = String::with_capacity(query.len() + 16);
        let mut at = 0;
        for (range, text) in pieces {
            if range.start < at {
                continue; // inside of what was replaced
            }
            read.push_str(query.get(at..range.start).unwrap_or_default());
            read.push_str(text);
            at = range.end;
        }
        read.push_str(query.get(at..).unwrap_or_default());
        let words: Vec<&str> = read.split_whitespace().collect();
        let read = words.join(" ");
        (read != query.trim()).then_some(read)
    }
}

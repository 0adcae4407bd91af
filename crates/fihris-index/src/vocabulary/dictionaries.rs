//! Dictionaries: the terms of the fields of words of a commit, with how many documents hold them.

use std::iter;

use rayon::prelude::*;
use tantivy::SegmentReader;
use tantivy::schema::Field;

use super::tally::fields_aside;
use crate::error::IndexError;
use crate::schema::ArticleFields;

/// The terms of one field of a segment.
pub(super) struct Dictionary {
    /// All of them, one behind the other, in order.
    letters: String,
    /// Where each ends in `letters`, and in how many documents it stands.
    terms: Vec<(usize, u32)>,
    /// Whether the field is of words that may stand in no zone that is usually searched.
    is_aside: bool,
}

impl Dictionary {
    fn read(segment: &SegmentReader, field: Field, is_aside: bool) -> Result<Self, IndexError> {
        let postings = segment.inverted_index(field)?;
        let mut stream = postings.terms().stream()?;
        let (mut letters, mut terms) = (String::new(), Vec::new());
        while stream.advance() {
            let Ok(form) = std::str::from_utf8(stream.key()) else {
                continue; // the analyzer gives text only
            };
            letters.push_str(form);
            terms.push((letters.len(), stream.value().doc_freq));
        }
        Ok(Self {
            letters,
            terms,
            is_aside,
        })
    }

    /// Each term, with whether it stands aside, and its documents.
    pub fn terms(&self) -> impl Iterator<Item = (&str, bool, u32)> {
        let starts = iter::once(0).chain(self.terms.iter().map(|(end, _)| *end));
        let terms = starts.zip(&self.terms);
        terms.map(|(start, (end, count))| (&self.letters[start..*end], self.is_aside, *count))
    }
}

/// The dictionaries of all fields of words of `segments`.
pub(super) fn dictionaries<'a>(
    segments: impl Iterator<Item = &'a SegmentReader>,
    fields: &ArticleFields,
) -> Result<Vec<Dictionary>, IndexError> {
    let of_segment = |segment| {
        let aside = fields_aside(fields).into_iter().map(|field| (field, true));
        let all = aside.chain([(fields.text, false)]);
        all.map(move |(field, is_aside)| (segment, field, is_aside))
    };
    let all: Vec<_> = segments.flat_map(of_segment).collect();
    let read = all.into_par_iter();
    read.map(|(segment, field, is_aside)| Dictionary::read(segment, field, is_aside))
        .collect()
}

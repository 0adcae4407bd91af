//! Fields of the input by their names: `author`, `section` and whatever else an article comes with.
//!
//! All are in one field of the index, each word behind the name of its own. Knows names and words, not
//! what they mean.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::Searcher;
use tantivy::tokenizer::{PreTokenizedString, Token};

use super::error::IndexError;
use super::schema::ArticleFields;
use crate::arabic::words;

/// Stands between the name of a field and a word; no word holds it.
const SEPARATOR: char = '\u{1F}';

/// The term of a folded word in the field called `name`.
#[must_use]
pub fn term(name: &str, word: &str) -> String {
    format!("{name}{SEPARATOR}{word}")
}

/// The values of an article's fields, as they are indexed.
pub(super) fn values(
    fields: &BTreeMap<String, String>,
) -> impl Iterator<Item = PreTokenizedString> + '_ {
    fields.iter().map(|(name, value)| PreTokenizedString {
        text: String::new(),
        tokens: (0..)
            .zip(words(value))
            .map(|(position, word)| Token {
                position,
                text: term(name, &word.form),
                ..Token::default()
            })
            .collect(),
    })
}

/// The names of all fields.
pub(super) fn names(
    searcher: &Searcher,
    fields: &ArticleFields,
) -> Result<Vec<String>, IndexError> {
    let mut names = BTreeSet::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.named)?;
        let mut start = String::new();
        loop {
            let mut terms = index.terms().range().ge(&start).into_stream()?;
            if !terms.advance() {
                break;
            }
            let term = String::from_utf8_lossy(terms.key());
            let name = term.split(SEPARATOR).next().unwrap_or_default();
            start = format!("{name}{}", char::from(SEPARATOR as u8 + 1));
            names.insert(name.to_string());
        }
    }
    Ok(names.into_iter().collect())
}

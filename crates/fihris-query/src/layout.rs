//! Queries that were typed with the other layout of the keyboard on: `hgvdhq` for `الرياض`, `لاشؤن` for `back`.
//!
//! A word is taken for another only where there is no doubt: it stands in no article, and what the same keys give on
//! the other layout does. A word that can be pronounced is left alone if it is short.

use std::ops::Range;

use arabic_text::fold;
use arabic_text::keyboard::{Layout, as_arabic, as_latin};
use arabic_text::words::written_words;

use crate::expand::english::is_english;
use crate::parse::{ParseOptions, Parsed, QueryError, is_field_name, read};
use crate::word_forms::Words;

/// The least letters of a word that shows that the layout was wrong.
const LEAST_LETTERS: usize = 3;

/// A shorter Latin word that can be pronounced is one.
const LEAST_PRONOUNCEABLE: usize = 5;

/// Such a word is another only if one article in so many, at least, holds that.
const ARTICLES_PER_COMMON: u64 = 200;

/// The most pieces of a query that are looked at.
const MAX_PIECES: usize = 64;

/// Reads `query` as `options` say, and as it was meant by the keys that were pressed.
///
/// # Errors
/// As [`read`](crate::parse::read).
pub fn interpret(query: &str, options: ParseOptions, words: Words) -> Result<Parsed, QueryError> {
    let parsed = read(query, options);
    match other_layout(query, words).map(|other| read(&other, options)) {
        Some(Ok(other)) => Ok(other.of_other_text()),
        _ => parsed,
    }
}

/// `query` as the other layout has it, if some of its words were typed on the wrong one.
fn other_layout(query: &str, words: Words) -> Option<String> {
    let pieces: Vec<Piece> = pieces(query).take(MAX_PIECES).collect();
    let certain = |piece: &Piece| piece.meant(words, true);
    let found: Vec<Option<String>> = pieces.iter().map(certain).collect();
    if found.iter().all(Option::is_none) {
        return None;
    }
    let mut meant = query.to_string();
    for (piece, found) in pieces.iter().zip(found).rev() {
        if let Some(text) = found.or_else(|| piece.meant(words, false)) {
            meant.replace_range(piece.range.clone(), &text);
        }
    }
    Some(meant)
}

/// A run of keys between spaces, without signs around it.
struct Piece<'a> {
    keys: &'a str,
    range: Range<usize>,
}

/// The runs of keys in `query`.
fn pieces(query: &str) -> impl Iterator<Item = Piece<'_>> {
    query.split_whitespace().filter_map(move |word| {
        let start = word.as_ptr() as usize - query.as_ptr() as usize;
        let field = word
            .find(':')
            .filter(|colon| is_field_name(&word[..*colon]));
        let skipped = field.map_or(0, |colon| colon + 1);
        let is_sign = |c: char| {
            matches!(
                c,
                '"' | '(' | ')' | '-' | '+' | '=' | '%' | '«' | '»' | '!' | '@'
            )
        };
        let keys = word[skipped..].trim_start_matches(is_sign);
        let start = start + word.len() - keys.len();
        let keys = keys.trim_end_matches(is_sign);
        (!keys.is_empty()).then(|| Piece {
            keys,
            range: start..start + keys.len(),
        })
    })
}

impl Piece<'_> {
    /// What was meant, if it is another word: where that is certain by itself, or beside another that is.
    fn meant(&self, words: Words, by_itself: bool) -> Option<String> {
        if self.keys.chars().any(|c| c.is_ascii_alphabetic()) {
            return self.meant_in_arabic(words, by_itself);
        }
        self.meant_in_latin(words)
    }

    fn meant_in_arabic(&self, words: Words, by_itself: bool) -> Option<String> {
        let length = self.keys.chars().count();
        let is_short = length < LEAST_LETTERS;
        let stands = self.stands(words);
        let small = self.keys.to_ascii_lowercase();
        if is_english(&small) || by_itself && is_short || stands && !is_short {
            return None;
        }
        let typed = [self.keys, &small].into_iter();
        let read = typed.flat_map(|keys| {
            [Layout::Windows, Layout::Mac]
                .into_iter()
                .filter_map(move |layout| as_arabic(keys, layout))
        });
        let (articles, meant) = best(read, words)?;
        let is_word = length < LEAST_PRONOUNCEABLE && is_pronounceable(self.keys);
        let all = words.vocabulary.statistics().articles;
        let is_common = u64::from(articles) * ARTICLES_PER_COMMON >= all;
        (!by_itself || !is_word || is_common).then_some(meant)
    }

    /// Whether what was typed is in the corpus. Between signs that are letters on the other layout, a letter or two say nothing.
    fn stands(&self, words: Words) -> bool {
        let mut typed = written_words(self.keys);
        let has_signs = !self.keys.chars().all(char::is_alphanumeric);
        typed.all(|word| {
            let says_something = !has_signs || word.form.chars().count() >= LEAST_LETTERS;
            says_something && articles(words, &word.form) > 0
        })
    }

    fn meant_in_latin(&self, words: Words) -> Option<String> {
        let length = self.keys.chars().count();
        if length < LEAST_LETTERS || !self.keys.chars().all(|c| ('ء'..='ي').contains(&c)) {
            return None;
        }
        if articles(words, self.keys) > 0 || !words.readings(self.keys).is_empty() {
            return None;
        }
        let layouts = [Layout::Windows, Layout::Mac].into_iter();
        let read = layouts.flat_map(|layout| as_latin(self.keys, layout));
        best(read, words).map(|(_, text)| text)
    }
}

/// The one of `texts` that is one word and stands in the most articles.
fn best(texts: impl Iterator<Item = String>, words: Words) -> Option<(u32, String)> {
    let standing = texts.filter_map(|text| {
        let mut inside = written_words(&text);
        let first = inside.next()?;
        let is_whole = first.range == (0..text.len()) && inside.next().is_none();
        let articles = if is_whole {
            articles(words, &first.form)
        } else {
            0
        };
        (articles > 0).then_some((articles, text))
    });
    // Of equal ones the first: that of the commoner layout.
    standing.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// How many articles hold the written `form` or one that folds alike, about.
fn articles(words: Words, form: &str) -> u32 {
    let spellings = words.vocabulary.spellings(&fold(form));
    spellings.iter().map(|entry| entry.articles).sum()
}

/// Whether Latin letters are like those of a word: vowels, and no more than two consonants in a row.
fn is_pronounceable(keys: &str) -> bool {
    let is_vowel = |c: char| "aeiouyAEIOUY".contains(c);
    keys.chars().all(|c| c.is_ascii_alphabetic())
        && keys.contains(is_vowel)
        && keys.split(is_vowel).all(|run| run.len() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_have_no_signs() {
        let query = "title:hgvdhq \"hgrhivm ;hlg\" -(,.dv)";
        let keys: Vec<&str> = pieces(query).map(|piece| &query[piece.range]).collect();
        assert_eq!(keys, ["hgvdhq", "hgrhivm", ";hlg", ",.dv"]);
    }

    #[test]
    fn what_can_be_pronounced() {
        for (word, expected) in [
            ("jog", true),
            ("steel", true),
            ("hgvdhq", false),
            ("hgh", false),
            (";hk", false),
        ] {
            assert_eq!(is_pronounceable(word), expected, "{word}");
        }
    }
}

//! Marked forms: for each article, which words stand in it otherwise than the index has them.
//!
//! The index knows words without vowels, tatweel, capitals and the like. Where a query asks for the very letters, a text
//! has to be read only if the word may stand in it with such marks, and these articles are few for any one word. Kept are
//! short hashes of the words in a column: one more than there is costs reading a text, one too few would be a wrong
//! answer.

use std::collections::BTreeSet;

use tantivy::{DocId, SegmentReader};
use xxhash_rust::xxh3::xxh3_64;

use super::numbers_column::NumbersColumn;
use arabic_text::dotless::with_either_yeh;
use arabic_text::words::written_words;
use fihris_corpus::{Article, Zone};

/// The name of the column.
pub(super) const COLUMN: &str = "marked";

/// Bits of a hash: one word in 4096 is taken for another.
const BITS: u32 = 12;

/// The hashes of the words of `article`, in order, each once.
pub(super) fn numbers(article: &Article) -> BTreeSet<u64> {
    let indexed = with_either_yeh(&article.text);
    let mut numbers = BTreeSet::new();
    for Zone { range, .. } in &article.zones {
        let (text, indexed) = (&article.text[range.clone()], &indexed[range.clone()]);
        add_zone(text, indexed, &mut numbers);
    }
    numbers
}

/// Adds those of a part of a text, in which no word goes on from another; in the index it stands as `indexed`.
fn add_zone(text: &str, indexed: &str, numbers: &mut BTreeSet<u64>) {
    let mut end = 0;
    for (at, char) in text.char_indices() {
        if at < end || is_plain(char) {
            continue;
        }
        // A conjunction may stand apart before its word, and a sign beside its number.
        let mut around = start_of(text, at)..end_of(text, at);
        end = around.end;
        while around.end < text.len() {
            around.end = end_of(text, text.len() - text[around.end..].trim_start().len());
            if written_words(&text[end..around.end]).advance() {
                break;
            }
            end = around.end; // nothing but marks
        }
        while around.start > 0 {
            let piece_end = text[..around.start].trim_end().len();
            around.start = start_of(text, piece_end);
            if written_words(&text[around.start..piece_end]).advance() {
                break;
            }
        }
        let mut words = written_words(&indexed[around.clone()]);
        while words.advance() {
            if words.form() != &text[around.clone()][words.range()] {
                numbers.insert(MarkedForms::number(words.form()));
            }
        }
    }
}

/// Where the piece between spaces begins that holds the place `at`, or ends there.
fn start_of(text: &str, at: usize) -> usize {
    let rest = text[..at].trim_end_matches(|char: char| !char.is_whitespace());
    rest.len()
}

/// Where it ends.
fn end_of(text: &str, at: usize) -> usize {
    text.len()
        - text[at..]
            .trim_start_matches(|char: char| !char.is_whitespace())
            .len()
}

/// Whether a letter is in the index as it is wherever it stands, or is in no word.
fn is_plain(char: char) -> bool {
    matches!(char, '\u{621}'..='\u{63A}' | '\u{641}'..='\u{647}' | '\u{64A}' | 'a'..='z' | '،' | '؛' | '؟')
        || char.is_ascii_punctuation()
        || char.is_ascii_whitespace()
}

/// Which articles of a segment hold a word with marks.
pub struct MarkedForms(NumbersColumn);

impl MarkedForms {
    /// Of `segment`.
    ///
    /// # Errors
    /// If the column cannot be read.
    pub fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        Ok(Self(NumbersColumn::open(segment, COLUMN)?))
    }

    /// The number of a written form.
    #[must_use]
    pub fn number(form: &str) -> u64 {
        xxh3_64(form.as_bytes()) & ((1 << BITS) - 1)
    }

    /// Whether the article `doc` may hold a form with one of these numbers in other letters than its own; if not, all its
    /// words of these forms are written so.
    #[must_use]
    pub fn may_hold(&self, doc: DocId, numbers: &[u64]) -> bool {
        self.0.get(doc).any(|number| numbers.contains(&number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words of `text` that are written otherwise than in the index and are not known.
    fn forgotten(text: &str) -> Vec<String> {
        let numbers = numbers(&Article::new("1", "", text));
        let indexed = with_either_yeh(text);
        let words = written_words(&indexed);
        let number = MarkedForms::number;
        let marked = words.filter(|word| word.form != text[word.range.clone()]);
        let forgotten = marked.filter(|word| !numbers.contains(&number(&word.form)));
        forgotten.map(|word| word.form).collect()
    }

    #[test]
    fn words_with_marks_are_known_and_others_are_not() {
        let text = "قال الوزير جدًّا إن Moscow الـــقوات و الصحة على، شىء في ٢٠٢٠ عبدالله";
        let (found, number) = (numbers(&Article::new("1", "", text)), MarkedForms::number);
        for form in ["جدا", "moscow", "القوات", "والصحة", "شيء", "2020"] {
            assert!(found.contains(&number(form)), "{form}");
        }
        for form in ["قال", "الوزير", "إن", "على", "في", "عبدالله"] {
            assert!(!found.contains(&number(form)), "{form}");
        }
    }

    proptest! {
        #[test]
        fn no_word_with_marks_is_forgotten(text in "[وفيىءؤأإه ـ.،\"3٣0,aB\\n\u{64E}\u{651}\u{670}\u{200C}\u{A0}\u{FEFB}ﷺ%¼-]{0,30}") {
            prop_assert_eq!(forgotten(&text), Vec::<String>::new());
        }
    }
}

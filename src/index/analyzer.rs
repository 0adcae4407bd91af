//! The bridge from [`arabic_text::words()`] to tantivy's tokenizer interface.
//!
//! Knows no rules of its own: what a word is, is decided below.

use tantivy::Index as Engine;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::dynamic_fields;
use arabic_text::{Words, words};

/// The name under which the schema asks for [`FoldedWords`].
pub const FOLDED: &str = "folded_words";

/// The name under which the schema asks for [`NamedWords`].
pub const NAMED: &str = "named_words";

/// Makes both known to tantivy's index.
pub(super) fn register(engine: &Engine) {
    engine.tokenizers().register(FOLDED, FoldedWords);
    engine.tokenizers().register(NAMED, NamedWords);
}

/// The rules of folding and word splitting that an index was made by. Whoever changes them changes
/// this number; the test below tells when and to what.
pub const RULES: u64 = 7_255_473_311_764_733_505;

/// tantivy's view of our words.
#[derive(Clone, Copy, Debug, Default)]
pub struct FoldedWords;

impl Tokenizer for FoldedWords {
    type TokenStream<'a> = FoldedWordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FoldedWordStream<'a> {
        FoldedWordStream {
            name: "",
            words: words(text),
            token: Token::default(),
        }
    }
}

/// Our words of a field of the input, each behind the field's name as in [`dynamic_fields::term`].
#[derive(Clone, Copy, Debug, Default)]
pub struct NamedWords;

impl Tokenizer for NamedWords {
    type TokenStream<'a> = FoldedWordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FoldedWordStream<'a> {
        let (name, value) = dynamic_fields::split(text);
        FoldedWordStream {
            name,
            words: words(value),
            token: Token::default(),
        }
    }
}

/// The words of one text.
#[derive(Debug)]
pub struct FoldedWordStream<'a> {
    /// What stands before each.
    name: &'a str,
    words: Words<'a>,
    token: Token,
}

impl TokenStream for FoldedWordStream<'_> {
    fn advance(&mut self) -> bool {
        if !self.words.advance() {
            return false;
        }
        let range = self.words.range();
        self.token.offset_from = range.start;
        self.token.offset_to = range.end;
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        self.token.text.push_str(self.name);
        self.token.text.push_str(self.words.form());
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arabic_text::fold;
    use xxhash_rust::xxh3::xxh3_64;

    /// Every character folded alone, and words of every kind of seam.
    fn behaviour() -> u64 {
        let mut seen: String = ('\0'..='\u{FFFF}')
            .map(|c| fold(&c.to_string()) + "\n")
            .collect();
        let kinds = [
            "و", "كتاب", "7", "2021", "ab", "-", ".", ",", "\"", "ـ", "_", "\u{200C}", "هـ",
        ];
        for a in kinds {
            for b in kinds {
                for c in kinds {
                    let text = [a, b, c, " ", a, "1", b].concat();
                    for word in words(&text) {
                        seen.push_str(&word.form);
                        seen.push('|');
                    }
                }
            }
        }
        xxh3_64(seen.as_bytes())
    }

    #[test]
    fn changed_rules_change_the_number_that_indexes_are_marked_with() {
        assert_eq!(
            RULES,
            behaviour(),
            "folding or splitting changed: set RULES to the right side"
        );
    }
}

//! A tokenizer and token filters for tantivy.
//!
//! ```
//! use arabic_text::tokenizer::{ArabicTokenizer, LightStemFilter, StopWordFilter};
//! use tantivy::Index;
//! use tantivy::schema::{STORED, Schema, TEXT};
//! use tantivy::tokenizer::TextAnalyzer;
//!
//! let mut schema = Schema::builder();
//! let indexing = TEXT.get_indexing_options().cloned().unwrap().set_tokenizer("arabic");
//! schema.add_text_field("body", (TEXT | STORED).set_indexing_options(indexing));
//! let index = Index::create_in_ram(schema.build());
//!
//! let arabic = TextAnalyzer::builder(ArabicTokenizer).filter(StopWordFilter).filter(LightStemFilter);
//! index.tokenizers().register("arabic", arabic.build());
//! ```
//!
//! [`ArabicTokenizer`] alone finds a word however it is written; [`LightStemFilter`] also finds its inflections.
//! Offsets are those of the original text, so that tantivy's `SnippetGenerator` highlights what was written.

use tantivy_tokenizer_api::{Token, TokenFilter, TokenStream, Tokenizer};

use crate::stem::light_stem;
use crate::stop_words::is_stop_word;
use crate::words::written_words;
use crate::{Words, words};

/// Splits text into its folded words; see [`words()`].
///
/// ```
/// use arabic_text::tokenizer::ArabicTokenizer;
/// use tantivy::tokenizer::{TokenStream, Tokenizer};
///
/// let text = "في إقليمِ قره باغ";
/// let mut tokenizer = ArabicTokenizer;
/// let mut tokens = tokenizer.token_stream(text);
/// assert_eq!(tokens.next().unwrap().text, "في");
/// let token = tokens.next().unwrap();
/// assert_eq!((&*token.text, token.position), ("اقليم", 1));
/// assert_eq!(&text[token.offset_from..token.offset_to], "إقليمِ");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct ArabicTokenizer;

impl Tokenizer for ArabicTokenizer {
    type TokenStream<'a> = ArabicTokenStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ArabicTokenStream<'a> {
        ArabicTokenStream::new(words(text))
    }
}

/// Splits text into its words [as they are written](crate::fold::written), for an index that tells `علي` from
/// `على` and expands a query word to the spellings that it wants.
///
/// ```
/// use arabic_text::tokenizer::WrittenTokenizer;
/// use tantivy::tokenizer::{TokenStream, Tokenizer};
///
/// let mut tokenizer = WrittenTokenizer;
/// let mut tokens = tokenizer.token_stream("إقليمِ");
/// assert_eq!(tokens.next().unwrap().text, "إقليم");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct WrittenTokenizer;

impl Tokenizer for WrittenTokenizer {
    type TokenStream<'a> = ArabicTokenStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ArabicTokenStream<'a> {
        ArabicTokenStream::new(written_words(text))
    }
}

/// The token stream of [`ArabicTokenizer`] and [`WrittenTokenizer`].
#[derive(Debug)]
pub struct ArabicTokenStream<'a> {
    words: Words<'a>,
    token: Token,
}

impl<'a> ArabicTokenStream<'a> {
    fn new(words: Words<'a>) -> Self {
        Self {
            words,
            token: Token::default(),
        }
    }
}

impl TokenStream for ArabicTokenStream<'_> {
    fn advance(&mut self) -> bool {
        if !self.words.advance() {
            return false;
        }
        let range = self.words.range();
        self.token.offset_from = range.start;
        self.token.offset_to = range.end;
        self.token.position = self.token.position.wrapping_add(1); // begins at `usize::MAX`
        self.token.text.clear();
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

/// Removes [stop words](crate::stop_words). Positions keep their gaps, as with tantivy's own filter, so that
/// phrases still count the words between.
///
/// It reads the text as it was written, so that `على` (on) is removed and `علي` (Ali) is kept. Put it before
/// [`LightStemFilter`].
///
/// ```
/// use arabic_text::tokenizer::{ArabicTokenizer, StopWordFilter};
/// use tantivy::tokenizer::{TextAnalyzer, TokenStream};
///
/// let mut analyzer = TextAnalyzer::builder(ArabicTokenizer).filter(StopWordFilter).build();
/// let mut tokens = analyzer.token_stream("علي على الطريق");
/// assert_eq!(tokens.next().unwrap().text, "علي");
/// assert_eq!(tokens.next().unwrap().position, 2);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct StopWordFilter;

impl TokenFilter for StopWordFilter {
    type Tokenizer<T: Tokenizer> = StopWordTokenizer<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> StopWordTokenizer<T> {
        StopWordTokenizer { inner: tokenizer }
    }
}

/// The tokenizer that [`StopWordFilter`] makes of another.
#[derive(Clone, Debug)]
pub struct StopWordTokenizer<T> {
    inner: T,
}

impl<T: Tokenizer> Tokenizer for StopWordTokenizer<T> {
    type TokenStream<'a> = StopWordStream<'a, T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        StopWordStream {
            text,
            inner: self.inner.token_stream(text),
        }
    }
}

/// The token stream of [`StopWordTokenizer`].
#[derive(Debug)]
pub struct StopWordStream<'a, S> {
    text: &'a str,
    inner: S,
}

impl<S: TokenStream> TokenStream for StopWordStream<'_, S> {
    fn advance(&mut self) -> bool {
        while self.inner.advance() {
            let token = self.inner.token();
            let written = self.text.get(token.offset_from..token.offset_to);
            if !is_stop_word(written.unwrap_or(&token.text)) {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.inner.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.inner.token_mut()
    }
}

/// Replaces each folded word by its [light stem](light_stem).
///
/// ```
/// use arabic_text::tokenizer::{ArabicTokenizer, LightStemFilter};
/// use tantivy::tokenizer::{TextAnalyzer, TokenStream};
///
/// let mut analyzer = TextAnalyzer::builder(ArabicTokenizer).filter(LightStemFilter).build();
/// let mut tokens = analyzer.token_stream("والمهندسون");
/// assert_eq!(tokens.next().unwrap().text, "مهندس");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct LightStemFilter;

impl TokenFilter for LightStemFilter {
    type Tokenizer<T: Tokenizer> = LightStemTokenizer<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> LightStemTokenizer<T> {
        LightStemTokenizer { inner: tokenizer }
    }
}

/// The tokenizer that [`LightStemFilter`] makes of another.
#[derive(Clone, Debug)]
pub struct LightStemTokenizer<T> {
    inner: T,
}

impl<T: Tokenizer> Tokenizer for LightStemTokenizer<T> {
    type TokenStream<'a> = LightStemStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        LightStemStream {
            inner: self.inner.token_stream(text),
        }
    }
}

/// The token stream of [`LightStemTokenizer`].
#[derive(Debug)]
pub struct LightStemStream<S> {
    inner: S,
}

impl<S: TokenStream> TokenStream for LightStemStream<S> {
    fn advance(&mut self) -> bool {
        if !self.inner.advance() {
            return false;
        }
        let token = self.inner.token_mut();
        let stem = light_stem(&token.text);
        if stem.len() < token.text.len() {
            token.text = stem.to_string();
        }
        true
    }

    fn token(&self) -> &Token {
        self.inner.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.inner.token_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(tokenizer: &mut impl Tokenizer, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut stream = tokenizer.token_stream(text);
        stream.process(&mut |token| tokens.push(token.clone()));
        tokens
    }

    #[test]
    fn tokens_have_the_offsets_of_the_text_and_the_positions_of_words() {
        let text = "«أعلَنَ» علي على ﷺ ٦٬٥٠٠";
        let found = tokens(&mut ArabicTokenizer, text);
        let shown: Vec<(&str, &str, usize)> = found
            .iter()
            .map(|t| (&*t.text, &text[t.offset_from..t.offset_to], t.position))
            .collect();
        assert_eq!(shown[0], ("اعلن", "أعلَنَ", 0));
        assert_eq!(shown[1..3], [("علي", "علي", 1), ("علي", "على", 2)]);
        assert_eq!(shown[3], ("صلي", "ﷺ", 3)); // four words of one character
        assert_eq!(shown[7], ("6500", "٦٬٥٠٠", 7));
    }

    #[test]
    fn filters_remove_stop_words_and_affixes_and_leave_positions() {
        let text = "التقى علي بالمهندسين على الطريق";
        let mut analyzer = LightStemFilter.transform(StopWordFilter.transform(ArabicTokenizer));
        let found = tokens(&mut analyzer, text);
        let shown: Vec<(&str, usize)> = found.iter().map(|t| (&*t.text, t.position)).collect();
        assert_eq!(shown[1..], [("علي", 1), ("مهندس", 2), ("طريق", 4)]);
        assert_eq!(
            &text[found[2].offset_from..found[2].offset_to],
            "بالمهندسين"
        );
    }

    proptest! {
        #[test]
        fn no_text_breaks_a_stream(text in "\\PC*|[\u{0600}-\u{06FF}\u{FDF0}-\u{FDFD} a-z0-9.,:-]*") {
            let mut analyzer = LightStemFilter.transform(StopWordFilter.transform(ArabicTokenizer));
            let (all, kept) = (tokens(&mut ArabicTokenizer, &text), tokens(&mut analyzer, &text));
            for (i, token) in all.iter().enumerate() {
                prop_assert_eq!(token.position, i);
            }
            for token in kept {
                let unfiltered = &all[token.position];
                prop_assert!(!token.text.is_empty() && unfiltered.text.contains(&token.text));
                prop_assert!(text.get(token.offset_from..token.offset_to).is_some());
                prop_assert_eq!(token.offset_from, unfiltered.offset_from);
            }
        }
    }
}

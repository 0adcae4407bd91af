//! Arabic text for search: folding, words, stems, stop words and spellings, without I/O.
//!
//! A search engine has to find `القوات` where a reader typed `قوّات`, and has to highlight what the text
//! really holds. So everything here works on *folded* text ([`fold()`]) and keeps the byte range of each
//! word in the original ([`words()`]).
//!
//! ```
//! use arabic_text::stem::analyze_stem;
//! use arabic_text::{fold, words};
//! use std::collections::HashMap;
//!
//! // One form for what papers write differently.
//! assert_eq!(fold("وَبالأرمينيّة"), "وبالارمينيه");
//!
//! // Words with their byte ranges in the text as it was written.
//! let text = "إقليم قره باغ (و7 مناطق)";
//! let found: Vec<(String, &str)> = words(text).map(|word| (word.form, &text[word.range])).collect();
//! assert_eq!(found[0], ("اقليم".to_string(), "إقليم"));
//! assert_eq!(found[3].1, "7"); // `و` belongs to no word of its own
//!
//! // Proclitics and suffixes come off where a corpus attests what remains.
//! let doc_freqs: HashMap<&str, u32> = [("ارميني", 40), ("ارمينيه", 70)].into();
//! assert_eq!(analyze_stem("وبالارمينيه", &doc_freqs).stem, "ارميني");
//! ```
//!
//! | module | for |
//! |---|---|
//! | [`mod@fold`], [`letters`] | folding, a character at a time, with byte ranges |
//! | [`mod@words`] | splitting text into words and numbers |
//! | [`stem`] | proclitics, suffixes and stems, with a corpus or without |
//! | [`dotless`] | texts that write every final `ي` as `ى` |
//! | [`stop_words`] | words that say nothing of what a text is about |
//! | [`diacritics`] | comparing words by the vowels that are written |
//! | [`transliteration`], [`variants`] | spellings of one foreign name |
//! | [`numbers`] | numbers as digits and as words, read to values and written in every way |
//! | [`numerals`], [`months`] | numbers, months and weekdays as words |
#![cfg_attr(
    feature = "tantivy",
    doc = "| [`tokenizer`] | a tokenizer and token filters for tantivy |"
)]
//!
//! # Features
//!
//! None is on by default.
//!
//! * `tantivy`: the module `tokenizer`, with a tokenizer and token filters for tantivy.
//! * `serde`: `Serialize` for data types, `Deserialize` where a value stands for itself.

mod dagger_alef;
pub mod diacritics;
pub mod dotless;
pub mod fold;
pub mod keyboard;
pub mod letters;
pub mod months;
pub mod numbers;
pub mod numerals;
pub mod romanization;
pub mod stem;
pub mod stop_words;
#[cfg(feature = "tantivy")]
pub mod tokenizer;
pub mod transliteration;
pub mod variants;
pub mod words;

pub use fold::fold;
pub use words::{Word, Words, words};

/// The examples of the README.
#[cfg(all(doctest, feature = "tantivy"))]
#[doc = include_str!("../README.md")]
struct Readme;

//! Arabic text: letters, words, stems, spellings.
//!
//! Pure functions over `&str`: no files, no index. The layers above ask here what a word is and
//! which words are the same; nothing here knows who asks.
//!
//! `وبالأرمينية` on its way: [`fold()`] gives `وبالارمينيه`, [`words()`] ties it to its bytes,
//! [`stem`] takes the proclitics and suffixes off (`ارميني`), and [`variants`] knows that papers also
//! write `ارمني`.

pub mod diacritics;
pub mod fold;
pub mod letters;
pub mod months;
mod numbers;
pub mod numerals;
pub mod stem;
pub mod stop_words;
pub mod transliteration;
pub mod variants;
pub mod words;

pub use fold::fold;
pub use words::{Word, Words, words};

//! Arabic text: letters, words, cores, spellings.
//!
//! Pure functions over `&str`: no files, no index. The layers above ask here what a word is and
//! which words are the same; nothing here knows who asks.
//!
//! `وبالأرمينية` on its way: [`fold()`] gives `وبالارمينيه`, [`words()`] ties it to its bytes,
//! [`cores`] takes the clitics and endings off (`ارميني`), and [`variants`] knows that papers also
//! write `ارمني`.

pub mod clitics;
pub mod cores;
pub mod endings;
pub mod fold;
pub mod letters;
pub mod lexicon;
pub mod months;
mod numbers;
pub mod numerals;
pub mod stop_words;
pub mod transliteration;
pub mod variants;
pub mod vowels;
pub mod words;

pub use fold::fold;
pub use words::{Word, Words, words};

//! What must hold of each part of fihris, whatever bytes it is given.
//!
//! A target is a function that panics if something does not hold. The tests here and those of `fuzz/` run the same.

pub mod columns;
pub mod csv;
pub mod cues;
pub mod dates;
pub mod encoding;
pub mod html;
pub mod json;
pub mod json_lines;
pub mod mail;
pub mod markup;
pub mod office;
pub mod packed;
pub mod pdf;
pub mod query;
mod reading;
pub mod references;
pub mod rtf;
pub mod sqlite;
pub mod stems;
pub mod text;
pub mod warc;
pub mod words;
mod zip;
pub mod zones;

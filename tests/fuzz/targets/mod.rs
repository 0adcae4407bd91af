//! What must hold of each part of fihris, whatever bytes it is given.
//!
//! A target is a function that panics if something does not hold. The tests here and those of `fuzz/` run the same.

pub mod csv;
pub mod dates;
pub mod documents;
pub mod encoding;
pub mod html;
pub mod json;
pub mod json_lines;
pub mod markup;
pub mod packed;
pub mod query;
mod reading;
pub mod stems;
pub mod text;
pub mod words;
pub mod zones;

//! Output: results as text and pages for people and JSON for programs.
//!
//! Writes to whatever it is given; knows no terminal, no file and no exit status. Arabic stands on
//! lines of its own, as a path on the same line would turn its direction.

pub mod analysis;
pub mod article;
pub mod bibtex;
pub mod checkup;
pub mod clean;
pub mod collocates;
pub mod compare;
pub mod concordance;
pub mod config;
pub mod copies;
pub mod copy;
pub mod csv_writer;
pub mod escape;
pub mod explanation;
pub mod export;
pub mod groups;
pub mod hits;
pub mod html;
pub mod json;
mod json_writer;
pub mod kinds;
mod link;
pub mod list;
pub mod markdown;
pub mod names;
pub mod problem;
pub mod removal;
pub mod rows;
pub mod run;
pub mod screen;
pub mod similar;
pub mod sources;
pub mod spellings;
pub mod status;
pub mod style;
pub mod template;
pub mod terms;
pub mod timeline;
pub mod version;
pub mod words;

pub use style::Style;

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One object a line, for programs.
    Json,
}

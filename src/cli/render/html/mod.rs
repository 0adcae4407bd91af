//! HTML: what a command found as one page that stands by itself.
//!
//! Writes pages that fetch nothing and can be read without their script. All that comes from a corpus or a
//! query is escaped by the templates, and set apart from the text around it, whatever its direction.
//! Knows how pages look, not where they go.

pub mod article;
pub mod compare;
pub mod concordance;
pub mod copies;
pub mod explanation;
mod find;
pub mod groups;
pub mod hits;
pub mod names;
pub mod page;
pub mod spellings;
mod table;
pub mod terms;
mod text;
pub mod timeline;

pub use page::Page;

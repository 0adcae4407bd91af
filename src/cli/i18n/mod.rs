//! The catalogue: all that people are told, in every language.
//!
//! A message is a variant with its variables; each language matches all of them, so that one without
//! its words, or one that leaves out a variable, does not compile. Labels and names have no variables;
//! the terminal, pages and help say them alike. Programs are never spoken to in a language.

mod arabic;
mod asking;
mod batch;
mod config;
mod damage;
mod english;
mod failures;
mod files;
mod guide;
mod hints;
mod kinds;
mod labels;
mod language;
mod lists;
mod message;
mod names;
mod origin;
mod plural;
mod reasons;
mod removal;
mod saved;
mod status;
mod system;
mod tables;
#[cfg(test)]
mod tests;
mod versions;
mod word;

pub use self::asking::AskingLine;
pub use self::batch::{LineProblem, QueryLine};
pub use self::config::{BadConfig, ConfigProblem};
pub use self::damage::{problem, repair};
pub use self::failures::index_error;
pub use self::guide::GuideLine;
pub use self::hints::index_hint;
pub use self::kinds::{kind_facts, kind_name, packed};
pub use self::labels::Label;
pub use self::language::Language;
pub use self::message::{Message, Place};
pub use self::names::{date_rule, date_source, rule, rule_called, zone, zone_called};
pub use self::origin::SettingOrigin;
pub use self::reasons::{notes, skip_reason};
pub use self::removal::RemovalLine;
pub use self::saved::SavedLine;
pub use self::status::StatusLine;
pub use self::tables::TableLine;
pub use self::versions::VersionLine;
pub use self::word::WordLine;

//! The commands: a file each, with its arguments beside what it does.

pub mod analyze;
pub mod check;
pub mod collocates;
pub mod config;
pub mod copies;
pub mod explain;
pub mod export;
pub mod formats;
pub mod index;
pub mod kwic;
pub mod learn;
pub mod list;
pub mod queries;
pub mod remove;
pub mod sample;
pub mod save;
pub mod search;
pub mod shell;
pub mod show;
pub mod similar;
pub mod spellings;
pub mod status;
pub mod terms;
pub mod timeline;
pub mod tutorial;
pub mod words;

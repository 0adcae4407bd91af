//! End to end, through the real program.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod analyses;
mod asking;
mod check;
mod commands;
#[cfg(target_os = "linux")]
#[cfg(unix)]
mod config;
mod controls;
mod copies;
mod corpus;
mod damaged;
mod databases;
mod days;
mod deleted;
mod documents;
mod encodings;
mod errors;
mod every_damage;
mod every_kind;
mod first;
mod formats;
mod found;
#[cfg(unix)]
mod habits;
mod hostile;
mod kinds;
mod known;
mod language;
mod learn;
mod limits;
mod list;
mod locale;
#[cfg(unix)]
mod lost;
mod malformed;
#[cfg(unix)]
mod names;
mod options;
mod own_words;
mod pack;
mod page_limits;
mod pager;
mod pdf_files;
mod place;
#[cfg(unix)]
mod preprocess;
mod reading;
mod readme;
mod remove;
mod report;
mod research;
mod same_ids;
mod sandbox;
mod saved;
mod schema_files;
mod schemas;
mod scripts;
mod seeds;
mod streams;
mod tables;
mod terminals;
mod typed;
mod versions;
mod zones;

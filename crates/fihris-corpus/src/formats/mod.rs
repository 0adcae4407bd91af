//! The formats of files, a module each.
//!
//! Each turns a stream of bytes into records or texts and gives them to a [`super::sink::ArticleSink`].

pub mod csv;
pub mod doc;
mod envelope;
pub mod exports;
pub mod feed;
mod head;
pub mod html;
pub mod json;
pub mod json_lines;
pub mod mail;
pub mod markup;
pub mod office;
pub mod openiti;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod pdf;
pub mod references;
mod rows;
pub mod rtf;
pub mod saved_page;
pub mod sqlite;
pub mod subtitles;
pub mod text;
pub mod treebank;
pub mod warc;
mod wordpress;
mod xml;

use std::panic::{self, AssertUnwindSafe};

use crate::skip::{DamageKind, SkipReason};

/// What `work` gives; it is done by others, who may not bear what they are given.
fn guarded<T>(work: impl FnOnce() -> Result<T, SkipReason>) -> Result<T, SkipReason> {
    let fault = |_| SkipReason::damaged(DamageKind::Other, "its reader fails on it");
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(fault)?
}

/// How often `byte` is in `bytes`.
fn count(bytes: &[u8], byte: u8) -> usize {
    bytes.iter().map(|&other| usize::from(other == byte)).sum()
}

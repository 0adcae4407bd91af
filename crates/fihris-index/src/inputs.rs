//! What a run reads: how files are opened, and what comes by its stream.

use std::io::{self, Read, Seek};
use std::path::Path;

use fihris_corpus::Article;

/// What files are read from.
pub(super) trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// Opens a file.
pub(super) type Open<'a> = dyn Fn(&Path) -> io::Result<Box<dyn Source>> + 'a;

/// What a run reads.
pub(super) struct Inputs<'a> {
    /// Opens its files.
    pub open: &'a Open<'a>,
    /// The articles that come by its stream; records come by standard input where there are none.
    pub articles: Option<Box<dyn Iterator<Item = Article> + 'a>>,
}

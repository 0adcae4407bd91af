//! Reading articles one after the other, on all cores.

use rayon::prelude::*;

use fihris_corpus::Article;
use fihris_index::{ArticleAddress, Index, IndexError};

use crate::support::failure::Failure;

/// So many articles are in memory at once.
const READ_AT_ONCE: usize = 256;

/// Reads the articles at `addresses` and calls `take` with each in their order.
///
/// # Errors
/// If the index cannot be read, and those of `take`; the rest is not read then.
pub fn each_article(
    index: &Index,
    addresses: &[ArticleAddress],
    mut take: impl FnMut(Article) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for chunk in addresses.chunks(READ_AT_ONCE) {
        let articles = chunk.par_iter().map(|address| index.article(*address));
        let articles: Vec<Article> = articles.collect::<Result<_, IndexError>>()?;
        articles.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

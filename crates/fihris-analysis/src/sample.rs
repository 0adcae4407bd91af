//! Samples: articles drawn at random, the same ones for the same seed.

use xxhash_rust::xxh3::xxh3_64_with_seed;

use fihris_index::{ArticleAddress, IndexError};
use fihris_search::Matches;

/// Draws `size` of the articles that match, in an order that says nothing.
///
/// Which ones are drawn depends on the seed, and on what the articles are called, not on how the index came to be: an
/// article that comes or goes changes nothing for the others, but that it may take the place of one.
///
/// # Errors
/// If the index cannot be read.
pub fn sample(matches: Matches, size: usize, seed: u64) -> Result<Vec<ArticleAddress>, IndexError> {
    let identities = matches.index.identities(matches.articles)?;
    let mut drawn: Vec<(u64, usize)> = identities
        .iter()
        .map(|(id, file, place)| {
            let named = format!("{id}\0{file}\0{place}");
            xxh3_64_with_seed(named.as_bytes(), seed)
        })
        .zip(0..)
        .collect();
    drawn.sort_unstable_by_key(|(hash, i)| (*hash, &identities[*i]));
    drawn.truncate(size);
    let addresses = drawn.into_iter().map(|(_, i)| matches.articles[i]);
    Ok(addresses.collect())
}

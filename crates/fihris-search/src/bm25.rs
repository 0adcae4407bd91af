//! BM25 (Robertson & Zaragoza, 2009): the constants of the score, and what a rare word weighs.

/// BM25's saturation of frequency: earlier than Lucene's 1.2, as inflections add up.
pub(super) const K1: f32 = 0.8;
/// BM25's weight of length, as in Lucene and tantivy.
pub(super) const B: f32 = 0.75;
/// What an occurrence in the headline counts on top of the one in the text.
pub(crate) const TITLE_BONUS: f32 = 2.0;

/// Below this, a frequency is what rounding leaves of a difference.
pub(super) const MIN_FREQUENCY: f32 = 1e-3;

/// BM25's weight of a word that stands in `articles` of `all`.
#[allow(clippy::cast_precision_loss)] // counts of articles are far below 2^24 where it matters
pub(crate) fn idf(articles: u32, all: u64) -> f32 {
    let (n, df) = (all as f32, articles as f32);
    (1.0 + (n - df + 0.5).max(0.5) / (df + 0.5)).ln()
}

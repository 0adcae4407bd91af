//! Figures of the whole corpus that ranking needs.

/// Articles, words and forms of a corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Articles in the index.
    pub articles: u64,
    /// Words in all of them, each article's length rounded as tantivy keeps it.
    pub words: u64,
    /// Distinct words.
    pub forms: u64,
}

impl Statistics {
    /// Words in an average article.
    #[must_use]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // an average
    pub fn mean_length(&self) -> f32 {
        (self.words as f64 / self.articles.max(1) as f64) as f32
    }

    /// Adds those of other articles.
    pub(super) fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.words += other.words;
        self.forms += other.forms;
    }

    /// As they are written.
    pub(super) fn numbers(&self) -> [u64; 3] {
        [self.articles, self.words, self.forms]
    }

    /// Those of which these are the [`numbers`](Self::numbers).
    pub(super) fn from_numbers([articles, words, forms]: [u64; 3]) -> Self {
        Self {
            articles,
            words,
            forms,
        }
    }
}

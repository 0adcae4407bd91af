//! News: which articles came since they were looked at last.
//!
//! What was seen is kept as hashes, so that it says nothing of the texts, and stays small.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use xxhash_rust::xxh3::xxh3_64;

use fihris_corpus::Article;
use fihris_index::{ArticleAddress, Index, IndexError};

/// The articles that were seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(BTreeSet<u64>);

impl Seen {
    /// From the lines of [`Seen::to_lines`]; others are passed over.
    #[must_use]
    pub fn from_lines(lines: &str) -> Self {
        let hashes = lines.lines();
        Self(
            hashes
                .filter_map(|line| u64::from_str_radix(line.trim(), 16).ok())
                .collect(),
        )
    }

    /// A hash a line.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let mut lines = String::with_capacity(self.0.len() * 17);
        for hash in &self.0 {
            let _ = writeln!(lines, "{hash:016x}"); // writing to a String cannot fail
        }
        lines
    }

    /// Those of `articles` that were not seen, in their order.
    ///
    /// An article was seen if one with its id, of its file, was. One of which there are several versions was seen if one
    /// with its id, or at its address on the web, was: a text that changed is no news.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn unseen(
        &self,
        index: &Index,
        articles: &[ArticleAddress],
    ) -> Result<Vec<ArticleAddress>, IndexError> {
        let identities = index.identities(articles)?;
        let mut unseen = Vec::new();
        for (address, (id, file, _)) in articles.iter().zip(identities) {
            if self.0.contains(&of_file(&id, &file)) {
                continue;
            }
            let has_versions = index.versions().get(*address).is_some();
            let is_seen = has_versions && {
                let article = index.article(*address)?;
                of_versions(&article).any(|key| self.0.contains(&key))
            };
            if !is_seen {
                unseen.push(*address);
            }
        }
        Ok(unseen)
    }

    /// Adds `articles`.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn add(&mut self, index: &Index, articles: &[ArticleAddress]) -> Result<(), IndexError> {
        for address in articles {
            let article = index.article(*address)?;
            self.0.insert(of_file(&article.id, &article.file));
            self.0.extend(of_versions(&article));
        }
        Ok(())
    }
}

/// What tells an article of a file.
fn of_file(id: &str, file: &str) -> u64 {
    xxh3_64(format!("file\0{id}\0{file}").as_bytes())
}

/// What tells an article whatever file it is in.
fn of_versions(article: &Article) -> impl Iterator<Item = u64> {
    let id = Some(format!("id\0{}", article.id));
    let url = article.url().map(|url| format!("url\0{url}"));
    let keys = [id, url].into_iter().flatten();
    keys.map(|key| xxh3_64(key.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_comes_back() {
        let seen = Seen([3, u64::MAX].into());
        assert_eq!(seen.to_lines(), "0000000000000003\nffffffffffffffff\n");
        assert_eq!(Seen::from_lines(&seen.to_lines()), seen);
        assert_eq!(Seen::from_lines("\nخبر\n3"), Seen([3].into()));
    }
}

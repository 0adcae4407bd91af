//! Hits: articles that match, with what to show of them.

use rayon::prelude::*;

use crate::ScoredDoc;
use crate::highlight::{Highlight, Highlighter};
use crate::matches::MatchedArticle;
use crate::snippet::{Snippet, best_snippet};
use fihris_corpus::{Article, ZoneKind};
use fihris_index::{Index, IndexError, Version};

/// So many hits are in memory at once.
const READ_AT_ONCE: usize = 64;

/// An article that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: Article,
    /// The higher the better; comparable within one query.
    pub score: f32,
    /// How many copies of it match as well.
    pub copies: usize,
    /// What is known of it, if there are other versions of it.
    pub version: Option<Version>,
    /// All highlights in the article's text, in order.
    pub highlights: Vec<Highlight>,
    /// What to show of the text, besides the headline.
    pub snippet: Option<Snippet>,
}

impl Hit {
    /// Reads a found article and looks for what matches in it.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn read(
        index: &Index,
        highlighter: &Highlighter,
        found: &ScoredDoc,
    ) -> Result<Self, IndexError> {
        let MatchedArticle {
            article,
            words,
            highlights,
        } = MatchedArticle::read(index, highlighter, found.address)?;
        let snippet = best_snippet(&article, &words, &highlights);
        Ok(Self {
            article,
            score: found.score,
            copies: found.copies.len(),
            version: index.versions().get(found.address),
            highlights,
            snippet,
        })
    }

    /// Reads the articles of `found`, on all cores, and calls `take` with each in their order.
    ///
    /// # Errors
    /// If the index cannot be read, and those of `take`; the rest is not read then.
    pub fn read_all<E: From<IndexError>>(
        index: &Index,
        highlighter: &Highlighter,
        found: &[ScoredDoc],
        mut take: impl FnMut(&ScoredDoc, Self) -> Result<(), E>,
    ) -> Result<(), E> {
        for found in found.chunks(READ_AT_ONCE) {
            let hits = found
                .par_iter()
                .map(|found| Self::read(index, highlighter, found));
            let hits: Vec<Self> = hits.collect::<Result<_, IndexError>>()?;
            for (found, hit) in found.iter().zip(hits) {
                take(found, hit)?;
            }
        }
        Ok(())
    }

    /// What the snippet shows a part of, if that is not the running text: the zone of its first match, unless others are
    /// of the body, or of all of it where it has none.
    #[must_use]
    pub fn shown_zone(&self) -> Option<ZoneKind> {
        let range = &self.snippet.as_ref()?.range;
        let zone_of = |highlight: &Highlight| self.article.zone_at(highlight.range.start);
        let mut marked: Vec<Option<ZoneKind>> = self.highlights_in(range).map(zone_of).collect();
        if marked.is_empty() {
            let last = range.end.saturating_sub(1).max(range.start);
            let ends = [range.start, last].map(|at| self.article.zone_at(at));
            marked.extend((ends[0] == ends[1]).then_some(ends[0]));
        }
        if marked.contains(&Some(ZoneKind::Body)) {
            return None;
        }
        *marked.first()?
    }

    /// The article's text with `open` before and `close` after each highlight.
    #[must_use]
    pub fn highlighted(&self, open: &str, close: &str) -> String {
        let text = &self.article.text;
        let mut highlighted = String::with_capacity(text.len());
        let mut end = 0;
        for Highlight { range, .. } in &self.highlights {
            // Words of two clauses may overlap.
            let start = range.start.max(end);
            if start < range.end {
                let parts = [&text[end..start], open, &text[start..range.end], close];
                highlighted.extend(parts);
                end = range.end;
            }
        }
        highlighted + &text[end..]
    }

    /// The highlights inside a byte range of the text.
    pub fn highlights_in(
        &self,
        range: &std::ops::Range<usize>,
    ) -> impl Iterator<Item = &Highlight> {
        let range = range.clone();
        self.highlights.iter().filter(move |highlight| {
            highlight.range.start >= range.start && highlight.range.end <= range.end
        })
    }
}

//! Deriving the copies of a commit.
//!
//! Articles of one text are one; of the others those with like sketches are read and compared. All is a
//! function of the articles: neither segments nor the order of documents change it. Knows where articles
//! are, not what makes texts copies.

use std::collections::hash_map::Entry;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::Searcher;

use super::clusters::clusters;
use super::compared::ComparedTexts;
use super::pairs::Pair;
use super::succession::Succession;
use super::texts::Texts;
use super::{CopiedText, Copies};
use crate::error::IndexError;
use crate::schema::ArticleFields;
use crate::stored;
use fihris_corpus::near_duplicate::{ComparedText, are_near_duplicates};

/// Pairs that are compared by one thread one after the other, so that a text is read once for many of them.
const TOGETHER: usize = 16_384;

/// A thread keeps texts of so many words in memory, some 35 bytes each.
const MOST_WORDS_KEPT: usize = 500_000;

impl Copies {
    /// Derives the copies of the commit that `searcher` shows, whose articles have these `fields`.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn derive(searcher: &Searcher, fields: &ArticleFields) -> Result<Self, IndexError> {
        let (copies, _) = Self::derive_after(&ComparedTexts::default(), searcher, fields)?;
        Ok(copies)
    }

    /// The same with what the next commit needs, where `earlier` is of an earlier commit: of what is known of texts that
    /// stay, nothing is done again.
    pub(crate) fn derive_after(
        earlier: &ComparedTexts,
        searcher: &Searcher,
        fields: &ArticleFields,
    ) -> Result<(Self, ComparedTexts), IndexError> {
        let texts = Texts::read(searcher)?;
        let succession = Succession::new(earlier, &texts);
        let candidates = succession.candidates();
        let (mut pairs, unknown) = succession.compared(&candidates);
        let comparison = Comparison {
            searcher,
            fields,
            texts: &texts,
        };
        pairs.append(&mut comparison.copies(&unknown)?);
        pairs.sort_unstable();
        let compared = ComparedTexts::new(texts.hashes(), &candidates, &pairs);
        let segments = searcher.segment_readers().len();
        Ok((Self::from_pairs(&texts, pairs, segments), compared))
    }

    /// The copies among these `texts`, of which these `pairs` are copies.
    fn from_pairs(texts: &Texts, mut pairs: Vec<Pair>, segments: usize) -> Self {
        // One that several articles hold is copied, too.
        let repeated = (0..texts.len()).filter(|text| texts.articles(*text).len() > 1);
        pairs.extend(repeated.map(|text| (text, text)));
        let mut copies = Self {
            segments: vec![Vec::new(); segments],
            texts: Vec::new(),
        };
        let mut numbers: FxHashMap<usize, u32> = FxHashMap::default();
        for (cluster, members) in (0..).zip(clusters(&pairs)) {
            for member in members {
                let number = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                numbers.insert(member, number);
                copies.texts.push(CopiedText {
                    cluster,
                    copies: Vec::new(),
                });
                for address in texts.articles(member) {
                    let segment = &mut copies.segments[address.segment() as usize];
                    segment.push((address.doc(), number));
                }
            }
        }
        for (a, b) in pairs.into_iter().filter(|(a, b)| a != b) {
            let (a, b) = (numbers[&a], numbers[&b]);
            copies.texts[a as usize].copies.push(b);
            copies.texts[b as usize].copies.push(a);
        }
        for text in &mut copies.texts {
            text.copies.sort_unstable();
        }
        for members in &mut copies.segments {
            members.sort_unstable();
        }
        copies
    }
}

/// Texts being compared.
struct Comparison<'a> {
    searcher: &'a Searcher,
    fields: &'a ArticleFields,
    texts: &'a Texts<'a>,
}

impl Comparison<'_> {
    /// Those of the `pairs` that are copies.
    fn copies(&self, pairs: &[Vec<Pair>]) -> Result<Vec<Pair>, IndexError> {
        let chunks = pairs.iter().flat_map(|pairs| pairs.chunks(TOGETHER));
        let chunks: Vec<&[Pair]> = chunks.collect();
        let compared = chunks.into_par_iter().map(|pairs| {
            let mut read: FxHashMap<usize, ComparedText> = FxHashMap::default();
            let mut copies = Vec::new();
            let mut words = 0;
            for &(a, b) in pairs {
                if words > MOST_WORDS_KEPT {
                    read.clear();
                    words = 0;
                }
                for text in [a, b] {
                    if let Entry::Vacant(unread) = read.entry(text) {
                        words += unread.insert(self.read(text)?).len();
                    }
                }
                if are_near_duplicates(&read[&a], &read[&b]) {
                    copies.push((a, b));
                }
            }
            Ok::<_, IndexError>(copies)
        });
        let compared: Vec<Vec<Pair>> = compared.collect::<Result<_, _>>()?;
        Ok(compared.concat())
    }

    /// Reads a text, as one of those has it that published it first, no matter which.
    fn read(&self, text: usize) -> Result<ComparedText, IndexError> {
        let document = self
            .searcher
            .doc(self.texts.articles(text)[0].in_engine())?;
        let article = stored::article(&document, self.fields);
        Ok(article.as_ref().map(ComparedText::new).unwrap_or_default())
    }
}

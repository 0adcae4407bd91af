//! Deriving the copies of a commit.
//!
//! Articles of one text are one; of the others those with like sketches are read and compared. All is a
//! function of the articles: neither segments nor the order of documents change it. Knows where articles
//! are, not what makes texts copies.

use std::collections::hash_map::Entry;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::{Searcher, SegmentReader};

use super::candidates::candidates;
use super::clusters::clusters;
use super::column::sketch;
use super::compared::ComparedTexts;
use super::pairs::{Pair, to_compare};
use super::succession::Succession;
use super::{CopiedText, Copies};
use crate::address::ArticleAddress;
use crate::days::Days;
use crate::error::IndexError;
use crate::schema::ArticleFields;
use crate::stored;
use fihris_corpus::minhash::MinHash;
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
        let found = Sketched::all(searcher)?;
        let found = in_order(&found);
        let texts = found.chunk_by(|a, b| a.sketch == b.sketch);
        let texts: Vec<&[&Sketched]> = texts.collect();
        let sketches: Vec<&MinHash> = texts.iter().map(|text| &text[0].sketch).collect();
        let succession = Succession::new(earlier, &sketches);
        let candidates = match succession.candidates(searcher)? {
            Some(candidates) => candidates,
            None => candidates(&sketches),
        };
        let comparison = Comparison {
            searcher,
            fields,
            texts: &texts,
        };
        let (mut pairs, wanted) = succession.compared(to_compare(&candidates));
        pairs.append(&mut comparison.copies(&wanted)?);
        pairs.sort_unstable();
        let compared = ComparedTexts::new(&succession.hashes(), &candidates, &pairs);
        let segments = searcher.segment_readers().len();
        Ok((Self::from_pairs(&texts, pairs, segments), compared))
    }

    /// The copies among these `texts`, of which these `pairs` are copies.
    fn from_pairs(texts: &[&[&Sketched]], mut pairs: Vec<Pair>, segments: usize) -> Self {
        // One that several articles hold is copied, too.
        let repeated = (0..texts.len()).filter(|text| texts[*text].len() > 1);
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
                for Sketched { address, .. } in texts[member] {
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

/// An article that has a sketch.
#[derive(Clone, Debug)]
struct Sketched {
    sketch: MinHash,
    published: Option<Date>,
    address: ArticleAddress,
}

impl Sketched {
    /// All of a commit, by segments.
    fn all(searcher: &Searcher) -> Result<Vec<Vec<Self>>, IndexError> {
        let days = Days::open(searcher)?;
        let segments = searcher.segment_readers().par_iter().enumerate();
        let of_segment = |(segment_ord, segment): (usize, &SegmentReader)| {
            let Some(column) = segment.fast_fields().column_opt::<u64>("sketch")? else {
                return Ok(Vec::new());
            };
            let segment_ord = u32::try_from(segment_ord).unwrap_or(u32::MAX);
            let all = segment.doc_ids_alive().filter_map(|doc| {
                let address = ArticleAddress::new(segment_ord, doc);
                Some(Self {
                    sketch: sketch(&column, doc)?,
                    published: days.get(address),
                    address,
                })
            });
            Ok(all.collect())
        };
        segments.map(of_segment).collect()
    }

    /// By text; of one text, who published it first.
    fn order(&self) -> impl Ord + '_ {
        (&self.sketch, self.published.is_none(), self.published)
    }
}

/// Those `found`, by their [order](Sketched::order).
fn in_order(found: &[Vec<Sketched>]) -> Vec<&Sketched> {
    // Nearly all differ in the first band, and what is sorted is small.
    let keyed = found.par_iter().flatten().map(|it| (it.sketch.band(0), it));
    let mut keyed: Vec<(u64, &Sketched)> = keyed.collect();
    keyed.par_sort_unstable_by(|(x, a), (y, b)| {
        let by_order = || a.order().cmp(&b.order());
        x.cmp(y).then_with(by_order)
    });
    keyed.into_iter().map(|(_, it)| it).collect()
}

/// Texts being compared.
struct Comparison<'a> {
    searcher: &'a Searcher,
    fields: &'a ArticleFields,
    /// The articles of each text.
    texts: &'a [&'a [&'a Sketched]],
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
        let document = self.searcher.doc(self.texts[text][0].address.in_engine())?;
        let article = stored::article(&document, self.fields);
        Ok(article.as_ref().map(ComparedText::new).unwrap_or_default())
    }
}

//! Copies: which articles of an index tell one piece of news in nearly the same words.
//!
//! That two articles are copies is a matter of the two (`corpus::near_duplicate`), and of two copies of an
//! article neither need be one of the other. So what is kept is who is a copy of whom; groups are made
//! where articles are in an order: the first leads, and all that follow are copies of it.
//!
//! Derived from a commit like the vocabulary, from what is known of the texts of the one before where there is one
//! ([`ComparedTexts`]), kept in a file beside it, and derived again when that is missing or of another commit. Knows
//! places of articles, not queries.

mod band_keys;
mod candidates;
mod clusters;
mod column;
mod compared;
mod derive;
mod file;
mod growth;
mod pairs;
mod succession;
mod texts;

use std::ops::Range;

use rustc_hash::FxHashMap;
use tantivy::DocId;

pub(crate) use self::compared::ComparedTexts;

use crate::address::ArticleAddress;

/// The copies among the articles of a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// Of each segment, in the order of the commit: articles that have copies with the number of their
    /// text, in order.
    segments: Vec<Vec<(DocId, u32)>>,
    /// The texts, by their numbers; articles of one text are copies.
    texts: Vec<CopiedText>,
}

/// A text that several articles hold, or of which another is a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct CopiedText {
    /// The number of its cluster.
    cluster: u32,
    /// The numbers of the texts that are copies of it, in order.
    copies: Vec<u32>,
}

impl Copies {
    /// The number of the cluster that an article is in, if it has copies: articles that hang together by
    /// copies, if not all with all. Counted from 0.
    #[must_use]
    pub fn cluster(&self, address: ArticleAddress) -> Option<u32> {
        let text = self.texts.get(self.text(address)? as usize)?;
        Some(text.cluster)
    }

    /// The articles of a segment with documents in `docs` that have copies, with the numbers of their clusters.
    pub fn in_segment(
        &self,
        segment: usize,
        docs: Range<DocId>,
    ) -> impl Iterator<Item = (DocId, u32)> + '_ {
        let members = self
            .segments
            .get(segment)
            .map_or(&[][..], |members| members);
        let start = members.partition_point(|(doc, _)| *doc < docs.start);
        let members = members[start..].iter();
        members
            .take_while(move |(doc, _)| *doc < docs.end)
            .map(|(doc, text)| {
                (
                    *doc,
                    self.texts
                        .get(*text as usize)
                        .map_or(0, |text| text.cluster),
                )
            })
    }

    /// Whether two articles are copies of each other.
    #[must_use]
    pub fn are_copies(&self, a: ArticleAddress, b: ArticleAddress) -> bool {
        match (self.text(a), self.text(b)) {
            (Some(a), Some(b)) => a == b || self.copies_of(a).binary_search(&b).is_ok(),
            _ => false,
        }
    }

    /// The articles of each cluster, in the order of the commit.
    #[must_use]
    pub fn clusters(&self) -> Vec<Vec<ArticleAddress>> {
        let last = self.texts.iter().map(|text| text.cluster).max();
        let mut clusters = vec![Vec::new(); last.map_or(0, |last| last as usize + 1)];
        for (segment_ord, members) in (0..).zip(&self.segments) {
            for &(doc_id, _) in members {
                let address = ArticleAddress::new(segment_ord, doc_id);
                if let Some(cluster) = self.cluster(address) {
                    clusters[cluster as usize].push(address);
                }
            }
        }
        clusters
    }

    /// Puts articles of one cluster into groups, as places in `articles`, each in order: the first article
    /// that is in no group yet leads one, and all copies of it that are in none are its others.
    #[must_use]
    pub fn groups(&self, articles: &[ArticleAddress]) -> Vec<Vec<usize>> {
        let mut waiting: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        let texts: Vec<Option<u32>> = articles.iter().map(|article| self.text(*article)).collect();
        for (place, text) in texts.iter().enumerate() {
            if let Some(text) = text {
                waiting.entry(*text).or_default().push(place);
            }
        }
        let mut groups = Vec::new();
        for (place, text) in texts.iter().enumerate() {
            let Some(text) = text else {
                groups.push(vec![place]);
                continue;
            };
            let Some(mut group) = waiting.remove(text) else {
                continue; // with one before it
            };
            let copies = self.copies_of(*text).iter();
            group.extend(copies.filter_map(|copy| waiting.remove(copy)).flatten());
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    fn text(&self, address: ArticleAddress) -> Option<u32> {
        let members = self.segments.get(address.segment() as usize)?;
        let at = members
            .binary_search_by_key(&address.doc(), |(doc, _)| *doc)
            .ok()?;
        Some(members[at].1)
    }

    fn copies_of(&self, text: u32) -> &[u32] {
        self.texts
            .get(text as usize)
            .map_or(&[], |text| &text.copies)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Articles with these texts in one segment; `pairs` of texts are copies.
    fn copies(articles: &[u32], pairs: &[(u32, u32)]) -> Copies {
        let of = |text: u32| {
            let mut others: Vec<u32> = pairs
                .iter()
                .filter_map(|&(a, b)| match text {
                    _ if text == a => Some(b),
                    _ if text == b => Some(a),
                    _ => None,
                })
                .collect();
            others.sort_unstable();
            others.dedup();
            others
        };
        let last = articles.iter().max().map_or(0, |last| last + 1);
        let text = |text| CopiedText {
            cluster: 0,
            copies: of(text),
        };
        Copies {
            segments: vec![(0..).zip(articles.iter().copied()).collect()],
            texts: (0..last).map(text).collect(),
        }
    }

    fn address(doc: u32) -> ArticleAddress {
        ArticleAddress::new(0, doc)
    }

    #[test]
    fn whoever_comes_first_leads_and_a_chain_is_no_group() {
        // 0 - 1 - 2, and two articles of text 1.
        let copies = copies(&[0, 1, 2, 1], &[(0, 1), (1, 2)]);
        let groups = |order: &[u32]| {
            let order: Vec<ArticleAddress> = order.iter().map(|doc| address(*doc)).collect();
            copies.groups(&order)
        };
        assert_eq!(groups(&[0, 1, 2, 3]), [vec![0, 1, 3], vec![2]]);
        assert_eq!(groups(&[1, 2, 0, 3]), [vec![0, 1, 2, 3]]);
        assert_eq!(groups(&[2, 0]), [[0], [1]]);
        assert!(copies.are_copies(address(1), address(3)));
        assert!(!copies.are_copies(address(0), address(2)));
    }

    proptest! {
        #[test]
        fn every_member_is_a_copy_of_the_first_and_in_one_group(
            articles in prop::collection::vec(0_u32..6, 1..12),
            pairs in prop::collection::vec((0_u32..6, 0_u32..6), 0..10),
        ) {
            let copies = copies(&articles, &pairs);
            let order: Vec<ArticleAddress> = (0..).zip(&articles).map(|(doc, _)| address(doc)).collect();
            let groups = copies.groups(&order);
            let mut all: Vec<usize> = groups.iter().flatten().copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..articles.len()).collect::<Vec<_>>());
            for group in groups {
                for member in &group[1..] {
                    prop_assert!(copies.are_copies(order[group[0]], order[*member]));
                }
            }
        }
    }
}

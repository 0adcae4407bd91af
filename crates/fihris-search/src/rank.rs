//! Ranking: the best articles of the whole index, and how many match.
//!
//! Segments are searched side by side, and the best of all are merged.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::DocId;

use crate::filter::{Filter, SegmentFilter, Verdict};
use crate::proximity::{CANDIDATES, bonuses};
use crate::segment::SegmentContext;
use crate::top_k::{SegmentHit, TopK};
use crate::tree::NodeScorer;
use crate::window::{Scores, Window};
use fihris_corpus::ArticleId;
use fihris_index::engine::{self, Identities};
use fihris_index::{ArticleAddress, Copies, Index, IndexError};
use fihris_query::expansion::Query;

/// An article that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoredDoc {
    /// Where it is in the index.
    pub address: ArticleAddress,
    /// Its id.
    pub id: ArticleId,
    /// The higher the better; comparable within one query.
    pub score: f32,
    /// Copies of it that match as well and are not as good, best first; empty unless copies are grouped.
    pub copies: Vec<ArticleAddress>,
}

/// How much of an answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// So many hits at most, the best.
    pub limit: usize,
    /// Whether copies of an article count as one hit.
    pub group_copies: bool,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The best, best first; equal scores by id, file, and place in that.
    pub docs: Vec<ScoredDoc>,
    /// How many articles match in all.
    pub total: u64,
    /// How many hits these are, if copies count as one.
    pub stories: u64,
    /// How many more would, if it were known when they were published.
    pub undated: u64,
}

/// Finds the best articles.
///
/// # Errors
/// If the index cannot be read.
pub fn search(
    index: &Index,
    query: &Query,
    filter: &Filter,
    options: SearchOptions,
) -> Result<SearchResults, IndexError> {
    let limit = options.limit;
    let segments = engine::searcher(index).segment_readers();
    let identities = segments.iter().map(Identities::open);
    let opened = segments
        .iter()
        .map(|segment| SegmentContext::open(index, segment));
    let search = Search {
        query,
        filter,
        identities: identities.collect::<tantivy::Result<_>>()?,
        segments: opened.collect::<tantivy::Result<_>>()?,
        copies: options.group_copies.then(|| index.copies()).transpose()?,
    };
    let kept = limit.max(CANDIDATES);
    let searched: Vec<InSegment> = (0..segments.len())
        .into_par_iter()
        .map(|segment| search.segment(segment, kept))
        .collect::<Result<_, _>>()?;
    let total = searched.iter().map(|found| found.total).sum();
    let undated = searched.iter().map(|found| found.undated).sum();
    let mut best: Vec<(usize, SegmentHit)> = Vec::new();
    let mut copied: Vec<(u32, (usize, SegmentHit))> = Vec::new();
    for (segment, found) in searched.into_iter().enumerate() {
        best.extend(found.best.into_iter().map(|scored| (segment, scored)));
        let in_clusters = found.copied.into_iter();
        copied.extend(in_clusters.map(|(cluster, scored)| (cluster, (segment, scored))));
    }
    let grouped = copied.len() as u64;
    let groups = search.groups(copied);
    best.extend(groups.values().map(|copies| copies[0]));
    // Candidates are sorted again, so only who is one matters, and what comes after them.
    search.sort(&mut best, CANDIDATES..limit.max(CANDIDATES + 1));
    if limit > 0 {
        let candidates = best.len().min(CANDIDATES);
        search.rerank_by_proximity(&mut best[..candidates], limit)?;
    }
    best.truncate(limit);
    let found = best
        .into_iter()
        .map(|(segment, scored)| search.scored_doc(segment, scored, &groups));
    Ok(SearchResults {
        docs: found.collect::<Result<_, _>>()?,
        total,
        stories: total - grouped + groups.len() as u64,
        undated,
    })
}

/// A search going on.
struct Search<'a> {
    query: &'a Query,
    filter: &'a Filter,
    /// Of each segment.
    identities: Vec<Option<Identities>>,
    segments: Vec<SegmentContext<'a>>,
    /// Set where copies count as one hit.
    copies: Option<&'a Copies>,
}

/// Matching articles that are copies of the best of them, best first, by where that is.
type Groups = FxHashMap<ArticleAddress, Vec<(usize, SegmentHit)>>;

fn address(segment: usize, doc: DocId) -> ArticleAddress {
    ArticleAddress::new(u32::try_from(segment).unwrap_or(u32::MAX), doc)
}

/// What is found in one segment.
#[derive(Default)]
struct InSegment {
    /// Best first; without those that have copies.
    best: Vec<SegmentHit>,
    /// Those that have copies, with the number of their cluster.
    copied: Vec<(u32, SegmentHit)>,
    total: u64,
    undated: u64,
}

impl Search<'_> {
    /// The best `limit` documents of a segment.
    fn segment(&self, segment_ord: usize, limit: usize) -> Result<InSegment, IndexError> {
        let Some(identities) = &self.identities[segment_ord] else {
            return Ok(InSegment::default());
        };
        let segment = &self.segments[segment_ord];
        let filter = SegmentFilter::open(segment.reader, self.filter)?;
        let mut root = NodeScorer::open(segment, self.query, &self.query.tree)?;
        let segment = segment.reader;
        let mut scores = Scores::new();
        let mut top = TopK::new(limit);
        let mut found = InSegment::default();
        for window in Window::all(segment.max_doc()) {
            root.fill(window, &mut scores)?;
            for offset in scores.offsets() {
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                if segment.is_deleted(doc) {
                    continue;
                }
                match filter.judge(doc) {
                    Verdict::Accepted => {}
                    Verdict::Rejected => continue,
                    Verdict::Undated => {
                        found.undated += 1;
                        continue;
                    }
                }
                found.total += 1;
                let score = scores.get(offset);
                let identity = || identities.get(doc);
                match self.cluster(segment_ord, doc) {
                    None => top.offer(score, doc, identity),
                    Some(cluster) => found.copied.push((
                        cluster,
                        SegmentHit {
                            score,
                            identity: identity(),
                            doc,
                        },
                    )),
                }
            }
        }
        found.best = top.into_sorted();
        Ok(found)
    }

    /// The number of the cluster of copies that an article is in.
    fn cluster(&self, segment: usize, doc: DocId) -> Option<u32> {
        self.copies?.cluster(address(segment, doc))
    }

    /// The groups that matching articles of clusters make: each of copies of its best article.
    fn groups(&self, mut found: Vec<(u32, (usize, SegmentHit))>) -> Groups {
        let mut groups = Groups::default();
        let Some(copies) = self.copies else {
            return groups;
        };
        found.sort_unstable_by_key(|(cluster, (segment, scored))| (*cluster, *segment, scored.doc));
        for cluster in found.chunk_by(|(a, _), (b, _)| a == b) {
            let mut articles: Vec<_> = cluster.iter().map(|(_, article)| *article).collect();
            self.sort(&mut articles, 0..cluster.len());
            let addresses = articles
                .iter()
                .map(|(segment, scored)| address(*segment, scored.doc));
            let addresses: Vec<ArticleAddress> = addresses.collect();
            for group in copies.groups(&addresses) {
                let expanded = group.iter().map(|place| articles[*place]);
                groups.insert(addresses[group[0]], expanded.collect());
            }
        }
        groups
    }

    /// Best first; equal scores by identity, where they reach into the places `decided`. Identities of
    /// different segments are expensive to compare.
    fn sort(&self, best: &mut [(usize, SegmentHit)], decided: Range<usize>) {
        best.sort_unstable_by(|(segment_a, a), (segment_b, b)| {
            let by_score = b.score.total_cmp(&a.score);
            by_score.then((segment_a, a.identity).cmp(&(segment_b, b.identity)))
        });
        let mut start = 0;
        for equal in best.chunk_by_mut(|(_, a), (_, b)| a.score.total_cmp(&b.score).is_eq()) {
            let places = start..start + equal.len();
            start = places.end;
            if places.end <= decided.start || places.start >= decided.end {
                continue;
            }
            if equal.first().map(|(segment, _)| segment) != equal.last().map(|(segment, _)| segment)
            {
                equal.sort_by_cached_key(|(segment, scored)| {
                    let identities = self.identities[*segment].as_ref();
                    // One that cannot be read leaves a tie undecided; showing the article will say why.
                    identities.and_then(|identities| identities.whole(scored.identity).ok())
                });
            }
        }
    }

    /// Adds to the scores of candidates what the places of their words say, and sorts them again.
    fn rerank_by_proximity(
        &self,
        candidates: &mut [(usize, SegmentHit)],
        shown: usize,
    ) -> Result<(), IndexError> {
        candidates.sort_unstable_by_key(|(segment, scored)| (*segment, scored.doc));
        let of_segments: Vec<_> = candidates.chunk_by_mut(|a, b| a.0 == b.0).collect();
        of_segments.into_par_iter().try_for_each(|group| {
            let segment = &self.segments[group[0].0];
            let docs: Vec<DocId> = group.iter().map(|(_, scored)| scored.doc).collect();
            let bonuses = bonuses(segment, self.query, &docs)?;
            for ((_, scored), bonus) in group.iter_mut().zip(bonuses) {
                scored.score += bonus;
            }
            Ok::<_, IndexError>(())
        })?;
        self.sort(candidates, 0..shown);
        Ok(())
    }

    fn scored_doc(
        &self,
        segment_ord: usize,
        scored: SegmentHit,
        groups: &Groups,
    ) -> Result<ScoredDoc, IndexError> {
        let identities = self.identities[segment_ord].as_ref();
        let id = identities.map(|identities| identities.id(scored.identity));
        let address = address(segment_ord, scored.doc);
        let copies = groups.get(&address).into_iter().flatten().skip(1);
        Ok(ScoredDoc {
            address,
            id: id.transpose()?.unwrap_or_default(),
            score: scored.score,
            copies: copies
                .map(|(segment, copy)| self::address(*segment, copy.doc))
                .collect(),
        })
    }
}

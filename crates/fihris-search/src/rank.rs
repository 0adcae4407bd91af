//! Ranking: the best articles of the whole index, or the first in another order, and how many match.
//!
//! Segments are searched side by side, and the first of all are merged. What an article is called is looked up for
//! those alone that are shown.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use tantivy::DocId;

use crate::filter::Filter;
use crate::proximity::{CANDIDATES, bonuses};
use crate::scan::{Part, Scan};
use crate::sort::{SortColumn, SortOrder};
use crate::top_k::{SegmentHit, TopK};
use crate::window::Window;
use fihris_corpus::ArticleId;
use fihris_index::engine::{self, Identities, Identity};
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
    /// So many hits at most, the first ones.
    pub limit: usize,
    /// Which are the first.
    pub order: SortOrder,
    /// Whether copies of an article count as one hit.
    pub group_copies: bool,
}

impl SearchOptions {
    /// The best `limit`, copies each by itself.
    #[must_use]
    pub fn best(limit: usize) -> Self {
        Self {
            limit,
            order: SortOrder::Score,
            group_copies: false,
        }
    }
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The first ones, in the order that was asked for; equal ones by score, then by id, file, and place in that.
    pub docs: Vec<ScoredDoc>,
    /// How many articles match in all.
    pub total: u64,
    /// How many hits these are, if copies count as one.
    pub stories: u64,
    /// How many more would, if it were known when they were published.
    pub undated: u64,
}

impl SearchResults {
    /// Where the articles of `docs` are.
    #[must_use]
    pub fn addresses(&self) -> Vec<ArticleAddress> {
        self.docs.iter().map(|found| found.address).collect()
    }
}

/// Finds the best articles, or the first ones in another order.
///
/// # Errors
/// If the index cannot be read.
pub fn search(
    index: &Index,
    query: &Query,
    filter: &Filter,
    options: SearchOptions,
) -> Result<SearchResults, IndexError> {
    let SearchOptions { limit, order, .. } = options;
    let segments = engine::searcher(index).segment_readers();
    let identities = segments.iter().map(Identities::open);
    let columns = segments
        .iter()
        .map(|reader| SortColumn::open(reader, order));
    let search = Search {
        scan: Scan::open(index, query, filter)?,
        query,
        identities: identities.collect::<tantivy::Result<_>>()?,
        columns: columns.collect::<tantivy::Result<_>>()?,
        copies: options.group_copies.then(|| index.copies()).transpose()?,
    };
    let searched: Vec<InPart> = search
        .scan
        .parts()
        .into_par_iter()
        .map(|part| search.part(&part, options))
        .collect::<Result<_, _>>()?;
    let total = searched.iter().map(|found| found.total).sum();
    let undated = searched.iter().map(|found| found.undated).sum();
    let (mut best, mut first, mut copied) = (Vec::new(), Vec::new(), Vec::new());
    for found in searched {
        let here = |hit| (found.segment, hit);
        best.extend(found.best.into_iter().map(here));
        first.extend(found.first.into_iter().map(here));
        let in_clusters = found.copied.into_iter();
        copied.extend(in_clusters.map(|(cluster, hit)| (cluster, here(hit))));
    }
    let grouped = copied.len() as u64;
    let groups = search.groups(copied);
    for (segment, hit) in groups.values().map(|copies| copies[0]) {
        best.push((segment, hit));
        if order != SortOrder::Score {
            let key = search.columns[segment].key(hit.doc);
            first.push((segment, SegmentHit { key, ..hit }));
        }
    }
    // Candidates are sorted again, so only who is one matters, and what comes after them.
    search.sort(&mut best, CANDIDATES..limit.max(CANDIDATES + 1));
    if limit > 0 {
        let candidates = best.len().min(CANDIDATES);
        search.rerank_by_proximity(&mut best[..candidates], limit)?;
    }
    if order != SortOrder::Score {
        best = search.reorder(first, best, limit)?;
    }
    best.truncate(limit);
    Ok(SearchResults {
        docs: search.scored_docs(&best, &groups)?,
        total,
        stories: total - grouped + groups.len() as u64,
        undated,
    })
}

/// A search going on.
struct Search<'a> {
    scan: Scan<'a>,
    query: &'a Query,
    /// Of each segment.
    identities: Vec<Option<Identities>>,
    columns: Vec<SortColumn>,
    /// Set where copies count as one hit.
    copies: Option<&'a Copies>,
}

/// Matching articles that are copies of the best of them, best first, by where that is.
type Groups = FxHashMap<ArticleAddress, Vec<(usize, SegmentHit)>>;

fn address(segment: usize, doc: DocId) -> ArticleAddress {
    ArticleAddress::new(u32::try_from(segment).unwrap_or(u32::MAX), doc)
}

/// What is found in one part of a segment; those that have copies only among these.
#[derive(Default)]
struct InPart {
    segment: usize,
    /// Those with the best scores, best first.
    best: Vec<SegmentHit>,
    /// The first ones in another order, if one was asked for.
    first: Vec<SegmentHit>,
    /// Those that have copies, with the number of their cluster.
    copied: Vec<(u32, SegmentHit)>,
    total: u64,
    undated: u64,
}

impl Search<'_> {
    /// The hits of a part that may be shown.
    fn part(&self, part: &Part, options: SearchOptions) -> Result<InPart, IndexError> {
        let mut found = InPart {
            segment: part.segment,
            ..InPart::default()
        };
        let Some(identities) = &self.identities[part.segment] else {
            return Ok(found);
        };
        let SearchOptions { limit, order, .. } = options;
        let is_by_score = order == SortOrder::Score;
        let mut best = TopK::new(if is_by_score {
            limit.max(CANDIDATES)
        } else {
            CANDIDATES
        });
        let mut first = TopK::new(if is_by_score { 0 } else { limit });
        let column = &self.columns[part.segment];
        found.undated = self.scan.part(part, |window, scores| {
            found.total += u64::from(scores.count());
            for (doc, cluster) in self.copied(part.segment, window) {
                let Some(score) = scores.take(window.offset(doc)) else {
                    continue;
                };
                let identity = identities.get(doc);
                let hit = SegmentHit {
                    key: 0,
                    score,
                    identity,
                    doc,
                };
                found.copied.push((cluster, hit));
            }
            for offset in scores.offsets_at_least(best.threshold()) {
                let doc = window.doc(offset);
                best.offer(0, scores.get(offset), doc, || identities.get(doc));
            }
            if !is_by_score {
                for offset in scores.offsets() {
                    let doc = window.doc(offset);
                    let key = column.key(doc);
                    first.offer(key, scores.get(offset), doc, || identities.get(doc));
                }
            }
        })?;
        found.best = best.into_sorted();
        found.first = first.into_sorted();
        Ok(found)
    }

    /// The documents of `window` that have copies, with the numbers of their clusters.
    fn copied(&self, segment: usize, window: Window) -> impl Iterator<Item = (DocId, u32)> + '_ {
        let copies = self.copies.into_iter();
        copies.flat_map(move |copies| copies.in_segment(segment, window.start..window.end))
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

    /// In the order of their keys, best first; equal ones by identity, where they reach into the places `decided`.
    /// Identities of different segments are expensive to compare.
    fn sort(&self, hits: &mut [(usize, SegmentHit)], decided: Range<usize>) {
        hits.sort_unstable_by(|(segment_a, a), (segment_b, b)| {
            let by_identity = || (segment_a, a.identity).cmp(&(segment_b, b.identity));
            a.rank().cmp(&b.rank()).then_with(by_identity)
        });
        let mut start = 0;
        for equal in hits.chunk_by_mut(|(_, a), (_, b)| a.rank() == b.rank()) {
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

    /// The first `limit` hits in the order of their keys. Those that are first without what their places say are `first`;
    /// `best` are all that have a higher score by these, so that no other one can be.
    fn reorder(
        &self,
        mut first: Vec<(usize, SegmentHit)>,
        mut best: Vec<(usize, SegmentHit)>,
        limit: usize,
    ) -> Result<Vec<(usize, SegmentHit)>, IndexError> {
        best.truncate(CANDIDATES);
        let docs = best.iter().map(|(segment, hit)| (*segment, hit.doc));
        let known: FxHashSet<(usize, DocId)> = docs.collect();
        first.retain(|(segment, hit)| !known.contains(&(*segment, hit.doc)));
        first.extend(best.into_iter().map(|(segment, hit)| {
            let key = self.columns[segment].key(hit.doc);
            (segment, SegmentHit { key, ..hit })
        }));
        SortColumn::compare_segments(&self.columns, &mut first)?;
        self.sort(&mut first, 0..limit);
        Ok(first)
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
            let segment = &self.scan.segments[group[0].0];
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

    /// The hits as they are given out.
    fn scored_docs(
        &self,
        hits: &[(usize, SegmentHit)],
        groups: &Groups,
    ) -> Result<Vec<ScoredDoc>, IndexError> {
        let mut docs: Vec<ScoredDoc> = Vec::with_capacity(hits.len());
        docs.extend(hits.iter().map(|(segment, hit)| {
            let address = address(*segment, hit.doc);
            let copies = groups.get(&address).into_iter().flatten().skip(1);
            ScoredDoc {
                address,
                id: ArticleId::default(),
                score: hit.score,
                copies: copies
                    .map(|(segment, copy)| self::address(*segment, copy.doc))
                    .collect(),
            }
        }));
        for (segment_ord, identities) in self.identities.iter().enumerate() {
            let Some(identities) = identities else {
                continue;
            };
            let here = (0..hits.len()).filter(|place| hits[*place].0 == segment_ord);
            let mut here: Vec<usize> = here.collect();
            here.sort_unstable_by_key(|place| hits[*place].1.identity);
            let of_hits: Vec<Identity> = here.iter().map(|place| hits[*place].1.identity).collect();
            for (place, id) in here.into_iter().zip(identities.ids(&of_hits)?) {
                docs[place].id = id;
            }
        }
        Ok(docs)
    }
}

//! Ranking: the best articles of the whole index, and how many match.
//!
//! Knows segments; they are searched side by side, and the best of all are merged.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::{DocAddress, DocId};

use super::closeness::{CANDIDATES, bonuses};
use super::filter::{Filter, OpenFilter, Verdict};
use super::segment::OpenSegment;
use super::top::{Scored, Top};
use super::tree::OpenNode;
use super::window::{Scores, Window};
use crate::index::identity::Identities;
use crate::index::{Copies, Index, IndexError};
use crate::query::resolution::Query;

/// An article that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where it is in the index.
    pub address: DocAddress,
    /// Its id.
    pub id: String,
    /// The higher the better; comparable within one query.
    pub score: f32,
    /// Its copies that match as well and are not as good, best first; empty where nobody groups them.
    pub copies: Vec<DocAddress>,
}

/// How much of an answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// So many hits at most, the best.
    pub limit: usize,
    /// Whether copies of an article count as one hit.
    pub grouped: bool,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// The best, best first; equal scores by id, file, and place in that.
    pub best: Vec<Found>,
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
    wanted: Wanted,
) -> Result<Ranked, IndexError> {
    let limit = wanted.limit;
    let segments = index.searcher().segment_readers();
    let identities = segments.iter().map(Identities::open);
    let opened = segments
        .iter()
        .map(|segment| OpenSegment::open(index, segment));
    let search = Search {
        query,
        filter,
        identities: identities.collect::<tantivy::Result<_>>()?,
        segments: opened.collect::<tantivy::Result<_>>()?,
        copies: wanted.grouped.then(|| index.copies()).transpose()?,
    };
    let kept = limit.max(CANDIDATES);
    let searched: Vec<InSegment> = (0..segments.len())
        .into_par_iter()
        .map(|segment| search.segment(segment, kept))
        .collect::<Result<_, _>>()?;
    let total = searched.iter().map(|found| found.total).sum();
    let undated = searched.iter().map(|found| found.undated).sum();
    let mut best: Vec<(usize, Scored)> = Vec::new();
    let mut grouped: Vec<(u32, (usize, Scored))> = Vec::new();
    for (segment, found) in searched.into_iter().enumerate() {
        best.extend(found.best.into_iter().map(|scored| (segment, scored)));
        let copies = found.grouped.into_iter();
        grouped.extend(copies.map(|(group, scored)| (group, (segment, scored))));
    }
    let groups = search.groups(grouped);
    let copies: usize = groups.values().map(Vec::len).sum();
    best.extend(groups.values().map(|copies| copies[0]));
    // Candidates are sorted again, so only who is one matters, and what comes behind them.
    search.sort(&mut best, CANDIDATES..limit.max(CANDIDATES + 1));
    if limit > 0 {
        let candidates = best.len().min(CANDIDATES);
        search.look_closer(&mut best[..candidates], limit)?;
    }
    best.truncate(limit);
    let found = best
        .into_iter()
        .map(|(segment, scored)| search.found(segment, scored, &groups));
    Ok(Ranked {
        best: found.collect::<Result<_, _>>()?,
        total,
        stories: total - copies as u64 + groups.len() as u64,
        undated,
    })
}

/// A search going on.
struct Search<'a> {
    query: &'a Query,
    filter: &'a Filter,
    /// Of each segment.
    identities: Vec<Option<Identities>>,
    segments: Vec<OpenSegment<'a>>,
    /// Set where copies count as one hit.
    copies: Option<&'a Copies>,
}

/// Matching articles by the number of their group of copies, best first.
type Groups = FxHashMap<u32, Vec<(usize, Scored)>>;

fn address(segment: usize, doc: DocId) -> DocAddress {
    DocAddress::new(u32::try_from(segment).unwrap_or(u32::MAX), doc)
}

/// What is found in one segment.
#[derive(Default)]
struct InSegment {
    /// Best first; without those that have copies.
    best: Vec<Scored>,
    /// Those that have copies, with the number of their group.
    grouped: Vec<(u32, Scored)>,
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
        let filter = OpenFilter::open(segment.reader, self.filter)?;
        let mut root = OpenNode::open(segment, self.query, &self.query.tree)?;
        let segment = segment.reader;
        let mut scores = Scores::new();
        let mut top = Top::new(limit);
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
                let identity = || identities.of(doc);
                match self.group(segment_ord, doc) {
                    None => top.offer(score, doc, identity),
                    Some(group) => found.grouped.push((
                        group,
                        Scored {
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

    /// The number of the group of copies that an article is in.
    fn group(&self, segment: usize, doc: DocId) -> Option<u32> {
        self.copies?.group(address(segment, doc))
    }

    /// The articles of each group that match, best first.
    fn groups(&self, mut found: Vec<(u32, (usize, Scored))>) -> Groups {
        found.sort_unstable_by_key(|(group, (segment, scored))| (*group, *segment, scored.doc));
        let groups = found.chunk_by(|(a, _), (b, _)| a == b).map(|group| {
            let mut copies: Vec<_> = group.iter().map(|(_, copy)| *copy).collect();
            self.sort(&mut copies, 0..group.len());
            (group[0].0, copies)
        });
        groups.collect()
    }

    /// Best first; equal scores by identity, where they reach into the places `decided`. Identities of
    /// different segments are dear to compare.
    fn sort(&self, best: &mut [(usize, Scored)], decided: Range<usize>) {
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
    fn look_closer(
        &self,
        candidates: &mut [(usize, Scored)],
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

    fn found(
        &self,
        segment_ord: usize,
        scored: Scored,
        groups: &Groups,
    ) -> Result<Found, IndexError> {
        let identities = self.identities[segment_ord].as_ref();
        let id = identities.map(|identities| identities.id(scored.identity));
        let group = self
            .group(segment_ord, scored.doc)
            .and_then(|group| groups.get(&group));
        let copies = group.into_iter().flatten().skip(1);
        Ok(Found {
            address: address(segment_ord, scored.doc),
            id: id.transpose()?.unwrap_or_default(),
            score: scored.score,
            copies: copies
                .map(|(segment, copy)| address(*segment, copy.doc))
                .collect(),
        })
    }
}

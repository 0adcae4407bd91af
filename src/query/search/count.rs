//! Counting: in how many articles a leaf stands, and how often; and what each leaf adds to a score.
//!
//! Knows leaves as the search opens them, not what the figures are for.

use tantivy::{DocAddress, TantivyError};

use super::leaf::{LEAST_FREQUENCY, OpenLeaf};
use super::segment::OpenSegment;
use super::window::{Scores, Window};
use crate::index::{Index, IndexError};
use crate::query::resolution::{Leaf, Node, Query};
use crate::query::syntax::Scope;

/// How often something stands in the articles of an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// In so many articles.
    pub articles: u64,
    /// So often.
    pub occurrences: u64,
}

/// How often `leaf` stands where it must stand, in all articles.
///
/// # Errors
/// If the index cannot be read.
pub fn count(index: &Index, leaf: &Leaf) -> Result<Occurrences, IndexError> {
    let mut leaf = leaf.clone();
    for member in leaf.slots.iter_mut().flat_map(|slot| &mut slot.members) {
        member.weight = 1.0;
    }
    let mut sum = Occurrences::default();
    for reader in index.searcher().segment_readers() {
        let segment = OpenSegment::open(index, reader)?;
        let mut open = OpenLeaf::open_to_count(&segment, &leaf)?;
        for window in Window::all(reader.max_doc()) {
            let found = open.frequencies(window)?;
            for offset in found.offsets() {
                let frequency = found.get(offset);
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                if frequency > LEAST_FREQUENCY && !reader.is_deleted(doc) {
                    sum.articles += 1;
                    sum.occurrences += whole(frequency);
                }
            }
        }
    }
    Ok(sum)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a sum of ones
fn whole(frequency: f32) -> u64 {
    frequency.round() as u64
}

/// What each leaf of `query` adds to the score of an article by its frequency; 0 for those that add
/// nothing.
///
/// # Errors
/// If the index cannot be read.
pub fn contributions(
    index: &Index,
    query: &Query,
    address: DocAddress,
) -> Result<Vec<f32>, IndexError> {
    let reader = index.searcher().segment_reader(address.segment_ord);
    let segment = OpenSegment::open(index, reader)?;
    let window = Window::all(reader.max_doc())
        .find(|window| window.end > address.doc_id)
        .ok_or_else(|| TantivyError::InvalidArgument("there is no such document".into()))?;
    let offset = (address.doc_id - window.start) as usize;
    let of_leaf = |leaf: &Leaf| -> Result<f32, IndexError> {
        let mut scores = Scores::new();
        OpenLeaf::open(&segment, leaf)?.add(window, &mut scores)?;
        Ok(scores.get(offset))
    };
    let mut of_leaves = query
        .leaves
        .iter()
        .map(of_leaf)
        .collect::<Result<Vec<f32>, _>>()?;
    let mut adding = vec![false; of_leaves.len()];
    mark_adding(query, &query.tree, &of_leaves, &mut adding);
    for (contribution, is_adding) in of_leaves.iter_mut().zip(adding) {
        if !is_adding {
            *contribution = 0.0;
        }
    }
    Ok(of_leaves)
}

/// Marks the leaves whose scores are added up: those of wanted parts that match. Says whether `node`
/// does, as far as leaves with a score tell.
fn mark_adding(query: &Query, node: &Node, scores: &[f32], adding: &mut [bool]) -> bool {
    match node {
        Node::Leaf(leaf) => {
            adding[*leaf] = scores[*leaf] > 0.0;
            adding[*leaf] || matches!(query.leaves[*leaf].scope, Scope::Named(_))
        }
        Node::All(parts) => {
            let mut inside = adding.to_vec();
            let all = parts.iter().all(|part| match part {
                Node::Optional(part) => {
                    mark_adding(query, part, scores, &mut inside);
                    true
                }
                part => mark_adding(query, part, scores, &mut inside),
            });
            if all {
                adding.copy_from_slice(&inside);
            }
            all
        }
        Node::Any(parts) => {
            let found = parts
                .iter()
                .map(|part| mark_adding(query, part, scores, adding));
            found.fold(false, |any, found| any | found)
        }
        Node::Optional(part) => mark_adding(query, part, scores, adding),
        Node::Mentions(_) | Node::Published(_) | Node::Path(_) | Node::Not(_) => true,
    }
}

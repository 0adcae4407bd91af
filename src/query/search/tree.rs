//! The tree of a query, opened on one segment: windows of leaves combined by all, any and not.
//!
//! Knows how scores combine, not where they come from.

use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;

use super::leaf::OpenLeaf;
use super::mentions::OpenMentions;
use super::window::{Scores, Window};
use crate::index::Index;
use crate::query::resolution::{Node, Query};

/// A node on a segment.
pub(super) enum OpenNode {
    Leaf(Box<OpenLeaf>),
    Mentions(OpenMentions),
    /// Wanted parts, the rarest first, and excluded ones. Without wanted parts, all articles match.
    All {
        wanted: Vec<OpenNode>,
        excluded: Vec<OpenNode>,
        all: AllArticles,
        part: Scores,
    },
    Any {
        parts: Vec<OpenNode>,
        part: Scores,
    },
}

/// Which documents of a segment are articles: those that have an id.
pub(super) struct AllArticles(Option<StrColumn>);

impl OpenNode {
    pub fn open(
        segment: &SegmentReader,
        index: &Index,
        query: &Query,
        node: &Node,
    ) -> tantivy::Result<Self> {
        let open = |node| Self::open(segment, index, query, node);
        Ok(match node {
            Node::Leaf(leaf) => Self::Leaf(Box::new(OpenLeaf::open(
                segment,
                &index.fields().article,
                index.vocabulary(),
                &query.leaves[*leaf],
            )?)),
            Node::Mentions(asked) => Self::Mentions(OpenMentions::open(segment, asked.period)?),
            Node::Any(parts) => Self::Any {
                parts: parts.iter().map(open).collect::<Result<_, _>>()?,
                part: Scores::new(),
            },
            Node::All(parts) => Self::all(segment, index, query, parts)?,
            Node::Not(_) => Self::all(segment, index, query, std::slice::from_ref(node))?,
        })
    }

    fn all(
        segment: &SegmentReader,
        index: &Index,
        query: &Query,
        parts: &[Node],
    ) -> tantivy::Result<Self> {
        let (mut wanted, mut excluded) = (Vec::new(), Vec::new());
        for part in parts {
            match part {
                Node::Not(part) => excluded.push(Self::open(segment, index, query, part)?),
                part => wanted.push(Self::open(segment, index, query, part)?),
            }
        }
        wanted.sort_by_key(Self::cost);
        let ids = segment.fast_fields().str("id")?;
        Ok(Self::All {
            wanted,
            excluded,
            all: AllArticles(ids),
            part: Scores::new(),
        })
    }

    /// About how many documents match.
    fn cost(&self) -> u32 {
        match self {
            Self::Leaf(leaf) => leaf.cost,
            Self::Mentions(_) => u32::MAX,
            Self::All { wanted, .. } => wanted.iter().map(Self::cost).min().unwrap_or(u32::MAX),
            Self::Any { parts, .. } => parts.iter().map(Self::cost).fold(0, u32::saturating_add),
        }
    }

    /// Scores the documents of `window` that match.
    pub fn fill(&mut self, window: Window, scores: &mut Scores) -> tantivy::Result<()> {
        match self {
            Self::Leaf(leaf) => leaf.fill(window, scores)?,
            Self::Mentions(mentions) => mentions.fill(window, scores),
            Self::Any { parts, part } => {
                scores.clear();
                for node in parts {
                    node.fill(window, part)?;
                    scores.unite(part);
                }
            }
            Self::All {
                wanted,
                excluded,
                all,
                part,
            } => {
                match wanted.split_first_mut() {
                    None => all.fill(window, scores),
                    Some((first, rest)) => {
                        first.fill(window, scores)?;
                        for node in rest {
                            if scores.is_empty() {
                                return Ok(());
                            }
                            node.fill(window, part)?;
                            scores.intersect(part);
                        }
                    }
                }
                for node in excluded {
                    node.fill(window, part)?;
                    scores.subtract(part);
                }
            }
        }
        Ok(())
    }
}

impl AllArticles {
    fn fill(&self, window: Window, scores: &mut Scores) {
        scores.clear();
        let Some(ids) = &self.0 else {
            return;
        };
        for (offset, doc) in (window.start..window.end).enumerate() {
            if ids.ords().first(doc).is_some() {
                scores.insert(offset);
            }
        }
    }
}

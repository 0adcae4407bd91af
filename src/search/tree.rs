//! The tree of a query, opened on one segment: windows of leaves combined by all, any and not.
//!
//! Knows how scores combine, not where they come from.

use tantivy::columnar::StrColumn;

use crate::query::expansion::{Node, Query};
use crate::search::clause::OpenLeaf;
use crate::search::filter::{OpenFilter, Verdict};
use crate::search::mentions::OpenMentions;
use crate::search::segment::OpenSegment;
use crate::search::window::{Scores, Window};

/// A node on a segment.
pub(super) enum OpenNode<'a> {
    /// With its number in the query.
    Leaf(usize, Box<OpenLeaf<'a>>),
    /// With its number behind those of the leaves, if an article is wanted for it.
    Mentions(Option<usize>, OpenMentions),
    /// What is known of an article besides its text.
    Filter(OpenFilter),
    /// Wanted parts, the rarest first, excluded ones, and those that only score. Without wanted parts, all
    /// articles match.
    All {
        wanted: Vec<Self>,
        excluded: Vec<Self>,
        optional: Vec<Self>,
        all: AllArticles,
        part: Scores,
    },
    Any(Vec<Self>),
}

/// Which documents of a segment are articles: those that have an id.
pub(super) struct AllArticles(Option<StrColumn>);

impl<'a> OpenNode<'a> {
    pub fn open(segment: &OpenSegment, query: &'a Query, node: &Node) -> tantivy::Result<Self> {
        let open = |node| Self::open(segment, query, node);
        Ok(match node {
            Node::Leaf(leaf) => {
                let opened = OpenLeaf::open(segment, &query.leaves[*leaf])?;
                Self::Leaf(*leaf, Box::new(opened))
            }
            Node::Mentions(asked) => {
                let number = query.periods().iter().position(|period| *period == asked);
                let opened = OpenMentions::open(segment.reader, asked.period)?;
                Self::Mentions(number.map(|number| query.leaves.len() + number), opened)
            }
            Node::Published(asked) => {
                Self::Filter(OpenFilter::of_period(segment.reader, asked.period)?)
            }
            Node::Path(pattern) => Self::Filter(OpenFilter::of_path(segment.reader, pattern)?),
            Node::Optional(part) => open(part)?,
            Node::Any(parts) => Self::Any(parts.iter().map(open).collect::<Result<_, _>>()?),
            Node::All(parts) => Self::all(segment, query, parts)?,
            Node::Not(_) => Self::all(segment, query, std::slice::from_ref(node))?,
        })
    }

    fn all(segment: &OpenSegment, query: &'a Query, parts: &[Node]) -> tantivy::Result<Self> {
        let (mut wanted, mut excluded, mut optional) = (Vec::new(), Vec::new(), Vec::new());
        for part in parts {
            match part {
                Node::Not(part) => excluded.push(Self::open(segment, query, part)?),
                Node::Optional(part) => optional.push(Self::open(segment, query, part)?),
                part => wanted.push(Self::open(segment, query, part)?),
            }
        }
        wanted.sort_by_key(Self::cost);
        let ids = segment.reader.fast_fields().str("id")?;
        Ok(Self::All {
            wanted,
            excluded,
            optional,
            all: AllArticles(ids),
            part: Scores::new(),
        })
    }

    /// About how many documents match.
    fn cost(&self) -> u32 {
        match self {
            Self::Leaf(_, leaf) => leaf.cost,
            Self::Mentions(..) | Self::Filter(_) => u32::MAX,
            Self::All { wanted, .. } => wanted.iter().map(Self::cost).min().unwrap_or(u32::MAX),
            Self::Any(parts) => parts.iter().map(Self::cost).fold(0, u32::saturating_add),
        }
    }

    /// Scores the documents of `window` that match.
    pub fn fill(&mut self, window: Window, scores: &mut Scores) -> tantivy::Result<()> {
        scores.clear();
        match self {
            Self::All {
                wanted,
                excluded,
                optional,
                all,
                part,
            } => {
                match wanted.split_first_mut() {
                    None => all.add(window, scores),
                    Some((first, rest)) => {
                        first.add(window, scores)?;
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
                for node in optional {
                    if scores.is_empty() {
                        return Ok(());
                    }
                    node.fill(window, part)?;
                    scores.raise(part);
                }
                Ok(())
            }
            node => node.add(window, scores),
        }
    }

    /// Whether the document at `offset` of `window` matches; adds what each leaf, and each period, adds to its score.
    pub fn contribute(
        &mut self,
        window: Window,
        offset: usize,
        of_leaves: &mut [f32],
    ) -> tantivy::Result<bool> {
        match self {
            Self::All {
                wanted,
                excluded,
                optional,
                ..
            } => {
                let mut inside = of_leaves.to_vec();
                for node in wanted {
                    if !node.contribute(window, offset, &mut inside)? {
                        return Ok(false);
                    }
                }
                for node in excluded {
                    if node.contribute(window, offset, &mut of_leaves.to_vec())? {
                        return Ok(false);
                    }
                }
                for node in optional {
                    node.contribute(window, offset, &mut inside)?;
                }
                of_leaves.copy_from_slice(&inside);
                Ok(true)
            }
            Self::Any(parts) => {
                let mut any = false;
                for node in parts {
                    any |= node.contribute(window, offset, of_leaves)?;
                }
                Ok(any)
            }
            node => {
                let mut scores = Scores::new();
                node.add(window, &mut scores)?;
                if let Self::Leaf(number, _) | Self::Mentions(Some(number), _) = node {
                    of_leaves[*number] += scores.get(offset);
                }
                Ok(scores.contains(offset))
            }
        }
    }

    /// Adds the scores of the documents of `window` that match to what is there.
    fn add(&mut self, window: Window, scores: &mut Scores) -> tantivy::Result<()> {
        match self {
            Self::Leaf(_, leaf) => leaf.add(window, scores),
            Self::Mentions(_, mentions) => {
                mentions.add(window, scores);
                Ok(())
            }
            Self::Filter(filter) => {
                for (offset, doc) in (window.start..window.end).enumerate() {
                    if filter.judge(doc) == Verdict::Accepted {
                        scores.add(offset, 0.0);
                    }
                }
                Ok(())
            }
            Self::Any(parts) => parts
                .iter_mut()
                .try_for_each(|part| part.add(window, scores)),
            Self::All { .. } => {
                let mut all = Scores::new();
                self.fill(window, &mut all)?;
                for offset in all.offsets() {
                    scores.add(offset, all.get(offset));
                }
                Ok(())
            }
        }
    }
}

impl AllArticles {
    fn add(&self, window: Window, scores: &mut Scores) {
        let Some(ids) = &self.0 else {
            return;
        };
        for (offset, doc) in (window.start..window.end).enumerate() {
            if ids.ords().first(doc).is_some() {
                scores.add(offset, 0.0);
            }
        }
    }
}

//! The tree of a query, opened on one segment: windows of clauses combined by all, any and not.

use tantivy::columnar::StrColumn;

use crate::clause::ClauseScorer;
use crate::filter::{SegmentFilter, Verdict};
use crate::mentions::MentionScorer;
use crate::segment::SegmentContext;
use crate::window::{Scores, Window};
use fihris_query::expansion::{Node, Query};

/// A node on a segment.
pub(super) enum NodeScorer<'a> {
    /// With its number in the query.
    Clause(usize, Box<ClauseScorer<'a>>),
    /// With its number after those of the clauses, if an article is wanted for it.
    Mentions(Option<usize>, MentionScorer),
    /// What is known of an article besides its text.
    Filter(SegmentFilter),
    /// Required parts, the rarest first, excluded ones, and those that only score. Without required parts, all
    /// articles match.
    All {
        required: Vec<Self>,
        excluded: Vec<Self>,
        optional: Vec<Self>,
        all: AllArticles,
        part: Scores,
    },
    Any(Vec<Self>),
}

/// Which documents of a segment are articles: those that have an id.
pub(super) struct AllArticles(Option<StrColumn>);

impl<'a> NodeScorer<'a> {
    pub fn open(segment: &SegmentContext, query: &'a Query, node: &Node) -> tantivy::Result<Self> {
        let open = |node| Self::open(segment, query, node);
        Ok(match node {
            Node::Clause(clause) => {
                let opened = ClauseScorer::open(segment, &query.clauses[*clause])?;
                Self::Clause(*clause, Box::new(opened))
            }
            Node::Mentions(period) => {
                let number = query
                    .positive_periods()
                    .iter()
                    .position(|wanted| *wanted == period);
                let opened = MentionScorer::open(segment.reader, period.period)?;
                Self::Mentions(number.map(|number| query.clauses.len() + number), opened)
            }
            Node::Published(period) => {
                Self::Filter(SegmentFilter::published_in(segment.reader, period.period)?)
            }
            Node::Path(pattern) => Self::Filter(SegmentFilter::in_path(segment.reader, pattern)?),
            Node::Optional(part) => open(part)?,
            Node::Any(parts) => Self::Any(parts.iter().map(open).collect::<Result<_, _>>()?),
            Node::All(parts) => Self::all(segment, query, parts)?,
            Node::Not(_) => Self::all(segment, query, std::slice::from_ref(node))?,
        })
    }

    fn all(segment: &SegmentContext, query: &'a Query, parts: &[Node]) -> tantivy::Result<Self> {
        let (mut required, mut excluded, mut optional) = (Vec::new(), Vec::new(), Vec::new());
        for part in parts {
            match part {
                Node::Not(part) => excluded.push(Self::open(segment, query, part)?),
                Node::Optional(part) => optional.push(Self::open(segment, query, part)?),
                part => required.push(Self::open(segment, query, part)?),
            }
        }
        required.sort_by_key(Self::cost);
        let ids = segment.reader.fast_fields().str("id")?;
        Ok(Self::All {
            required,
            excluded,
            optional,
            all: AllArticles(ids),
            part: Scores::new(),
        })
    }

    /// About how many documents match.
    fn cost(&self) -> u32 {
        match self {
            Self::Clause(_, clause) => clause.cost,
            Self::Mentions(..) | Self::Filter(_) => u32::MAX,
            Self::All { required, .. } => required.iter().map(Self::cost).min().unwrap_or(u32::MAX),
            Self::Any(parts) => parts.iter().map(Self::cost).fold(0, u32::saturating_add),
        }
    }

    /// Scores the documents of `window` that match.
    pub fn fill(&mut self, window: Window, scores: &mut Scores) -> tantivy::Result<()> {
        scores.clear();
        match self {
            Self::All {
                required,
                excluded,
                optional,
                all,
                part,
            } => {
                match required.split_first_mut() {
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

    /// Whether the document at `offset` of `window` matches; adds what each clause, and each period, adds to its score.
    pub fn contribute(
        &mut self,
        window: Window,
        offset: usize,
        clause_scores: &mut [f32],
    ) -> tantivy::Result<bool> {
        match self {
            Self::All {
                required,
                excluded,
                optional,
                ..
            } => {
                let mut inside = clause_scores.to_vec();
                for node in required {
                    if !node.contribute(window, offset, &mut inside)? {
                        return Ok(false);
                    }
                }
                for node in excluded {
                    if node.contribute(window, offset, &mut clause_scores.to_vec())? {
                        return Ok(false);
                    }
                }
                for node in optional {
                    node.contribute(window, offset, &mut inside)?;
                }
                clause_scores.copy_from_slice(&inside);
                Ok(true)
            }
            Self::Any(parts) => {
                let mut any = false;
                for node in parts {
                    any |= node.contribute(window, offset, clause_scores)?;
                }
                Ok(any)
            }
            node => {
                let mut scores = Scores::new();
                node.add(window, &mut scores)?;
                if let Self::Clause(number, _) | Self::Mentions(Some(number), _) = node {
                    clause_scores[*number] += scores.get(offset);
                }
                Ok(scores.contains(offset))
            }
        }
    }

    /// Adds the scores of the documents of `window` that match to what is there.
    fn add(&mut self, window: Window, scores: &mut Scores) -> tantivy::Result<()> {
        match self {
            Self::Clause(_, clause) => clause.add(window, scores),
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

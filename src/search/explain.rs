//! Explaining: what a query means, and what of it an index holds.
//!
//! Knows the tree, its words and their counts, not how they are shown.

use serde::Serialize;

use crate::corpus::ZoneKind;
use crate::index::{Index, IndexError};
use crate::query::ast::{Mode, Scope};
use crate::query::expansion::{Leaf, Member, Node, Query, Resolution, Rule};
use crate::query::suggest::{Missing, Suggestion};
use crate::search::{Filter, Wanted, count, idf, search};

/// A node of a query with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Explanation {
    /// All parts are required.
    All {
        /// The parts.
        parts: Vec<Explanation>,
    },
    /// One part is required.
    Any {
        /// The parts.
        parts: Vec<Explanation>,
    },
    /// The part must not be there.
    Not {
        /// The part.
        part: Box<Explanation>,
    },
    /// The part counts if it is there.
    Optional {
        /// The part.
        part: Box<Explanation>,
    },
    /// A date in the text, a day of publishing, or a pattern of paths.
    Condition {
        /// As typed.
        asked: String,
    },
    /// A word, or a name of several.
    Word(ExplainedLeaf),
    /// Words side by side.
    Phrase(ExplainedLeaf),
    /// Words near each other.
    Near(ExplainedLeaf),
}

/// A word or phrase with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedLeaf {
    /// As typed, without signs.
    pub asked: String,
    /// Where it must stand: zones, `source`, or the name of a field.
    pub scope: Vec<String>,
    /// At most so many other words between its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<u32>,
    /// What its score is multiplied by.
    pub boost: f32,
    /// Articles that hold it there.
    pub articles: u64,
    /// How often it stands there.
    pub occurrences: u64,
    /// Its words.
    pub words: Vec<ExplainedWord>,
}

/// What a word of a query stands for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedWord {
    /// As typed, without signs.
    pub asked: String,
    /// How it was asked for.
    pub mode: &'static str,
    /// What it weighs: the rarer, the more.
    pub weight: f32,
    /// The words of the index, the weightiest first.
    pub members: Vec<ExplainedMember>,
    /// Words that were meant perhaps, where no article holds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<Suggestion>,
}

/// A word of the index with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedMember {
    /// Folded; alternatives separated by `|`.
    pub form: String,
    /// What brought it in.
    pub rule: &'static str,
    /// What one occurrence counts.
    pub weight: f32,
    /// Articles that hold it where it must stand.
    pub articles: u64,
    /// How often it stands there.
    pub occurrences: u64,
}

/// Explains `query`, and says how many articles match that `filter` lets through.
///
/// # Errors
/// If the index cannot be read.
pub fn explain(
    index: &Index,
    query: &Query,
    filter: &Filter,
) -> Result<(Explanation, u64), IndexError> {
    let counted = Wanted {
        limit: 0,
        grouped: false,
    };
    let total = search(index, query, filter, counted)?.total;
    Ok((node(index, query, &query.tree)?, total))
}

fn node(index: &Index, query: &Query, of: &Node) -> Result<Explanation, IndexError> {
    let boxed = |part| Ok::<_, IndexError>(Box::new(node(index, query, part)?));
    let all = |parts: &[Node]| {
        let parts = parts.iter().map(|part| node(index, query, part));
        parts.collect::<Result<Vec<_>, _>>()
    };
    Ok(match of {
        Node::All(parts) => Explanation::All { parts: all(parts)? },
        Node::Any(parts) => Explanation::Any { parts: all(parts)? },
        Node::Not(part) => Explanation::Not { part: boxed(part)? },
        Node::Optional(part) => Explanation::Optional { part: boxed(part)? },
        Node::Mentions(asked) | Node::Published(asked) => Explanation::Condition {
            asked: asked.typed.clone(),
        },
        Node::Path(pattern) => Explanation::Condition {
            asked: format!("path:{pattern}"),
        },
        Node::Leaf(number) => {
            let of = &query.leaves[*number];
            let leaf = leaf(index, of)?;
            match (of.near, leaf.words.len()) {
                (Some(_), _) => Explanation::Near(leaf),
                (None, 1) => Explanation::Word(leaf),
                (None, _) => Explanation::Phrase(leaf),
            }
        }
    })
}

fn leaf(index: &Index, leaf: &Leaf) -> Result<ExplainedLeaf, IndexError> {
    let words = leaf.slots.iter().map(|slot| word(index, leaf, slot));
    let words: Vec<ExplainedWord> = words.collect::<Result<_, _>>()?;
    let sum = count(index, leaf)?;
    let asked: Vec<&str> = words.iter().map(|word| &*word.asked).collect();
    Ok(ExplainedLeaf {
        asked: asked.join(" "),
        scope: scope(&leaf.scope),
        distance: leaf.near,
        boost: leaf.boost,
        articles: sum.articles,
        occurrences: sum.occurrences,
        words,
    })
}

fn word(index: &Index, leaf: &Leaf, set: &Resolution) -> Result<ExplainedWord, IndexError> {
    let vocabulary = index.vocabulary();
    let member = |member: &Member| {
        let alone = Leaf {
            slots: vec![Resolution {
                members: vec![member.clone()],
                ..set.clone()
            }],
            near: None,
            ..leaf.clone()
        };
        let sum = count(index, &alone)?;
        let words: Vec<String> = member.words.iter().map(|forms| forms.join("|")).collect();
        Ok(ExplainedMember {
            form: words.join(" "),
            rule: member.rule.name(),
            weight: member.weight,
            articles: sum.articles,
            occurrences: sum.occurrences,
        })
    };
    let members = set.members.iter().map(member);
    let asked: Vec<&str> = set.asked.iter().map(|word| &*word.typed).collect();
    Ok(ExplainedWord {
        asked: asked.join(" "),
        mode: set.asked.first().map_or("", |word| mode(word.mode)),
        weight: match leaf.scope {
            Scope::Named(_) => 0.0,
            _ => idf(set.articles(), vocabulary.statistics().articles),
        },
        members: members.collect::<Result<_, IndexError>>()?,
        suggestions: match leaf.scope {
            Scope::Named(_) => Vec::new(),
            _ => Missing::of(index, set)?.map_or_else(Vec::new, |missing| missing.suggestions),
        },
    })
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Usual => "usual",
        Mode::Exact => "exact",
        Mode::Voweled => "voweled",
        Mode::Prefix => Rule::Prefix.name(),
        Mode::Pattern => Rule::Pattern.name(),
        Mode::Fuzzy(_) => Rule::Fuzzy.name(),
    }
}

fn scope(scope: &Scope) -> Vec<String> {
    match scope {
        Scope::Origin => vec!["source".into()],
        Scope::Named(name) => vec![name.clone()],
        scope => {
            let zones = scope.zones();
            let kinds = ZoneKind::ALL.into_iter();
            let inside = kinds.filter(|kind| zones.contains(*kind));
            inside.map(|kind| kind.name().to_string()).collect()
        }
    }
}

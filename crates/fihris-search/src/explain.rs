//! Explaining: what a query means, and what of it an index holds.

use serde::Serialize;

use crate::bm25::idf;
use crate::count::count;
use crate::filter::Filter;
use crate::match_set::MatchSet;
use fihris_corpus::ZoneKind;
use fihris_index::{Index, IndexError};
use fihris_query::ast::{MatchMode, Scope};
use fihris_query::expansion::{Clause, ExpandedTerm, Node, Query, Rule, TermExpansion};
use fihris_query::suggest::{MissingTerm, Suggestion};

/// A node of a query with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum QueryExplanation {
    /// All parts are required.
    All {
        /// The parts.
        parts: Vec<QueryExplanation>,
    },
    /// One part is required.
    Any {
        /// The parts.
        parts: Vec<QueryExplanation>,
    },
    /// The part must not be there.
    Not {
        /// The part.
        part: Box<QueryExplanation>,
    },
    /// The part counts if it is there.
    Optional {
        /// The part.
        part: Box<QueryExplanation>,
    },
    /// A date in the text, a day of publishing, or a pattern of paths.
    Condition {
        /// As typed.
        #[serde(rename = "asked")]
        text: String,
    },
    /// A word, or a name of several.
    Word(ExplainedClause),
    /// Words side by side.
    Phrase(ExplainedClause),
    /// Words near each other.
    Near(ExplainedClause),
}

/// A word or phrase with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedClause {
    /// As typed, without signs.
    #[serde(rename = "asked")]
    pub text: String,
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
    #[serde(rename = "words")]
    pub terms: Vec<ExplainedTerm>,
}

/// What a word of a query stands for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedTerm {
    /// As typed, without signs.
    #[serde(rename = "asked")]
    pub text: String,
    /// How it was asked for.
    pub mode: &'static str,
    /// What it weighs: the rarer, the more.
    pub weight: f32,
    /// The words of the index, the weightiest first.
    #[serde(rename = "members")]
    pub forms: Vec<ExplainedForm>,
    /// Words that were meant perhaps, where no article holds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<Suggestion>,
}

/// A word of the index with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedForm {
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
) -> Result<(QueryExplanation, u64), IndexError> {
    let total = MatchSet::find(index, query, filter)?.len() as u64;
    Ok((node(index, query, &query.tree)?, total))
}

fn node(index: &Index, query: &Query, of: &Node) -> Result<QueryExplanation, IndexError> {
    let boxed = |part| Ok::<_, IndexError>(Box::new(node(index, query, part)?));
    let all = |parts: &[Node]| {
        let parts = parts.iter().map(|part| node(index, query, part));
        parts.collect::<Result<Vec<_>, _>>()
    };
    Ok(match of {
        Node::All(parts) => QueryExplanation::All { parts: all(parts)? },
        Node::Any(parts) => QueryExplanation::Any { parts: all(parts)? },
        Node::Not(part) => QueryExplanation::Not { part: boxed(part)? },
        Node::Optional(part) => QueryExplanation::Optional { part: boxed(part)? },
        Node::Mentions(period) | Node::Published(period) => QueryExplanation::Condition {
            text: period.raw.clone(),
        },
        Node::Path(pattern) => QueryExplanation::Condition {
            text: format!("path:{pattern}"),
        },
        Node::Clause(number) => {
            let of = &query.clauses[*number];
            let clause = clause(index, of)?;
            match (of.slop, clause.terms.len()) {
                (Some(_), _) => QueryExplanation::Near(clause),
                (None, 1) => QueryExplanation::Word(clause),
                (None, _) => QueryExplanation::Phrase(clause),
            }
        }
    })
}

fn clause(index: &Index, clause: &Clause) -> Result<ExplainedClause, IndexError> {
    let terms = clause.terms.iter();
    let terms = terms.map(|expansion| term(index, clause, expansion));
    let terms: Vec<ExplainedTerm> = terms.collect::<Result<_, _>>()?;
    let sum = count(index, clause)?;
    let text: Vec<&str> = terms.iter().map(|term| &*term.text).collect();
    Ok(ExplainedClause {
        text: text.join(" "),
        scope: scope_names(&clause.scope),
        distance: clause.slop,
        boost: clause.boost,
        articles: sum.articles,
        occurrences: sum.occurrences,
        terms,
    })
}

fn term(
    index: &Index,
    clause: &Clause,
    expansion: &TermExpansion,
) -> Result<ExplainedTerm, IndexError> {
    let vocabulary = index.vocabulary();
    let form = |member: &ExpandedTerm| {
        let alone = Clause {
            terms: vec![TermExpansion {
                expanded: vec![member.clone()],
                ..expansion.clone()
            }],
            slop: None,
            ..clause.clone()
        };
        let sum = count(index, &alone)?;
        let words: Vec<String> = member.words.iter().map(|forms| forms.join("|")).collect();
        Ok(ExplainedForm {
            form: words.join(" "),
            rule: member.rule.name(),
            weight: member.weight,
            articles: sum.articles,
            occurrences: sum.occurrences,
        })
    };
    let forms = expansion.expanded.iter().map(form);
    let forms = forms.collect::<Result<Vec<_>, IndexError>>()?;
    let members = expansion.expanded.iter().zip(&forms);
    let mut sure = members.filter(|(member, _)| member.rule.is_same_word());
    let is_found = sure.any(|(_, form)| form.articles > 0);
    let text: Vec<&str> = expansion
        .query_terms
        .iter()
        .map(|word| &*word.raw)
        .collect();
    Ok(ExplainedTerm {
        text: text.join(" "),
        mode: expansion
            .query_terms
            .first()
            .map_or("", |word| mode_name(word.mode)),
        weight: match clause.scope {
            Scope::Field(_) => 0.0,
            _ => idf(expansion.doc_freq(), vocabulary.statistics().articles),
        },
        forms,
        suggestions: match clause.scope {
            Scope::Field(_) => Vec::new(),
            _ if is_found => Vec::new(),
            _ => MissingTerm::find(index, expansion)?
                .map_or_else(Vec::new, |missing| missing.suggestions),
        },
    })
}

fn mode_name(mode: MatchMode) -> &'static str {
    match mode {
        MatchMode::Default => "usual",
        MatchMode::Exact => "exact",
        MatchMode::Diacritized => "voweled",
        MatchMode::Family => Rule::Family.name(),
        MatchMode::OfClass(class) => class.name(),
        MatchMode::Prefix => Rule::Prefix.name(),
        MatchMode::Pattern => Rule::Pattern.name(),
        MatchMode::Fuzzy(_) => Rule::Fuzzy.name(),
    }
}

fn scope_names(scope: &Scope) -> Vec<String> {
    match scope {
        Scope::Publisher => vec!["source".into()],
        Scope::Field(name) => vec![name.clone()],
        scope => {
            let zones = scope.zones();
            let kinds = ZoneKind::ALL.into_iter();
            let inside = kinds.filter(|kind| zones.contains(*kind));
            inside.map(|kind| kind.name().to_string()).collect()
        }
    }
}

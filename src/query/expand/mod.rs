//! Expansion: a query's words become weighted sets of the words that a corpus holds.
//!
//! The one mechanism of matching: a new kind of matching is a new rule here, and nowhere else.
//! `قره باج` becomes the names `قره باغ`, `قراباغ`, `كاراباخ` ... with their proclitics; `والأرمينية` becomes
//! `الأرمينية`, `أرمينية`, `الأرميني` ... Knows the vocabulary, not the articles.

mod name;
mod options;
mod word;

use crate::index::Vocabulary;
use crate::query::ast::{Ast, MatchMode, QueryTerm, Scope};
use crate::query::expansion::{Clause, Node, Query, Rule, TermExpansion};
use crate::query::variant_match::VariantMatch;
use arabic_text::stop_words::is_stop_word;
use arabic_text::variants::{VariantGroup, Variants};

pub use options::ExpandOptions;
use word::TermExpander;

/// Expands queries against one vocabulary.
pub struct Expander<'a> {
    terms: TermExpander<'a>,
    variants: &'a Variants,
}

impl<'a> Expander<'a> {
    /// One for `vocabulary`, with the names in `variants`.
    #[must_use]
    pub fn new(vocabulary: &'a Vocabulary, variants: &'a Variants, options: ExpandOptions) -> Self {
        Self {
            terms: TermExpander {
                vocabulary,
                options,
            },
            variants,
        }
    }

    /// Expands a whole query.
    #[must_use]
    pub fn expand(&self, ast: &Ast) -> Query {
        let mut clauses = Vec::new();
        let tree = self.node(ast, &mut clauses);
        Query { clauses, tree }
    }

    /// Expands words in a row; words that together are one name become one.
    #[must_use]
    pub fn expand_terms(&self, row: &[QueryTerm]) -> Vec<TermExpansion> {
        self.iter_expansions(row).collect()
    }

    /// The same one by one, as a text has too many words to keep what all of them stand for.
    pub fn iter_expansions<'r>(
        &'r self,
        row: &'r [QueryTerm],
    ) -> impl Iterator<Item = TermExpansion> + 'r {
        let mut rest = row;
        std::iter::from_fn(move || {
            let first = rest.first()?;
            let name = if self.terms.options.variants {
                self.name_at_start(rest)
            } else {
                None
            };
            let (expansion, length) = match name {
                Some(name) => (self.terms.name(&rest[..name.length], name), name.length),
                None => (self.terms.word(first), 1),
            };
            rest = &rest[length..];
            Some(expansion)
        })
    }

    /// The group of the name that the words of `row` begin with, if they do.
    #[must_use]
    pub fn variant_group(&self, row: &[QueryTerm]) -> Option<&'a VariantGroup> {
        self.name_at_start(row).map(|name| name.group)
    }

    fn name_at_start(&self, row: &[QueryTerm]) -> Option<VariantMatch<'a>> {
        VariantMatch::at_start(row, self.variants, self.terms.vocabulary)
    }

    fn node(&self, ast: &Ast, clauses: &mut Vec<Clause>) -> Node {
        match ast {
            Ast::Words(row, scope) => {
                let mut row = self.in_scope(row, scope);
                if self.terms.options.require_all {
                    row = without_stop_words(row);
                }
                let words = row.into_iter();
                let words = words.map(|term| self.clause(vec![term], scope, None, clauses));
                let mut words: Vec<Node> = words.collect();
                match words.len() {
                    1 => words.remove(0),
                    _ if self.terms.options.require_all => Node::All(words),
                    _ => Node::Any(words),
                }
            }
            Ast::Phrase(row, scope) => {
                let terms = self.side_by_side(row, scope);
                self.clause(terms, scope, None, clauses)
            }
            Ast::Near(row, distance, scope) => {
                let terms = self.side_by_side(row, scope);
                self.clause(terms, scope, Some(*distance), clauses)
            }
            Ast::Mentions(period) => Node::Mentions(period.clone()),
            Ast::Published(period) => Node::Published(period.clone()),
            Ast::Path(pattern) => Node::Path(pattern.clone()),
            Ast::All(parts) if self.terms.options.require_all => {
                Node::All(self.nodes(parts, clauses))
            }
            Ast::All(parts) => self.some_of(parts, clauses),
            Ast::Any(parts) => Node::Any(self.nodes(parts, clauses)),
            Ast::Not(part) => Node::Not(Box::new(self.node(part, clauses))),
            Ast::Must(part) => self.node(part, clauses),
            Ast::Weighted(part, weight) => {
                let first = clauses.len();
                let node = self.node(part, clauses);
                for clause in &mut clauses[first..] {
                    clause.boost *= weight;
                }
                node
            }
        }
    }

    fn clause(
        &self,
        terms: Vec<TermExpansion>,
        scope: &Scope,
        slop: Option<u32>,
        clauses: &mut Vec<Clause>,
    ) -> Node {
        let scope = match scope {
            Scope::DefaultZones => Scope::Zones(self.terms.options.zones),
            scope => scope.clone(),
        };
        clauses.push(Clause {
            terms,
            scope,
            slop,
            boost: 1.0,
        });
        Node::Clause(clauses.len() - 1)
    }

    /// Expands words in a row; in a field of the input words are looked for as they are.
    fn in_scope(&self, row: &[QueryTerm], scope: &Scope) -> Vec<TermExpansion> {
        match scope {
            Scope::Field(_) => row.iter().map(word::plain).collect(),
            _ => self.expand_terms(row),
        }
    }

    /// The same for words that stand beside each other, where what is merely similar is no match.
    fn side_by_side(&self, row: &[QueryTerm], scope: &Scope) -> Vec<TermExpansion> {
        let mut terms = self.in_scope(row, scope);
        for term in &mut terms {
            term.expanded.retain(|member| member.rule != Rule::Similar);
        }
        terms
    }

    /// Parts of which some are enough: all that must be there, and one of the others; none of those, if
    /// something must be there by itself.
    fn some_of(&self, parts: &[Ast], clauses: &mut Vec<Clause>) -> Node {
        let (mut required, mut others) = (Vec::new(), Vec::new());
        for part in parts {
            let node = self.node(part, clauses);
            match part {
                Ast::Not(_) | Ast::Must(_) | Ast::Published(_) | Ast::Path(_) => {
                    required.push(node);
                }
                _ if is_condition(part) => required.push(node),
                _ => others.push(node),
            }
        }
        if required.is_empty() {
            return Node::Any(others);
        }
        if !others.is_empty() {
            let others = Node::Any(others);
            let is_enough = parts.iter().any(|part| matches!(part, Ast::Must(_)));
            required.push(if is_enough {
                Node::Optional(Box::new(others))
            } else {
                others
            });
        }
        Node::All(required)
    }

    fn nodes(&self, parts: &[Ast], clauses: &mut Vec<Clause>) -> Vec<Node> {
        parts.iter().map(|part| self.node(part, clauses)).collect()
    }
}

/// The words of a row that say what is looked for; all, if none does. An article need not have the others.
/// Where some of the words are enough they stay: their little weight helps (`docs/ranking.md`).
fn without_stop_words(row: Vec<TermExpansion>) -> Vec<TermExpansion> {
    let says_nothing = |term: &TermExpansion| matches!(&term.query_terms[..], [word] if word.mode == MatchMode::Default && is_stop_word(&word.raw));
    if row.iter().all(says_nothing) {
        return row;
    }
    row.into_iter().filter(|term| !says_nothing(term)).collect()
}

/// Whether a part says nothing of the text, so that it cannot take the place of a word.
fn is_condition(part: &Ast) -> bool {
    matches!(
        part,
        Ast::Words(_, Scope::Field(_))
            | Ast::Phrase(_, Scope::Field(_))
            | Ast::Near(_, _, Scope::Field(_))
    )
}

//! Combining: a tree of expanded words becomes a query.
//!
//! Words are expanded once; whether all are required, and which zones are searched where the query names none, are
//! settled here.

use std::iter;

use crate::ast::{Ast, MatchMode, QueryTerm, Scope};
use crate::expand::word::{ExpandedWord, TermExpander};
use crate::expansion::{Clause, Node, TermExpansion};
use arabic_text::stop_words::is_stop_word;
use fihris_corpus::ZoneSet;

/// What a word that says little counts where some of the words are enough.
const STOP_WORD_BOOST: f32 = 0.4;

/// Words of questions that are no stop words: why, the reason, there is, is done, is called. Folded.
const QUESTION_WORDS: [&str; 7] = ["علل", "سبب", "اسباب", "توجد", "يوجد", "يتم", "يسمي"];

/// A way to combine words.
pub(super) struct Combiner<'a> {
    pub terms: &'a TermExpander<'a>,
    /// Require all words that stand in a row, or only some.
    pub require_all: bool,
    /// The zones to search where the query names none.
    pub zones: ZoneSet,
}

impl Combiner<'_> {
    /// The node of `ast`, whose clauses are added to `clauses`.
    pub fn node(&self, ast: &Ast<ExpandedWord>, clauses: &mut Vec<Clause>) -> Node {
        match ast {
            Ast::Words(row, scope) => {
                let mut words = self.row(row, scope, clauses);
                match words.len() {
                    1 => words.remove(0),
                    _ if self.require_all => Node::All(words),
                    _ => Node::Any(words),
                }
            }
            Ast::Phrase(row, scope) => {
                let terms = self.terms.with_titles(&self.neighbours(row));
                self.clause(terms, scope, None, clauses)
            }
            Ast::Near(row, distance, scope) => {
                let terms = self.neighbours(row).into_iter().map(|it| it.expansion);
                self.clause(terms.collect(), scope, Some(*distance), clauses)
            }
            Ast::Mentions(period) => Node::Mentions(period.clone()),
            Ast::Published(period) => Node::Published(period.clone()),
            Ast::Path(pattern) => Node::Path(pattern.clone()),
            Ast::All(parts) if self.require_all => Node::All(self.nodes(parts, clauses)),
            Ast::All(parts) => self.some_of(parts, clauses),
            Ast::Any(parts) => Node::Any(self.nodes(parts, clauses)),
            Ast::Not(part) => Node::Not(Box::new(self.node(part, clauses))),
            Ast::Must(part) => self.node(part, clauses),
            Ast::Boosted(part, weight) => {
                let first = clauses.len();
                let node = self.node(part, clauses);
                for clause in &mut clauses[first..] {
                    clause.boost *= weight;
                }
                node
            }
        }
    }

    /// The clauses of words that need not stand beside each other.
    fn row(&self, row: &[ExpandedWord], scope: &Scope, clauses: &mut Vec<Clause>) -> Vec<Node> {
        let row = self.words(row);
        let row = without_detached_proclitics(row);
        let row = if self.require_all {
            without_stop_words(row)
        } else {
            row
        };
        let words = row.into_iter().map(|term| {
            let boost = if self.require_all || !says_little(&term) {
                1.0
            } else {
                STOP_WORD_BOOST
            };
            let node = self.clause(vec![term], scope, None, clauses);
            if let Some(clause) = clauses.last_mut() {
                clause.boost = boost;
            }
            node
        });
        words.collect()
    }

    fn clause(
        &self,
        terms: Vec<TermExpansion>,
        scope: &Scope,
        slop: Option<u32>,
        clauses: &mut Vec<Clause>,
    ) -> Node {
        let scope = match scope {
            Scope::DefaultZones => Scope::Zones(self.zones),
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

    /// Parts of which some are enough: all that must be there, and one of the others; none of those, if
    /// something must be there by itself.
    fn some_of(&self, parts: &[Ast<ExpandedWord>], clauses: &mut Vec<Clause>) -> Node {
        let (mut required, mut others) = (Vec::new(), Vec::new());
        for part in parts {
            let node = self.node(part, clauses);
            match part {
                // Of a phrase beside others some words are enough; that they stand together counts besides.
                Ast::Phrase(row, scope @ Scope::DefaultZones) if row.iter().all(is_plain) => {
                    let words = self.row(row, scope, clauses);
                    others.push(Node::Any(iter::once(node).chain(words).collect()));
                }
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

    fn nodes(&self, parts: &[Ast<ExpandedWord>], clauses: &mut Vec<Clause>) -> Vec<Node> {
        parts.iter().map(|part| self.node(part, clauses)).collect()
    }

    /// What words stand for that stand beside each other.
    fn neighbours(&self, row: &[ExpandedWord]) -> Vec<ExpandedWord> {
        let mut row = row.to_vec();
        for word in &mut row {
            self.terms.add_dotless(word);
        }
        row
    }

    /// What words stand for that need not stand beside each other.
    fn words(&self, row: &[ExpandedWord]) -> Vec<TermExpansion> {
        let mut row = row.to_vec();
        if !self.require_all {
            for word in &mut row {
                self.terms.add_ranked(word);
            }
        }
        row.into_iter().map(|word| word.expansion).collect()
    }
}

/// The word that is asked for, if it is one and nothing is said of how.
fn plain_word(term: &TermExpansion) -> Option<&QueryTerm> {
    match &term.query_terms[..] {
        [word] if word.mode == MatchMode::Default => Some(word),
        _ => None,
    }
}

/// Whether nothing is said of how a word is asked for.
fn is_plain(word: &ExpandedWord) -> bool {
    let mut terms = word.expansion.query_terms.iter();
    terms.all(|term| term.mode == MatchMode::Default)
}

/// The words of a row that say what is looked for; all, if none does. An article need not have the others.
/// Where some of the words are enough they stay: their little weight helps (`docs/ranking.md`).
fn without_stop_words(row: Vec<TermExpansion>) -> Vec<TermExpansion> {
    without(row, |word| is_stop_word(&word.raw))
}

/// The same without proclitics that stand alone, as in `بـ 5 دنانير`.
fn without_detached_proclitics(row: Vec<TermExpansion>) -> Vec<TermExpansion> {
    without(row, |word| {
        matches!(&*word.form, "ب" | "ل" | "ك" | "و" | "ف")
    })
}

fn without(
    row: Vec<TermExpansion>,
    is_left_out: impl Fn(&QueryTerm) -> bool,
) -> Vec<TermExpansion> {
    let is_left_out = |term: &TermExpansion| plain_word(term).is_some_and(&is_left_out);
    if row.iter().all(is_left_out) {
        return row;
    }
    row.into_iter().filter(|term| !is_left_out(term)).collect()
}

/// Whether a word says nothing of what a text is about, or asks for something without saying what.
fn says_little(term: &TermExpansion) -> bool {
    let says_little =
        |word: &QueryTerm| is_stop_word(&word.raw) || QUESTION_WORDS.contains(&&*word.folded());
    plain_word(term).is_some_and(says_little)
}

/// Whether a part says nothing of the text, so that it cannot take the place of a word.
fn is_condition(part: &Ast<ExpandedWord>) -> bool {
    matches!(
        part,
        Ast::Words(_, Scope::Field(_))
            | Ast::Phrase(_, Scope::Field(_))
            | Ast::Near(_, _, Scope::Field(_))
    )
}

//! Resolving: a query's words become weighted sets of the words that a corpus holds.
//!
//! The one mechanism of matching: a new kind of matching is a new rule here, and nowhere else.
//! `قره باج` becomes the names `قره باغ`, `قراباغ`, `كاراباخ` ... with their proclitics; `والأرمينية` becomes
//! `الأرمينية`, `أرمينية`, `الأرميني` ... Knows the vocabulary, not the articles.

mod name;
mod word;

use crate::corpus::ZoneSet;
use crate::index::Vocabulary;
use crate::index::vocabulary::TermEntry;
use crate::query::ast::{AskedWord, Mode, Scope, Syntax};
use crate::query::expansion::{Leaf, Member, Node, Query, Resolution, Rule};
use crate::query::variant_match::FoundName;
use arabic_text::stop_words::is_stop_word;
use arabic_text::variants::{VariantGroup, Variants};

/// Which rules apply, and how words in a row combine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResolveOptions {
    /// Find other proclitics and suffixes.
    pub inflection: bool,
    /// Find other spellings of names.
    pub variants: bool,
    /// Require all words that stand in a row, or only some.
    pub all: bool,
    /// The zones to search where the query names none.
    pub zones: ZoneSet,
}

impl Default for ResolveOptions {
    fn default() -> Self {
        Self {
            inflection: true,
            variants: true,
            all: true,
            zones: ZoneSet::SEARCHED,
        }
    }
}

/// Resolves queries against one vocabulary.
pub struct Resolver<'a> {
    vocabulary: &'a Vocabulary,
    variants: &'a Variants,
    options: ResolveOptions,
}

impl<'a> Resolver<'a> {
    /// One for `vocabulary`, with the names in `variants`.
    #[must_use]
    pub fn new(
        vocabulary: &'a Vocabulary,
        variants: &'a Variants,
        options: ResolveOptions,
    ) -> Self {
        Self {
            vocabulary,
            variants,
            options,
        }
    }

    /// Resolves a whole query.
    #[must_use]
    pub fn resolve(&self, syntax: &Syntax) -> Query {
        let mut leaves = Vec::new();
        let tree = self.node(syntax, &mut leaves);
        Query { leaves, tree }
    }

    /// Resolves words in a row; words that together are one name become one.
    #[must_use]
    pub fn row(&self, row: &[AskedWord]) -> Vec<Resolution> {
        self.each(row).collect()
    }

    /// The same one by one, as a text has too many words to keep what all of them stand for.
    pub fn each<'r>(&'r self, row: &'r [AskedWord]) -> impl Iterator<Item = Resolution> + 'r {
        let mut rest = row;
        std::iter::from_fn(move || {
            let first = rest.first()?;
            let name = if self.options.variants {
                self.name_at_start(rest)
            } else {
                None
            };
            let (resolution, length) = match name {
                Some(name) => (self.name(&rest[..name.length], name), name.length),
                None => (self.word(first), 1),
            };
            rest = &rest[length..];
            Some(resolution)
        })
    }

    /// The group of the name that the words of `row` begin with, if they do.
    #[must_use]
    pub fn group(&self, row: &[AskedWord]) -> Option<&'a VariantGroup> {
        self.name_at_start(row).map(|name| name.group)
    }

    fn name_at_start(&self, row: &[AskedWord]) -> Option<FoundName<'a>> {
        FoundName::at_start(row, self.variants, self.vocabulary)
    }

    fn node(&self, syntax: &Syntax, leaves: &mut Vec<Leaf>) -> Node {
        match syntax {
            Syntax::Words(row, scope) => {
                let mut row = self.in_scope(row, scope);
                if self.options.all {
                    row = without_stop_words(row);
                }
                let words = row.into_iter();
                let words = words.map(|slot| self.leaf(vec![slot], scope, None, leaves));
                let mut words: Vec<Node> = words.collect();
                match words.len() {
                    1 => words.remove(0),
                    _ if self.options.all => Node::All(words),
                    _ => Node::Any(words),
                }
            }
            Syntax::Phrase(row, scope) => {
                let slots = self.side_by_side(row, scope);
                self.leaf(slots, scope, None, leaves)
            }
            Syntax::Near(row, distance, scope) => {
                let slots = self.side_by_side(row, scope);
                self.leaf(slots, scope, Some(*distance), leaves)
            }
            Syntax::Mentions(asked) => Node::Mentions(asked.clone()),
            Syntax::Published(asked) => Node::Published(asked.clone()),
            Syntax::Path(pattern) => Node::Path(pattern.clone()),
            Syntax::All(parts) if self.options.all => Node::All(self.nodes(parts, leaves)),
            Syntax::All(parts) => self.some_of(parts, leaves),
            Syntax::Any(parts) => Node::Any(self.nodes(parts, leaves)),
            Syntax::Not(part) => Node::Not(Box::new(self.node(part, leaves))),
            Syntax::Must(part) => self.node(part, leaves),
            Syntax::Weighted(part, weight) => {
                let first = leaves.len();
                let node = self.node(part, leaves);
                for leaf in &mut leaves[first..] {
                    leaf.boost *= weight;
                }
                node
            }
        }
    }

    fn leaf(
        &self,
        slots: Vec<Resolution>,
        scope: &Scope,
        near: Option<u32>,
        leaves: &mut Vec<Leaf>,
    ) -> Node {
        let scope = match scope {
            Scope::Covered => Scope::Zones(self.options.zones),
            scope => scope.clone(),
        };
        leaves.push(Leaf {
            slots,
            scope,
            near,
            boost: 1.0,
        });
        Node::Leaf(leaves.len() - 1)
    }

    /// Resolves words in a row; in a field of the input words are looked for as they are.
    fn in_scope(&self, row: &[AskedWord], scope: &Scope) -> Vec<Resolution> {
        match scope {
            Scope::Named(_) => row.iter().map(word::plain).collect(),
            _ => self.row(row),
        }
    }

    /// The same for words that stand beside each other, where what is merely similar is no match.
    fn side_by_side(&self, row: &[AskedWord], scope: &Scope) -> Vec<Resolution> {
        let mut slots = self.in_scope(row, scope);
        for slot in &mut slots {
            slot.members.retain(|member| member.rule != Rule::Similar);
        }
        slots
    }

    /// Parts of which some are enough: all that must be there, and one of the others; none of those, if
    /// something must be there by itself.
    fn some_of(&self, parts: &[Syntax], leaves: &mut Vec<Leaf>) -> Node {
        let (mut required, mut others) = (Vec::new(), Vec::new());
        for part in parts {
            let node = self.node(part, leaves);
            match part {
                Syntax::Not(_) | Syntax::Must(_) | Syntax::Published(_) | Syntax::Path(_) => {
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
            let is_enough = parts.iter().any(|part| matches!(part, Syntax::Must(_)));
            required.push(if is_enough {
                Node::Optional(Box::new(others))
            } else {
                others
            });
        }
        Node::All(required)
    }

    fn nodes(&self, parts: &[Syntax], leaves: &mut Vec<Leaf>) -> Vec<Node> {
        parts.iter().map(|part| self.node(part, leaves)).collect()
    }
}

/// The words of a row that say what is looked for; all, if none does. An article need not have the others.
/// Where some of the words are enough they stay: their little weight helps (`docs/ranking.md`).
fn without_stop_words(row: Vec<Resolution>) -> Vec<Resolution> {
    let says_nothing = |slot: &Resolution| matches!(&slot.asked[..], [word] if word.mode == Mode::Usual && is_stop_word(&word.typed));
    if row.iter().all(says_nothing) {
        return row;
    }
    row.into_iter().filter(|slot| !says_nothing(slot)).collect()
}

/// Whether a part says nothing of the text, so that it cannot take the place of a word.
fn is_condition(part: &Syntax) -> bool {
    matches!(
        part,
        Syntax::Words(_, Scope::Named(_))
            | Syntax::Phrase(_, Scope::Named(_))
            | Syntax::Near(_, _, Scope::Named(_))
    )
}

fn member(form: TermEntry, rule: Rule) -> Member {
    Member {
        words: vec![vec![form.form]],
        rule,
        weight: rule.weight(),
        articles: form.articles,
    }
}

fn sort(members: &mut [Member]) {
    members.sort_by(|a, b| {
        a.rule
            .cmp(&b.rule)
            .then(b.articles.cmp(&a.articles))
            .then_with(|| a.words.cmp(&b.words))
    });
}

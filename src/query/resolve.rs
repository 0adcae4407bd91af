//! Resolving: a query's words become weighted sets of the words that a corpus holds.
//!
//! The one mechanism of matching: a new kind of matching is a new rule here, and nowhere else.
//! `قره باج` becomes the names `قره باغ`, `قراباغ`, `كاراباخ` ... with their clitics; `والأرمينية` becomes
//! `الأرمينية`, `أرمينية`, `الأرميني` ... Knows the vocabulary, not the articles.

use super::family::{family, taken_apart, with_clitics, with_endings};
use super::resolution::{Leaf, Member, Node, Query, Resolution, Rule};
use super::spellings::{FoundName, Spellings};
use super::syntax::{AskedWord, Mode, Scope, Syntax};
use crate::arabic::clitics::PROCLITICS;
use crate::arabic::stop_words::is_stop_word;
use crate::corpus::ZoneSet;
use crate::index::Vocabulary;
use crate::index::vocabulary::Form;

/// What an occurrence counts by each rule. A written form counts most, then other clitics, other
/// endings, other spellings.
fn weight(rule: Rule) -> f32 {
    match rule {
        Rule::Written | Rule::Folded | Rule::Date => 1.0,
        Rule::Clitic => 0.8,
        Rule::Prefix => 0.6,
        Rule::Inflected => 0.5,
        Rule::Variant | Rule::Learned => 0.4,
        Rule::Similar => 0.3, // times the likeness
    }
}

/// Shorter words, in letters, are alike by chance.
const SHORTEST_WITH_SIMILAR: usize = 4;

/// The least likeness of a similar word (Dice's coefficient of runs of four letters).
const LEAST_LIKENESS: f32 = 0.4;

/// The most similar words of one word.
const MOST_SIMILAR: usize = 50;

/// Which rules apply, and how words in a row combine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResolveOptions {
    /// Find other clitics and endings.
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
    spellings: &'a Spellings<'a>,
    options: ResolveOptions,
}

impl<'a> Resolver<'a> {
    /// One for `vocabulary`, with the names in `spellings`.
    #[must_use]
    pub fn new(
        vocabulary: &'a Vocabulary,
        spellings: &'a Spellings<'a>,
        options: ResolveOptions,
    ) -> Self {
        Self {
            vocabulary,
            spellings,
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
        let mut resolutions = Vec::new();
        let mut rest = row;
        while let Some(first) = rest.first() {
            let name = if self.options.variants {
                self.spellings.find(rest, self.vocabulary)
            } else {
                None
            };
            let length = name.map_or(1, |name| name.length);
            resolutions.push(match name {
                Some(name) => self.name(&rest[..length], name),
                None => self.word(first),
            });
            rest = &rest[length..];
        }
        resolutions
    }

    fn node(&self, syntax: &Syntax, leaves: &mut Vec<Leaf>) -> Node {
        let mut add = |slots, scope| {
            let scope = match scope {
                Scope::Covered => Scope::Zones(self.options.zones),
                scope => scope,
            };
            leaves.push(Leaf { slots, scope });
            Node::Leaf(leaves.len() - 1)
        };
        match syntax {
            Syntax::Phrase(row, scope) => {
                let mut slots = self.row(row);
                for slot in &mut slots {
                    slot.members.retain(|member| member.rule != Rule::Similar);
                }
                add(slots, *scope)
            }
            Syntax::Words(row, scope) => {
                let mut row = self.row(row);
                if self.options.all {
                    row = without_stop_words(row);
                }
                let mut words: Vec<Node> = row
                    .into_iter()
                    .map(|slot| add(vec![slot], *scope))
                    .collect();
                match words.len() {
                    1 => words.remove(0),
                    _ if self.options.all => Node::All(words),
                    _ => Node::Any(words),
                }
            }
            Syntax::Mentions(asked) => Node::Mentions(asked.clone()),
            Syntax::All(parts) if self.options.all => Node::All(self.nodes(parts, leaves)),
            Syntax::All(parts) => some_of(self.nodes(parts, leaves)),
            Syntax::Any(parts) => Node::Any(self.nodes(parts, leaves)),
            Syntax::Not(part) => Node::Not(Box::new(self.node(part, leaves))),
        }
    }

    fn nodes(&self, parts: &[Syntax], leaves: &mut Vec<Leaf>) -> Vec<Node> {
        parts.iter().map(|part| self.node(part, leaves)).collect()
    }

    /// Resolves a single word that is no name.
    fn word(&self, asked: &AskedWord) -> Resolution {
        let mut members = match asked.mode {
            Mode::Usual if self.options.inflection => self.inflected(&asked.form),
            Mode::Usual | Mode::Exact => self.as_written(&asked.form),
            Mode::Prefix => self.beginning(&asked.form),
        };
        if !self.options.all && asked.mode == Mode::Usual {
            self.add_similar(&asked.form, &mut members);
        }
        sort(&mut members);
        let exactly = (asked.mode == Mode::Exact).then(|| asked.typed.clone());
        Resolution {
            asked: vec![asked.clone()],
            members,
            exactly,
        }
    }

    fn as_written(&self, form: &str) -> Vec<Member> {
        let written = self.vocabulary.get(form);
        written
            .into_iter()
            .map(|form| member(form, Rule::Written))
            .collect()
    }

    fn inflected(&self, form: &str) -> Vec<Member> {
        let family = family(self.vocabulary, form).into_iter();
        family.map(|(form, rule)| member(form, rule)).collect()
    }

    /// Adds words that are merely similar, where an article need not have all words: they only rank.
    fn add_similar(&self, form: &str, members: &mut Vec<Member>) {
        if !self.options.inflection || form.chars().count() < SHORTEST_WITH_SIMILAR {
            return;
        }
        let core = taken_apart(self.vocabulary, form).core;
        for (form, likeness) in self.vocabulary.similar(&core, LEAST_LIKENESS, MOST_SIMILAR) {
            if members.iter().all(|known| known.words[0][0] != form.form) {
                let mut similar = member(form, Rule::Similar);
                similar.weight *= likeness;
                members.push(similar);
            }
        }
    }

    /// Every word that begins with `prefix`, whatever clitics stand before it.
    fn beginning(&self, prefix: &str) -> Vec<Member> {
        let as_typed = self.vocabulary.beginning_with(prefix);
        let mut stem = prefix;
        if self.options.inflection {
            // ال in الأرمي* is the article if the words that begin so say it is.
            let article = PROCLITICS
                .iter()
                .filter(|clitic| clitic.has_article)
                .find(|clitic| {
                    clitic
                        .strip(prefix)
                        .is_some_and(|rest| rest.chars().count() >= 2)
                        && as_typed
                            .iter()
                            .any(|form| form.clitics == clitic.letters.len())
                });
            stem = article
                .and_then(|clitic| clitic.strip(prefix))
                .unwrap_or(prefix);
        }
        let mut forms = as_typed;
        if self.options.inflection {
            for clitic in PROCLITICS.iter().map(|clitic| clitic.letters).chain([""]) {
                let found = self.vocabulary.beginning_with(&[clitic, stem].concat());
                forms.extend(
                    found
                        .into_iter()
                        .filter(|form| form.clitics == clitic.len()),
                );
            }
        }
        forms.sort_by(|a, b| a.form.cmp(&b.form));
        forms.dedup_by(|a, b| a.form == b.form);
        let rule = |form: &Form| {
            if form.form == prefix {
                Rule::Written
            } else {
                Rule::Prefix
            }
        };
        forms
            .into_iter()
            .map(|form| {
                let rule = rule(&form);
                member(form, rule)
            })
            .collect()
    }

    /// Resolves the words `asked`, which are a spelling of a name.
    fn name(&self, asked: &[AskedWord], name: FoundName) -> Resolution {
        let mut members = Vec::new();
        for (i, spelling) in name.group.spellings.iter().enumerate() {
            let is_typed = i == name.typed;
            let rule = match is_typed {
                true => Rule::Written,
                false if name.group.is_learned(i, name.typed) => Rule::Learned,
                false => Rule::Variant,
            };
            match &spelling[..] {
                [_] if is_typed => members.extend(if self.options.inflection {
                    self.inflected(&asked[0].form)
                } else {
                    self.as_written(&asked[0].form)
                }),
                [word] => members.extend(self.variant(word, rule)),
                words => members.extend(self.sequence(words, asked, rule)),
            }
        }
        // A spelling may be an inflection of another one: each form counts once, at its best.
        sort(&mut members);
        let mut seen = std::collections::HashSet::new();
        members.retain(|member| seen.insert(member.words.clone()));
        Resolution {
            asked: asked.to_vec(),
            members,
            exactly: None,
        }
    }

    /// Another spelling in one word, with its clitics and endings.
    fn variant(&self, word: &str, rule: Rule) -> Vec<Member> {
        let forms: Vec<Form> = if self.options.inflection {
            let mut forms: Vec<Form> = family(self.vocabulary, word)
                .into_iter()
                .map(|(form, _)| form)
                .collect();
            forms.extend(with_endings(self.vocabulary, word));
            forms
        } else {
            self.vocabulary.get(word).into_iter().collect()
        };
        forms.into_iter().map(|form| member(form, rule)).collect()
    }

    /// A spelling in several words: clitics before the first, endings after the last.
    fn sequence(&self, words: &[String], asked: &[AskedWord], rule: Rule) -> Option<Member> {
        let last = words.len() - 1;
        let mut alternatives = Vec::new();
        let mut articles = u32::MAX;
        for (i, word) in words.iter().enumerate() {
            let mut forms: Vec<Form> = match i {
                _ if !self.options.inflection => self.vocabulary.get(word).into_iter().collect(),
                0 => with_clitics(self.vocabulary, word),
                _ if i == last => with_endings(self.vocabulary, word),
                _ => self.vocabulary.get(word).into_iter().collect(),
            };
            if rule == Rule::Written && !forms.iter().any(|form| form.form == asked[i].form) {
                forms.extend(self.vocabulary.get(&asked[i].form));
            }
            articles = articles.min(forms.iter().map(|form| form.articles).sum());
            alternatives.push(forms.into_iter().map(|form| form.form).collect());
        }
        (articles > 0).then(|| Member {
            words: alternatives,
            rule,
            weight: weight(rule),
            articles,
        })
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

/// Alternatives of which one is enough, but without what is excluded.
fn some_of(nodes: Vec<Node>) -> Node {
    let (excluded, wanted): (Vec<_>, Vec<_>) = nodes
        .into_iter()
        .partition(|node| matches!(node, Node::Not(_)));
    if excluded.is_empty() {
        return Node::Any(wanted);
    }
    let mut parts = excluded;
    if !wanted.is_empty() {
        parts.insert(0, Node::Any(wanted));
    }
    Node::All(parts)
}

fn member(form: Form, rule: Rule) -> Member {
    Member {
        words: vec![vec![form.form]],
        rule,
        weight: weight(rule),
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

//! Expansions: the words of a corpus that a word of a query stands for, each with its reason.
//!
//! Everything after expansion - scoring, phrases, snippets, reasons, counts - sees only these sets.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ast::{QueryPeriod, QueryTerm, Scope};
use arabic_text::diacritics::{diacritics_agree, strip_diacritics};
use fihris_index::TermEntry;

/// Why a word of the text matches a word of the query. In order: a word that matches by an earlier
/// rule counts more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Letter for letter as typed.
    Written,
    /// The same but for hamza, vowels, tatweel, digits of another script and the like.
    Folded,
    /// With other proclitics: `والقوات` for `قوات`.
    Clitic,
    /// With a title before the name, or without: `الأمير محمد بن نايف` for `محمد بن نايف` in a phrase.
    Title,
    /// The same number, written otherwise: `ثلاثة` for `3`.
    Number,
    /// The same word, abbreviated or in full: `كلم` for `كيلومتر`.
    Abbreviation,
    /// With another ending: `سياسته` for `سياسة`.
    Inflected,
    /// It begins as asked: `الأرمينية` for `الأرمي*`.
    Prefix,
    /// It fits the pattern that was asked for: `للكرملين` for `*كرمل*`.
    Pattern,
    /// One or two letters are others: `بوتن` for `بوتين~`.
    Fuzzy,
    /// Another spelling of the name: `قراباغ` for `قره باج`.
    Variant,
    /// A date in the period asked for.
    Date,
    /// Another spelling of the name, as far as the corpus itself tells: `غوارديولا` for `جوارديولا`.
    Learned,
    /// Another word of its family: `قضائي` for `قضاء`. Only where the family is asked for, or where some of the
    /// words of a query are enough.
    Family,
    /// It shares many letters: a broken plural, a slip, or a stranger. Only where some of the words of
    /// a query are enough.
    Similar,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 15] = [
        Self::Written,
        Self::Folded,
        Self::Clitic,
        Self::Title,
        Self::Number,
        Self::Abbreviation,
        Self::Inflected,
        Self::Prefix,
        Self::Pattern,
        Self::Fuzzy,
        Self::Variant,
        Self::Date,
        Self::Learned,
        Self::Family,
        Self::Similar,
    ];

    /// The rule of this name.
    ///
    /// ```
    /// use fihris_query::Rule;
    /// assert_eq!(Rule::from_name("clitic"), Some(Rule::Clitic));
    /// assert_eq!(Rule::from_name("Clitic"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// Whether what matches is the word that was asked for, and not one that is only related to it or like it.
    #[must_use]
    pub fn is_same_word(self) -> bool {
        !matches!(self, Self::Family | Self::Similar)
    }

    /// What an occurrence counts at most: a written form counts most, then other proclitics, other suffixes,
    /// other spellings.
    #[must_use]
    pub fn weight(self) -> f32 {
        match self {
            Self::Written | Self::Date => 1.0,
            Self::Folded => 0.95,
            Self::Clitic => 0.8,
            Self::Title => 0.7,
            Self::Prefix | Self::Pattern => 0.6,
            Self::Number | Self::Abbreviation | Self::Inflected | Self::Fuzzy => 0.5, // the last by the letters that are others
            Self::Variant | Self::Learned => 0.4,
            Self::Family => 0.35,
            Self::Similar => 0.3, // times the likeness
        }
    }

    /// Its name in outputs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Folded => "folded",
            Self::Clitic => "clitic",
            Self::Number => "number",
            Self::Abbreviation => "abbreviation",
            Self::Title => "title",
            Self::Inflected => "inflected",
            Self::Prefix => "prefix",
            Self::Pattern => "pattern",
            Self::Fuzzy => "fuzzy",
            Self::Variant => "variant",
            Self::Date => "date",
            Self::Learned => "learned",
            Self::Family => "family",
            Self::Similar => "similar",
        }
    }
}

/// A word, or a name of several words, that a corpus holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpandedTerm {
    /// For each of its words the folded forms that it may have.
    pub words: Vec<Vec<String>>,
    /// What brought it in.
    pub rule: Rule,
    /// What one occurrence counts, in (0, 1].
    pub weight: f32,
    /// The articles that hold it; for several words, at most so many.
    pub doc_freq: u32,
    /// The words beside which it is not meant.
    pub not_beside: Option<Arc<Neighbours>>,
}

/// Words beside which another one is not meant: `ثلاثة` before `آلاف` is no 3.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// Right before it.
    pub before: Vec<String>,
    /// Right behind it.
    pub behind: Vec<String>,
}

impl ExpandedTerm {
    /// The forms of a word that is meant wherever it stands; `None` of several words, and of one that hangs on those
    /// beside it.
    #[must_use]
    pub fn single(&self) -> Option<&[String]> {
        match &self.words[..] {
            [forms] if self.not_beside.is_none() => Some(forms),
            _ => None,
        }
    }

    /// Whether it is the letters of an abbreviation one by one: each stands somewhere, all in a row perhaps nowhere.
    pub(crate) fn is_of_letters(&self) -> bool {
        self.rule == Rule::Abbreviation && self.words.len() > 1
    }

    /// Words one behind the other, for each the words of a corpus that it may be; `None` if no article can hold them.
    pub(crate) fn in_a_row(words: Vec<Vec<TermEntry>>, rule: Rule) -> Option<Self> {
        let articles = |forms: &Vec<TermEntry>| forms.iter().map(|form| form.articles).sum();
        let doc_freq: u32 = words.iter().map(articles).min().unwrap_or(0);
        let forms = |of: Vec<TermEntry>| of.into_iter().map(|form| form.form).collect();
        (doc_freq > 0).then(|| Self {
            words: words.into_iter().map(forms).collect(),
            rule,
            weight: rule.weight(),
            doc_freq,
            not_beside: None,
        })
    }
}

/// What one word of a query, or several that are one name, stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct TermExpansion {
    /// The words of the query.
    pub query_terms: Vec<QueryTerm>,
    /// What they stand for, weightiest first.
    pub expanded: Vec<ExpandedTerm>,
    /// What the text's own letters must be like, beyond folding.
    pub constraint: Option<SurfaceConstraint>,
}

/// What the letters of a text must be like where folding hides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurfaceConstraint {
    /// Letter for letter this.
    Exact(String),
    /// With vowels that contradict none of these.
    Diacritized(String),
}

impl SurfaceConstraint {
    /// Whether `word` of a text is so.
    #[must_use]
    pub fn allows(&self, word: &str) -> bool {
        match self {
            Self::Exact(raw) => word == raw || without_detached(word) == Some(raw),
            Self::Diacritized(raw) => diacritics_agree(word, raw),
        }
    }

    /// A word that is so, with as few marks as may be.
    #[must_use]
    pub fn minimal_surface(&self) -> String {
        match self {
            Self::Exact(raw) => raw.clone(),
            Self::Diacritized(raw) => strip_diacritics(raw),
        }
    }
}

/// A word without the conjunction that stands apart before it: `و الصحة` is one word of a text.
fn without_detached(word: &str) -> Option<&str> {
    let (proclitic, rest) = word.split_once([' ', '\u{A0}'])?;
    (proclitic == "و").then(|| rest.trim_start_matches([' ', '\u{A0}']))
}

impl TermExpansion {
    /// The words of a query with what they stand for, in any letters.
    pub(crate) fn new(query_terms: &[QueryTerm], expanded: Vec<ExpandedTerm>) -> Self {
        Self {
            query_terms: query_terms.to_vec(),
            expanded,
            constraint: None,
        }
    }

    /// The articles that hold a member, as far as a single figure can say: the most that one of them
    /// has. Ranking needs no more: an exact count gained nothing in measurements, for half the speed.
    #[must_use]
    pub fn doc_freq(&self) -> u32 {
        let most = |is_meant: fn(Rule) -> bool| {
            let members = self.expanded.iter().filter(|it| is_meant(it.rule));
            members.map(|it| it.doc_freq).max()
        };
        // What else a number or an abbreviation stands for says nothing of how rare the typed word is: `ثلاثة` of `3`.
        most(|rule| rule.is_same_word() && !matches!(rule, Rule::Number | Rule::Abbreviation))
            .or_else(|| most(Rule::is_same_word))
            .unwrap_or(0)
    }
}

/// Expanded words that must follow each other; most often a single one.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// One for a word, several for a phrase.
    pub terms: Vec<TermExpansion>,
    /// Where they must stand.
    pub scope: Scope,
    /// Set where they may stand in any order, with at most so many other words between them.
    pub slop: Option<u32>,
    /// What its score is multiplied by.
    pub boost: f32,
}

impl Clause {
    /// Its sets, each once, and which of them stands in each place.
    #[must_use]
    pub fn distinct_terms(&self) -> (Vec<&TermExpansion>, Vec<usize>) {
        let mut known = HashMap::new();
        let mut distinct = Vec::new();
        let order = self.terms.iter().map(|expansion| {
            let terms = expansion.query_terms.iter();
            let key: Vec<_> = terms
                .map(|word| (&*word.raw, &*word.form, word.mode))
                .collect();
            // What stands before a number tells whether it may be an ordinal.
            *known
                .entry((key, expansion.expanded.len()))
                .or_insert_with(|| {
                    distinct.push(expansion);
                    distinct.len() - 1
                })
        });
        let order = order.collect();
        (distinct, order)
    }
}

/// How clauses combine.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An index into [`Query::clauses`].
    Clause(usize),
    /// Speaks of a day in a period.
    Mentions(QueryPeriod),
    /// Was published in a period.
    Published(QueryPeriod),
    /// Its file fits a pattern of paths.
    Path(String),
    /// All are required, but for those that are [`Node::Optional`].
    All(Vec<Node>),
    /// At least one is required.
    Any(Vec<Node>),
    /// Must not be there.
    Not(Box<Node>),
    /// May be there, and counts if it is.
    Optional(Box<Node>),
}

impl Node {
    /// Shows `take` every node that is wanted.
    fn visit<'a>(&'a self, take: &mut impl FnMut(&'a Self)) {
        take(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(take)),
            Self::Optional(part) => part.visit(take),
            Self::Clause(_)
            | Self::Mentions(_)
            | Self::Published(_)
            | Self::Path(_)
            | Self::Not(_) => {}
        }
    }
}

/// A query, expanded against a corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// The clauses, in the order of the query.
    pub clauses: Vec<Clause>,
    /// How they combine.
    pub tree: Node,
}

impl Query {
    /// The query that every article matches.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            clauses: Vec::new(),
            tree: Node::All(Vec::new()),
        }
    }

    /// The query for `term` of `clause` alone, without words that are merely related to it or like it.
    #[must_use]
    pub fn of_term(clause: &Clause, term: &TermExpansion) -> Self {
        let mut term = term.clone();
        term.expanded.retain(|member| member.rule.is_same_word());
        Self {
            clauses: vec![Clause {
                terms: vec![term],
                slop: None,
                ..clause.clone()
            }],
            tree: Node::Clause(0),
        }
    }

    /// The clauses that an article is wanted for: those under no `Not`.
    #[must_use]
    pub fn positive_clauses(&self) -> Vec<usize> {
        let mut wanted = Vec::new();
        self.tree.visit(&mut |node| {
            if let Node::Clause(clause) = node {
                wanted.push(*clause);
            }
        });
        wanted
    }

    /// The periods that an article is wanted for.
    #[must_use]
    pub fn positive_periods(&self) -> Vec<&QueryPeriod> {
        let mut periods = Vec::new();
        self.tree.visit(&mut |node| {
            if let Node::Mentions(period) = node {
                periods.push(period);
            }
        });
        periods
    }
}

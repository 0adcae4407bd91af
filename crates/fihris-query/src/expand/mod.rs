//! Expansion: a query's words become weighted sets of the words that a corpus holds.
//!
//! The one mechanism of matching: a new kind of matching is a new rule here, and nowhere else.
//! `قره باج` becomes the names `قره باغ`, `قراباغ`, `كاراباخ` ... with their proclitics; `والأرمينية` becomes
//! `الأرمينية`, `أرمينية`, `الأرميني` ...

mod abbreviation;
mod abbreviation_list;
mod combine;
pub(crate) mod english;
mod latin;
mod latin_letters;
mod latin_reading;
mod lineage;
mod name;
mod number;
mod number_forms;
mod options;
mod pattern;
mod title;
mod title_list;
mod wildcard;
mod word;

use crate::ast::{Ast, QueryTerm, Scope};
use crate::expansion::{Query, TermExpansion};
use crate::parse::Parsed;
use crate::variant_match::VariantMatch;
use crate::word_forms::Words;
use arabic_text::variants::{VariantGroup, Variants};
use fihris_corpus::ZoneSet;

use abbreviation::Abbreviation;
use combine::Combiner;
use lineage::Lineage;
use number::NumberMatch;
pub use options::ExpandOptions;
use word::{ExpandedWord, TermExpander};

/// The most names in Latin letters that are looked for in the vocabulary for one query; each takes a walk through it.
const MAX_LATIN_NAMES: usize = 8;

/// A query whose words are expanded, before it is known how they combine.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpandedAst(Ast<ExpandedWord>);

impl ExpandedAst {
    /// Notes in the query that it was made of which names in Latin letters were read as Arabic ones.
    pub fn note_readings(&self, query: &mut Parsed) {
        let mut note = |row: &[ExpandedWord], _: &Scope| -> Vec<()> {
            for reading in row.iter().filter_map(|word| word.read_as.as_ref()) {
                query.note(reading.range.clone(), &reading.text);
            }
            Vec::new()
        };
        let _ = self.0.map_words(&mut note);
    }
}

/// Expands queries against the words of one corpus.
pub struct Expander<'a> {
    terms: TermExpander<'a>,
    variants: &'a Variants,
}

impl<'a> Expander<'a> {
    /// One for `words`, with the names in `variants`.
    #[must_use]
    pub fn new(words: Words<'a>, variants: &'a Variants, options: ExpandOptions) -> Self {
        Self {
            terms: TermExpander { words, options },
            variants,
        }
    }

    /// Expands a whole query.
    #[must_use]
    pub fn expand(&self, ast: &Ast) -> Query {
        let ExpandOptions {
            require_all, zones, ..
        } = self.terms.options;
        self.combine(&self.expand_words(ast), require_all, zones)
    }

    /// Expands a query that was understood, and notes in it how its words were read.
    #[must_use]
    pub fn expand_parsed(&self, parsed: &mut Parsed) -> Query {
        let ExpandOptions {
            require_all, zones, ..
        } = self.terms.options;
        let words = self.expand_words(&parsed.ast);
        words.note_readings(parsed);
        self.combine(&words, require_all, zones)
    }

    /// Expands the words of a query, of which [`Expander::combine`] makes one.
    #[must_use]
    pub fn expand_words(&self, ast: &Ast) -> ExpandedAst {
        let mut budget = MAX_LATIN_NAMES;
        ExpandedAst(ast.map_words(&mut |row, scope| match scope {
            Scope::Field(_) => row.iter().map(word::plain).collect(), // as they are
            _ => self.words(row, Some(&mut budget)).collect(),
        }))
    }

    /// The query of these words, all of which are required or only some, in `zones` where it names none.
    #[must_use]
    pub fn combine(&self, words: &ExpandedAst, require_all: bool, zones: ZoneSet) -> Query {
        let combiner = Combiner {
            terms: &self.terms,
            require_all,
            zones,
        };
        let mut clauses = Vec::new();
        let tree = combiner.node(&words.0, &mut clauses);
        Query { clauses, tree }
    }

    /// Expands words in a row; words that together are one name become one.
    #[must_use]
    pub fn expand_terms(&self, row: &[QueryTerm]) -> Vec<TermExpansion> {
        let mut budget = MAX_LATIN_NAMES;
        let words = self.words(row, Some(&mut budget));
        words.map(|word| self.with_ranked(word)).collect()
    }

    /// The same one by one, as a text has too many words to keep what all of them stand for.
    pub fn iter_expansions<'r>(
        &'r self,
        row: &'r [QueryTerm],
    ) -> impl Iterator<Item = TermExpansion> + 'r {
        self.words(row, None).map(|word| self.with_ranked(word))
    }

    /// What a word stands for, with what only ranks where some of the words are enough.
    fn with_ranked(&self, mut word: ExpandedWord) -> TermExpansion {
        if !self.terms.options.require_all {
            self.terms.add_ranked(&mut word);
        }
        word.expansion
    }

    /// Expands words in a row; of names in Latin letters that are not listed, so many are looked for as `budget` says.
    /// Without one, they are the words of a text, not of a query, and no other writings of numbers are looked for.
    fn words<'r>(
        &'r self,
        row: &'r [QueryTerm],
        mut budget: Option<&'r mut usize>,
    ) -> impl Iterator<Item = ExpandedWord> + 'r {
        let mut rest = row;
        std::iter::from_fn(move || {
            let first = rest.first()?;
            let at = row.len() - rest.len();
            let has_variants = self.terms.options.variants;
            let is_query = has_variants && budget.is_some();
            let number = is_query.then(|| NumberMatch::at(row, at)).flatten();
            let name = has_variants.then(|| self.name_at_start(rest)).flatten();
            let is_longest = |length: usize| name.is_none_or(|name| name.length <= length);
            if let Some(number) = number.filter(|it| is_longest(it.length)) {
                let (typed, behind) = rest.split_at(number.length);
                rest = behind;
                return Some(ExpandedWord::name(self.terms.number(typed, &number)));
            }
            let abbreviation = is_query.then(|| Abbreviation::at(row, at)).flatten();
            if name.is_none()
                && has_variants
                && let Some((mut word, length)) =
                    self.latin_name(rest, budget.as_deref_mut().unwrap_or(&mut 0))
            {
                if let Some(it) = abbreviation.filter(|it| it.length == length) {
                    let others = self.terms.abbreviation(&rest[..length], &it);
                    word.expansion.expanded.extend(others);
                }
                rest = &rest[length..];
                return Some(word);
            }
            let parted = |it: &&Abbreviation| !it.is_joined() && is_longest(it.length);
            if let Some(it) = abbreviation.as_ref().filter(parted)
                && let Some(expansion) = self.terms.abbreviated(&rest[..it.length], it, name)
            {
                rest = &rest[it.length..];
                return Some(ExpandedWord::name(expansion));
            }
            let lineage = self.lineage_at_start(rest);
            let lineage = lineage.filter(|it| is_longest(it.length()));
            let is_name = name.is_some() || lineage.is_some();
            let (mut expansion, length) = match (lineage, name) {
                (Some(lineage), name) => {
                    let length = lineage.length();
                    let mut found = self.terms.lineage(&rest[..length], &lineage);
                    // A listed name of as many words has its other spellings besides.
                    if let Some(name) = name.filter(|name| name.length == length) {
                        let listed = self.terms.name(&rest[..length], name);
                        found.add(listed.expanded);
                    }
                    (found, length)
                }
                (None, Some(name)) => (self.terms.name(&rest[..name.length], name), name.length),
                (None, None) => (self.terms.word(first), 1),
            };
            if let Some(parted) = self.terms.parted_lineage(&rest[..length]) {
                expansion.add(parted);
            }
            if let Some(it) = abbreviation.filter(|it| it.is_joined() && length == 1) {
                expansion.add(self.terms.abbreviation(&rest[..1], &it));
            }
            rest = &rest[length..];
            Some(ExpandedWord {
                expansion,
                is_name,
                read_as: None,
            })
        })
    }

    /// The group of the name that the words of `row` begin with, if they do.
    #[must_use]
    pub fn variant_group(&self, row: &[QueryTerm]) -> Option<&'a VariantGroup> {
        self.name_at_start(row).map(|name| name.group)
    }

    /// The name with a word of kinship that the words of `row` begin with, where all words must be there: where some
    /// are enough, each counts by itself.
    fn lineage_at_start(&self, row: &[QueryTerm]) -> Option<Lineage> {
        let has_lineages = self.terms.options.has_lineages();
        has_lineages.then(|| Lineage::at_start(row)).flatten()
    }

    fn name_at_start(&self, row: &[QueryTerm]) -> Option<VariantMatch<'a>> {
        VariantMatch::at_start(row, self.variants, self.terms.words)
    }
}

//! The syntax of a query: what a user can ask, as a tree.
//!
//! `قره باغ -"وقف إطلاق النار" title:بوتين` parses to all of: the word `قره`, the word `باغ`, not the phrase of three
//! words, the word `بوتين` in a headline.

use std::ops::Range;

use crate::word_class::WordClass;
use arabic_dates::Period;
use arabic_text::fold;
use arabic_text::words::written_words;
use fihris_corpus::{ZoneKind, ZoneSet};

/// How a word was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MatchMode {
    /// `word`: with its inflections and variants.
    Default,
    /// `=word`: letter for letter as written.
    Exact,
    /// `%word`: its vowels, where both it and the text have them, must agree.
    Diacritized,
    /// `@word`: with the other words of its family, too.
    Family,
    /// `word/verb`: as usual, but only what it is as a word of this class.
    OfClass(WordClass),
    /// `word*`: every word that begins so.
    Prefix,
    /// `*word*`, `w?rd`: every word of this pattern.
    Pattern,
    /// `word~`: every word that becomes it by so many changes of a letter at most.
    Fuzzy(u8),
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QueryTerm {
    /// As typed, without operators but for a class.
    pub raw: String,
    /// As written: [`arabic_text::fold::written`]. Of a pattern folded, with its `*` and `?`.
    pub form: String,
    /// Byte range of `raw` in the query.
    pub range: Range<usize>,
    /// How it was asked for.
    pub mode: MatchMode,
    /// Whether `AND` or a parenthesis stands between it and the word before, so that the two are no name.
    pub is_apart: bool,
}

impl QueryTerm {
    /// Its form, folded.
    #[must_use]
    pub fn folded(&self) -> String {
        fold(&self.form)
    }
}

/// The words of `text`, each asked for as usual.
///
/// ```
/// let words = fihris_query::ast::query_terms("قرّة باغ");
/// assert_eq!((&*words[0].raw, &*words[0].form, words[0].range.clone()), ("قرّة", "قرة", 0..8));
/// ```
#[must_use]
pub fn query_terms(text: &str) -> Vec<QueryTerm> {
    written_words(text)
        .map(|word| QueryTerm {
            raw: text[word.range.clone()].to_string(),
            form: word.form,
            range: word.range,
            mode: MatchMode::Default,
            is_apart: false,
        })
        .collect()
}

/// A period of a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QueryPeriod {
    /// As typed, with the name of the field.
    pub raw: String,
    /// What it means.
    pub period: Period,
}

/// Where a word must stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In the zones that the search covers.
    #[default]
    DefaultZones,
    /// In these zones: `title:`, `in:related`.
    Zones(ZoneSet),
    /// Where an article says who published it: `source:`.
    Publisher,
    /// In the field of the input that has this name: `author:`.
    Field(String),
}

impl Scope {
    /// The zones of the text that are meant.
    #[must_use]
    pub fn zones(&self) -> ZoneSet {
        match self {
            Self::DefaultZones => ZoneSet::SEARCHED,
            Self::Zones(zones) => *zones,
            Self::Publisher => ZoneSet::new(&[ZoneKind::Dateline, ZoneKind::Source]),
            Self::Field(_) => ZoneSet::new(&[]),
        }
    }
}

/// A query or a part of one, whose words are `T`.
#[derive(Clone, Debug, PartialEq)]
pub enum Ast<T = QueryTerm> {
    /// Words in a row, each required; those that are not apart may be one name.
    Words(Vec<T>, Scope),
    /// Words that stand next to each other in this order: `"…"`.
    Phrase(Vec<T>, Scope),
    /// Words that stand in any order with at most so many others between them: `"…"~3`.
    Near(Vec<T>, u32, Scope),
    /// Speaks of a day in a period: `mentions:2020-11`.
    Mentions(QueryPeriod),
    /// Was published in a period: `date:2020-11`.
    Published(QueryPeriod),
    /// Its file's path fits this pattern: `path:2020/*`.
    Path(String),
    /// All parts are required.
    All(Vec<Self>),
    /// At least one part is required: `OR`.
    Any(Vec<Self>),
    /// The part must not be there: `-`, `NOT`.
    Not(Box<Self>),
    /// The part is required, also where some of the words are enough: `+`.
    Must(Box<Self>),
    /// The part counts so many times as much: `^2`.
    Boosted(Box<Self>, f32),
}

impl<T> Ast<T> {
    /// Puts everything that may stand anywhere in the covered zones into `scope`.
    #[must_use]
    pub fn within(self, scope: &Scope) -> Self {
        let own = |own| match own {
            Scope::DefaultZones => scope.clone(),
            own => own,
        };
        let inside = |part: Box<Self>| Box::new(part.within(scope));
        let all = |parts: Vec<Self>| parts.into_iter().map(|part| part.within(scope)).collect();
        match self {
            Self::Words(row, at) => Self::Words(row, own(at)),
            Self::Phrase(row, at) => Self::Phrase(row, own(at)),
            Self::Near(row, distance, at) => Self::Near(row, distance, own(at)),
            Self::Mentions(_) | Self::Published(_) | Self::Path(_) => self,
            Self::All(parts) => Self::All(all(parts)),
            Self::Any(parts) => Self::Any(all(parts)),
            Self::Not(part) => Self::Not(inside(part)),
            Self::Must(part) => Self::Must(inside(part)),
            Self::Boosted(part, weight) => Self::Boosted(inside(part), weight),
        }
    }

    /// The same query with what `map` makes of each row of words.
    #[must_use]
    pub fn map_words<U>(&self, map: &mut impl FnMut(&[T], &Scope) -> Vec<U>) -> Ast<U> {
        let mut all = |parts: &[Self]| parts.iter().map(|part| part.map_words(map)).collect();
        match self {
            Self::Words(row, at) => Ast::Words(map(row, at), at.clone()),
            Self::Phrase(row, at) => Ast::Phrase(map(row, at), at.clone()),
            Self::Near(row, distance, at) => Ast::Near(map(row, at), *distance, at.clone()),
            Self::Mentions(period) => Ast::Mentions(period.clone()),
            Self::Published(period) => Ast::Published(period.clone()),
            Self::Path(pattern) => Ast::Path(pattern.clone()),
            Self::All(parts) => Ast::All(all(parts)),
            Self::Any(parts) => Ast::Any(all(parts)),
            Self::Not(part) => Ast::Not(Box::new(part.map_words(map))),
            Self::Must(part) => Ast::Must(Box::new(part.map_words(map))),
            Self::Boosted(part, weight) => Ast::Boosted(Box::new(part.map_words(map)), *weight),
        }
    }
}

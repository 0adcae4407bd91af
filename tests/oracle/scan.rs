//! The scan: whether an article answers a question, told by its words one by one.

use arabic_dates::Period;
use arabic_text::stop_words::is_stop_word;
use fihris_corpus::{Selection, ZoneKind, ZoneSet};
use fihris_query::ast::{Ast, MatchMode, QueryTerm};
use fihris_query::expansion::{ExpandedTerm, Rule, SurfaceConstraint, TermExpansion};
use fihris_query::parse::parse_with;
use fihris_query::{ExpandOptions, Expander, Words};

use super::collection::{Collection, Text};
use super::places::{Order, Place, stands};
use super::question::{Question, Word};

/// A question with all that does not hang on an article.
pub struct Scan {
    part: Part,
}

enum Part {
    Clause(Vec<TermExpansion>, Order, Place),
    Mentions(Period),
    Date(Period),
    Path(Selection),
    All(Vec<Part>),
    Any(Vec<Part>),
    Not(Box<Part>),
}

impl Scan {
    pub fn new(collection: &Collection, options: ExpandOptions, question: &Question) -> Self {
        let expander = Expander::new(Words::new(&collection.index), &collection.variants, options);
        let preparer = Preparer { expander, options };
        Self {
            part: preparer.part(question, None),
        }
    }

    /// Whether `text` answers the question.
    pub fn finds(&self, text: &Text) -> bool {
        finds(&self.part, text)
    }
}

struct Preparer<'a> {
    expander: Expander<'a>,
    options: ExpandOptions,
}

impl Preparer<'_> {
    /// `place` is where a part is looked for, and whether a field says so, which no zones change.
    fn part(&self, question: &Question, place: Option<(&Place, bool)>) -> Part {
        let here = || match place {
            Some((place, _)) => place.clone(),
            None => Place::Zones(self.options.zones),
        };
        match question {
            Question::Row(words) => self.expand_terms(words, &here()),
            Question::Phrase(sign, words) => {
                let mode = match *sign {
                    "=" => MatchMode::Exact,
                    "%" => MatchMode::Diacritized,
                    _ => MatchMode::Default,
                };
                self.beside(words, mode, Order::SideBySide, &here())
            }
            Question::Near(words, distance) => {
                self.beside(words, MatchMode::Default, Order::Near(*distance), &here())
            }
            Question::Field(name, part) => {
                let zone = |kind| Place::Zones(ZoneSet::new(&[kind]));
                let inside = match &**name {
                    "title" => zone(ZoneKind::Title),
                    "tag" => zone(ZoneKind::Tags),
                    "source" => Place::Origin,
                    name => Place::Named(name.to_string()),
                };
                self.part(part, Some((&inside, true)))
            }
            Question::In(zones, part) => {
                let inside = Place::Zones(zones.parse().unwrap());
                let of_field = place.filter(|(_, is_field)| *is_field);
                self.part(part, Some(of_field.unwrap_or((&inside, false))))
            }
            Question::Mentions(period) => Part::Mentions(period.parse().unwrap()),
            Question::Date(period) => Part::Date(period.parse().unwrap()),
            Question::Path(pattern) => Part::Path(Selection::new(&[pattern], &[]).unwrap()),
            Question::All(parts) => self.all(parts, place),
            Question::Any(parts) => {
                Part::Any(parts.iter().map(|part| self.part(part, place)).collect())
            }
            Question::Not(part) => Part::Not(Box::new(self.part(part, place))),
            Question::Must(part) | Question::Weighted(part, _) => self.part(part, place),
        }
    }

    /// Parts beside each other: all of them, or, where some of the words are enough, those that must be there and one
    /// of the others.
    fn all(&self, parts: &[Question], place: Option<(&Place, bool)>) -> Part {
        let prepared = |part: &Question| self.part(part, place);
        if let [part] = parts {
            return prepared(part);
        }
        if self.options.require_all {
            return Part::All(parts.iter().map(prepared).collect());
        }
        let in_named_field = matches!(place, Some((Place::Named(_), _)));
        let is_required = |part: &Question| match bare(part, in_named_field) {
            (Question::Not(_) | Question::Must(_) | Question::Date(_) | Question::Path(_), _) => {
                true
            }
            (Question::Row(_) | Question::Phrase(..) | Question::Near(..), is_named) => is_named,
            _ => false,
        };
        let (required, others): (Vec<_>, Vec<_>) = parts.iter().partition(|part| is_required(part));
        let mut bared = parts.iter().map(|part| bare(part, in_named_field).0);
        let has_must = bared.any(|part| matches!(part, Question::Must(_)));
        let optional = |part: &Question| match part {
            // Of a phrase beside others some words are enough.
            Question::Phrase("", words) if place.is_none() => {
                let plain = |word: &String| Word {
                    typed: word.clone(),
                    before: "",
                    behind: "",
                    is_apart: false,
                };
                let words: Vec<Word> = words.iter().map(plain).collect();
                let everywhere = Place::Zones(self.options.zones);
                Part::Any(vec![prepared(part), self.expand_terms(&words, &everywhere)])
            }
            part => prepared(part),
        };
        let others = Part::Any(others.into_iter().map(optional).collect());
        let is_any_other = matches!(&others, Part::Any(others) if !others.is_empty());
        let mut all: Vec<Part> = required.into_iter().map(prepared).collect();
        if all.is_empty() || (is_any_other && !has_must) {
            all.push(others);
        }
        Part::All(all)
    }

    /// Words in a row; `AND` keeps them from being one name.
    fn expand_terms(&self, words: &[Word], place: &Place) -> Part {
        let mut runs: Vec<Vec<QueryTerm>> = Vec::new();
        for word in words {
            let asked = asked(&word.to_string());
            match runs.last_mut() {
                Some(run) if !word.is_apart => run.extend(asked),
                _ => runs.push(asked),
            }
        }
        let sets = runs.iter().flat_map(|run| self.expand(run, place));
        let mut sets: Vec<TermExpansion> = sets.collect();
        let says_nothing = |set: &TermExpansion| {
            let [word] = &set.query_terms[..] else {
                return false;
            };
            word.mode == MatchMode::Default && is_stop_word(&word.raw)
        };
        let is_detached = |set: &TermExpansion| {
            let [word] = &set.query_terms[..] else {
                return false;
            };
            word.mode == MatchMode::Default && ["ب", "ل", "ك", "و", "ف"].contains(&&*word.form)
        };
        if !sets.iter().all(is_detached) {
            sets.retain(|set| !is_detached(set));
        }
        if self.options.require_all && !sets.iter().all(says_nothing) {
            sets.retain(|set| !says_nothing(set));
        }
        let clause = |set| Part::Clause(vec![set], Order::SideBySide, place.clone());
        let clauses: Vec<Part> = sets.into_iter().map(clause).collect();
        if self.options.require_all {
            Part::All(clauses)
        } else {
            Part::Any(clauses)
        }
    }

    /// Words side by side or near each other, of which none is merely similar.
    fn beside(&self, words: &[String], mode: MatchMode, order: Order, place: &Place) -> Part {
        let mut asked = fihris_query::ast::query_terms(&words.join(" "));
        for word in &mut asked {
            word.mode = mode;
        }
        let mut sets = self.expand(&asked, place);
        if sets.len() > 1 || asked.len() > 1 {
            for set in &mut sets {
                let is_family = |rule| rule == Rule::Family && self.options.family;
                let is_meant = |rule: Rule| rule.is_same_word() || is_family(rule);
                set.expanded.retain(|member| is_meant(member.rule));
            }
        }
        Part::Clause(sets, order, place.clone())
    }

    fn expand(&self, words: &[QueryTerm], place: &Place) -> Vec<TermExpansion> {
        match place {
            Place::Named(_) => words.iter().map(as_it_is).collect(),
            _ => self.expander.expand_terms(words),
        }
    }
}

/// The words of a piece of a query.
fn asked(raw: &str) -> Vec<QueryTerm> {
    match parse_with(raw, &[]).unwrap() {
        Ast::Words(words, _) => words,
        other => panic!("{raw} is {other:?}"),
    }
}

/// In fields of the input, words stand for themselves.
fn as_it_is(asked: &QueryTerm) -> TermExpansion {
    let raw = asked.raw.clone();
    TermExpansion {
        query_terms: vec![asked.clone()],
        expanded: vec![ExpandedTerm {
            words: vec![vec![asked.folded()]],
            rule: Rule::Written,
            weight: 1.0,
            doc_freq: 0,
            not_beside: None,
        }],
        constraint: match asked.mode {
            MatchMode::Exact => Some(SurfaceConstraint::Exact(raw)),
            MatchMode::Diacritized => Some(SurfaceConstraint::Diacritized(raw)),
            _ => None,
        },
    }
}

/// A part without what only says where it is looked for, and whether that is a field of the input: words there say
/// nothing of the text.
fn bare(part: &Question, in_named_field: bool) -> (&Question, bool) {
    match part {
        Question::Field(name, part) => {
            let is_own = matches!(&**name, "title" | "tag" | "source");
            bare(part, !is_own)
        }
        Question::In(_, part) => bare(part, in_named_field),
        Question::All(parts) if parts.len() == 1 => bare(&parts[0], in_named_field),
        part => (part, in_named_field),
    }
}

fn finds(part: &Part, text: &Text) -> bool {
    let article = &text.article;
    match part {
        Part::Clause(sets, order, place) => stands(sets, *order, place, text),
        Part::Mentions(period) => {
            let mentions = article.mentions();
            let mut readings = mentions.iter().flat_map(|mention| &mention.readings);
            readings.any(|reading| reading.speaks_of(*period))
        }
        Part::Date(period) => {
            let published = article.published.as_ref();
            published.is_some_and(|by| (period.first..=period.last).contains(&by.date))
        }
        Part::Path(selection) => selection.allows(std::path::Path::new(article.file.as_str())),
        Part::All(parts) => parts.iter().all(|part| finds(part, text)),
        Part::Any(parts) => parts.iter().any(|part| finds(part, text)),
        Part::Not(part) => !finds(part, text),
    }
}

//! The scan: whether an article answers a question, told by its words one by one.

use arabic_dates::Period;
use arabic_text::stop_words::is_stop_word;
use fihris::corpus::{Selection, ZoneKind, ZoneSet};
use fihris::query::ast::{AskedWord, Mode, Syntax};
use fihris::query::expansion::{Member, Resolution, Rule, Written};
use fihris::query::parse::parse_with;
use fihris::query::{ResolveOptions, Resolver};

use super::collection::{Collection, Text};
use super::places::{Order, Place, stands};
use super::question::{Question, Word};

/// A question with all that does not hang on an article.
pub struct Scan {
    part: Part,
}

enum Part {
    Leaf(Vec<Resolution>, Order, Place),
    Mentions(Period),
    Date(Period),
    Path(Selection),
    All(Vec<Part>),
    Any(Vec<Part>),
    Not(Box<Part>),
}

impl Scan {
    pub fn new(collection: &Collection, options: ResolveOptions, question: &Question) -> Self {
        let vocabulary = collection.index.vocabulary();
        let resolver = Resolver::new(vocabulary, &collection.variants, options);
        let preparer = Preparer { resolver, options };
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
    resolver: Resolver<'a>,
    options: ResolveOptions,
}

impl Preparer<'_> {
    /// `place` is where a part is looked for, and whether a field says so, which no zones change.
    fn part(&self, question: &Question, place: Option<(&Place, bool)>) -> Part {
        let here = || match place {
            Some((place, _)) => place.clone(),
            None => Place::Zones(self.options.zones),
        };
        match question {
            Question::Row(words) => self.row(words, &here()),
            Question::Phrase(sign, words) => {
                let mode = match *sign {
                    "=" => Mode::Exact,
                    "%" => Mode::Voweled,
                    _ => Mode::Usual,
                };
                self.beside(words, mode, Order::SideBySide, &here())
            }
            Question::Near(words, distance) => {
                self.beside(words, Mode::Usual, Order::Near(*distance), &here())
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
        if self.options.all {
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
        let others = Part::Any(others.into_iter().map(prepared).collect());
        let is_any_other = matches!(&others, Part::Any(others) if !others.is_empty());
        let mut all: Vec<Part> = required.into_iter().map(prepared).collect();
        if all.is_empty() || (is_any_other && !has_must) {
            all.push(others);
        }
        Part::All(all)
    }

    /// Words in a row; `AND` keeps them from being one name.
    fn row(&self, words: &[Word], place: &Place) -> Part {
        let mut runs: Vec<Vec<AskedWord>> = Vec::new();
        for word in words {
            let asked = asked(&word.to_string());
            match runs.last_mut() {
                Some(run) if !word.is_apart => run.extend(asked),
                _ => runs.push(asked),
            }
        }
        let sets = runs.iter().flat_map(|run| self.resolve(run, place));
        let mut sets: Vec<Resolution> = sets.collect();
        let says_nothing = |set: &Resolution| {
            let [word] = &set.asked[..] else { return false };
            word.mode == Mode::Usual && is_stop_word(&word.typed)
        };
        if self.options.all && !sets.iter().all(says_nothing) {
            sets.retain(|set| !says_nothing(set));
        }
        let leaf = |set| Part::Leaf(vec![set], Order::SideBySide, place.clone());
        let leaves: Vec<Part> = sets.into_iter().map(leaf).collect();
        if self.options.all {
            Part::All(leaves)
        } else {
            Part::Any(leaves)
        }
    }

    /// Words side by side or near each other, of which none is merely similar.
    fn beside(&self, words: &[String], mode: Mode, order: Order, place: &Place) -> Part {
        let mut asked = fihris::query::ast::asked_words(&words.join(" "));
        for word in &mut asked {
            word.mode = mode;
        }
        let mut sets = self.resolve(&asked, place);
        if sets.len() > 1 || asked.len() > 1 {
            for set in &mut sets {
                set.members.retain(|member| member.rule != Rule::Similar);
            }
        }
        Part::Leaf(sets, order, place.clone())
    }

    fn resolve(&self, words: &[AskedWord], place: &Place) -> Vec<Resolution> {
        match place {
            Place::Named(_) => words.iter().map(as_it_is).collect(),
            _ => self.resolver.row(words),
        }
    }
}

/// The words of a piece of a query.
fn asked(typed: &str) -> Vec<AskedWord> {
    match parse_with(typed, &[]).unwrap() {
        Syntax::Words(words, _) => words,
        other => panic!("{typed} is {other:?}"),
    }
}

/// In fields of the input, words stand for themselves.
fn as_it_is(asked: &AskedWord) -> Resolution {
    let typed = asked.typed.clone();
    Resolution {
        asked: vec![asked.clone()],
        members: vec![Member {
            words: vec![vec![asked.form.clone()]],
            rule: Rule::Written,
            weight: 1.0,
            articles: 0,
        }],
        written: match asked.mode {
            Mode::Exact => Some(Written::As(typed)),
            Mode::Voweled => Some(Written::VoweledLike(typed)),
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
        Part::Leaf(sets, order, place) => stands(sets, *order, place, text),
        Part::Mentions(period) => {
            let mentions = article.mentions();
            let mut readings = mentions.iter().flat_map(|mention| &mention.readings);
            readings.any(|reading| reading.is_within(*period))
        }
        Part::Date(period) => {
            let published = article.published.as_ref();
            published.is_some_and(|by| (period.first..=period.last).contains(&by.date))
        }
        Part::Path(selection) => selection.allows(std::path::Path::new(&article.file)),
        Part::All(parts) => parts.iter().all(|part| finds(part, text)),
        Part::Any(parts) => parts.iter().any(|part| finds(part, text)),
        Part::Not(part) => !finds(part, text),
    }
}

//! The scan: whether an article answers a question, told by its words one by one.

use fihris::arabic::stop_words::is_stop_word;
use fihris::corpus::dates::Period;
use fihris::corpus::{Article, Selection, Zone, ZoneKind, ZoneSet};
use fihris::index::stored::{Placed, placed_words};
use fihris::query::marks::WordMatcher;
use fihris::query::parse::parse_with;
use fihris::query::resolution::{Member, Resolution, Rule, Written};
use fihris::query::syntax::{AskedWord, Mode, Syntax};
use fihris::query::{ResolveOptions, Resolver};

use super::collection::{Collection, Text};
use super::question::{Question, Word};

/// Where words are looked for.
#[derive(Clone)]
enum Place {
    Zones(ZoneSet),
    /// In the zones that say who published an article, and in what the input says of that.
    Origin,
    Named(String),
}

/// How words stand to each other.
#[derive(Clone, Copy)]
enum Order {
    SideBySide,
    Near(u32),
}

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
                let zone = |kind| Place::Zones(ZoneSet::of(&[kind]));
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
        let mut asked = fihris::query::syntax::asked_words(&words.join(" "));
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

/// Whether words stand in a place as they should.
fn stands(sets: &[Resolution], order: Order, place: &Place, text: &Text) -> bool {
    match place {
        Place::Zones(zones) => stand_in(sets, order, *zones, &text.article, &text.words),
        Place::Origin => {
            let zones = ZoneSet::of(&[ZoneKind::Dateline, ZoneKind::Source]);
            let said = text.article.source.as_deref();
            stand_in(sets, order, zones, &text.article, &text.words)
                || said.is_some_and(|said| stand_in_value(sets, order, said))
        }
        Place::Named(name) => {
            let value = text.article.fields.get(name);
            value.is_some_and(|value| stand_in_value(sets, order, value))
        }
    }
}

fn stand_in_value(sets: &[Resolution], order: Order, value: &str) -> bool {
    let mut article = Article::of_text("", "", "-")
        .pop()
        .unwrap_or_else(|| Article::of_text("", "", "ا").remove(0));
    article.text = value.to_string();
    article.zones = vec![Zone {
        kind: ZoneKind::Body,
        range: 0..value.len(),
    }];
    let words: Vec<Placed> = placed_words(&article).collect();
    stand_in(sets, order, ZoneSet::SEARCHED, &article, &words)
}

fn stand_in(
    sets: &[Resolution],
    order: Order,
    zones: ZoneSet,
    article: &Article,
    words: &[Placed],
) -> bool {
    let matchers: Vec<WordMatcher> = sets.iter().map(WordMatcher::new).collect();
    // For each set, the words from which it matches, and how many.
    let places: Vec<Vec<(usize, usize)>> = matchers
        .iter()
        .map(|matcher| {
            let firsts = (0..words.len()).filter(|&first| zones.contains(words[first].zone));
            let found = firsts.flat_map(|first| matcher.matches(article, words, first));
            found.map(|found| (found.first, found.length)).collect()
        })
        .collect();
    if places.is_empty() || places.iter().any(Vec::is_empty) {
        return false;
    }
    match order {
        Order::SideBySide => follow_each_other(&places, words),
        Order::Near(distance) => are_near(&places, distance, zones, words),
    }
}

/// Whether each set stands right behind the one before, in the same zone.
fn follow_each_other(places: &[Vec<(usize, usize)>], words: &[Placed]) -> bool {
    let mut ends: Vec<usize> = places[0]
        .iter()
        .map(|(first, length)| first + length)
        .collect();
    for places in &places[1..] {
        let goes_on = |first: usize| {
            let before = &words[first - 1];
            ends.contains(&first)
                && words[first].zone == before.zone
                && words[first].position_in_zone == before.position_in_zone + 1
        };
        let next = places
            .iter()
            .filter(|(first, _)| *first > 0 && goes_on(*first));
        ends = next.map(|(first, length)| first + length).collect();
    }
    !ends.is_empty()
}

/// Whether all sets stand with few others between them: counted through the zones of an article's own text if the
/// body is meant, else in each zone by itself.
fn are_near(
    places: &[Vec<(usize, usize)>],
    distance: u32,
    zones: ZoneSet,
    words: &[Placed],
) -> bool {
    let with_body = zones.contains(ZoneKind::Body);
    let in_own_text = |word: &Placed| {
        let is_own = with_body && ZoneSet::SEARCHED.contains(word.zone);
        is_own.then_some(word.position)
    };
    let one_zone = |kind: ZoneKind| {
        move |word: &Placed| {
            let is_by_itself = !(with_body && ZoneSet::SEARCHED.contains(kind));
            (is_by_itself && word.zone == kind).then_some(word.position_in_zone)
        }
    };
    let try_all = |position: &dyn Fn(&Placed) -> Option<u32>| {
        let ranges = places.iter().map(|places| {
            let range = |&(first, length): &(usize, usize)| {
                let start = position(&words[first])?;
                Some((start, start + u32::try_from(length).unwrap()))
            };
            places.iter().filter_map(range).collect()
        });
        let ranges: Vec<Vec<(u32, u32)>> = ranges.collect();
        some_choice_is_near(&ranges, distance)
    };
    try_all(&in_own_text)
        || ZoneKind::ALL
            .into_iter()
            .any(|kind| try_all(&one_zone(kind)))
}

/// Whether one place of each set can be chosen so that they do not overlap and have few others between them.
fn some_choice_is_near(places: &[Vec<(u32, u32)>], distance: u32) -> bool {
    let longest: u32 = places.iter().map(|_| 8).sum();
    let all = places.iter().flatten();
    let mut starts: Vec<u32> = all.map(|(start, _)| *start).collect();
    starts.sort_unstable();
    starts.dedup();
    starts.into_iter().any(|start| {
        let reach = start + longest + distance;
        let inside = places.iter().map(|places| {
            let inside = places
                .iter()
                .filter(|(at, end)| *at >= start && *end <= reach);
            inside.copied().collect::<Vec<_>>()
        });
        let inside: Vec<Vec<(u32, u32)>> = inside.collect();
        inside.iter().all(|places| !places.is_empty())
            && try_places(&inside, distance, start, &mut Vec::new())
    })
}

fn try_places(
    places: &[Vec<(u32, u32)>],
    distance: u32,
    start: u32,
    chosen: &mut Vec<(u32, u32)>,
) -> bool {
    let Some((first, rest)) = places.split_first() else {
        let last = chosen.iter().map(|(_, end)| *end).max().unwrap_or(start);
        let first = chosen
            .iter()
            .map(|(start, _)| *start)
            .min()
            .unwrap_or(start);
        let taken: u32 = chosen.iter().map(|(start, end)| end - start).sum();
        return last - first - taken <= distance;
    };
    first.iter().any(|&(start_here, end)| {
        let is_free = chosen.iter().all(|&(s, e)| end <= s || e <= start_here);
        is_free && {
            chosen.push((start_here, end));
            let found = try_places(rest, distance, start, chosen);
            chosen.pop();
            found
        }
    })
}

//! Where the words of a question stand in an article, and how they stand to each other.

use arabic_text::fold;
use fihris_corpus::{Article, Zone, ZoneKind, ZoneSet};
use fihris_index::stored::{TokenPosition, token_positions};
use fihris_query::expansion::TermExpansion;
use fihris_search::highlight::TermMatcher;

use super::collection::Text;

/// Where words are looked for.
#[derive(Clone)]
pub enum Place {
    Zones(ZoneSet),
    /// In the zones that say who published an article, and in what the input says of that.
    Origin,
    Named(String),
}

/// How words stand to each other.
#[derive(Clone, Copy)]
pub enum Order {
    SideBySide,
    Near(u32),
}

/// Whether words stand in a place as they should.
pub fn stands(sets: &[TermExpansion], order: Order, place: &Place, text: &Text) -> bool {
    match place {
        Place::Zones(zones) => stand_in(sets, order, *zones, &text.article, &text.words),
        Place::Origin => {
            let zones = ZoneSet::new(&[ZoneKind::Dateline, ZoneKind::Source]);
            let said = text.article.source.as_deref();
            stand_in(sets, order, zones, &text.article, &text.words)
                || said.is_some_and(|said| stand_in_value(sets, order, said, false))
        }
        Place::Named(name) => {
            let value = text.article.fields.get(name);
            value.is_some_and(|value| stand_in_value(sets, order, value, true))
        }
    }
}

/// Whether words stand in a value, whose words are folded or as they are written.
fn stand_in_value(sets: &[TermExpansion], order: Order, value: &str, is_folded: bool) -> bool {
    let mut article = Article::from_text(&"".into(), &"".into(), "-")
        .pop()
        .unwrap_or_else(|| Article::from_text(&"".into(), &"".into(), "ا").remove(0));
    article.text = value.to_string();
    article.zones = vec![Zone {
        kind: ZoneKind::Body,
        range: 0..value.len(),
    }];
    let mut words: Vec<TokenPosition> = token_positions(&article).collect();
    if is_folded {
        for word in &mut words {
            word.form = fold(&word.form);
        }
    }
    stand_in(sets, order, ZoneSet::SEARCHED, &article, &words)
}

fn stand_in(
    sets: &[TermExpansion],
    order: Order,
    zones: ZoneSet,
    article: &Article,
    words: &[TokenPosition],
) -> bool {
    let matchers: Vec<TermMatcher> = sets.iter().map(TermMatcher::new).collect();
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
fn follow_each_other(places: &[Vec<(usize, usize)>], words: &[TokenPosition]) -> bool {
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
    words: &[TokenPosition],
) -> bool {
    let with_body = zones.contains(ZoneKind::Body);
    let in_own_text = |word: &TokenPosition| {
        let is_own = with_body && ZoneSet::SEARCHED.contains(word.zone);
        is_own.then_some(word.position)
    };
    let one_zone = |kind: ZoneKind| {
        move |word: &TokenPosition| {
            let is_by_itself = !(with_body && ZoneSet::SEARCHED.contains(kind));
            (is_by_itself && word.zone == kind).then_some(word.position_in_zone)
        }
    };
    let try_all = |position: &dyn Fn(&TokenPosition) -> Option<u32>| {
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

//! Sequences: names and phrases of several words, found by their positions.
//!
//! A span is where a set, or a run of sets, stands in a document. A name of two words is one span of
//! length two, so it takes a single place in a phrase.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use tantivy::{DocId, TERMINATED};

use crate::cursor::PositionCursor;
use crate::near::{NearWord, near, share};
use crate::position_union::PositionUnion;
use crate::term_dictionary::TermDictionary;
use fihris_query::expansion::{ExpandedTerm, Neighbours, Rule, TermExpansion};

/// A place in a document: from its first position to after its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
    pub weight: f32,
}

/// A member, opened on a segment: for each of its words the cursors of its forms.
pub(super) struct ExpandedTermSpans {
    words: Vec<Vec<PositionCursor>>,
    /// It stands in no document before this one that is still to come.
    next: DocId,
    weight: f32,
    /// The words beside which it is not meant.
    not_beside: Option<NeighbourCursors>,
    /// Room for positions.
    starts: Vec<u32>,
    behind: Vec<u32>,
}

impl ExpandedTermSpans {
    pub fn open(terms: &Arc<TermDictionary>, member: &ExpandedTerm) -> tantivy::Result<Self> {
        let words = member.words.iter().map(|forms| cursors(terms, forms));
        let not_beside = member.not_beside.as_ref();
        Ok(Self {
            words: words.collect::<Result<_, _>>()?,
            not_beside: not_beside.map(|words| NeighbourCursors {
                terms: Arc::clone(terms),
                words: Arc::clone(words),
                opened: None,
            }),
            next: 0,
            weight: member.weight,
            starts: Vec::new(),
            behind: Vec::new(),
        })
    }

    /// Adds the member's spans in `doc`.
    pub fn collect(&mut self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        if self.next > doc {
            return Ok(()); // most members stand in few documents
        }
        let mut next_of_all = doc;
        for word in &mut self.words {
            let next = word.iter_mut().map(|form| form.seek(doc)).min();
            next_of_all = next_of_all.max(next.unwrap_or(TERMINATED));
        }
        self.next = next_of_all;
        if self.next > doc {
            return Ok(());
        }
        let mut words = (0..).zip(&mut self.words);
        let Some((_, first)) = words.next() else {
            return Ok(());
        };
        positions(first, doc, &mut self.starts);
        for (i, word) in words {
            positions(word, doc, &mut self.behind);
            keep_followed(&mut self.starts, &self.behind, i);
        }
        let length = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        if let Some(not_beside) = &mut self.not_beside
            && !self.starts.is_empty()
        {
            let (before, behind) = not_beside.open()?;
            let starts = &mut self.starts;
            before.positions(doc, &mut self.behind);
            starts.retain(|start| *start == 0 || self.behind.binary_search(&(start - 1)).is_err());
            behind.positions(doc, &mut self.behind);
            starts.retain(|start| self.behind.binary_search(&(start + length)).is_err());
        }
        spans.extend(self.starts.iter().map(|&start| Span {
            start,
            end: start + length,
            weight: self.weight,
        }));
        Ok(())
    }
}

/// The words right before a member and right behind it with which it is not meant; opened where it stands at all.
struct NeighbourCursors {
    terms: Arc<TermDictionary>,
    words: Arc<Neighbours>,
    opened: Option<(PositionUnion, PositionUnion)>,
}

impl NeighbourCursors {
    fn open(&mut self) -> tantivy::Result<(&mut PositionUnion, &mut PositionUnion)> {
        let opened = match self.opened.take() {
            Some(opened) => opened,
            None => (
                PositionUnion::new(cursors(&self.terms, &self.words.before)?),
                PositionUnion::new(cursors(&self.terms, &self.words.behind)?),
            ),
        };
        let (before, behind) = self.opened.insert(opened);
        Ok((before, behind))
    }
}

/// The cursors of those of `forms` that the segment holds.
fn cursors(terms: &TermDictionary, forms: &[String]) -> tantivy::Result<Vec<PositionCursor>> {
    let opened = forms.iter().map(|form| PositionCursor::open(terms, form));
    opened.filter_map(Result::transpose).collect()
}

/// The positions of any of the forms of a word in `doc`, in order.
fn positions(forms: &mut [PositionCursor], doc: DocId, positions: &mut Vec<u32>) {
    positions.clear();
    for form in &mut *forms {
        positions.extend_from_slice(form.positions(doc));
    }
    if forms.len() > 1 {
        positions.sort_unstable(); // of runs, so that it is a merge
    }
}

/// Keeps the `starts` with one of `positions` so far after them; both are in order.
fn keep_followed(starts: &mut Vec<u32>, positions: &[u32], behind: u32) {
    let mut rest = positions;
    starts.retain(|start| {
        let before = rest.iter().take_while(|&&at| at < start + behind);
        rest = &rest[before.count()..];
        rest.first() == Some(&(start + behind))
    });
}

/// A set, opened on a segment. Most members stand in few documents, so that only those are looked at that come next.
pub(super) struct ExpansionSpans {
    expanded: Vec<ExpandedTermSpans>,
    /// The first document in which each member may stand, and its number.
    next: BinaryHeap<Reverse<(DocId, usize)>>,
    /// Members that were looked at.
    here: Vec<Reverse<(DocId, usize)>>,
}

impl ExpansionSpans {
    pub fn open(terms: &Arc<TermDictionary>, expansion: &TermExpansion) -> tantivy::Result<Self> {
        // What is merely similar stands in no phrase, and near nothing.
        let sure = expansion
            .expanded
            .iter()
            .filter(|member| member.rule != Rule::Similar);
        Self::open_members(terms, sure)
    }

    /// The same with what is merely similar.
    pub fn open_all(
        terms: &Arc<TermDictionary>,
        expansion: &TermExpansion,
    ) -> tantivy::Result<Self> {
        Self::open_members(terms, expansion.expanded.iter())
    }

    fn open_members<'a>(
        terms: &Arc<TermDictionary>,
        members: impl Iterator<Item = &'a ExpandedTerm>,
    ) -> tantivy::Result<Self> {
        let expanded = members.map(|member| ExpandedTermSpans::open(terms, member));
        let expanded: Vec<ExpandedTermSpans> = expanded.collect::<Result<_, _>>()?;
        let next = (0..expanded.len()).map(|member| Reverse((0, member)));
        Ok(Self {
            next: next.collect(),
            here: Vec::new(),
            expanded,
        })
    }

    /// Adds the spans of all members in `doc`, in no order. Documents must come in order.
    pub fn collect(&mut self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        while let Some(&Reverse((next, number))) = self.next.peek() {
            if next > doc {
                break;
            }
            self.next.pop();
            let member = &mut self.expanded[number];
            member.collect(doc, spans)?;
            if member.next != TERMINATED {
                self.here.push(Reverse((member.next, number)));
            }
        }
        self.next.extend(self.here.drain(..));
        Ok(())
    }
}

/// Adds the spans of `member` in each of `docs`, which must be in order, to the list of the same number.
pub(super) fn collect_all(
    terms: &Arc<TermDictionary>,
    member: &ExpandedTerm,
    docs: &[DocId],
    spans: &mut [Vec<Span>],
) -> tantivy::Result<()> {
    let mut member = ExpandedTermSpans::open(terms, member)?;
    for (doc, spans) in docs.iter().zip(spans) {
        member.collect(*doc, spans)?;
    }
    Ok(())
}

/// Joins the spans of consecutive sets, one of `parts` by number for each of `order`, to those of the whole;
/// each whole is counted once, at the weight of its weakest part.
pub(super) fn phrase_spans(parts: &mut [Vec<Span>], order: &[usize]) -> Vec<Span> {
    parts.iter_mut().for_each(sort);
    let Some((first, rest)) = order.split_first() else {
        return Vec::new();
    };
    let mut whole = parts[*first].clone();
    for part in rest {
        let part = &parts[*part];
        let mut next = Vec::new();
        whole.sort_unstable_by_key(|span| span.end);
        let mut behind = &part[..];
        for before in &whole {
            let passed = behind.iter().take_while(|span| span.start < before.end);
            behind = &behind[passed.count()..];
            let joined = behind.iter().take_while(|span| span.start == before.end);
            next.extend(joined.map(|span| Span {
                start: before.start,
                end: span.end,
                weight: before.weight.min(span.weight),
            }));
        }
        sort(&mut next);
        whole = next;
    }
    whole
}

/// Puts spans in the order of the text; of those at one place the weightiest stays.
fn sort(spans: &mut Vec<Span>) {
    spans.sort_unstable_by(|a, b| {
        (a.start, a.end)
            .cmp(&(b.start, b.end))
            .then(b.weight.total_cmp(&a.weight))
    });
    spans.dedup_by(|b, a| (a.start, a.end) == (b.start, b.end));
}

/// The places where all sets stand near each other, each as often as `order` names it, with at most `distance`
/// words between them; each counts the less, the more there are.
pub(super) fn near_spans(parts: &mut [Vec<Span>], order: &[usize], distance: u32) -> Vec<Span> {
    parts.iter_mut().for_each(sort);
    let word = |part: &Vec<Span>| NearWord {
        places: part.iter().map(|span| span.start..span.end).collect(),
        times: 0,
    };
    let mut words: Vec<NearWord> = parts.iter().map(word).collect();
    for expansion in order {
        words[*expansion].times += 1;
    }
    let found = near(&words, distance).into_iter().map(|near| {
        let weights = near
            .chosen
            .iter()
            .map(|&(expansion, i)| parts[expansion][i].weight);
        Span {
            start: near.range.start,
            end: near.range.end,
            weight: weights.fold(1.0, f32::min) * share(near.others),
        }
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32, weight: f32) -> Span {
        Span { start, end, weight }
    }

    #[test]
    fn a_name_of_two_words_takes_one_place_in_a_phrase() {
        let region = vec![span(3, 4, 1.0), span(9, 10, 1.0)];
        let name = vec![span(4, 6, 0.5), span(10, 11, 1.0), span(20, 21, 1.0)];
        let war = vec![span(6, 7, 1.0)];
        let parts = &mut [region, name, war];
        assert_eq!(
            phrase_spans(parts, &[0, 1]),
            [span(3, 6, 0.5), span(9, 11, 1.0)]
        );
        assert_eq!(phrase_spans(parts, &[0, 1, 2]), [span(3, 7, 0.5)]);
        assert_eq!(phrase_spans(parts, &[]), []);
    }

    #[test]
    fn a_set_may_stand_several_times_in_a_phrase() {
        let run: Vec<Span> = (0..5).map(|at| span(at, at + 1, 1.0)).collect();
        let found = phrase_spans(&mut [run], &[0, 0, 0]);
        let starts: Vec<u32> = found.iter().map(|span| span.start).collect();
        assert_eq!(starts, [0, 1, 2]);
    }

    #[test]
    fn words_of_a_name_follow_each_other() {
        let mut starts = vec![1, 4, 5, 9];
        keep_followed(&mut starts, &[2, 3, 6, 12], 1);
        assert_eq!(starts, [1, 5]);
    }
}

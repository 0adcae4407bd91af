//! Sequences: names and phrases of several words, found by their positions.
//!
//! A span is where a set, or a run of sets, stands in a document. A name of two words is one span of
//! length two, so it takes a single place in a phrase. Knows positions, not scores.

use tantivy::{DocId, TERMINATED};

use super::cursor::PositionCursor;
use super::terms::Terms;
use crate::query::near::near;
use crate::query::resolution::{Member, Resolution, Rule};

/// What words that are as far apart as can be count, of what they would side by side.
const LEAST_SHARE: f32 = 0.01;

/// A place in a document: from its first position to behind its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
    pub weight: f32,
}

/// A member, opened on a segment: for each of its words the cursors of its forms.
pub(super) struct MemberSpans {
    words: Vec<Vec<PositionCursor>>,
    /// It stands in no document before this one that is still to come.
    next: DocId,
    weight: f32,
}

impl MemberSpans {
    pub fn open(terms: &Terms, member: &Member) -> tantivy::Result<Self> {
        let cursors = |forms: &Vec<String>| {
            let opened = forms.iter().map(|form| PositionCursor::open(terms, form));
            opened
                .filter_map(Result::transpose)
                .collect::<tantivy::Result<Vec<_>>>()
        };
        Ok(Self {
            words: member.words.iter().map(cursors).collect::<Result<_, _>>()?,
            next: 0,
            weight: member.weight,
        })
    }

    /// Adds the member's spans in `doc`.
    pub fn collect(&mut self, doc: DocId, spans: &mut Vec<Span>) {
        if self.next > doc {
            return; // most members stand in few documents
        }
        let mut next_of_all = doc;
        for word in &mut self.words {
            let next = word.iter_mut().map(|form| form.seek(doc)).min();
            next_of_all = next_of_all.max(next.unwrap_or(TERMINATED));
        }
        self.next = next_of_all;
        if self.next > doc {
            return;
        }
        let mut found: Vec<Span> = Vec::new();
        for (i, word) in self.words.iter_mut().enumerate() {
            let mut next = Vec::new();
            for cursor in word {
                for &position in cursor.positions(doc) {
                    let start = if i == 0 {
                        Some(position)
                    } else {
                        found
                            .iter()
                            .find(|span| span.end == position)
                            .map(|span| span.start)
                    };
                    if let Some(start) = start {
                        next.push(Span {
                            start,
                            end: position + 1,
                            weight: self.weight,
                        });
                    }
                }
            }
            found = next;
            if found.is_empty() {
                return;
            }
        }
        spans.append(&mut found);
    }
}

/// A set, opened on a segment.
pub(super) struct SetSpans {
    members: Vec<MemberSpans>,
}

impl SetSpans {
    pub fn open(terms: &Terms, set: &Resolution) -> tantivy::Result<Self> {
        // What is merely similar stands in no phrase, and near nothing.
        let sure = set
            .members
            .iter()
            .filter(|member| member.rule != Rule::Similar);
        let members = sure.map(|member| MemberSpans::open(terms, member));
        Ok(Self {
            members: members.collect::<Result<_, _>>()?,
        })
    }

    pub fn collect(&mut self, doc: DocId, spans: &mut Vec<Span>) {
        for member in &mut self.members {
            member.collect(doc, spans);
        }
    }
}

/// Adds the spans of `member` in each of `docs`, which must be in order, to the list of the same number.
pub(super) fn collect_all(
    terms: &Terms,
    member: &Member,
    docs: &[DocId],
    spans: &mut [Vec<Span>],
) -> tantivy::Result<()> {
    let mut member = MemberSpans::open(terms, member)?;
    for (doc, spans) in docs.iter().zip(spans) {
        member.collect(*doc, spans);
    }
    Ok(())
}

/// Joins the spans of consecutive sets to those of the whole; each whole is counted once, at the
/// weight of its weakest part.
pub(super) fn chain(parts: &[Vec<Span>]) -> Vec<Span> {
    let Some((first, rest)) = parts.split_first() else {
        return Vec::new();
    };
    let mut whole = first.clone();
    for part in rest {
        let mut next = Vec::new();
        for span in part {
            for before in whole.iter().filter(|before| before.end == span.start) {
                next.push(Span {
                    start: before.start,
                    end: span.end,
                    weight: before.weight.min(span.weight),
                });
            }
        }
        whole = next;
    }
    whole.sort_by(|a, b| {
        (a.start, a.end)
            .cmp(&(b.start, b.end))
            .then(b.weight.total_cmp(&a.weight))
    });
    whole.dedup_by(|b, a| (a.start, a.end) == (b.start, b.end));
    whole
}

/// The places where all sets stand near each other, with at most `distance` words between them; each
/// counts the less, the more there are.
pub(super) fn together(parts: &[Vec<Span>], distance: u32) -> Vec<Span> {
    let mut parts = parts.to_vec();
    for part in &mut parts {
        part.sort_unstable_by_key(|span| (span.start, span.end));
    }
    let places = |part: &Vec<Span>| part.iter().map(|span| span.start..span.end).collect();
    let places: Vec<Vec<_>> = parts.iter().map(places).collect();
    let found = near(&places, distance).into_iter().map(|near| {
        let weights = near.chosen.iter().zip(&parts);
        let weakest = weights.map(|(i, part)| part[*i].weight).fold(1.0, f32::min);
        Span {
            start: near.range.start,
            end: near.range.end,
            weight: weakest * (1.0 / as_f32(1 + near.others)).max(LEAST_SHARE),
        }
    });
    found.collect()
}

#[allow(clippy::cast_precision_loss)] // few words
fn as_f32(words: u32) -> f32 {
    words as f32
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
        assert_eq!(
            chain(&[region.clone(), name.clone()]),
            [span(3, 6, 0.5), span(9, 11, 1.0)]
        );
        assert_eq!(chain(&[region, name, war]), [span(3, 7, 0.5)]);
        assert_eq!(chain(&[]), []);
    }
}

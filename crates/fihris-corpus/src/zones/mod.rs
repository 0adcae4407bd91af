//! Zones: the stories of a plain text, and which part of each is what.
//!
//! A saved news page is more than its article: menus, links to other articles, tags, calls to share,
//! and now and then a second article whole. Two things tell the parts apart: phrases that sites use
//! (`cues.tsv`) and the shape of lines. Zones are labels, not
//! deletions: every word of the text is in exactly one.
//!
//! In doubt a line is [`ZoneKind::Body`]: boilerplate that stays in the body costs a little precision, body
//! taken for boilerplate is not found. Knows no addresses, no markup, and no site in particular; what
//! has no line break of its own is told apart only at the beginning of the first paragraph and at
//! the end of the last. Of a text only the first million lines are told apart; what stands after them
//! is one line.
//!
//! * Title: the headline. A second copy, whole or cut short, is [`ZoneKind::Boilerplate`]: it adds no
//!   word, and would count twice.
//! * Dateline: date, place, agency and writer above the first paragraph or at its beginning.
//! * Related: headlines of other articles, with the phrase that announces them.

mod below;
mod by_characters;
mod byline;
mod cue_words;
mod cues;
mod dateline;
mod headline;
mod label;
mod lines;
mod links;
mod story_boundary;
mod top;
mod trailing;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod seeds;
#[cfg(test)]
mod wordings;

use std::ops::Range;

pub use headline::{Headline, headline};
pub(super) use lines::{MOST_LINES, has_more_lines};

use super::zone::{Zone, ZoneKind};
use cues::linked_headline;
use label::{Remaining, label};
use lines::{Line, lines};

/// One of the stories that a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Byte range in the text, on character boundaries.
    pub range: Range<usize>,
    /// Its parts: byte ranges in the whole text, in order, not overlapping, inside the story. Together
    /// they cover all its words.
    pub zones: Vec<Zone>,
}

impl Story {
    /// Moves it as if so many bytes stood before its text.
    pub(super) fn shift(&mut self, bytes: usize) {
        let moved = |range: &Range<usize>| range.start + bytes..range.end + bytes;
        self.range = moved(&self.range);
        for zone in &mut self.zones {
            zone.range = moved(&zone.range);
        }
    }
}

/// The stories of a plain text, at least one if it has a word. Together they cover it, in order.
///
/// ```
/// use fihris_corpus::{ZoneKind, zones::{Headline, stories}};
/// let text = "عنوان الخبر\nقال الوزير إن العمل يبدأ غدا في جميع المدن.\nالمصدر: تاس";
/// let stories = stories(text, Headline::InText);
/// let kinds: Vec<ZoneKind> = stories[0].zones.iter().map(|zone| zone.kind).collect();
/// assert_eq!(kinds, [ZoneKind::Title, ZoneKind::Body, ZoneKind::Source]);
/// ```
#[must_use]
pub fn stories(text: &str, headline: Headline) -> Vec<Story> {
    let lines = lines(text);
    let mut all_kinds = vec![ZoneKind::Body; lines.len()];
    let (mut rest, mut rest_kinds) = (&lines[..], &mut all_kinds[..]);
    let mut remaining = Remaining::new(rest);
    let mut headline = headline;
    let mut stories: Vec<Story> = Vec::new();
    while !rest.is_empty() {
        let length = label(rest, headline, &remaining, rest_kinds);
        let (own, after) = rest.split_at(length);
        let (kinds, kinds_after) = rest_kinds.split_at_mut(length);
        remaining.pass(own);
        let start = if stories.is_empty() { 0 } else { own[0].start };
        let end = after.first().map_or(text.len(), |line| line.start);
        stories.push(Story {
            range: start..end,
            zones: zones(own, kinds, headline == Headline::NotInText),
        });
        (rest, rest_kinds) = (after, kinds_after);
        headline = Headline::InText;
    }
    stories
}

/// The lines as zones: neighbours of one kind are one, and lines that hold two kinds come apart.
/// `may_be_linked` says that a link to the article may hold the only copy of its headline.
fn zones(lines: &[Line], kinds: &[ZoneKind], may_be_linked: bool) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    let mut add = |kind, range: Range<usize>| match zones.last_mut() {
        Some(zone) if zone.kind == kind && kind != ZoneKind::Title => zone.range.end = range.end,
        _ => zones.push(Zone { kind, range }),
    };
    let is_body = |i: &usize| kinds[*i] == ZoneKind::Body && lines[*i].is_paragraph();
    let (first, last) = (
        (0..lines.len()).find(is_body),
        (0..lines.len()).rfind(is_body),
    );
    for (i, (line, kind)) in lines.iter().zip(kinds).enumerate() {
        let (mut start, end) = (line.start, line.start + line.text.len());
        if Some(i) == first
            && let Some(length) = dateline::prefix_len(line.text)
        {
            add(ZoneKind::Dateline, start..start + length);
            start += length;
        }
        let mut kind = *kind;
        if Some(i) == last
            && let Some((at, of_end)) = trailing::trailing_zone(line.text)
            && start < line.start + at
        {
            add(kind, start..line.start + at);
            (start, kind) = (line.start + at, of_end);
        }
        if may_be_linked
            && kind == ZoneKind::Boilerplate
            && let Some(headline) = linked_headline(&line.text[start - line.start..])
        {
            add(kind, start..end - headline.len());
            (start, kind) = (end - headline.len(), ZoneKind::Title);
        }
        add(kind, start..end);
    }
    zones
}

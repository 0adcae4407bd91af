//! Labels: the kind of every line of a story, and where the next story begins.
//!
//! First the top, then whatever a phrase or its characters tell, then what only the end of the text
//! or its shape tells. Each pass leaves alone what an earlier one has named.

use super::below::label_below;
use super::by_characters::kind_by_characters;
use super::cue_words::has_cue_word;
use super::cues::{CueKind, match_cue};
use super::dateline::is_date;
use super::headline::{Headline, is_arabic};
use super::lines::{LONGEST_HEADLINE, Line};
use super::links::{
    count_ended, has_boilerplate, is_built_as_headline, is_regular, label_last_row, label_links,
};
use super::story_boundary::{StoryWords, starts_story};
use super::top::label_top;
use crate::ZoneKind::{self, Body, Boilerplate, Related, Source, Tags};

/// What is known of the lines that no story has yet, so that no story asks all of them anew.
#[derive(Debug)]
pub(super) struct Remaining {
    /// Lines as long as paragraphs, and how many of these end as sentences do.
    long: usize,
    ended: usize,
    /// The last paragraph.
    last: Option<usize>,
}

impl Remaining {
    /// Of all lines of a text.
    pub fn new(lines: &[Line]) -> Self {
        let (long, ended) = count_ended(lines.iter());
        let last = lines.iter().rposition(Line::is_paragraph);
        Self { long, ended, last }
    }

    /// Moves past the first lines.
    pub fn pass(&mut self, lines: &[Line]) {
        let (long, ended) = count_ended(lines.iter());
        self.long -= long;
        self.ended -= ended;
        self.last = self.last.and_then(|last| last.checked_sub(lines.len()));
    }

    /// Whether paragraphs of the body do not end as sentences do, where `kinds` are those of the first of
    /// `lines`, and all others are body.
    fn is_irregular(&self, lines: &[Line], kinds: &[ZoneKind]) -> bool {
        let other = lines.iter().zip(kinds).filter(|(_, kind)| **kind != Body);
        let (long, ended) = count_ended(other.map(|(line, _)| line));
        (self.ended - ended) * 2 < self.long - long
    }
}

/// Labels the first lines, as many as belong to the first story of `lines`; says how many these are. All
/// `kinds` are body before.
pub(super) fn label(
    lines: &[Line],
    headline: Headline,
    remaining: &Remaining,
    kinds: &mut [ZoneKind],
) -> usize {
    let top = label_top(lines, headline, kinds);
    let length = label_marked(lines, top, remaining, kinds);
    let (lines, kinds) = (&lines[..length], &mut kinds[..length]);
    let is_regular = is_regular(lines, kinds);
    if is_regular {
        label_last_row(lines, has_boilerplate(kinds), kinds);
    }
    label_below(lines, is_regular, kinds);
    if is_regular && has_boilerplate(kinds) {
        label_links(lines, kinds);
    }
    length
}

/// Labels the lines from `top` on that a phrase or their characters name, and what hangs on them.
/// Returns where a second story begins, or the end.
fn label_marked(
    lines: &[Line],
    top: usize,
    remaining: &Remaining,
    kinds: &mut [ZoneKind],
) -> usize {
    let is_arabic = is_arabic(lines);
    let is_irregular = remaining.is_irregular(&lines[..top], &kinds[..top]);
    let follows = |i| match remaining.last {
        _ if is_irregular => Follows::Unknown,
        Some(last) if i <= last => Follows::Text,
        _ => Follows::Nothing,
    };
    let mut before = StoryWords::default();
    let mut i = top;
    while let Some(line) = lines.get(i) {
        let Some((kind, is_alone)) = kind_by_cue(line, is_arabic) else {
            i += 1;
            continue;
        };
        kinds[i] = kind;
        i += 1;
        if !is_alone {
            continue;
        }
        let end = i + match kind {
            Related => headlines(&lines[i..], follows(i), is_arabic),
            Tags => short_lines(&lines[i..], 10, is_arabic),
            Source => short_lines(&lines[i..], 1, is_arabic),
            _ => 0,
        };
        let is_teaser = (1..=2).contains(&(end - i)) && lines[i].bullet().is_none();
        if kind == Related && is_teaser && starts_story(lines, kinds, i, &mut before) {
            return i;
        }
        for (line, of) in lines[i..end].iter().zip(&mut kinds[i..end]) {
            *of = kind_by_cue(line, is_arabic).map_or(kind, |(kind, _)| kind);
        }
        i = end;
    }
    lines.len()
}

/// What a phrase or its characters say that `line` is, and whether a label stands in it alone.
fn kind_by_cue(line: &Line, is_arabic: bool) -> Option<(ZoneKind, bool)> {
    let marked = match_cue(line, |how| {
        !matches!(how, CueKind::End | CueKind::Top | CueKind::Above)
    });
    let named = marked.map(|marked| {
        let is_label = matches!(marked.how, CueKind::Label | CueKind::Tail);
        (marked.kind, is_label && marked.rest.is_empty())
    });
    named
        .or_else(|| kind_by_characters(line, is_arabic).map(|kind| (kind, false)))
        .or_else(|| kind_by_cue_word(line))
}

/// What the words of sites say of a line whose wording is in no list, wherever it stands, and whether
/// a label stands in it alone.
fn kind_by_cue_word(line: &Line) -> Option<(ZoneKind, bool)> {
    const LONGEST: usize = 18;
    const LONGEST_LABEL: usize = 6;
    const LONGEST_BOILERPLATE: usize = 10;
    if line.words > LONGEST
        || line.ends()
        || line.bullet().is_some()
        || line.text.starts_with(char::is_numeric)
    {
        return None;
    }
    if let Some((label, rest)) = line.text.split_once(':')
        && label.split_whitespace().count() <= LONGEST_LABEL
        && has_cue_word(label, Related)
        && !has_cue_word(label, Body)
    {
        return Some((Related, rest.trim().is_empty()));
    }
    let is_boilerplate = line.words <= LONGEST_BOILERPLATE
        && has_cue_word(line.text, Boilerplate)
        && !has_cue_word(line.text, Body);
    is_boilerplate.then_some((Boilerplate, false))
}

/// What stands below a list of headlines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// No running text.
    Nothing,
    /// Running text, perhaps of the same story.
    Text,
    /// Paragraphs of this text do not end as sentences, so they look as headlines do.
    Unknown,
}

/// How many of the first lines are headlines below the phrase that announces them.
fn headlines(lines: &[Line], follows: Follows, is_arabic: bool) -> usize {
    const MOST_INSIDE: usize = 3;
    const LONGEST_ROW: usize = 100;
    if follows == Follows::Nothing {
        let is_item = |line: &&Line| {
            let is_label = kind_by_cue(line, is_arabic).is_some_and(|(_, is_alone)| is_alone);
            !is_label && (!line.ends_a_sentence() || line.bullet().is_some())
        };
        return lines.iter().take_while(is_item).count();
    }
    let lines = &lines[..lines.len().min(LONGEST_ROW)];
    let paragraph = lines.iter().position(Line::is_paragraph);
    let lines = &lines[..paragraph.unwrap_or(lines.len())];
    let is_bullet = |line: &&Line| line.bullet().is_some() && line.words <= LONGEST_HEADLINE;
    let bullets = lines.iter().take_while(is_bullet).count();
    if bullets > 0 {
        return bullets;
    }
    let is_item = |line: &&Line| {
        kind_by_cue(line, is_arabic).is_none() && (line.is_headline() || is_date(line))
    };
    let row = lines.iter().take_while(is_item).count();
    if row > MOST_INSIDE && follows == Follows::Text {
        return row;
    }
    let hangs = |&(i, line): &(usize, &Line)| i == 0 || is_date(line) || is_built_as_headline(line);
    let row = lines[..row].iter().take(MOST_INSIDE);
    row.enumerate().take_while(hangs).count()
}

/// How many of the first lines, at most `most`, are short enough to be tags or a source.
fn short_lines(lines: &[Line], most: usize, is_arabic: bool) -> usize {
    const LONGEST: usize = 4;
    let is_item = |line: &&Line| line.words <= LONGEST && kind_by_cue(line, is_arabic).is_none();
    lines.iter().take(most).take_while(is_item).count()
}
